"""What several words mean together: things with long names, turns of speech, and false friends, which mean nothing.

A phrase is written without the small words that may stand between its own: "gas ar" is also "gás do ar".
"""

from collections.abc import Mapping

from core.danger_house_phrases import HOUSE_PHRASES
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
_BIG_LEAK = (
    "vazamento enorme", "vazamento gigant*", "vazamento agua enorme", "vazamento agua gigant*", "vazamento grande", "vazamento feio",
    "vazamento muito grande", "vazamento muito forte", "vazamento forte", "baita vazamento", "vazando muito", "vazando demais",
    "saindo com tudo", "vazando com tudo", "vazando horrores",
)  # fmt: skip
_MUCH_WATER = (
    "muita agua", "mta agua", "mt agua", "agua demais", "tanta agua", "agua com forca", "monte agua", *_BIG_LEAK,
)  # fmt: skip
_CO_ALARM = (
    "co alarm", "co detector", "detector co", "alarme co", "sensor co", "medidor co", "aparelho co",
)  # fmt: skip
_GAS_INDEED = (
    "e gas isso", "e gas mesmo", "eh gas mesmo", "e gas sim", "e gas certeza",
)  # fmt: skip
_GAS_ABOUT = (
    "puro gas", "ta so gas", "presenca gas", "escape gas", "gas no ambiente", "gas no ar", "gas pela casa", "gas pelo ap*",
    "gas na casa toda", "gas espalhad*", "gas acumulad*", "acumulo gas", "concentracao gas", "concentrac* alta gas", "gas puro",
    "muito gas", "gas solto", "vem gas", "veio gas", "vindo gas", "entra gas", "entrando gas", "sobe gas", "subindo gas",
)  # fmt: skip
_GAS_PIPE = (
    "valvula botij*", "valvula bujao", "registro botij*", "registro gas", "cano gas", "canos gas", "mangueira gas",
    "mangueirinha gas", "mangueira fogao", "mangueirinha fogao", "tubulacao gas", "encanamento gas", "mangueira botijao",
    "mangueira botij*", "mangueira bujao", "vem medidor gas", "tubo gas",
)  # fmt: skip
_LEFT_ON = ("deix* gas ligad*", "esquec* gas ligad*", "ficou gas ligad*")
_FILLED = (
    "cheio gas", "cheia gas", "cheios gas", "cheias gas", "tomad* gas", "tomad* pelo gas", "tomad* por gas", "encheu gas",
    "enchendo gas", "impregnad* gas", "empestead* gas",
)  # fmt: skip

_LOW = ("fraca*", "baixa*", "acab*", "descarreg*", "arriad*", "gast*", "nova*")
_LOW_BATTERY = tuple(
    phrase
    for each in ("bateria", "pilha", "pilhas", "baterias")
    for phrase in (f"troc* {each}", f"troqu* {each}", *(f"{each} {low}" for low in _LOW), f"acab* {each}", f"falta {each}")
)

_WATERS = "piscina lagoa lago rio mar represa riacho cachoeira acude igarape corrego brejo oceano aquario"
_LIKE = ("vir*", "parec*", "igual", "feito", "que nem", "ta", "esta", "ficou", "era")
_LIKE_WATERS = tuple(f"{like} {water}" for like in _LIKE for water in _WATERS.split())
_FLUE = ("exaustor aquecedor", "chamine aquecedor", "duto aquecedor", "duto de exaustao aquecedor")
_KIN = "mae pai ela ele filha filho esposa marido avo vo vovo irma irmao tia tio sogra sogro neta neto menina menino bebe crianca gente"
_FAINTED = tuple(f"{who} {how}" for who in _KIN.split() for how in ("apagou", "apagaram", "ficou mole", "caiu dur*", "perdeu forcas"))

PHRASES: Mapping[str, tuple[str, ...]] = {
    **HOUSE_PHRASES,
    NOTHING: FALSE_FRIENDS,
    # gas
    "opened": _LEFT_ON,
    "gas": (*_LEFT_ON, *_GAS_INDEED, *_GAS_ABOUT, "gas butano", "gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "leak": (*_BIG_LEAK, *_FILLED, *_GAS_ABOUT),
    "supply": ("gas natural", "gas encanad*", "gas canalizad*", "gas central"),
    "cooling": ("ar condicionado", "ar cond", "air conditioner"),
    "stove": ("fogao a gas", "forno a gas", "fogao gas", "cooktop a gas", "boca fogao", "bocas fogao", "gas stove"),
    "bottle": (
        *_GAS_PIPE, "botijao gas", "bujao gas", "troquei gas", "trocaram gas", "troca gas", "trocar gas", "valvula gas",
        "registro botijao", "medidor gas", "regulador gas", "relogio gas", "troc* botij*", "troc* bujao", "cano do medidor gas",
    ),
    "gas_pipe": _GAS_PIPE,
    "odd": ("nao sei o que e", "nao sei que e", "nao cons* identificar", "nao sei dizer o que"),
    "hiss": ("ar escapando", "ar vazando", "ar saindo"),
    "unlit": (
        "ligad* sem chama", "abert* sem chama", "ligad* sem fogo", "abert* sem fogo", "acend* sem chama", "ligad* apagad*",
    ),
    "rotten": (
        "ovo podre", "ovos podres", "ovo estragad*", "ovo choco", "rotten egg*", "huevo podrido", "huevos podridos",
    ),
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
    "alarm": _CO_ALARM,
    "goes_off": ("going off", "goes off", "went off", "nao para tocar", "comec* tocar"),
    "real": ("da choque*",),
    "flows": (
        "nao para sair", "nao para vazar", "nao para vir", "nao para cair", "nao para escorrer", "comec* sair", "comec* cair",
        "comec* vir", "comec* entrar", "comec* escorrer", "comec* descer",
    ),
    "rises": ("nao para entrar", "nao para vir", "so sobe", "nao para de subir"),
    "freed": (
        "me tiraram", "ja tiraram", "nos tiraram", "ja sai", "ja saiu", "ja sairam", "ja saimos", "consegui sair", "conseguiu sair",
        "conseguimos sair", "ja abri", "ja abriu", "ja abriram", "ja me soltaram", "ja soltaram", "foi resgatad*", "fui resgatad*",
        "saiu em", "saiu depois", "saiu bem", "saiu sozinh*", "soltou sozinh*", "abriu sozinh*", "ja passou", "ja soltou", "ja tirei",
        "ja tiramos", "fui retirad*", "foi retirad*", "foram retirad*", "fui solt*", "fui tirad*", "fui libertad*", "conseguiram abrir",
        "abriram porta", "foi libertad*", "conseguiram tirar", "ja destrancaram",
    ),
    "burner": ("boca fogao", "bocas fogao"),
    "smell": (*_GAS_INDEED, "da pra cheirar", "cheirou hora"),
    "gas_filled": (*_FILLED, "gas empest*", "gas tomou", "gas tomando", "gas invadi*"),
    "ago": (
        "ano passado", "mes passado", "semana passada", "outro dia", "ano retrasado", "anos atras", "meses atras", "uma vez",
    ),
    "water": (
        *_MUCH_WATER, "vomit* agua", "golf* agua", "cusp* agua", "o rio", "o corrego", "o riacho", "o igarape", "a mare", "o corgo",
        "o ribeirao",
    ),
    "unsealed": (
        "nao veda", "nao ta vedando", "nao esta vedando", "nao vedou", "nao fecha direito", "ta frouxo", "ta frouxa", "ta bambo",
    ),
    # carbon monoxide
    "exhaust": _FLUE,
    "trouble": (  # a headache in the other sense, and a heater that is not there
        "so da dor cabeca", "so me da dor cabeca", "so dor cabeca", "so deu dor cabeca", "so me deu dor cabeca", "so traz dor cabeca",
        "so me traz dor cabeca", "so dando dor cabeca", "so me dando dor cabeca", "nem foi instalad*", "nao foi instalad*",
        "nem instalaram", "aquecedor nao liga", "aquecedor nao esquenta", "aquecedor nao funciona", "aquecedor nao acende",
        "aquecedor quebrou", "aquecedor quebrado", "aquecedor que nao esquenta", "aquecedor que nao liga", "aquecedor parou",
        "aquecedor solar", "quero um aquecedor", "quero aquecedor", "comprar aquecedor", "comprei aquecedor", "comprei um aquecedor",
        "instalar aquecedor", "dor cabeca tanto", "dor cabeca tanta", "dor cabeca com burocracia",
    ),
    "monoxide": (*_CO_ALARM, "carbon monoxide"),
    "soot": ("po preto", "pozinho preto", "sujeira preta"),
    "blocked": ("solt* da parede", "caiu da parede", "despreg* da parede", "descol* da parede"),
    # fire
    "burning": (
        "nao cons* apagar", "tentando apagar", "peg* fogo", "pego fogo", "bot* fogo", "ate* fogo", "tac* fogo", "em chamas", "on fire",
        "caught fire", "catching fire", "prendeu fogo", "foco incendio", "principio incendio", "se prendio fuego",
        "consegui* apagar fogo", "conseguimos apagar fogo", "prend* fogo", "prendiendo fuego", "tem fogo", "vi fogo", "virou fogo",
        "principio fogo", "virou tocha", "feito tocha", "virou fogueira", "virou brasa", "pegou tudo fogo",
    ),
    "electric": (*_PANEL, *_LIGHT, "relogio luz", "instalacao eletrica", "parte eletrica", "rede eletrica"),
    "outlet": _PANEL,
    "burning_up": ("comec* queimar", "comec* pegar"),
    "short": ("curto circuito", "e curto circuito", "short circuit", "corto circuito"),
    "pipe": ("caixa agua", "caixa dagua", "mangueira maquina", "joelho pia", "joelho cano", "joelho pvc"),
    "scream": ("pedindo ajuda", "pedindo socorro", "batendo na porta"),
    "burnt": ("coisa torrad*", "fio torrad*", "plastico torrad*", "motor torrad*"),
    "scorched": (
        "ficou pret*", "ta pret*", "ta toda preta", "ta todo preto", "fica pret*", "ficando pret*", "esta pret*", "ficou marrom",
        "ta marrom", "fica marrom", "ficando marrom", "ficou escur*", "ta escur*", "pret* em volta", "marca preta", "mancha preta",
        "marca de queimad*", "manchad* preto", "marca queimad*",
    ),
    "battery": _LOW_BATTERY,
    "tariff": (
        "conta agua", "conta luz", "conta gas", "conta energia", "conta telefone", "boleto gas", "fatura agua", "fatura luz", "fatura gas",
        "consumo agua", "consumo luz", "consumo energia", "consumo gas",
    ),
    # shock
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
    "electrocuted": (
        "morr* de choque", "morr* com choque", "descarga eletrica", "descargas eletricas", "choque eletrico", "choques eletricos",
        "electric shock*", "me dio descarga", "me dio calambre", "me dio corriente", "da corriente", "me da corriente", "pasa corriente",
        "descarga electrica", "passando corrente", "passa corrente", "fuga corrente", "got shocked", "shocked me", "shocks me",
        "tomou descarga", "levou descarga", "tomei descarga", "levei descarga", "recebi descarga", "tomaram descarga", "getting shocked",
        "get shocked", "gets shocked", "da patada", "da patadas", "dio patada", "dio una patada", "da toques", "levei 220", "tomei 220",
        "levou 220", "tomou 220", "levei 110", "tomei 110", "levei 127", "levei uma carga", "tomei uma carga",
    ),
    "hand_shower": ("ducha higienica", "ducha manual", "ducha intima", "mangueira jardim", "mangueira quintal"),
    "touched": ("forno eletric*", "fogao eletric*"),
    "light_stuff": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
    ),
    "bare": (
        "sem capa", "sem isolamento", "sem isolacao", "sem isolante", "sem protecao", "a mostra", "pra fora", "para fora", "de fora",
    ),
    "thrown": (
        "jogad* longe", "jogou longe", "jogad* pra tras", "jogou pra tras", "jogad* para tras", "lancad* longe", "voei longe",
        "voou longe", "arremessad* longe", "me jogou", "arremess* pra tras",
    ),
    "person": ("a gente", "com alguem", "com gente"),
    "electric_current": ("corrente eletrica", "carga eletrica"),
    "kick": ("da coice*", "da patada*"),
    "passes": ("ja passou",),
    # flood
    "lamp": (*_LIGHT, "lustre teto", "buraco lampada"),
    "flooded": (
        *_LIKE_WATERS, "tromba agua", "debaixo agua", "cheia agua", "under water", "full of water", "llena agua", "tudo boiando",
        "agua dentro casa", "casa ta enchendo", "casa enchendo", "casa esta enchendo", "tomad* agua", "tomad* pela agua", "coberto agua",
        "coberta agua",
    ),
    "leg": (
        "passou rodape", "acima rodape", "no joelho", "ate joelho", "pelo joelho", "na canela", "ate canela", "pela canela",
        "pelas canelas", "nas canelas", "na cintura", "ate cintura", "no tornozelo", "ate tornozelo", "pelo tornozelo",
        "ja passou rodape", "ja passou tornozelo", "ja passou joelho", "ja passou canela",
    ),
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
    "gush": ("vomit* agua", "golf* agua", "cusp* agua"),
}  # fmt: skip
