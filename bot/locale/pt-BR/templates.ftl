# What is submitted to a platform for approval, and goes where nobody may be written to freely (core/templates.py names the values).
# A value may neither begin nor end the text, and none holds a line break.

template =
    .reminder = Olá! O seu relato sobre “{ $problem }” ainda não foi enviado. Para continuar, é só responder a esta mensagem.
    .status = Novidade sobre { $subject }: { $news } Para falar conosco, é só responder a esta mensagem.
    .question = Sobre { $subject }: { $question } Para responder, é só escrever aqui.
    .code = Seu código de verificação é { $code }. Não o passe a ninguém.
    .value = { $value }
    .ticket = o chamado { $reference }
    .report = o seu relato
