# What agents ask to see in their chats.

list-queue = { $count } esperam por uma pessoa, os mais urgentes primeiro ({ $first } a { $last }):
list-queue-part = { $count } da fila são desse tipo ({ $first } a { $last }):
list-mine = Com você: { $count }
list-empty = Não há nenhum.
list-none-free = Ninguém espera por um atendente agora.
list-more = Mais…
list-parts = Escreva /fila, ou /fila alta, /fila minhas, /fila sla, /fila rascunhos.
list-on-call = Você está de plantão: os avisos de perigo vêm para cá. Para sair: /plantao sair
list-off-call = Você saiu do plantão.
list-help =
    /fila · quem espera; também /fila alta, minhas, sla, rascunhos
    /proximo · fica com o mais urgente que ninguém tem
    /meus · o que está com você
    /chamado 2026-000012-3 · o cartão inteiro
    /plantao · recebe os avisos de perigo; /plantao sair
list-acts =
    Responda a um cartão para falar com o cliente; com // é nota só da equipe.
    Num cartão, ou com o protocolo:
    .claim = /assumir · a conversa fica com você
    .give-back = /devolver · a assistente continua
    .say = /falar · escreve ao cliente
    .note = /nota · só a equipe lê
    .approve = /aprovar · abre o chamado
    .start = /iniciar · alguém está cuidando
    .resolve = /resolver · está resolvido
    .close = /encerrar · não há mais o que fazer
    .reopen = /reabrir · voltou o problema
    .acknowledge = /cuidando · você cuida do perigo
    .end-hazard = /perigo encerrado · não há mais perigo
