# What Telegram shows of the bot beside the talk. At most 512 characters, the short one 120; a command's words at most 256.

profile-about =
    Registro pedidos de manutenção de imóveis da { $agency }: conte o que aconteceu, com fotos se puder, e a equipe recebe o seu pedido.

    Em perigo (gás, fogo, choque), saia do local e ligue 193.

    { $notice }
    .short = Pedidos de manutenção de imóveis alugados da { $agency }. Conte o que aconteceu.
    .ajuda = Como conversar comigo
    .status = Como está o meu pedido
    .atendente = Falar com uma pessoa
    .recomecar = Começar o pedido de novo
    .meus-dados = Ver e corrigir os meus dados
    .cancelar = Desistir deste pedido
