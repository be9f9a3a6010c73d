"""What several words mean together: things with long names, turns of speech, and false friends, which mean nothing.

A phrase is written without the small words that may stand between its own: "gas ar" is also "gás do ar".
"""

from collections.abc import Mapping

SMALL = frozenset("de do da dos das d o a os as um uma un una the of an del el la los las contra".split())
NOTHING = "nothing"

# phrases with more meanings than one
_PANEL = (
    "quadro luz", "quadro eletric*", "quadro disjuntor*", "quadro energia", "quadro forca", "caixa luz", "caixa energia",
    "caixa disjuntor*", "padrao luz", "chave geral", "fuse box", "tablero electrico", "filtro linha", "power strip", "breaker box",
    "quadro geral", "electrical panel", "power outlet",
)  # fmt: skip
_LIGHT = (
    "luminaria teto", "luz teto", "lampada teto", "ceiling light", "light fixture", "light fitting", "ponto luz",
)  # fmt: skip
_SELF_STUCK = (
    "estou pres*", "to pres*", "tou pres*", "estamos pres*", "tamo pres*", "tamos pres*",
)  # fmt: skip
_SHUT_IN = (
    "estou trancad*", "to trancad*", "tou trancad*", "estamos trancad*", "tamo trancad*", "tamos trancad*",
)  # fmt: skip
_CLOSED_IN = (
    "se trancou", "me tranquei", "fiquei fechad*", "to fechad*", "estou fechad*", "tamo fechad*", "estamos fechad*", "locked himself",
)  # fmt: skip
_BIG_LEAK = (
    "vazamento enorme", "vazamento gigant*", "vazamento agua enorme", "vazamento agua gigant*", "vazamento grande", "vazamento feio",
    "vazamento muito grande", "vazamento muito forte", "vazamento forte", "baita vazamento", "vazando muito", "vazando demais",
    "saindo com tudo", "vazando com tudo", "vazando horrores",
)  # fmt: skip
_MUCH_WATER = (
    "muita agua", "mta agua", "mt agua", "agua demais", "tanta agua", "agua com forca", "monte agua", *_BIG_LEAK,
)  # fmt: skip
_CO_ALARM = (
    "co alarm", "co detector", "detector co", "alarme co", "sensor co",
)  # fmt: skip
_GAS_INDEED = (
    "e gas mesmo", "eh gas mesmo", "e gas sim", "e gas certeza",
)  # fmt: skip
_LEFT_ON = ("deix* gas ligad*", "esquec* gas ligad*", "ficou gas ligad*")
_FILLED = (
    "cheio gas", "cheia gas", "cheios gas", "cheias gas", "tomad* gas", "tomad* pelo gas", "tomad* por gas", "encheu gas",
    "enchendo gas", "impregnad* gas", "empestead* gas",
)  # fmt: skip
_INSIDE = (
    "aqui dentro", "estou dentro", "to dentro", "estamos dentro", "lado dentro", "comigo dentro", "eu dentro",
)  # fmt: skip

PHRASES: Mapping[str, tuple[str, ...]] = {
    NOTHING: (  # gas of other things, and gas that is bought
        "gas ar", "gas split", "gas geladeira", "gas freezer", "gas frigobar", "gas refriger*", "gas condicionado", "gas carbonic*",
        "agua com gas", "conta gas", "boleto gas", "fatura gas", "falta gas", "faltando gas", "acab* gas", "gas acab*", "gas ja acab*",
        "comprar gas", "entrega gas", "entregador gas", "pedir gas", "pedi gas", "preco gas", "valor gas", "gas bill", "low on gas",
        "cuenta gas", "e a gas", "sem gas", "gas station", "pouco gas", "ligacao gas", "consumo gas", "companhia gas", "moco do gas",
        # fire that is none
        "no fogo", "ao fogo", "fogo fogao", "fogo no fogao", "fogo boca*", "fogo forno", "fogo cooktop", "fogo alto", "fogo baixo",
        "fogo brando", "fogo medio", "fogos artificio", "corta fogo", "prova fogo", "arma fogo", "armas fogo", "acender fogo",
        "acende fogo", "fogo na boca*", "fogo nao acende", "fumaca vizinh*", "chama o", "chama alguem", "chama ele", "chama ela",
        "curto prazo", "curto periodo", "curto tempo", "curto espaco", "curto intervalo", "fio curto", "e curto", "eh curto",
        "cabo curto", "fire station", "mangueira incendio", "resistencia queimad*", "lampada queimad*", "chuveiro queimad*", "fio cabelo",
        "fio interfone", "fio telefone", "fio internet", "fio dental", "extensao contrato", "extensao prazo", "quadro horario*",
        "quadro avisos", "agua quente", "explodindo de", "explodindo com", "explodir de", "explodiu de gente", "to explodindo",
        "estou explodindo", "quase explodindo", "cabeca vai explodir",
        # shocks of other kinds
        "em choque", "estado choque", "prova choque", "tratamento choque", "choque cultural", "choque termico", "choque gestao",
        "choque realidade", "choque preco*", "choque horario*", "choque agenda*", "choque anafilatico", "choque emocional", "para choque",
        "choque geracoes", "choque ordem",
        # water that is not out of control
        "area alagamento", "area alagad*", "regiao alagad*", "rua alag*", "rua inund*", "rua encheu", "avenida alag*", "cidade alag*",
        "alagou rua", "alagou avenida", "ladrao caixa", "ladrao agua", "ladrao boia", "ladrao pia", "ladrao reservatorio", "conta agua",
        "com chuva", "pela chuva", "por causa chuva", "depois chuva", "na chuva",
        # what falls and is no part of the house
        "caiu ficha", "caiu internet", "papel parede", "ventilador teto", "quadro parede", "relogio parede", "armario parede",
        "teto reembolso", "teto valor", "teto gasto*", "teto reajuste", "teto orcamento", "teto meu orcamento", "caindo aos pedacos",
        "mundo desab*", "desab* chor*", "luz caiu", "caiu luz", "suporte parede", "casa caiu", "rachar conta", "rachar aluguel",
        "racha* conta", "racha* aluguel", "perto janela", "lado janela", "perto porta", "em cima porta", "acima janela", "em cima janela",
        "lado porta",
        # robbery that is none
        "e um roubo", "eh um roubo", "e um assalto", "eh um assalto", "um verdadeiro assalto", "um verdadeiro roubo", "virou um roubo",
        "ta um roubo", "roub* sinal", "roub* wifi", "roub* meu wifi", "roub* internet", "que assalto", "assalto ao bolso", "que roubo",
        "roub* no preco", "tive que arrombar", "tivemos que arrombar", "preciso arrombar", "precisei arrombar", "arrombei porta",
        "arrombei fechadura", "concreto armado", "guarda roupa",
        # who is not locked in
        "dentro fechadura", "dentro prazo", "sair do ar",
        # what only shares a word with danger: purchases, games, colours, other places
        "qualquer cheiro", "qualquer vazamento", "qualquer sinal", "qualquer faisca", "qualquer choque", "isso e assalto", "isso e roubo",
        "eh roubo", "eh assalto", "me roubando", "apag* incendios", "rua virou", "dentro porta", "dentro do cilindro", "dentro do miolo",
        "escada incendio", "subindo pela parede", "subindo pelas paredes", "desab* prateleira", "desab* cama", "fogo no coracao",
        "fogo coracao", "fogo espirito santo", "era so pintura", "era so da pintura", "era so na pintura", "era so tinta",
        "era so estetic*", "era so superficia*", "era so reboco", "era so no reboco", "agua gas", "porta do box", "porta box",
        "lacre hidrometro", "seguro cobr* alagamento*", "seguro cobr* enchente*", "seguro cobr* inundac*", "seguro cobr* desab*",
        "cobr* alagamento*", "cobr* enchente*", "cobr* inundac*", "cobr* desab*", "cobr* explos*", "cobr* incendio*", "cobr* roubo*",
        "cobr* furto*", "cobr* assalto*",
        "bairro alag*", "rua ja alag*", "rua ta alag*", "rua toda alag*", "rua esta alag*", "rua fica alag*", "avenida ta alag*",
        "rosa choque", "verde choque", "cor choque", "choque cor", "laranja choque", "trancad* de dor", "travad* de dor",
        "rachadura foi fechad*", "trinca foi fechad*", "fissura foi fechad*", "rachaduras foram fechad*", "trincas foram fechad*",
        "to trancad* de dor", "estou trancad* de dor", "to pres* de dor", "azul choque", "amarelo choque", "roxo choque",
        "vermelho choque", "pink choque", "era pequen*", "era fin*", "vai explodir", "explod* de sujeira", "roub* vaga",
        "roub* minha vaga", "roub* nossa vaga", "roub* lugar", "roub* meu lugar", "roub* tempo", "roub* meu tempo", "roub* sono",
        "roub* meu sono", "robaron plaza", "invadi* vaga", "invadi* minha vaga", "alagad* de servico", "atolad* de servico",
        "inundad* de servico", "apag* incendio no servico", "apag* incendio no trabalho", "fogo no parquinho", "to pres* na cama",
        "estou pres* na cama", "fiquei pres* na cama", "gas chegou", "gas ja chegou", "gas nao chegou", "gas vai chegar",
    ),
    "opened": _LEFT_ON,
    "gas": (
        *_LEFT_ON, *_GAS_INDEED, "gas butano", "gas natural", "gas encanad*", "gas canalizad*", "gas central", "puro gas", "ta so gas",
        "presenca gas", "escape gas",
        ),
    "leak": (
        *_BIG_LEAK, *_FILLED,         "puro gas", "ta so gas", "presenca gas",
        "escape gas", ),
    "gas_filled": _FILLED,
    "smell": _GAS_INDEED,
    "supply": ("gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "cooling": ("ar condicionado", "ar cond", "air conditioner"),
    "stove": ("fogao a gas", "forno a gas", "fogao gas", "cooktop a gas", "boca fogao", "bocas fogao", "gas stove"),
    "bottle": (
        "botijao gas", "bujao gas", "troquei gas", "trocaram gas", "troca gas", "trocar gas", "registro gas", "valvula gas",
        "mangueira gas", "mangueira fogao", "mangueirinha fogao", "mangueirinha gas", "registro botijao", "mangueira botijao", "cano gas",
        "medidor gas", "regulador gas", "tubulacao gas", "encanamento gas", "relogio gas", "troc* botij*", "troc* bujao",
        "mangueira botij*", "mangueira bujao", "cano do medidor gas", "vem medidor gas", "tubo gas", "canos gas",
    ),
    "gas_pipe": (
        "valvula botij*", "valvula bujao", "registro botij*", "registro gas", "cano gas", "canos gas", "mangueira gas",
        "mangueirinha gas", "mangueira fogao", "mangueirinha fogao", "tubulacao gas",
        "encanamento gas", "mangueira botijao", "mangueira botij*", "mangueira bujao", "vem medidor gas", "tubo gas",
    ),
    "odd": (
        "nao sei o que e", "nao sei que e", "nao consigo identificar", "nao sei dizer o que",
    ),
    "hiss": (
        "ar escapando", "ar vazando", "ar saindo",
    ),
    "unlit": (
        "ligad* sem chama", "abert* sem chama", "ligad* sem fogo", "abert* sem fogo", "acend* sem chama", "ligad* apagad*",
    ),
    "rotten": ("ovo podre", "ovos podres", "ovo estragad*", "ovo choco", "rotten egg*", "huevo podrido", "huevos podridos"),
    "heater": (
        "exaustor aquecedor", "chamine aquecedor", "duto aquecedor", "duto de exaustao aquecedor", "aquecedor a gas", "chuveiro a gas",
        "boiler a gas", "estufa a gas", "lareira a gas", "caldeira a gas", "ducha a gas",
        "aquecimento a gas", "aquecedor gas", "chuveiro gas", "estufa gas", "aquecedor passagem", "water heater", "gas heater",
        "calentador agua", "calentador gas", "churrasqueira dentro", "carvao dentro", "fogareiro dentro", "aquecedor nao liga",
        "aquecedor nao esquenta", "aquecedor nao funciona", "aquecedor nao acende", "aquecedor quebrou", "aquecedor quebrado",
        "aquecedor que nao esquenta", "aquecedor que nao liga", "aquecedor parou", "aquecedor solar",
    ),
    "sick": (
        "dor cabeca", "dor na cabeca", "dores cabeca", "cabeca doendo", "cabeca doi", "cabeca dolorida", "cabeca pesad*",
        "cabeca girando", "cabeca lateja*", "doendo cabeca", "doi cabeca", "doeu cabeca", "passando mal", "passei mal", "passou mal",
        "passaram mal", "passamos mal", "passo mal", "passa mal", "mal estar", "falta ar", "sem ar", "ansia vomito", "duele cabeza",
        "dolor cabeza", "vista escura", "vista escurec*", "corpo mole", "perdeu sentidos", "perdi sentidos", "ficou mole", "fiquei mole",
        "passed out", "muito sono", "com sono", "tudo girando", "tudo girar", "tudo rodando", "cabeca estourando", "cabeca explodindo",
        "cabeca rodando", "nao acorda", "nao ta acordando", "vontade vomitar", "mae apagou", "pai apagou", "ela apagou", "ele apagou",
        "filha apagou", "filho apagou", "esposa apagou", "marido apagou", "avo apagou", "vo apagou", "nariz arde", "arde nariz",
        "olho ardendo", "ardendo olho", "arde olho", "olhos ardendo", "ardendo olhos", "nariz ardendo", "ardendo nariz",
    ),
    "trouble": (  # a headache in the other sense, and a heater that is not there
        "so da dor cabeca", "so me da dor cabeca", "so dor cabeca", "so deu dor cabeca", "so me deu dor cabeca", "so traz dor cabeca",
        "so me traz dor cabeca", "so dando dor cabeca", "so me dando dor cabeca", "nem foi instalad*", "nao foi instalad*",
        "nem instalaram", "aquecedor nao liga", "aquecedor nao esquenta", "aquecedor nao funciona", "aquecedor nao acende",
        "aquecedor quebrou", "aquecedor quebrado", "aquecedor que nao esquenta", "aquecedor que nao liga", "aquecedor parou",
        "aquecedor solar", "quero um aquecedor", "quero aquecedor", "comprar aquecedor", "comprei aquecedor", "comprei um aquecedor",
        "instalar aquecedor",
    ),
    "monoxide": (*_CO_ALARM, "carbon monoxide"),
    "alarm": _CO_ALARM,
    "goes_off": ("going off", "goes off", "went off"),
    "burning": (
        "nao consig* apagar", "tentando apagar", "peg* fogo", "pego fogo", "bot* fogo", "ate* fogo", "tac* fogo", "em chamas", "on fire",
        "caught fire", "catching fire", "prendeu fogo", "foco incendio", "principio incendio", "se prendio fuego",
    ),
    "electric": (*_PANEL, *_LIGHT, "relogio luz", "instalacao eletrica", "parte eletrica", "rede eletrica"),
    "outlet": _PANEL,
    "lamp": (*_LIGHT, "lustre teto", "buraco lampada"),
    "burning_up": ("comec* queimar", "comec* pegar"),
    "short": ("curto circuito", "e curto circuito", "short circuit", "corto circuito"),
    "news": (
        "ao saber", "quando soube", "ao ver", "quando vi", "com noticia", "essa noticia", "receber noticia", "ao receber", "ao descobrir",
        "quando descobri", "ver o tanto",
    ),
    "shock": ("da choque*",),
    "take": ("da choque*",),
    "real": ("da choque*",),
    "electrocuted": (
        "morr* de choque", "morr* com choque", "descarga eletrica", "descargas eletricas", "choque eletrico", "choques eletricos",
        "electric shock*", "me dio descarga",
        "me dio calambre", "me dio corriente", "da corriente", "me da corriente", "pasa corriente", "descarga electrica",
        "passando corrente", "passa corrente", "fuga corrente", "got shocked", "shocked me", "shocks me", "tomou descarga",
        "levou descarga", "tomei descarga", "levei descarga", "recebi descarga", "tomaram descarga", "getting shocked", "get shocked",
        "gets shocked",
    ),
    "flooded": (
        "era piscina", "era lagoa", "era cachoeira", "ta piscina", "ta lagoa", "ta cachoeira", "esta piscina", "esta lagoa",
        "esta cachoeira", "ficou piscina", "ficou lagoa", "ficou cachoeira", "parecendo piscina", "parecendo lagoa",
        "parecendo cachoeira", "feito piscina", "feito lagoa", "feito cachoeira", "tromba agua", "debaixo agua", "cheia agua",
        "virou piscina", "virou lagoa", "virou rio", "parece piscina", "igual piscina",
        "under water", "full of water", "llena agua", "tudo boiando", "agua dentro casa", "casa ta enchendo", "casa enchendo",
        "casa esta enchendo", "virou lago", "virou mar", "virou represa", "virou riacho", "virou cachoeira", "parece lagoa",
        "parece lago", "parece rio", "parece mar", "feito rio", "igual rio",
    ),
    "water": _MUCH_WATER,
    "pipe": ("caixa agua", "caixa dagua", "mangueira maquina", "joelho pia", "joelho cano", "joelho pvc"),
    "tank": (
        "caixa agua", "caixa dagua",
    ),
    "leg": (
        "passou rodape", "acima rodape", "no joelho", "ate joelho", "pelo joelho", "na canela", "ate canela", "pela canela",
        "pelas canelas", "nas canelas", "na cintura", "ate cintura", "no tornozelo", "ate tornozelo", "pelo tornozelo",
        "ja passou rodape", "ja passou tornozelo", "ja passou joelho", "ja passou canela",
    ),
    "flows": (
        "nao para sair", "nao para vazar", "nao para vir", "nao para cair", "nao para escorrer", "comec* sair", "comec* cair",
        "comec* vir", "comec* entrar", "comec* escorrer", "comec* descer",
    ),
    "rises": (
        "nao para entrar", "nao para vir", "so sobe", "nao para de subir",
    ),
    "under_door": (
        "por baixo porta", "por debaixo porta", "debaixo da minha porta", "debaixo da porta", "por baixo da minha porta",
        "por debaixo da minha porta", "pela fresta porta",
    ),
    "jet": (
        "jato agua", "jato dagua", "jato forte",
    ),
    "everywhere": (
        "por todo lado", "por todos lados", "pra todo lado", "para todo lado", "todo canto", "casa toda", "casa inteira",
        "apartamento todo", "apartamento inteiro", "ap todo", "ape todo", "apto todo", "toda casa", "todo apartamento", "sala toda",
        "cozinha toda", "sala inteira", "quarto todo", "quarto inteiro", "cozinha inteira", "todos comodos", "all over", "chao todo",
        "por todas partes",
    ),
    "unstoppable": (
        "nao consigo fechar", "nao consegue fechar", "nao fecha", "nao acho registro", "nao para", "sem parar", "nao consigo parar",
        "sem controle", "nao sei fechar", "nao sei onde fecha", "nao consig* conter", "nao consig* controlar", "nao consig* estancar",
        "nao consig* segurar", "nao da conta", "nao to dando conta", "ninguem consegue fechar", "nao tem como fechar",
        "registro quebrou", "nao encontro registro",
        "wont stop", "cant stop", "cant turn off",
    ),
    "much_water": _MUCH_WATER,
    "am_inside": (*_INSIDE, "por dentro e to", "por dentro e estou", "sozinh* aqui"),
    "inside": (*_INSIDE, "la dentro"),
    "falls": (
        "nao para cair", "vai cair", "vao cair", "pode cair", "podem cair", "quase caindo", "prestes cair", "ameacando cair",
        "ameaca cair", "risco cair", "vai desabar", "prestes desabar", "veio abaixo", "foi abaixo", "vindo abaixo", "veio ao chao",
        "foi ao chao", "foi pro chao", "querendo cair", "quase cai", "vai despenc*", "se cayo", "caving in", "coming down",
        "se vino abajo",
    ),
    "off_wall": ("solt* da parede", "cai* da parede", "despreg* da parede", "descol* da parede", "desgrud* da parede"),
    "glass": ("folha janela", "folha vidro", "folha da janela", "folhas vidro", "folhas janela"),
    "frame": ("grade sacada", "grade varanda", "guarda corpo", "grade da escada"),
    "touched": ("forno eletric*", "fogao eletric*"),
    "splits": (
        "abriu buraco",
    ),
    "broken_frame": (
        "pedac* teto", "pedac* laje", "pedac* forro", "pedac* parede", "pedac* viga", "pedac* marquise", "pedac* sacada", "parte teto",
        "parte laje", "parte forro", "placa gesso",
    ),
    "room": ("area servico",),
    "big": (
        "de cima embaixo", "de cima ate embaixo", "de fora fora", "de ponta ponta", "de lado outro", "cada vez maior", "cada dia maior",
        "cada vez mais", "ta maior", "ficando maior", "mais larga", "mais funda", "mais aberta", "nao para crescer", "nao para aumentar",
        "teto inteiro", "parede inteira", "parede toda", "teto todo", "ver outro lado", "ver rua", "ver la fora",
    ),
    "crack": (
        "esta rajad*",
    ),
    "fine": ("so feio", "so estetico", "linha fina"),
    "light_stuff": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
    ),
    "finish": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
    ),
    "robbed": (
        "break in", "broke in", "broken in", "broken into", "broke into", "breaking in", "mao armada", "homem armado", "homens armados",
        "limparam casa",
    ),
    "forced": (
        "porta abaixo", "portao abaixo", "pe na porta", "kicked in", "forzaron puerta", "forzaron cerradura", "porta estourada",
        "porta tava estourada", "porta arrebentad*", "porta foi arrebentad*", "porta ta arrebentad*", "portao arrebentad*",
        "fechadura arrebentad*", "fechadura arrancad*", "fechadura foi arrancad*", "cadeado arrebentad*", "cadeado estourad*",
        "fechadura estourad*",
    ),
    "stranger": (
        "gente estranha", "homem estranho", "cara estranho", "homens estranhos", "caras estranhos", "pessoa estranha",
        "homem desconhecido", "pessoas estranhas", "um estranho",
        "gente desconhecida", "sujeito estranho", "que nao conheco", "que eu nao conheco", "que ninguem conhece", "que nunca vi",
    ),
    "empty": (
        "nao era pra ter ninguem", "nao era ter ninguem", "nao devia ter ninguem", "nao deveria ter ninguem", "era pra estar vazi*",
        "era estar vazi*", "deveria estar vazi*", "casa vazia", "ap vazio", "apartamento vazio", "ta vazi*",
    ),
    "left_shut": (
        "tinha trancad*", "tinha fechad*", "tinha deixado fechad*", "tinha deixado trancad*", "deixei trancad*", "deixei fechad*",
        "eu tranquei", "que tranquei", "que fechei", "deixamos trancad*", "deixamos fechad*",
    ),
    "self_stuck": _SELF_STUCK,
    "shut_in": _SHUT_IN,
    "stuck": (*_SELF_STUCK, *_SHUT_IN, *_CLOSED_IN, "ficou fechad*", "ficamos fechad*", "locked herself"),
    "locked_up": (*_SELF_STUCK, *_SHUT_IN, *_CLOSED_IN),
    "aboard": (
        "comigo dentro", "com gente", "com pessoa*", "com alguem", "com uma pessoa", "com crianca*", "com morador*", "com minha",
        "com minhas", "com meu", "com meus", "com senhora", "com senhor", "com idos*", "2 pessoas", "3 pessoas", "4 pessoas", "5 pessoas",
        "duas pessoas", "tres pessoas", "quatro pessoas", "with people",
    ),
    "cannot_leave": (
        "nao consig* sair", "nao conseg* sair", "ninguem conseg* sair", "sem conseguir sair", "nao da sair", "nao da pra sair",
        "nao da para sair", "nao tem como sair", "nao tenho como sair", "impossivel sair", "num consigo sair", "nao to conseguindo sair",
        "nao estou conseguindo sair", "nao tamo conseguindo sair", "nao estamos conseguindo sair", "nao ta conseguindo sair",
        "cant get out", "can t get out", "cannot get out", "no puedo salir", "no podemos salir", "no puede salir", "nao tem outra saida",
        "nao posso sair",
    ),
    "cannot_enter": (
        "nao consigo entrar", "nao consigo voltar", "sem conseguir entrar", "nao da pra entrar", "nao tem como entrar",
        "cant get back in",
    ),
    "on_top": ("em cima",),
    "outside": ("lado fora", "pra fora", "para fora", "fora casa", "locked out", "por fora"),
    "freed": (
        "me tiraram", "ja tiraram", "nos tiraram", "ja sai", "ja saiu", "ja sairam", "ja saimos", "consegui sair", "conseguiu sair",
        "conseguimos sair", "ja abri", "ja abriu", "ja abriram", "ja me soltaram", "ja soltaram", "foi resgatad*", "fui resgatad*",
        "ja passou", "ja soltou", "ja tirei", "ja tiramos",
    ),
    "jammed": (
        "nao abre", "nao abria", "nao quer abrir", "nao ta abrindo", "nao consegue abrir", "nao consigo abrir", "nao sabe abrir",
        "wont open", "won t open", "no abre", "cant open", "can t open", "macaneta saiu", "macaneta quebrou", "chave quebrou",
        "nao tem macaneta", "sem macaneta", "macaneta caiu", "nao destranca", "nao destrava", "nao gira", "nao sabe destrancar",
        "nao sabe destravar", "nao consegue destrancar", "nao consigo destrancar", "ninguem conseg* abrir", "nao destranc*",
        "macaneta soltou", "fechadura engasgou",
    ),
    "in_there": (
        "la dentro",
    ),
    "locked_inside": (
        "trancad* por dentro", "fechad* por dentro", "trancou por dentro", "se trancou por dentro",
    ),
    "not_out": (
        "nao sai", "nao ta saindo", "nao quer sair", "nao consegue sair", "nao solta", "nao consigo tirar", "nao consegue tirar",
    ),
    "scream": (
        "pedindo ajuda", "pedindo socorro", "batendo na porta",
    ),
}  # fmt: skip
