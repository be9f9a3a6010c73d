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
_MUCH_WATER = (
    "muita agua", "mta agua", "mt agua", "agua demais", "tanta agua", "agua com forca", "monte agua",
)  # fmt: skip
_CO_ALARM = (
    "co alarm", "co detector", "detector co", "alarme co", "sensor co",
)  # fmt: skip
_GAS_INDEED = (
    "e gas mesmo", "eh gas mesmo", "e gas sim", "e gas certeza",
)  # fmt: skip
_INSIDE = (
    "aqui dentro", "estou dentro", "to dentro", "estamos dentro", "lado dentro", "comigo dentro",
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
        "lado porta", "tinta parede", "tinta teto", "pintura parede", "pintura teto",
        # robbery that is none
        "e um roubo", "eh um roubo", "e um assalto", "eh um assalto", "um verdadeiro assalto", "um verdadeiro roubo", "virou um roubo",
        "ta um roubo", "roub* vaga", "roub* minha vaga", "roub* nossa vaga", "roub* lugar", "roub* meu lugar", "roub* tempo",
        "roub* meu tempo", "roub* minha paz", "roub* cena", "roub* sono", "roub* meu sono", "roub* sinal", "roub* wifi", "roub* meu wifi",
        "roub* internet", "que assalto", "assalto ao bolso", "que roubo", "roub* no preco", "tive que arrombar", "tivemos que arrombar",
        "preciso arrombar", "precisei arrombar", "arrombei porta", "arrombei fechadura", "concreto armado", "guarda roupa",
        # who is not locked in
        "dentro fechadura", "dentro prazo", "sair do ar",
    ),
    "gas": (*_GAS_INDEED, "gas butano", "gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "smell": _GAS_INDEED,
    "supply": ("gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "cooling": ("ar condicionado", "ar cond", "air conditioner"),
    "stove": ("fogao a gas", "forno a gas", "fogao gas", "cooktop a gas", "boca fogao", "bocas fogao", "gas stove"),
    "bottle": (
        "botijao gas", "bujao gas", "troquei gas", "trocaram gas", "troca gas", "trocar gas", "registro gas", "valvula gas",
        "mangueira gas", "mangueira fogao", "mangueirinha fogao", "mangueirinha gas", "registro botijao", "mangueira botijao", "cano gas",
        "medidor gas", "regulador gas", "tubulacao gas", "encanamento gas", "relogio gas",
    ),
    "rotten": ("ovo podre", "ovos podres", "ovo estragad*", "ovo choco", "rotten egg*", "huevo podrido", "huevos podridos"),
    "heater": (
        "aquecedor a gas", "chuveiro a gas", "boiler a gas", "estufa a gas", "lareira a gas", "caldeira a gas", "ducha a gas",
        "aquecimento a gas", "aquecedor gas", "chuveiro gas", "estufa gas", "aquecedor passagem", "water heater", "gas heater",
        "calentador agua", "calentador gas", "churrasqueira dentro", "carvao dentro", "fogareiro dentro",
    ),
    "sick": (
        "dor cabeca", "dor na cabeca", "dores cabeca", "cabeca doendo", "cabeca doi", "cabeca dolorida", "cabeca pesad*",
        "cabeca girando", "cabeca lateja*", "doendo cabeca", "doi cabeca", "doeu cabeca", "passando mal", "passei mal", "passou mal",
        "passaram mal", "passamos mal", "passo mal", "passa mal", "mal estar", "falta ar", "sem ar", "ansia vomito", "duele cabeza",
        "dolor cabeza", "vista escura", "vista escurec*", "corpo mole", "perdeu sentidos", "perdi sentidos", "ficou mole", "fiquei mole",
        "passed out", "muito sono", "com sono",
    ),
    "trouble": (  # a headache in the other sense, and a heater that is not there
        "so da dor cabeca", "so me da dor cabeca", "so dor cabeca", "so deu dor cabeca", "so me deu dor cabeca", "so traz dor cabeca",
        "so me traz dor cabeca", "so dando dor cabeca", "so me dando dor cabeca", "nem foi instalad*", "nao foi instalad*",
        "nem instalaram",
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
    "short": ("curto circuito", "e curto circuito", "short circuit", "corto circuito"),
    "shock": ("da choque*",),
    "take": ("da choque*",),
    "real": ("da choque*",),
    "electrocuted": (
        "descarga eletrica", "descargas eletricas", "choque eletrico", "choques eletricos", "electric shock*", "me dio descarga",
        "me dio calambre", "me dio corriente", "da corriente", "me da corriente", "pasa corriente", "descarga electrica",
        "passando corrente", "passa corrente", "fuga corrente", "got shocked", "shocked me", "shocks me",
    ),
    "flooded": (
        "tromba agua", "debaixo agua", "cheia agua", "virou piscina", "virou lagoa", "virou rio", "parece piscina", "igual piscina",
        "under water", "full of water", "llena agua", "tudo boiando", "agua dentro casa", "casa ta enchendo", "casa enchendo",
        "casa esta enchendo",
    ),
    "water": _MUCH_WATER,
    "pipe": ("caixa agua", "caixa dagua", "mangueira maquina", "joelho pia", "joelho cano", "joelho pvc"),
    "leg": (
        "passou rodape", "acima rodape", "no joelho", "ate joelho", "pelo joelho", "na canela", "ate canela", "pela canela",
        "pelas canelas", "nas canelas", "na cintura", "ate cintura", "no tornozelo", "ate tornozelo", "pelo tornozelo",
    ),
    "flows": ("nao para sair", "nao para vazar", "nao para vir", "nao para cair", "nao para escorrer"),
    "rises": ("nao para subir", "nao para entrar", "nao para vir", "so sobe"),
    "everywhere": (
        "por todo lado", "por todos lados", "pra todo lado", "para todo lado", "todo canto", "casa toda", "casa inteira",
        "apartamento todo", "apartamento inteiro", "ap todo", "ape todo", "apto todo", "toda casa", "todo apartamento", "sala toda",
        "cozinha toda", "sala inteira", "quarto todo", "quarto inteiro", "cozinha inteira", "todos comodos", "all over", "chao todo",
        "por todas partes",
    ),
    "unstoppable": (
        "nao consigo fechar", "nao consegue fechar", "nao fecha", "nao acho registro", "nao para", "sem parar", "nao consigo parar",
        "sem controle", "nao sei fechar", "nao sei onde fecha", "nao tem como fechar", "registro quebrou", "nao encontro registro",
        "wont stop", "cant stop", "cant turn off",
    ),
    "much_water": _MUCH_WATER,
    "am_inside": (*_INSIDE, "por dentro e to", "por dentro e estou", "sozinh* aqui"),
    "inside": _INSIDE,
    "falls": (
        "nao para cair", "vai cair", "vao cair", "pode cair", "podem cair", "quase caindo", "prestes cair", "ameacando cair",
        "ameaca cair", "risco cair", "vai desabar", "prestes desabar", "veio abaixo", "foi abaixo", "vindo abaixo", "veio ao chao",
        "foi ao chao", "foi pro chao", "querendo cair", "quase cai", "vai despenc*", "se cayo", "caving in", "coming down",
        "se vino abajo",
    ),
    "broken_frame": (
        "pedac* teto", "pedac* laje", "pedac* forro", "pedac* parede", "pedac* viga", "pedac* marquise", "pedac* sacada", "parte teto",
        "parte laje", "parte forro", "placa gesso",
    ),
    "room": ("area servico",),
    "big": (
        "de cima embaixo", "de cima ate embaixo", "de fora fora", "de ponta ponta", "de lado outro", "cada vez maior", "cada dia maior",
        "cada vez mais", "ta maior", "ficando maior", "mais larga", "mais funda", "mais aberta", "nao para crescer", "nao para aumentar",
        "teto inteiro", "parede inteira", "parede toda", "teto todo", "cabe dedo", "cabe meu dedo", "cabe mao", "cabe minha mao",
        "cabe braco", "enfiar mao", "enfiar dedo", "passa dedo", "passa mao", "passar mao", "colocar dedo", "colocar mao", "entra dedo",
        "entra mao", "hand in it", "ver outro lado", "ver rua", "ver la fora",
    ),
    "fine": ("so feio", "so estetico", "linha fina"),
    "robbed": (
        "break in", "broke in", "broken in", "broken into", "broke into", "breaking in", "mao armada", "homem armado", "homens armados",
        "limparam casa",
    ),
    "forced": (
        "porta abaixo", "portao abaixo", "pe na porta", "kicked in", "forzaron puerta", "forzaron cerradura", "porta estourada",
        "porta tava estourada",
    ),
    "stranger": (
        "gente estranha", "homem estranho", "cara estranho", "pessoa estranha", "homem desconhecido", "pessoas estranhas", "um estranho",
        "gente desconhecida", "sujeito estranho",
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
    "on_top": ("em cima",),
    "outside": ("lado fora", "pra fora", "para fora", "fora casa", "locked out", "por fora"),
    "freed": (
        "me tiraram", "ja tiraram", "nos tiraram", "ja sai", "ja saiu", "ja sairam", "ja saimos", "consegui sair", "conseguiu sair",
        "conseguimos sair", "ja abri", "ja abriu", "ja abriram", "ja me soltaram", "ja soltaram", "foi resgatad*", "fui resgatad*",
    ),
    "jammed": (
        "nao abre", "nao abria", "nao quer abrir", "nao ta abrindo", "nao consegue abrir", "nao consigo abrir", "nao sabe abrir",
        "wont open", "won t open", "no abre", "cant open", "can t open", "macaneta saiu", "macaneta quebrou", "chave quebrou",
        "nao tem macaneta", "sem macaneta",
    ),
    # turns of speech
    "doubt": (
        "nao sei se", "nao sei", "num sei se", "nem sei se", "sera que", "acho que", "acho q", "parece que", "parece ser", "pode ser",
        "deve ser", "deve ta", "deve estar", "ou e", "ou eh", "em duvida se", "i think", "not sure if", "creo que",
        "nao tenho certeza se", "nao consigo saber se", "nao sei dizer", "nao sei diferenciar", "suponho que", "imagino que",
        "suspeita de", "tem cara de",
    ),
    "if": ("e se", "imagina se"),
    "in_case": (
        "achei que era", "pensei que era", "pensei que fosse", "achei que fosse", "achava que era", "jurava que era", "em caso",
        "no caso de", "what if", "in case", "na hipotese", "numa eventual", "num eventual", "vai que", "supondo que", "suponha que",
        "caso haja", "caso ocorra", "caso aconteca", "in the event", "en caso", "if there is", "antes que", "quando tiver",
        "quando houver", "quando acontecer",
    ),
    "risk": ("risco de", "perigo de", "medo de", "medo que", "receio de", "chance de", "possibilidade de", "risk of", "danger of"),
    "cooked": ("panela queimou", "queimou panela", "queimei panela", "queimei arroz", "queimei feijao", "queimei comida", "feijao queimou"),
    "cooking": ("queima* lixo",),
    "insured": ("seguro residencial", "fazer seguro", "seguro cobre", "seguro cobriria", "cobertura seguro"),
    "not_gas": ("nao era gas", "nao foi gas", "mas nao era", "mas era lixo", "mas era esgoto", "mas era tinta", "mas era vizinh*"),
    "deny": (
        "no hay", "no huele", "there is no", "is no", "no smell", "is not", "no es", "sem ter", "nada de", "nenhum sinal", "longe de",
    ),
    "still": (
        "de novo", "outra vez", "mesmo assim", "nao adiantou", "nao resolveu", "e nada", "mas agora ta", "e agora ta", "e hoje",
        "mas hoje",
    ),
    "persists": (  # a "não" that denies nothing
        "nao para", "num para", "nao passa", "nao some", "nao sai cheiro", "nao aguent*", "nao suport*", "nao e normal", "nao e possivel",
        "nao so", "nao e so", "nao e primeira", "nao e unica", "nao e brincadeira", "nem sempre", "nao cons*", "nunca vi tant*",
        "nunca vi tao", "nunca senti tant*", "sem parar", "nao apenas", "nao apaga", "nao acaba", "nao sumiu", "nao passou", "nao parou",
        "nao apagou", "nao desliga", "nao deixa", "nao tem condic*", "nao e nada",
    ),
}  # fmt: skip
