# For the people of the agency, in the chat where they are told.

alert-title =
    .danger = *PERIGO: { $kinds }* · { $name }
    .ill = *ALGUÉM PASSA MAL* · { $name }
    .taken-back = *O cliente diz que não há mais perigo* · { $name }
    .priority = *O cliente mudou a urgência* · { $name }
    .not-me = *O cliente diz que não é o contato do cadastro* · { $name }
    .place = *O cliente mandou a localização* · { $name }
    .first-reply-soon = *Primeira resposta quase atrasada* · { $name }
    .first-reply-late = *Primeira resposta atrasada* · { $name }
    .resolve-soon = *Solução quase atrasada* · { $name }
    .resolve-late = *Solução atrasada* · { $name }
    .unacknowledged-1 = *NINGUÉM ASSUMIU EM 5 MINUTOS: { $kinds }* · { $name }
    .unacknowledged-2 = *NINGUÉM ASSUMIU EM 10 MINUTOS: { $kinds }* · { $name }
    .unrung = *Não consegui fazer tocar o telefone do plantão* · { $name }
    .free = *{ $name }* está livre de novo: o cliente esperou demais
    .waiting = *{ $name }* espera por uma pessoa
alert-priority = Urgência: { $priority }
alert-place = Imóvel: { $place }
alert-number = Número: { $number }
alert-words = “{ $words }”

# Read aloud on the telephone, or sent as an SMS.
ring = PERIGO: { $kinds }. Chamado { $name }. { $number }O cliente escreveu: { $words }
    .number = Número do cliente: { $number }.{" "}

# The button of an alert, and what becomes of the message.
alert-acknowledge = Estou cuidando
alert-acknowledged = ✓ *{ $name } está cuidando*
alert-ended = ✓ *Perigo encerrado por { $name }:* { $words }
