"""What several words mean together: things with long names, turns of speech, and false friends, which mean nothing.

A phrase is written without the small words that may stand between its own: "gas ar" is also "gás do ar".
"""

from collections.abc import Mapping

from core.false_friends import FALSE_FRIENDS

SMALL = frozenset(
    "de do da dos das d o a os as um uma uns umas un una the of an del el la los las contra esse essa esses essas aquele aquela aqueles "
    "aquelas meu minha meus minhas nosso nossa".split()
)
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
    "e gas isso", "e gas mesmo", "eh gas mesmo", "e gas sim", "e gas certeza",
)  # fmt: skip
_LEFT_ON = ("deix* gas ligad*", "esquec* gas ligad*", "ficou gas ligad*")
_FILLED = (
    "cheio gas", "cheia gas", "cheios gas", "cheias gas", "tomad* gas", "tomad* pelo gas", "tomad* por gas", "encheu gas",
    "enchendo gas", "impregnad* gas", "empestead* gas",
)  # fmt: skip
_INSIDE = (
    "aqui dentro", "estou dentro", "to dentro", "estamos dentro", "lado dentro", "comigo dentro", "eu dentro",
)  # fmt: skip

_WATERS = "piscina lagoa lago rio mar represa riacho cachoeira acude igarape corrego brejo oceano aquario"
_LIKE = ("vir*", "parec*", "igual", "feito", "que nem", "ta", "esta", "ficou", "era")
_LIKE_WATERS = tuple(f"{like} {water}" for like in _LIKE for water in _WATERS.split())
_UNKNOWN = ("nao sei", "nao sabe", "nao sabemos", "ninguem sabe", "nao da pra saber", "sera que", "acho que", "parece que")
_FLUE = ("exaustor aquecedor", "chamine aquecedor", "duto aquecedor", "duto de exaustao aquecedor")
_WHERE_LIFT = ("no elevador", "dentro elevador", "nesse elevador")
_IN_LIFT = tuple(f"{am} {where}" for am in ("to", "tou", "estou", "estamos", "tamo", "tamos", "fiquei", "ficamos") for where in _WHERE_LIFT)
_KIN = "mae pai ela ele filha filho esposa marido avo vo vovo irma irmao tia tio sogra sogro neta neto menina menino bebe crianca gente"
_FAINTED = tuple(f"{who} {how}" for who in _KIN.split() for how in ("apagou", "apagaram", "ficou mole", "caiu dur*", "perdeu forcas"))
_THERE = ("se tem", "se ha", "tem", "se ficou")
_MAYBE_PERSON = tuple(f"{unknown} {there} {who}" for unknown in _UNKNOWN for there in _THERE for who in ("gente", "alguem"))

PHRASES: Mapping[str, tuple[str, ...]] = {
    NOTHING: FALSE_FRIENDS,
    "maybe_person": _MAYBE_PERSON,
    "opened": _LEFT_ON,
    "gas": (
        *_LEFT_ON, *_GAS_INDEED, "gas butano", "gas natural", "gas encanad*", "gas canalizad*", "gas central", "puro gas", "ta so gas",
        "presenca gas", "escape gas", "gas no ambiente", "gas no ar", "gas pela casa", "gas pelo ap*", "gas na casa toda",
        "gas espalhad*", "gas acumulad*", "acumulo gas", "concentracao gas", "concentrac* alta gas", "gas puro", "muito gas", "gas solto",
        "vem gas", "veio gas", "vindo gas", "entra gas", "entrando gas", "sobe gas", "subindo gas",
    ),
    "leak": (
        *_BIG_LEAK, *_FILLED, "puro gas", "ta so gas", "presenca gas", "escape gas", "gas no ambiente", "gas no ar", "gas pela casa",
        "gas pelo ap*", "gas na casa toda", "gas espalhad*", "gas acumulad*", "acumulo gas", "concentracao gas", "concentrac* alta gas",
        "gas puro", "muito gas", "gas solto", "vem gas", "veio gas", "vindo gas", "entra gas", "entrando gas", "sobe gas", "subindo gas",
    ),
    "supply": ("gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "cooling": ("ar condicionado", "ar cond", "air conditioner"),
    "stove": ("fogao a gas", "forno a gas", "fogao gas", "cooktop a gas", "boca fogao", "bocas fogao", "gas stove"),
    "bottle": (
        "botijao gas", "bujao gas", "troquei gas", "trocaram gas", "troca gas", "trocar gas", "registro gas", "valvula gas",
        "mangueira gas", "mangueira fogao", "mangueirinha fogao", "mangueirinha gas", "registro botijao", "mangueira botijao", "cano gas",
        "medidor gas", "regulador gas", "tubulacao gas", "encanamento gas", "relogio gas", "troc* botij*", "troc* bujao",
        "mangueira botij*", "mangueira bujao", "cano do medidor gas", "vem medidor gas", "tubo gas", "canos gas", "valvula botij*",
        "valvula bujao", "registro botij*",
    ),
    "gas_pipe": (
        "valvula botij*", "valvula bujao", "registro botij*", "registro gas", "cano gas", "canos gas", "mangueira gas",
        "mangueirinha gas", "mangueira fogao", "mangueirinha fogao", "tubulacao gas", "encanamento gas", "mangueira botijao",
        "mangueira botij*", "mangueira bujao", "vem medidor gas", "tubo gas",
    ),
    "odd": ("nao sei o que e", "nao sei que e", "nao cons* identificar", "nao sei dizer o que"),
    "hiss": ("ar escapando", "ar vazando", "ar saindo"),
    "unlit": (
        "ligad* sem chama", "abert* sem chama", "ligad* sem fogo", "abert* sem fogo", "acend* sem chama", "ligad* apagad*",
    ),
    "rotten": (
        "ovo podre", "ovos podres", "ovo estragad*", "ovo choco", "rotten egg*", "huevo podrido", "huevos podridos",
    ),
    "exhaust": _FLUE,
    "heater": (
        *_FLUE,
        "aquecedor a gas", "chuveiro a gas", "boiler a gas", "estufa a gas", "lareira a gas", "caldeira a gas", "ducha a gas",
        "aquecimento a gas", "aquecedor gas", "chuveiro gas", "estufa gas", "aquecedor passagem", "water heater", "gas heater",
        "calentador agua", "calentador gas", "churrasqueira dentro", "carvao dentro", "fogareiro dentro", "aquecedor nao liga",
        "aquecedor nao esquenta", "aquecedor nao funciona", "aquecedor nao acende", "aquecedor quebrou", "aquecedor quebrado",
        "aquecedor que nao esquenta", "aquecedor que nao liga", "aquecedor parou", "aquecedor solar", "churrasco dentro",
        "churrasco na sala", "carvao no quarto", "carvao na sala", "carvao sala", "carvao quarto", "gas water heater",
        "aquecedor agua gas", "aquecedor de agua a gas",
    ),
    "sick": (
        "dor cabeca", "dor na cabeca", "dores cabeca", "cabeca doendo", "cabeca doi", "cabeca dolorida", "cabeca pesad*",
        "cabeca girando", "cabeca lateja*", "doendo cabeca", "doi cabeca", "doeu cabeca", "passando mal", "passei mal", "passou mal",
        "passaram mal", "passamos mal", "passo mal", "passa mal", "mal estar", "falta ar", "sem ar", "ansia vomito", "duele cabeza",
        "dolor cabeza", "vista escura", "vista escurec*", "corpo mole", "perdeu sentidos", "perdi sentidos", "ficou mole", "fiquei mole",
        "passed out", "muito sono", "com sono", "tudo girando", "tudo girar", "tudo rodando", "cabeca estourando", "cabeca explodindo",
        "cabeca rodando", "nao acorda", "nao ta acordando", "vontade vomitar", *_FAINTED, "nariz arde", "arde nariz", "olho ardendo",
        "ardendo olho", "arde olho", "olhos ardendo", "ardendo olhos", "nariz ardendo", "ardendo nariz", "sentindo mal", "sentir mal",
        "sente mal", "sinto mal", "senti mal", "sentiu mal", "sentiram mal", "visao turva", "vista turva", "vista embac*", "visao embac*",
        "falando enrolad*", "fala enrolad*", "falar enrolad*", "lingua enrolad*", "coracao acelerad*", "coracao disparad*",
        "dificuldade respirar", "nao cons* respirar", "sem folego", "perdi consciencia", "perdeu consciencia", "labios roxos",
        "boca roxa", "ficou roxo", "ficou roxa", "minha pressao cai*", "quase apag*", "cabeca oca", "aperto no peito", "dor nas temporas",
        "passar mal", "peso na cabeca", "branco e mole", "branca e mole", "parar no hospital", "parou no hospital", "pararam no hospital",
        "parar na upa", "parou na upa", "parar no pronto", "cabeca explod*", "estomago embrulhad*", "vendo tudo dobrado", "vendo dobrado",
        "moleza corpo", "sono estranho", "sono esquisito", "cabeca ruim", "cabeca estranha", "estomago ruim", "olhos vermelhos",
        "ver dobrado", "ficamos mal", "fiquei mal", "ficaram mal", "estamos mal", "acordei mal", "acordamos mal", "acordou mal",
        "saio mal", "sai mal", "quase desmai*", "sem forca nas pernas", "pernas moles", "perna mole", "perdendo forcas",
        "muita sonolencia",
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
        "nao cons* apagar", "tentando apagar", "peg* fogo", "pego fogo", "bot* fogo", "ate* fogo", "tac* fogo", "em chamas", "on fire",
        "caught fire", "catching fire", "prendeu fogo", "foco incendio", "principio incendio", "se prendio fuego",
        "consegui* apagar fogo", "conseguimos apagar fogo", "prend* fogo", "prendiendo fuego", "tem fogo", "vi fogo", "virou fogo",
        "principio fogo", "virou tocha", "feito tocha", "virou fogueira", "virou brasa", "pegou tudo fogo",
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
    "shock": (
        "da choque*", "da muito choque*", "da muitos choque*", "da cada choque*", "da pequeno choque*", "da leve choque*",
        "da baita choque*", "da puta choque*", "da pra levar choque", "da sempre choque*",
    ),
    "take": (
        "da choque*", "da muito choque*", "da muitos choque*", "da cada choque*", "da pequeno choque*", "da leve choque*",
        "da baita choque*", "da puta choque*", "da sempre choque*",
    ),
    "real": ("da choque*",),
    "electrocuted": (
        "morr* de choque", "morr* com choque", "descarga eletrica", "descargas eletricas", "choque eletrico", "choques eletricos",
        "electric shock*", "me dio descarga", "me dio calambre", "me dio corriente", "da corriente", "me da corriente", "pasa corriente",
        "descarga electrica", "passando corrente", "passa corrente", "fuga corrente", "got shocked", "shocked me", "shocks me",
        "tomou descarga", "levou descarga", "tomei descarga", "levei descarga", "recebi descarga", "tomaram descarga", "getting shocked",
        "get shocked", "gets shocked", "da patada", "da patadas", "dio patada", "dio una patada", "da toques", "levei 220", "tomei 220",
        "levou 220", "tomou 220", "levei 110", "tomei 110", "levei 127", "levei uma carga", "tomei uma carga",
    ),
    "flooded": (
        *_LIKE_WATERS, "tromba agua", "debaixo agua", "cheia agua", "under water", "full of water", "llena agua", "tudo boiando",
        "agua dentro casa", "casa ta enchendo", "casa enchendo", "casa esta enchendo", "tomad* agua", "tomad* pela agua", "coberto agua",
        "coberta agua",
    ),
    "pipe": ("caixa agua", "caixa dagua", "mangueira maquina", "joelho pia", "joelho cano", "joelho pvc"),
    "tank": ("caixa agua", "caixa dagua"),
    "leg": (
        "passou rodape", "acima rodape", "no joelho", "ate joelho", "pelo joelho", "na canela", "ate canela", "pela canela",
        "pelas canelas", "nas canelas", "na cintura", "ate cintura", "no tornozelo", "ate tornozelo", "pelo tornozelo",
        "ja passou rodape", "ja passou tornozelo", "ja passou joelho", "ja passou canela",
    ),
    "flows": (
        "nao para sair", "nao para vazar", "nao para vir", "nao para cair", "nao para escorrer", "comec* sair", "comec* cair",
        "comec* vir", "comec* entrar", "comec* escorrer", "comec* descer",
    ),
    "rises": ("nao para entrar", "nao para vir", "so sobe", "nao para de subir"),
    "under_door": (
        "por baixo porta", "por debaixo porta", "debaixo da minha porta", "debaixo da porta", "por baixo da minha porta",
        "por debaixo da minha porta", "pela fresta porta",
    ),
    "jet": ("jato agua", "jato dagua", "jato forte", "um jato", "jato no", "jato pra"),
    "everywhere": (
        "por todo lado", "por todos lados", "pra todo lado", "para todo lado", "todo canto", "casa toda", "casa inteira",
        "apartamento todo", "apartamento inteiro", "ap todo", "ape todo", "apto todo", "toda casa", "todo apartamento", "sala toda",
        "cozinha toda", "sala inteira", "quarto todo", "quarto inteiro", "cozinha inteira", "todos comodos", "all over", "chao todo",
        "por todas partes", "invadiu tudo", "tomou tudo", "cobriu tudo", "molhando tudo", "encharcou tudo", "encharcando tudo",
    ),
    "unstoppable": (
        "nao cons* fechar", "nao fecha", "nao acho registro", "nao para", "sem parar", "nao cons* parar", "sem controle",
        "nao sei fechar", "nao sei onde fecha", "nao cons* conter", "nao cons* controlar", "nao cons* estancar", "nao cons* segurar",
        "nao da conta", "nao to dando conta", "ninguem conseg* fechar", "nao tem como fechar", "registro quebrou",
        "nao encontro registro", "wont stop", "cant stop", "cant turn off", "nao vence", "nao venco", "nao vencemos",
        "nao sei onde fecha*", "nao acho onde fecha*", "nao para sair", "nao para vazar", "nao para vir", "nao para escorrer",
    ),
    "much_water": _MUCH_WATER,
    "am_inside": (
        *_INSIDE, "por dentro e to", "por dentro e estou", "sozinh* aqui", "comigo aqui", "comigo no", "comigo na", "comigo dentro",
    ),
    "inside": (*_INSIDE, "la dentro"),
    "falls": (
        "nao para cair", "vai cair", "vao cair", "pode cair", "podem cair", "quase caindo", "prestes cair", "ameacando cair",
        "ameaca cair", "risco cair", "vai desabar", "prestes desabar", "veio abaixo", "foi abaixo", "vindo abaixo", "veio ao chao",
        "foi ao chao", "foi pro chao", "querendo cair", "quase cai", "vai despenc*", "se cayo", "caving in", "coming down",
        "se vino abajo", "veio tudo abaixo", "veio todo abaixo", "veio toda abaixo", "vai vir abaixo", "vir abaixo", "veio parar no chao",
        "fall off", "came down", "comes down", "caiu da varanda", "caiu da sacada", "caiu da parede", "caiu da escada", "caiu do telhado",
        "caiu do muro", "caiu da laje", "cair da varanda", "despencou da varanda", "despencou da parede", "caindo da parede",
        "acab* de cair", "comec* cair", "comec* desprend*", "acab* de despenc*", "esta pra cair", "ta pra cair", "esta para cair",
    ),
    "off_wall": ("solt* da parede", "cai* da parede", "despreg* da parede", "descol* da parede", "desgrud* da parede"),
    "glass": ("folha janela", "folha vidro", "folha da janela", "folhas vidro", "folhas janela"),
    "frame": ("grade sacada", "grade varanda", "guarda corpo", "grade da escada"),
    "touched": ("forno eletric*", "fogao eletric*"),
    "splits": ("abriu buraco",),
    "broken_frame": (
        "pedac* teto", "pedac* laje", "pedac* forro", "pedac* parede", "pedac* viga", "pedac* marquise", "pedac* sacada", "parte teto",
        "parte laje", "parte forro", "placa gesso",
    ),
    "room": ("area servico", *_IN_LIFT),
    "big": (
        "de cima embaixo", "de cima ate embaixo", "de fora fora", "de ponta ponta", "de lado outro", "cada vez maior", "cada dia maior",
        "cada vez mais", "ta maior", "ficando maior", "mais larga", "mais funda", "mais aberta", "nao para crescer", "nao para aumentar",
        "teto inteiro", "parede inteira", "parede toda", "teto todo", "ver outro lado", "ver rua", "ver la fora", "cada dia mais",
        "a cada dia", "cada hora mais", "todo dia mais", "de um dia pro outro", "dia apos dia",
    ),
    "crack": ("esta rajad*",),
    "fine": ("so feio", "so estetico", "linha fina"),
    "light_stuff": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
    ),
    "finish": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
    ),
    "robbed": (
        "break in", "broke in", "broken in", "broken into", "broke into", "breaking in", "mao armada", "homem armado", "homens armados",
        "limparam casa", "me renderam", "nos renderam", "renderam porteiro", "fui rendid*", "fomos rendid*", "renderam gente",
        "fizeram limpa", "fez limpa",
    ),
    "forced": (
        "porta abaixo", "portao abaixo", "pe na porta", "kicked in", "forzaron puerta", "forzaron cerradura", "porta estourada",
        "porta tava estourada", "porta arrebentad*", "porta foi arrebentad*", "porta ta arrebentad*", "portao arrebentad*",
        "fechadura arrebentad*", "fechadura arrancad*", "fechadura foi arrancad*", "cadeado arrebentad*", "cadeado estourad*",
        "fechadura estourad*", "pe cabra",
    ),
    "stranger": (
        "gente estranha", "homem estranho", "cara estranho", "homens estranhos", "caras estranhos", "pessoa estranha",
        "homem desconhecido", "pessoas estranhas", "um estranho", "gente desconhecida", "sujeito estranho", "que nao conheco",
        "que eu nao conheco", "que ninguem conhece", "que nunca vi",
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
        "nao cons* sair", "ninguem conseg* sair", "sem conseguir sair", "nao da sair", "nao da pra sair", "nao da para sair",
        "nao tem como sair", "nao tenho como sair", "impossivel sair", "num cons* sair", "nao to conseguindo sair",
        "nao estou conseguindo sair", "nao tamo conseguindo sair", "nao estamos conseguindo sair", "nao ta conseguindo sair",
        "cant get out", "can t get out", "cannot get out", "no puedo salir", "no podemos salir", "no puede salir", "nao tem outra saida",
        "nao posso sair", "sem ter por onde sair", "nao tenho por onde sair", "sem saida", "nao tem por onde sair", "sem como sair",
        "nao deixa sair", "nao ha como sair",
    ),
    "cannot_enter": (
        "nao cons* entrar", "nao cons* voltar", "sem conseguir entrar", "nao da pra entrar", "nao tem como entrar", "cant get back in",
    ),
    "on_top": ("em cima",),
    "outside": ("lado fora", "pra fora", "para fora", "fora casa", "locked out", "por fora"),
    "freed": (
        "me tiraram", "ja tiraram", "nos tiraram", "ja sai", "ja saiu", "ja sairam", "ja saimos", "consegui sair", "conseguiu sair",
        "conseguimos sair", "ja abri", "ja abriu", "ja abriram", "ja me soltaram", "ja soltaram", "foi resgatad*", "fui resgatad*",
        "ja passou", "ja soltou", "ja tirei", "ja tiramos", "fui retirad*", "foi retirad*", "foram retirad*", "fui solt*", "fui tirad*",
        "fui libertad*", "conseguiram abrir", "abriram porta", "foi libertad*", "conseguiram tirar", "ja destrancaram",
    ),
    "jammed": (
        "nao abre", "nao abria", "nao quer abrir", "nao ta abrindo", "nao cons* abrir", "nao sabe abrir", "wont open", "won t open",
        "no abre", "cant open", "can t open", "macaneta saiu", "macaneta quebrou", "chave quebrou", "nao tem macaneta", "sem macaneta",
        "macaneta caiu", "nao destranca", "nao destrava", "nao gira", "nao sabe destrancar", "nao sabe destravar", "nao cons* destrancar",
        "ninguem conseg* abrir", "nao destranc*", "macaneta soltou", "fechadura engasgou",
    ),
    "in_there": ("la dentro", "ta la", "esta la", "ta la dentro", "esta la dentro", "ficou la", "ficou la dentro"),
    "locked_inside": ("trancad* por dentro", "fechad* por dentro", "trancou por dentro", "se trancou por dentro"),
    "not_out": ("nao sai", "nao ta saindo", "nao quer sair", "nao cons* sair", "nao solta", "nao cons* tirar"),
    "scream": ("pedindo ajuda", "pedindo socorro", "batendo na porta"),
    "burnt": ("coisa torrad*", "fio torrad*", "plastico torrad*", "motor torrad*"),
    "bare": (
        "sem capa", "sem isolamento", "sem isolacao", "sem isolante", "sem protecao", "a mostra", "pra fora", "para fora", "de fora",
    ),
    "took": (
        "tinh* levado", "tinh* carregado", "tinh* levad*", "foi levad*", "foram levad*", "passaram mao", "passou mao",
    ),
    "scorched": (
        "ficou pret*", "ta pret*", "ta toda preta", "ta todo preto", "fica pret*", "ficando pret*", "esta pret*", "ficou marrom",
        "ta marrom", "fica marrom", "ficando marrom", "ficou escur*", "ta escur*", "pret* em volta", "marca preta", "mancha preta",
        "marca de queimad*", "manchad* preto", "marca queimad*",
    ),
    "thrown": (
        "jogad* longe", "jogou longe", "jogad* pra tras", "jogou pra tras", "jogad* para tras", "lancad* longe", "voei longe",
        "voou longe", "arremessad* longe", "me jogou", "arremess* pra tras",
    ),
    "came_off": (
        "saiu na mao", "saiu na minha mao", "ficou na mao", "ficou na minha mao", "quebrou na mao", "quebrou na minha mao",
        "soltou na mao", "soltou na minha mao", "caiu na mao", "na mao e", "pulou fora",
    ),
    "hard": (
        "toda pressao", "muita pressao", "com tudo", "toda forca", "muita forca", "com forca", "em cascata", "em bica", "as bicas",
        "com vontade", "aos montes", "baldes e baldes", "que nem cachoeira", "que nem chuva", "a rodo", "sem do",
    ),
    "helpless": (
        "nao vence", "nao venco", "nao vencemos", "nao cons* estancar", "nao cons* conter", "nao cons* controlar", "nao cons* segurar",
        "nao dou conta", "nao damos conta", "nao to dando conta", "nao sei onde fecha*", "nao acho registro", "nao acho onde fecha*",
        "nao sei fechar", "ninguem conseg* fechar", "nao tem como fechar", "nao encontro registro", "nao cons* parar", "da conta agua",
        "da conta da agua", "nao venc*", "nem com balde", "nem com pano",
    ),
    "bailing": (
        "tirando agua", "puxando agua", "secando agua", "jogando agua fora", "tirar agua", "puxar agua", "passando rodo",
        "enchendo balde", "com balde", "no balde", "com rodo",
    ),
    "official": ("defesa civil", "corpo bombeiros"),
    "interdict": (
        "mand* sair", "mand* gente sair", "mand* todos sair", "mand* todo mundo sair", "ped* pra sair", "ped* gente sair",
        "ped* para sair", "ped* pra gente sair", "mand* desocup*", "nao pode ficar", "nao podemos ficar",
    ),
    "collapse_risk": (
        "risco de desab*", "perigo de desab*", "ameac* desab*", "risco de desmoron*", "ameac* desmoron*", "perigo de desmoron*",
        "risco de colapso", "risco iminente", "risco de cair", "perigo de cair", "ameac* ruir", "risco de ruir",
    ),
    "not_back": (
        "nao cons* subir", "nao cons* descer", "nao cons* voltar", "nao tem como descer", "nao tenho como descer", "nao tem como subir",
        "nao cons* sair", "sem conseguir descer", "sem conseguir subir",
    ),
    "silent": (
        "nao responde", "nao ta respondendo", "nao esta respondendo", "nao da sinal", "parou de responder", "nao respondeu",
    ),
    "gush": ("vomit* agua", "golf* agua", "cusp* agua"),
    "person": ("a gente", "com alguem", "com gente"),
    "pocketed": (
        "roub* celular", "roub* meu celular", "celular roubad*", "celular foi roubad*", "furt* celular", "celular furtad*",
        "celular foi furtad*", "roub* bolsa", "roub* carteira", "carteira roubad*", "roub* telefone", "roub* meu telefone",
        "assalt* levaram celular", "cartao foi roubad*", "cartao roubad*", "roub* cartao", "roub* meu cartao", "clon* cartao",
        "roub* senha", "assalt* na rua", "roubad* na rua", "assalto na rua", "roubo na rua", "furtad* na rua", "assaltad* na rua",
    ),
    "burner": ("boca fogao", "bocas fogao"),
    "smell": (*_GAS_INDEED, "da pra cheirar", "cheirou hora"),
    "gas_filled": (*_FILLED, "gas empest*", "gas tomou", "gas tomando", "gas invadi*"),
    "soot": ("po preto", "pozinho preto", "sujeira preta"),
    "see_through": (
        "ver rua", "ver outro lado", "ver la fora", "ver ceu", "ver o vizinho", "ver vizinho", "entra luz", "passa luz", "vejo rua",
        "vejo ceu", "ver quintal",
    ),
    "ago": (
        "ano passado", "mes passado", "semana passada", "outro dia", "ano retrasado", "anos atras", "meses atras", "uma vez",
    ),
    "electric_current": ("corrente eletrica", "carga eletrica"),
    "water": (
        *_MUCH_WATER, "vomit* agua", "golf* agua", "cusp* agua", "o rio", "o corrego", "o riacho", "o igarape", "a mare", "o corgo",
        "o ribeirao",
    ),
    "kick": ("da coice*", "da patada*"),
    "displaced": (
        "saindo lugar", "saiu lugar", "fora prumo", "fora esquadro", "saindo prumo", "saiu prumo", "mudou lugar", "saindo do lugar",
    ),
    "passes": ("ja passou",),
    "unsealed": (
        "nao veda", "nao ta vedando", "nao esta vedando", "nao vedou", "nao fecha direito", "ta frouxo", "ta frouxa", "ta bambo",
    ),
    "blocked": ("solt* da parede", "caiu da parede", "despreg* da parede", "descol* da parede"),
    "someone": ("com alguem", "com gente"),
    "in_lift": _IN_LIFT,
    "lift": _IN_LIFT,
    "to_leave": ("pra sair", "para sair", "pra eu sair", "pra gente sair"),
}  # fmt: skip
