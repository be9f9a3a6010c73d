identification-role = Quem está falando?
    .hint = Assim sei que dados pedir e com quem a equipe deve falar.
    .tenant = Sou inquilino(a)
    .landlord = Sou proprietário(a)
    .company = Falo por uma empresa
    .neighbour = Porteiro ou vizinho
    .other = Outra pessoa
