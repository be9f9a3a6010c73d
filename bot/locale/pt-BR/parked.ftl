# For who operates the program: `zelador inbox`.

parked-empty = Nada está posto de lado.
parked-one = Um registro falhou três vezes e está posto de lado.
parked-many = { $count } registros falharam três vezes e estão postos de lado, os mais antigos primeiro.
parked-more = Para tentar de novo: zelador inbox retry { $id }.
parked-title = { $id } · { $channel } · de { $from } · { $when }
parked-about = chamado { $ticket }
parked-reason = motivo: { $reason }
parked-channel =
    .command = ato de atendente
    .timer = lembrete
    .parked = aviso de falha
parked-no-words = (sem texto)
parked-emptied = (o texto já foi apagado)
parked-unreadable = (ilegível) { $words }
parked-retried = O registro { $id } voltou para a fila da conversa. { $next }
parked-next =
    .served = O zelador que está aberto tenta de novo em cerca de um segundo.
    .alone = Ninguém atende este arquivo agora; o próximo zelador que o atender tenta de novo.
    .server = Quem atende este banco tenta de novo em cerca de um segundo; se ninguém o atende agora, o próximo que o atender.
parked-refused =
    .unknown = Não há registro nº { $id } na caixa de entrada; zelador inbox parked mostra o que está posto de lado.
    .not-parked = O registro nº { $id } não está posto de lado; zelador inbox parked mostra os que estão.
    .emptied = O texto do registro nº { $id } já foi apagado, porque passou do prazo de guarda: não há mais o que tentar.
