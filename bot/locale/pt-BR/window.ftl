# For the agency's people: WhatsApp lets them write freely only within 24 h after the customer's last message.

window =
    .say = A janela de 24 h do WhatsApp fechou em { $when }, e não há modelo aprovado para recados: nada foi enviado. Ligue para o cliente ou, quando ele escrever, envie com /enviar.
    .say-file = A janela de 24 h do WhatsApp fechou em { $when }, e um arquivo não cabe em modelo: nada foi enviado. Mande só o texto, ligue para o cliente ou espere que ele escreva.
    .say-long = A janela de 24 h do WhatsApp fechou em { $when }, e o texto é longo demais para um modelo: nada foi enviado. Mande um mais curto.
    .said = A janela de 24 h do WhatsApp fechou em { $when }: enviei o seu texto pelo modelo aprovado.
    .send-back = A janela de 24 h do WhatsApp fechou em { $when }, e não há modelo aprovado para perguntas: nada foi pedido. Ligue para o cliente ou espere que ele escreva.
    .later = O aviso espera até que o cliente escreva: a janela de 24 h do WhatsApp fechou em { $when }, e não há modelo aprovado para avisos.
    .send-again = A janela de 24 h do WhatsApp fechou em { $when }: nada foi enviado. Ligue para o cliente ou, quando ele escrever, responda ao cartão.
