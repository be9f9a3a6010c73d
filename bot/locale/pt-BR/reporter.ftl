reporter-name = Qual é o seu nome?
    .hint = Só o primeiro nome já ajuda.
reporter-relation = O que você é do imóvel ou de quem mora nele?
    .hint = Por exemplo: porteiro, vizinha do 32, irmão do inquilino.
error-relation-form = Escreva em até { $limit } letras o que você é do imóvel, por exemplo: porteiro.
