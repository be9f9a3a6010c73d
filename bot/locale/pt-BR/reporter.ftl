reporter-name = Qual é o seu nome?
    .hint = Só o primeiro nome já ajuda.
reporter-relation = Qual é a sua ligação com o imóvel?
    .hint = Por exemplo: porteiro, vizinha do 32, irmão do inquilino.
error-relation-form = Escreva em poucas palavras qual é a sua ligação com o imóvel, por exemplo: porteiro.
