start-kind = Como posso ajudar?
    .hint = Conte em poucas palavras o que está acontecendo, ou escolha um assunto.
    .maintenance = Manutenção
    .refund = Reembolso
    .move-out = Desocupação
    .other = Outro assunto
greeting =
    Oi! Sou a assistente virtual da { $agency }. { $notice }
    (Prefere uma pessoa? Escreva *atendente*.)
greeting-known =
    Oi, { $name }! Sou a assistente virtual da { $agency }. { $notice }
    (Não é você? Escreva *não sou eu*. Prefere uma pessoa? *atendente*.)
noted = Anotei: *{ $description }*.
noted-home = Anotei: *{ $description }* ({ $home }).
