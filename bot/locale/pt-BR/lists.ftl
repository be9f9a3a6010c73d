# What agents ask to see in their chats.

list-queue = *Na fila: { $count }*, do mais ao menos urgente ({ $first } a { $last }):
list-queue-part = *Desse tipo, na fila: { $count }* ({ $first } a { $last }):
list-mine = Com você: { $count }
list-empty = Não há nenhum.
list-none-free = Ninguém espera por um atendente agora.
list-more = Mais…
list-parts = Escreva /fila, ou /fila alta, /fila minhas, /fila sla, /fila rascunhos.
list-on-call = Você está de plantão: os avisos de perigo vêm para cá. Para sair: /plantao sair
list-off-call = Você saiu do plantão.
list-calls =
    /novo · alguém ligou; /novo souza 98765 já procura quem é
    /perigo cheiro de gás · quem ligou corre perigo: abre um chamado urgente e avisa o plantão
    /continuar 12 · volta a uma ligação que ficou em espera
list-help =
    /fila · quem espera; também /fila alta, minhas, sla, rascunhos
    /proximo · assume o mais urgente que ainda está livre
    /meus · o que está com você
    /chamado 2026-000012-3 · o cartão inteiro
    /plantao · você passa a receber os avisos de perigo; para parar: /plantao sair
list-acts =
    Responda a um cartão para falar com o cliente; com // é nota só da equipe.
    Em resposta a um cartão, ou com o protocolo:
    .take-from = /tomar · assume uma conversa que está com um colega
    .transfer = /transferir Ana · a conversa passa para ela
    .correct = /corrigir e-mail ana@exemplo.com.br · muda um campo e avisa o cliente
    .send-back = /pedir celular, cpf · a assistente pergunta de novo ao cliente
    .prioritise = /prioridade alta · muda a urgência
    .assign = /atribuir Ana · o chamado é tarefa dela; sem nome, é sua
    .merge = /juntar OUTRO-PROTOCOLO · os dois viram um só
    .cancel = /cancelar MOTIVO · acaba aqui; o cliente lê o motivo
    .supervise = /supervisao manual · quanto a assistente faz sozinha
    .claim = /assumir · a conversa fica com você
    .give-back = /devolver · a assistente continua
    .say = /falar · escreve ao cliente
    .note = /nota · só a equipe lê
    .approve = /aprovar · abre o chamado
    .start = /iniciar · o serviço começou
    .resolve = /resolver · está resolvido
    .close = /encerrar · não há mais o que fazer
    .reopen = /reabrir · voltou o problema
    .acknowledge = /cuidando · você cuida do perigo, e ninguém mais é chamado
    .end-hazard = /perigo encerrado BOMBEIROS FECHARAM O GÁS · não há mais perigo, e como se sabe
