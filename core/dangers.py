"""The dangers a message may speak of ("Emergencies" in the rules of the trade): rows of meanings that stand near each other.

A row says its meanings (of `core.danger_words`) and a sentence that shows it. `a b`: both, in any order;
`a > b`: in this order. `core.hazards` reads by the rows; the first of a kind that is said counts, so the sure ones stand first.
"""

from collections.abc import Mapping
from typing import Literal

from core.records import Record

HazardKind = Literal["gas", "carbon_monoxide", "fire", "shock", "flood", "structural", "crime", "trapped"]
Certainty = Literal["sure", "ask"]
Meanings = frozenset[str]

COMMON = frozenset(  # meanings of words that everybody uses: too many to be looked for
    "person someone man doubt flows indoors everywhere roof frame glass arrived door floor wire tree take lift trying jammed".split()
)
ANYWHERE = 10_000  # words; also across sentences


class Row(Record):
    """`head`: which of its meanings is looked for. `near`: words from one meaning to the next, or, in free order, from the first.

    What makes it none: meanings `around` it, `before` it, in the same `sentence`, or, of its own meanings, those `in_doubt`.
    """

    certainty: Certainty
    means: tuple[str, ...]
    head: int
    shows: str
    ordered: bool
    near: int
    around: Meanings
    before: Meanings
    sentence: Meanings
    in_doubt: Meanings


def _row(certainty: Certainty, means: str, shows: str, near: int, unless: str) -> Row:
    """`unless`: `a` around it, `<a` before it, `~a` in the same sentence, `?a` in doubt."""
    marked = {mark: frozenset(each[1:] for each in unless.split() if each[0] == mark) for mark in "<~?"}
    around = frozenset(each for each in unless.split() if each[0] not in marked)
    names = tuple(means.replace(">", " ").split())
    head = next(index for index, name in enumerate(names) if name not in COMMON)
    return Row(certainty, names, head, shows, ">" in means, near, around, marked["<"], marked["~"], marked["?"])


def sure(means: str, shows: str, near: int = 6, unless: str = "") -> Row:
    """A named danger."""
    return _row("sure", means, shows, near, unless)


def ask(means: str, shows: str, near: int = 6, unless: str = "") -> Row:
    """A sign without a name, worth one question."""
    return _row("ask", means, shows, near, unless)


DANGERS: Mapping[HazardKind, tuple[Row, ...]] = {
    "gas": (
        sure("gas smell", "cheiro de gás na cozinha"),
        sure("gas sense", "a vizinha tá sentindo gás no hall", near=3),
        sure("gas leak", "tá vazando gás", near=4, unless="cooling"),
        sure("gas > flows", "gás saindo do fogão", near=2, unless="little supply ~cooling"),
        sure("flows > gas", "tá saindo gás da mangueira", near=2, unless="little supply ~cooling"),
        sure("bottle leak", "o botijão está vazando", near=4),
        sure("bottle > loosens", "a mangueira do botijão soltou", near=2),
        sure("doubt > gas", "não sei se é gás", near=3, unless="supply ~cooling"),
        sure("gas opened", "esqueci o gás aberto", near=3),
        sure("gas sick", "passei mal com o gás"),
        sure("gas alarm goes_off", "alarme de gás disparou"),
        sure("rotten smell", "cheiro de ovo podre na cozinha", unless="drain"),
        ask("rotten smell", "cheiro de ovo podre no ralo"),
        ask("smell odd stove", "cheiro estranho perto do fogão", near=8, unless="other_source"),
        ask("smell odd bottle", "cheiro forte vindo do botijão", near=8, unless="other_source"),
        ask("smell odd heater", "um odor esquisito no aquecedor", near=8, unless="other_source"),
        ask("hiss bottle", "o registro do gás tá chiando", near=5),
        ask("bottle holed", "a mangueira do gás está furada", near=4),
    ),
    "carbon_monoxide": (
        sure("heater sick", "liguei o aquecedor e minha mãe desmaiou", near=ANYWHERE, unless="trouble ~bill"),
        sure("monoxide", "acho que é monóxido de carbono", unless="precaution alarm"),
        sure("monoxide goes_off", "o detector de monóxido não para de apitar"),
        ask("flame yellow heater", "a chama do aquecedor está amarela", near=12),
    ),
    "fire": (
        sure("burning", "pegando fogo na cozinha", unless="figure"),
        sure("fogo > place", "fogo no lixeiro do corredor", near=1),
        sure("fogo flows", "saiu fogo do disjuntor", near=2, unless="stove"),
        sure("fogo scream", "socorro fogo", near=3),
        sure("fire", "incêndio no quinto andar", unless="precaution alarm ~insured"),
        sure("fire alarm goes_off", "o alarme de incêndio disparou"),
        sure("blaze", "labareda no telhado"),
        sure("flames", "chamas na janela do vizinho", unless="stove heater"),
        sure("smoke", "tá saindo fumaça da tomada", unless="harmless precaution ~cooking"),
        sure("spark", "saindo faísca do disjuntor", unless="igniter"),
        sure("smell burnt", "cheiro de queimado na sala", unless="food ~cooked"),
        sure("wire burning_up", "a fiação está queimando", near=2),
        sure("explosion", "o micro-ondas explodiu", unless="figure pipe"),
        ask("hot outlet", "a tomada está quente"),
        ask("melted electric", "o fio derreteu", near=5),
        ask("short", "tem um curto na tomada da sala", unless="figure"),
        ask("buzz electric", "o disjuntor está zumbindo", near=4),
        ask("pop > electric", "deu um estouro na tomada", near=3),
    ),
    "shock": (
        sure("shock touched", "choque no chuveiro", near=5, unless="figure"),
        sure("shock take", "levei um choque", near=3, unless="figure"),
        sure("shock_en take", "the fridge gave me a shock", near=4),
        sure("electrocuted", "sofri uma descarga elétrica", unless="precaution ~insured"),
        sure("electrified touched", "a torneira está energizada", near=4),
        ask("tingle touched", "sinto um formigamento quando encosto na torneira"),
        ask("wire bare", "fio desencapado na sala", near=5, unless="signal"),
    ),
    "flood": (
        sure("flooded", "a casa está alagando", unless="figure"),
        sure("pipe burst", "o cano estourou", near=4, unless="figure"),
        sure("gush", "tá um chafariz no banheiro"),
        sure("water > rises > height", "a água já subiu um palmo"),
        sure("height > water", "tem um palmo de água na sala", near=1),
        sure("water leg", "água no tornozelo", near=8),
        sure("rises > water", "tá subindo água pelo ralo", near=2, unless="meter smell"),
        sure("water > rises", "a água está subindo", near=2, unless="meter smell"),
        sure("overflow indoors", "o tanque transbordou e molhou a sala", near=8),
        sure("enters water indoors", "entrando água por baixo da porta", near=5, unless="window"),
        sure("water everywhere", "tem água por todo lado", near=4),
        sure("spurt everywhere", "espirrando pra todo lado", near=3),
        sure("unstoppable much_water", "tem muita água e não consigo fechar", near=10, unless="drips"),
        sure("lamp > water", "pela lâmpada está escorrendo água", near=5),
        sure("water > lamp", "água saindo pela lâmpada", near=9),
        sure("water > flows > outlet", "a água está caindo no quadro de luz"),
        sure("flows > water > outlet", "tá saindo água da tomada"),
        ask("outlet water", "água pingando na tomada", near=5),
        ask("outlet drips", "tem uma goteira em cima da tomada", near=5),
        ask("outlet wet", "o disjuntor está molhado", near=3),
    ),
    "structural": (
        sure("collapse", "o muro desabou"),
        sure("roof > falls", "o teto está caindo", unless="light_stuff plaster"),
        sure("frame > falls", "a parede dos fundos tombou", near=5, unless="light_stuff plaster"),
        sure("falls > frame", "caiu o muro", near=1, unless="light_stuff plaster"),
        sure("falls > piece > frame", "caiu um pedaço grande do muro", near=5, unless="light_stuff plaster"),
        sure("falls broken_frame", "caiu um pedaço do teto", near=5),
        sure("floor > gives_way", "o piso está afundando", near=3),
        sure("gives_way > floor", "cedeu o piso da cozinha", near=1),
        sure("glass > falls", "o vidro da janela está caindo", near=9, unless="light_stuff window_part"),
        sure("falls > glass", "caiu o vidro da janela", near=2, unless="light_stuff window_part"),
        sure("glass > hangs", "o vidro está pendurado", near=9, unless="window_part"),
        sure("frame > loosens", "a sacada está se soltando", near=3, unless="light_stuff plaster"),
        sure("frame > tilts", "o muro está pendendo pra rua", near=5),
        sure("frame > splits", "a parede está abrindo", near=3),
        sure("knocked > frame", "o carro derrubou o muro", near=2, unless="worker"),
        sure("tree > falls", "uma árvore caiu em cima da casa", near=4),
        sure("falls > tree", "caiu uma árvore em cima da casa", near=1),
        sure("crack big", "a rachadura está aumentando", near=8, unless="fine finish ?big"),
        ask("crack frame", "apareceu uma rachadura na parede", near=8, unless="finish"),
        ask("crack", "tem uma rachadura", unless="finish fine"),
        ask("plaster falls", "caiu um pedaço do reboco"),
        ask("plaster loosens", "o reboco está soltando"),
        ask("crackling > frame", "estalos na laje", near=3),
        ask("roof bulge", "o teto está com uma barriga", near=4),
    ),
    "crime": (
        sure("forced", "arrombaram a porta"),
        sure("smashed > barrier", "estouraram o cadeado", near=2, unless="worker"),
        sure("smashed > got_in", "quebraram a janela e entraram", near=5),
        sure("robbed", "fomos assaltados semana passada", unless="figure precaution guarding ~unsafe ~insured"),
        sure("thief", "entrou ladrão aqui", unless="drips overflow precaution guarding"),
        sure("invaded", "invadiram a casa", unless="swarm figure precaution"),
        sure("came_in > home", "entraram no meu apartamento", near=3, unless="worker swarm figure"),
        sure("someone > got_in > home", "alguém entrou na minha casa", near=3, unless="worker swarm"),
        sure("man > inside > home", "tem um homem dentro da minha casa", near=3, unless="worker"),
        sure("stranger home", "tem um homem estranho dentro de casa", near=4),
        sure("jumped climbed", "pularam o muro de casa", near=2),
        sure("took goods", "levaram tudo", near=4, unless="worker"),
        sure("forcing lock", "a fechadura foi forçada", near=3),
        sure("trying > get_in > lock", "tem alguém tentando abrir a porta", near=5),
        sure("trying > get_in > home", "estão tentando entrar na minha casa", near=4),
        ask("opened left_shut", "a janela tava aberta e eu tinha deixado fechada", near=10),
        ask("door > opened > arrived", "a porta tava aberta quando cheguei", near=8, unless="forgot"),
        ask("arrived > door > opened", "cheguei e a porta estava aberta", near=8, unless="forgot"),
        ask("ransacked", "a casa está toda revirada"),
    ),
    "trapped": (
        sure("stuck > room", "estou trancada no banheiro", near=4, unless="<object elsewhere outside waiting"),
        sure("lift stuck person", "tem gente presa gritando no elevador", near=8),
        sure("lift person inside", "elevador parou com uma senhora dentro", near=8),
        sure("lift halted aboard", "o elevador parou comigo"),
        sure("lift scream", "tem alguém gritando no elevador", near=5),
        sure("locked_up > inside", "ela está presa lá dentro", near=2, unless="<object outside"),
        sure("person locked_up inside", "minha avó ficou trancada com a porta emperrada dentro", near=7, unless="<object outside"),
        sure("shut_in", "a porta não abre, estou trancada", unless="elsewhere outside"),
        sure("self_stuck jammed", "estou preso, a porta não abre", near=6, unless="elsewhere"),
        sure("locked_up help", "socorro, estou trancada", near=4, unless="<object elsewhere outside"),
        sure("person locked_up on_top", "caiu o armário em cima dela e ela ficou presa", near=8, unless="<object"),
        sure("person locked_up under", "ele tá preso embaixo do armário"),
        sure("limb stuck", "prendeu a perna no portão", near=3),
        sure("cannot_leave > room", "não consigo sair do banheiro", near=2, unless="times"),
        sure("cannot_leave > pause", "não consigo sair", near=2, unless="<seeping elsewhere times"),
        sure("jammed am_inside", "a porta emperrou e estou aqui dentro", near=8, unless="key"),
        sure("person inside jammed", "a porta travou e meu filho está lá dentro", near=8, unless="key"),
    ),
}
