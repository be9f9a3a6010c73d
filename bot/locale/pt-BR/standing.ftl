# For the people of the agency: how an account of theirs stands with its platform.

standing =
    .held = *O { $channel } recusa o que enviamos*
    .resumed = ✓ *O { $channel } voltou a aceitar o que enviamos.* As mensagens que esperavam estão saindo.
    .quality = *Aviso do { $channel }: qualidade do número*
    .limit = *Aviso do { $channel }: limite de mensagens*
    .account = *Aviso do { $channel }: conta*
    .template = *Aviso do { $channel }: modelo de mensagem*
standing-account = Conta: { $account }
standing-waits = Nada se perde: o que temos a dizer espera, e o que os clientes escrevem continua chegando.
standing-said = A plataforma diz: “{ $words }”

# What somebody has to mend.
standing-mend =
    .token = O token venceu ou foi retirado: crie outro, ponha nas configurações e reinicie o Zelador.
    .permission = Falta uma permissão ao token: confira os acessos dele na plataforma.
    .payment = Há um problema de pagamento: confira a cobrança da conta na plataforma.
    .account = A conta foi bloqueada ou restringida: veja o motivo na plataforma e peça uma análise.
    .number = O número não está liberado: confira na plataforma o registro e o nome de exibição.
    .quality = Clientes bloquearam ou denunciaram mensagens: escreva menos por iniciativa própria, até a qualidade voltar.
    .template = O que sai por esse modelo não será entregue: zelador whatsapp templates mostra como estão todos.
