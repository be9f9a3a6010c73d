# For the people of the agency, in the chat where they are told.

alert-title =
    .gas = *PERIGO: gás* · { $name }
    .carbon-monoxide = *PERIGO: monóxido de carbono* · { $name }
    .fire = *PERIGO: fogo* · { $name }
    .shock = *PERIGO: choque elétrico* · { $name }
    .flood = *PERIGO: alagamento* · { $name }
    .structural = *PERIGO: estrutura* · { $name }
    .crime = *PERIGO: crime* · { $name }
    .trapped = *PERIGO: pessoa presa* · { $name }
    .taken-back = *O cliente diz que não há mais perigo* · { $name }
    .priority = *O cliente mudou a urgência* · { $name }
    .not-me = *O cliente diz que não é o contato do cadastro* · { $name }
    .place = *O cliente mandou a localização* · { $name }
    .first-reply-soon = *Primeira resposta quase atrasada* · { $name }
    .first-reply-late = *Primeira resposta atrasada* · { $name }
    .resolve-soon = *Solução quase atrasada* · { $name }
    .resolve-late = *Solução atrasada* · { $name }
    .waiting = *{ $name }* espera por uma pessoa
    .unnamed = *PERIGO* · { $name }
alert-priority = Urgência: { $priority }
alert-place = Imóvel: { $place }
alert-number = Número: { $number }
alert-words = “{ $words }”
