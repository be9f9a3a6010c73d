# How long people still have for a ticket, or since when it is late; for the people of the agency.

target-due =
    .first-reply = responder até { $day }, { $time }
    .resolve = resolver até { $day }, { $time }
target-late =
    .first-reply = resposta atrasada { $time }
    .resolve = solução atrasada { $time }
target-paused = prazo em pausa
ago =
    .minutes = há { $count } min
    .hours = há { $count } h
    .days = há { $count } d
    .now = há menos de 1 min
