# Cards of tickets in the chats of agents.

card-name = *{ $name }*
card-waits = espera desde { $time }
card-holder = Com { $name }
card-nobody = Ninguém assumiu
card-call = Sem conversa: avisar por telefone, { $number }
card-no-number = número não informado
card-contact = No cadastro: { $contact }
card-told = • problema: { $problem }
card-field = { $mark } { $label }: { $value } · { $author }
card-quote = {"    "}“{ $text }”
card-more = Para ver tudo: zelador queue { $name }
card-gone = Este cartão não vale mais.
card-act =
    .continue-call = Continuar
    .claim = Assumir
    .approve = Aprovar
    .correct = Corrigir
    .send-back = Pedir
    .start = Iniciar
    .resolve = Resolver
    .close = Encerrar
    .reopen = Reabrir
    .give-back = Devolver
