"""What several words mean together in the house: walls that fall, doors that are forced, people behind doors.

Written as in `core.danger_phrases`.
"""

from collections.abc import Mapping

_SELF_STUCK = (
    "estou pres*", "to pres*", "tou pres*", "estamos pres*", "tamo pres*", "tamos pres*",
)  # fmt: skip
_SHUT_IN = (
    "estou trancad*", "to trancad*", "tou trancad*", "estamos trancad*", "tamo trancad*", "tamos trancad*",
)  # fmt: skip
_CLOSED_IN = (
    "se trancou", "me tranquei", "fiquei fechad*", "to fechad*", "estou fechad*", "tamo fechad*", "estamos fechad*", "locked himself",
)  # fmt: skip
_INSIDE = (
    "aqui dentro", "estou dentro", "to dentro", "estamos dentro", "lado dentro", "comigo dentro", "eu dentro",
)  # fmt: skip
_WHERE_LIFT = ("no elevador", "dentro elevador", "nesse elevador")
_IN_LIFT = tuple(f"{am} {where}" for am in ("to", "tou", "estou", "estamos", "tamo", "tamos", "fiquei", "ficamos") for where in _WHERE_LIFT)
_UNKNOWN = ("nao sei", "nao sabe", "nao sabemos", "ninguem sabe", "nao da pra saber", "sera que", "acho que", "parece que")
_THERE = ("se tem", "se ha", "tem", "se ficou")
_MAYBE_PERSON = tuple(f"{unknown} {there} {who}" for unknown in _UNKNOWN for there in _THERE for who in ("gente", "alguem"))

HOUSE_PHRASES: Mapping[str, tuple[str, ...]] = {
    # structure
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
    "splits": ("abriu buraco",),
    "broken_frame": (
        "pedac* teto", "pedac* laje", "pedac* forro", "pedac* parede", "pedac* viga", "pedac* marquise", "pedac* sacada", "parte teto",
        "parte laje", "parte forro", "placa gesso",
    ),
    "big": (
        "de cima embaixo", "de cima ate embaixo", "de fora fora", "de ponta ponta", "de lado outro", "cada vez maior", "cada dia maior",
        "cada vez mais", "ta maior", "ficando maior", "mais larga", "mais funda", "mais aberta", "nao para crescer", "nao para aumentar",
        "teto inteiro", "parede inteira", "parede toda", "teto todo", "ver outro lado", "ver rua", "ver la fora", "cada dia mais",
        "a cada dia", "cada hora mais", "todo dia mais", "de um dia pro outro", "dia apos dia",
    ),
    "crack": ("esta rajad*",),
    "fine": ("so feio", "so estetico", "linha fina"),
    "finish": (
        "tinta parede", "tinta teto", "pintura parede", "pintura teto", "wall paint", "ceiling paint", "pintura muro", "tinta muro",
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
    "see_through": (
        "ver rua", "ver outro lado", "ver la fora", "ver ceu", "ver o vizinho", "ver vizinho", "entra luz", "passa luz", "vejo rua",
        "vejo ceu", "ver quintal",
    ),
    "displaced": (
        "saindo lugar", "saiu lugar", "fora prumo", "fora esquadro", "saindo prumo", "saiu prumo", "mudou lugar", "saindo do lugar",
    ),
    "lift": _IN_LIFT,
    "shaft": ("vao elevador", "poco elevador", "fosso elevador", "vao do elevador", "poco do elevador", "fosso do elevador"),
    # crime
    "tank": ("caixa agua", "caixa dagua"),
    "inside": (*_INSIDE, "la dentro"),
    "room": ("area servico", *_IN_LIFT),
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
    "took": (
        "tinh* levado", "tinh* carregado", "tinh* levad*", "foi levad*", "foram levad*", "passaram mao", "passou mao",
    ),
    "pocketed": (
        "roub* celular", "roub* meu celular", "celular roubad*", "celular foi roubad*", "furt* celular", "celular furtad*",
        "celular foi furtad*", "roub* bolsa", "roub* carteira", "carteira roubad*", "roub* telefone", "roub* meu telefone",
        "assalt* levaram celular", "cartao foi roubad*", "cartao roubad*", "roub* cartao", "roub* meu cartao", "clon* cartao",
        "roub* senha", "assalt* na rua", "roubad* na rua", "assalto na rua", "roubo na rua", "furtad* na rua", "assaltad* na rua",
    ),
    "someone": ("com alguem", "com gente"),
    "moving": ("por engano", "sem querer"),
    # trapped
    "maybe_person": _MAYBE_PERSON,
    "am_inside": (
        *_INSIDE, "por dentro e to", "por dentro e estou", "sozinh* aqui", "comigo aqui", "comigo no", "comigo na", "comigo dentro",
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
    "jammed": (
        "nao abre", "nao abria", "nao quer abrir", "nao ta abrindo", "nao cons* abrir", "nao sabe abrir", "wont open", "won t open",
        "no abre", "cant open", "can t open", "macaneta saiu", "macaneta quebrou", "chave quebrou", "nao tem macaneta", "sem macaneta",
        "macaneta caiu", "nao destranca", "nao destrava", "nao gira", "nao sabe destrancar", "nao sabe destravar", "nao cons* destrancar",
        "ninguem conseg* abrir", "nao destranc*", "macaneta soltou", "fechadura engasgou",
    ),
    "in_there": ("la dentro", "ta la", "esta la", "ta la dentro", "esta la dentro", "ficou la", "ficou la dentro"),
    "locked_inside": ("trancad* por dentro", "fechad* por dentro", "trancou por dentro", "se trancou por dentro"),
    "not_out": ("nao sai", "nao ta saindo", "nao quer sair", "nao cons* sair", "nao solta", "nao cons* tirar"),
    "not_back": (
        "nao cons* subir", "nao cons* descer", "nao cons* voltar", "nao tem como descer", "nao tenho como descer", "nao tem como subir",
        "nao cons* sair", "sem conseguir descer", "sem conseguir subir",
    ),
    "silent": (
        "nao responde", "nao ta respondendo", "nao esta respondendo", "nao da sinal", "parou de responder", "nao respondeu",
    ),
    "in_lift": _IN_LIFT,
    "to_leave": ("pra sair", "para sair", "pra eu sair", "pra gente sair"),
}  # fmt: skip
