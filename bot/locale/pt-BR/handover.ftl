handover-matter = Conte em uma mensagem o que você precisa, para uma pessoa da equipe continuar.
    .hint = Quanto mais detalhe, menos perguntas depois. Pode ser áudio.
    .agent = O que o cliente precisa?
