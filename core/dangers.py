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
    "person someone man doubt flows indoors everywhere roof frame glass arrived door floor wire tree take lift trying jammed car "
    "burnable heavy fits slope inner_room child lock rooms".split()
)
ANYWHERE = 10_000  # words; also across sentences


class Row(Record):
    """`head`: which of its meanings is looked for. `near`: words from one meaning to the next, or, in free order, from the first.

    What makes it none: meanings `around` it, `before` it, in the same `sentence`, or, of its own meanings, those `in_doubt`.
    """

    certainty: Certainty
    means: tuple[str, ...]
    needs: Meanings
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
    return Row(certainty, names, frozenset(names), head, shows, ">" in means, near, around, marked["<"], marked["~"], marked["?"])


def sure(means: str, shows: str, near: int = 6, unless: str = "") -> Row:
    """A named danger."""
    return _row("sure", means, shows, near, unless)


def ask(means: str, shows: str, near: int = 6, unless: str = "") -> Row:
    """A sign without a name, worth one question."""
    return _row("ask", means, shows, near, unless)


DANGERS: Mapping[HazardKind, tuple[Row, ...]] = {
    "gas": (
        sure("gas smell", "cheiro de gás na cozinha", near=10),
        sure("gas sense", "a vizinha tá sentindo gás no hall", near=6, unless="supply ~cooling"),
        sure("gas leak", "tá vazando gás", near=4, unless="cooling"),
        sure("gas > leak", "o gás foi instalado errado e tá vazando", near=8, unless="cooling <wet_thing"),
        sure("gas_filled rooms", "a casa tá cheia de gás", near=4),
        sure("rooms > rises > gas", "a casa encheu de gás", near=2),
        sure("rises > rooms > gas", "encheu a cozinha de gás", near=3),
        sure("gas > flows", "gás saindo do fogão", near=3, unless="little supply ~cooling"),
        sure("flows > gas", "tá saindo gás da mangueira", near=2, unless="little supply ~cooling"),
        sure("bottle leak", "o botijão está vazando", near=8, unless="wet_thing"),
        sure("smell > bottle", "tem um cheiro de bujão danado", near=1),
        sure("gas_pipe > pierced", "o pedreiro quebrou o cano de gás", near=2),
        sure("pierced > gas_pipe", "o pedreiro furou o cano de gás", near=2),
        sure("bottle bubbles", "passei espuma na mangueira do gás e fez bolha", near=7),
        sure("hiss bottle smell", "o botijão tá chiando e dá pra sentir o cheiro", near=10),
        sure("unlit stove", "deixei o fogão ligado sem chama", near=5),
        sure("bottle > loosens", "a mangueira do botijão soltou", near=2),
        sure("doubt > gas", "não sei se é gás", near=3, unless="supply ~cooling"),
        sure("gas opened", "esqueci o gás aberto", near=3),
        sure("gas sick", "passei mal com o gás"),
        sure("gas alarm goes_off", "alarme de gás disparou", near=14),
        sure("gas goes_off", "o aparelho de gás está apitando", near=6, unless="cooling ~igniter <worker"),
        sure("gas strong", "o gás tá insuportável na sala", near=4, unless="bill ~cooling"),
        sure("hiss > gas", "tá chiando gás", near=2, unless="~cooling"),
        sure("gas > hiss", "o gás fica chiando", near=4, unless="~cooling"),
        sure("gas soap bubbles", "passei sabão no gás e fez espuma", near=8),
        sure("gas_company leak", "a comgás achou vazamento", near=8),
        sure("bottle holed smell", "a mangueira do gás está furada e cheira", near=8),
        sure("gas help", "socorro, gás", near=2, unless="bill"),
        sure("burner > opened", "deixou as bocas do fogão abertas", near=3),
        sure("rotten smell", "cheiro de ovo podre na cozinha", unless="drain"),
        ask("rotten smell", "cheiro de ovo podre no ralo"),
        ask("smell odd stove", "cheiro estranho perto do fogão", near=8, unless="other_source"),
        ask("smell odd bottle", "cheiro forte vindo do botijão", near=8, unless="other_source"),
        ask("smell odd heater", "um odor esquisito no aquecedor", near=8, unless="other_source"),
        ask("stove leak", "o fogão tá vazando", near=3, unless="water"),
        ask("hiss bottle", "o registro do gás tá chiando", near=5),
        ask("bottle holed", "a mangueira do gás está furada", near=4),
        ask("bottle unsealed", "a válvula do botijão não veda", near=4),
        ask("bottle sense", "dá pra sentir a válvula do botijão", near=4),
        ask("smell gas_pipe", "um cheiro perto da tubulação do gás", near=6, unless="other_source"),
    ),
    "carbon_monoxide": (
        sure("heater sick", "liguei o aquecedor e minha mãe desmaiou", near=ANYWHERE, unless="trouble ~bill"),
        sure("monoxide", "acho que é monóxido de carbono", unless="precaution alarm"),
        sure("monoxide goes_off", "o detector de monóxido não para de apitar", near=14),
        ask("flame yellow heater", "a chama do aquecedor está amarela", near=12),
        ask("soot heater", "a parede do aquecedor está cheia de fuligem", near=8, unless="hearth"),
        ask("exhaust heater blocked", "a chaminé do aquecedor desencaixou", near=8),
    ),
    "fire": (
        sure("burning", "pegando fogo na cozinha", unless="figure ~heat"),
        sure("burning_up > burnable", "começou a queimar o tapete", near=1, unless="food sun often electric ~cooked"),
        sure("burnable > burning_up", "o sofá está queimando", near=3, unless="food sun often electric ~cooked"),
        sure("fogo > place", "fogo no lixeiro do corredor", near=1),
        sure("fogo flows", "saiu fogo do disjuntor", near=2, unless="stove little"),
        sure("fogo > spreads", "o fogo se espalhou", near=2, unless="stove"),
        sure("fogo scream", "socorro fogo", near=3),
        sure("electric fogo", "a tomada cuspiu fogo", near=4),
        sure("fogo", "vi o fogo da janela", unless="stove little figure igniter heater ~cooking"),
        sure("candle > burnable", "a vela caiu no tapete", near=4),
        sure("burnable > candle", "a cortina encostou na vela", near=4),
        sure("fire", "incêndio no quinto andar", unless="precaution alarm figure ~insured"),
        sure("fire alarm goes_off", "o alarme de incêndio disparou"),
        sure("blaze", "labareda no telhado"),
        sure("embers > burnable", "tem brasa dentro do forro", near=4, unless="~cooking"),
        sure("burnable > embers", "o colchão tá em brasa", near=4, unless="~cooking"),
        sure("flames", "chamas na janela do vizinho", unless="stove heater"),
        sure("smoke", "tá saindo fumaça da tomada", unless="harmless precaution ~cooking"),
        sure("spark", "saindo faísca do disjuntor", unless="igniter"),
        sure("smell burnt", "cheiro de queimado na sala", unless="food ~cooked"),
        sure("smell melted", "cheiro de plástico derretido", near=4, unless="food ~cooked"),
        sure("outlet burning_up", "a fiação está queimando", near=3, unless="often"),
        sure("explosion", "o micro-ondas explodiu", unless="figure abstract pipe drink pest"),
        sure("melting electric", "o disjuntor está derretendo", near=3),
        ask("hot outlet", "a tomada está quente", unless="<trips"),
        ask("melted electric", "o fio derreteu", near=5),
        ask("scorched outlet", "a tomada ficou preta", near=4, unless="body"),
        ask("smell > smouldering > outlet", "cheiro de borracha na tomada"),
        ask("smell odd outlet", "cheiro estranho no disjuntor", unless="other_source"),
        ask("short", "tem um curto na tomada da sala", unless="figure"),
        ask("buzz electric", "o disjuntor está zumbindo", near=4),
        ask("pop electric", "deu um estouro na tomada", near=4),
    ),
    "shock": (
        sure("shock body", "fiquei com o braço dormente do choque", near=4, unless="figure news guarded"),
        sure("shock touched", "choque no chuveiro", near=10, unless="figure news guarded ~crash"),
        sure("shock take", "levei um choque", near=3, unless="figure news"),
        sure("shock_en take", "the fridge gave me a shock", near=4),
        sure("electrocuted", "sofri uma descarga elétrica", unless="precaution ~insured"),
        sure("electrified", "a torneira está energizada", unless="precaution"),
        sure("current > passes > metal", "a energia tá correndo na lataria", near=3),
        sure("current > passes > body", "a corrente sobe até o cotovelo", near=3),
        sure("sense > current > body", "sinto a corrente no braço", near=3),
        sure("jolt > current", "tomei uma porrada de energia", near=2),
        sure("jolt shock", "o chuveiro dá cada coice, choque puro"),
        sure("metal > take > kick", "o chuveiro tá dando coice", near=3),
        sure("metal > electric_current", "a torneira está com corrente elétrica", near=6, unless="precaution"),
        sure("contact > metal > jolt", "encosto na geladeira e dou um pulo", near=5),
        sure("thrown electric", "foi jogado longe quando pegou no interruptor", near=7),
        sure("jolt > numb", "a máquina me deu um tranco, fiquei com a mão dormente", near=8),
        sure("person > glued > metal", "ela ficou grudada na geladeira", near=3, unless="light_stuff"),
        ask("stray > metal", "tem corrente na torneira", near=2, unless="lock"),
        ask("tingle touched", "sinto um formigamento quando encosto na torneira"),
        ask("wire bare", "fio desencapado na sala", near=5, unless="signal"),
    ),
    "flood": (
        sure("flooded", "a casa está alagando", unless="figure street"),
        sure("flooded > indoors", "choveu na rua e alagou a sala", near=2, unless="figure"),
        sure("pipe burst", "o cano estourou", near=4, unless="figure small_part drips"),
        sure("gush", "tá um chafariz no banheiro"),
        sure("jet", "saiu um jato de água da parede", unless="little tap"),
        sure("came_off water flows", "a torneira saiu na minha mão e tá saindo água", near=10, unless="little drips"),
        sure("came_off much_water", "a torneira saiu na minha mão e tá saindo com tudo", near=8, unless="drips"),
        sure("water flows hard", "a água tá descendo do teto com toda pressão", near=6, unless="little drips tap window fixture"),
        sure("helpless water flows", "tá saindo água do teto e não consigo estancar", near=10, unless="drips tap ~gas ~bottle"),
        sure("bailing helpless", "tô puxando água com o rodo e não vence", near=8),
        sure("water > pours > indoors", "a água tá derramando em cima dos móveis", near=6, unless="window little tap fixture"),
        sure("water > rises > height", "a água já subiu um palmo"),
        sure("height > water", "tem um palmo de água na sala", near=1),
        sure("water leg", "água no tornozelo", near=8),
        sure("rises > water", "tá subindo água pelo ralo", near=2, unless="street meter smell little"),
        sure("water > rises", "a água está subindo", near=2, unless="street meter smell"),
        sure("water > rising", "a água está em dois cômodos e subindo", near=6, unless="meter smell worker <person"),
        sure("water > covers > height", "a água já cobriu o primeiro degrau", near=4, unless="meter"),
        sure("water > passes > height", "a água já passou da soleira", near=3),
        sure("water > unstoppable > indoors", "a água não para de sair e foi pro corredor", near=6, unless="little tap drips window"),
        sure("water flows soaked", "a água tá minando do chão e encharcou o quarto", near=8, unless="little window fixture"),
        sure("water > covers > rooms", "a água já tomou dois cômodos", near=9, unless="meter"),
        sure("water under_door", "a água está saindo por baixo da porta", near=4, unless="cooling"),
        sure("indoors floats", "os móveis estão boiando", near=3),
        sure("overflow indoors", "o tanque transbordou e molhou a sala", near=8),
        sure("overflow everywhere", "a caixa transbordou pela casa toda", near=4),
        sure("enters water indoors", "entrando água por baixo da porta", near=5, unless="window little tap fixture"),
        sure("enters > much_water > indoors", "entra muita água pelo teto e já chegou no corredor", near=7, unless="window"),
        sure("water everywhere", "tem água por todo lado", near=4),
        sure("spurt everywhere", "espirrando pra todo lado", near=3),
        sure("pours > water", "o teto está despejando água", near=2, unless="little drips window tap fixture"),
        sure("unstoppable much_water", "tem muita água e não consigo fechar", near=10, unless="drips ~gas ~bottle"),
        sure("lamp > water", "pela lâmpada está escorrendo água", near=5),
        sure("water > lamp", "água saindo pela lâmpada", near=9),
        sure("water > flows > outlet", "a água está caindo no quadro de luz"),
        sure("water > enters > outlet", "a água já encostou nas tomadas", near=4),
        sure("enters > water > outlet", "tá vindo água do andar de cima em cima do quadro de luz", near=9),
        sure("flows > water > outlet", "tá saindo água da tomada"),
        ask("outlet water", "água pingando na tomada", near=5),
        ask("outlet drips", "tem uma goteira em cima da tomada", near=5),
        ask("seep > outlet", "a infiltração chegou na tomada", near=4),
        ask("outlet wet", "o disjuntor está molhado", near=3),
    ),
    "structural": (
        sure("collapse > frame", "desabou o teto", near=2, unless="figure"),
        sure("collapse", "o muro desabou", unless="figure abstract <furniture"),
        sure("landslide", "teve deslizamento atrás da casa", unless="precaution"),
        sure("official interdict", "a defesa civil interditou a casa", near=6, unless="street ~precaution ~lift ~gas ~fire ~smoke"),
        sure("collapse_risk", "a laje corre risco de desabar", unless="~question"),
        sure("slope > slid", "a encosta atrás do prédio deslizou", near=4, unless="fixture light_stuff"),
        sure("roof > sinks", "a laje está descendo", near=3, unless="light_stuff plaster worker"),
        sure("sinks broken_frame", "desceu um pedaço do teto", near=3, unless="light_stuff plaster"),
        sure("roof flew", "o telhado voou com o vento", near=2, unless="light_stuff worker"),
        sure("frame > sways", "a parede está balançando", near=3, unless="light_stuff <fixture"),
        sure("heavy > hangs", "tem uma viga pendurada", near=4, unless="light_stuff wire"),
        sure("piece > hangs", "tem um pedaço da fachada pendurado", near=4, unless="light_stuff wire"),
        sure("crack fits thick", "na rachadura entra o polegar", near=12, unless="finish"),
        sure("roof > falls", "o teto está caindo", unless="light_stuff plaster"),
        sure("frame > falls", "a parede dos fundos tombou", near=5, unless="light_stuff plaster <fixture"),
        sure("falls > frame", "caiu o muro", near=1, unless="light_stuff plaster"),
        sure("falls > piece > frame", "caiu um pedaço grande do muro", near=5, unless="light_stuff plaster"),
        sure("falls > facade", "caiu o revestimento da fachada", near=4, unless="light_stuff plaster"),
        sure("falls broken_frame", "caiu um pedaço do teto", near=5),
        sure("floor > gives_way", "o piso está afundando", near=5, unless="light_stuff"),
        sure("hole > floor", "abriu um buraco no chão", near=2, unless="worker"),
        sure("gives_way > floor", "cedeu o piso da cozinha", near=1),
        sure("glass > falls", "o vidro da janela está caindo", near=9, unless="light_stuff window_part tableware"),
        sure("falls > glass", "caiu o vidro da janela", near=2, unless="light_stuff window_part tableware"),
        sure("glass > hangs", "o vidro está pendurado", near=9, unless="window_part"),
        sure("frame > loosens", "a sacada está se soltando", near=3, unless="light_stuff plaster"),
        sure("frame > off_wall", "a sacada soltou da parede", near=4, unless="light_stuff plaster <fixture <furniture"),
        sure("home > sinking", "a casa está afundando", near=3, unless="light_stuff fixture figure"),
        sure("frame > tilts", "o muro está pendendo pra rua", near=5),
        sure("frame > displaced", "a parede está saindo do lugar", near=4, unless="light_stuff <fixture door plaster"),
        sure("frame > splits", "a parede está abrindo", near=4, unless="worker door"),
        sure("see_through gap", "dá pra ver a rua pelo vão da parede", near=8, unless="door window_part"),
        sure("slid > slope", "deslizou terra atrás da casa", near=2),
        sure("frame bulge crackling", "a laje está com uma barriga e estalando", near=10),
        sure("frame bulge big", "o teto fez uma barriga que cresce cada dia mais", near=10),
        sure("knocked > frame", "o carro derrubou o muro", near=2, unless="worker"),
        sure("tree > falls", "uma árvore caiu em cima da casa", near=4),
        sure("falls > tree", "caiu uma árvore em cima da casa", near=1),
        sure("crack big", "a rachadura está aumentando", near=8, unless="fine finish bottle ?big"),
        ask("crack frame", "apareceu uma rachadura na parede", near=8, unless="finish bottle ~hairline"),
        ask("crack", "tem uma rachadura", unless="finish fine ~bottle ~hairline"),
        ask("rebar frame", "a viga está com a ferragem exposta", near=5),
        ask("plaster falls", "caiu um pedaço do reboco"),
        ask("plaster loosens", "o reboco está soltando"),
        ask("crackling frame", "estalos na laje", near=3, unless="door <fixture light_stuff"),
        ask("frame bulge", "o teto está com uma barriga", near=4),
    ),
    "crime": (
        sure("forced", "arrombaram a porta"),
        sure("burst_open > lock", "estouraram a porta", near=2, unless="worker water pipe"),
        sure("smashed > barrier", "estouraram o cadeado", near=2, unless="worker"),
        sure("smashed > force_in", "quebraram o vidro pra entrar", near=5, unless="worker key"),
        sure("smashed > got_in", "quebraram a janela e entraram", near=5),
        sure("robbed", "fomos assaltados semana passada", unless="~pocketed figure abstract <you precaution guarding ~unsafe ~insured"),
        sure("thief", "entrou ladrão aqui", unless="drips overflow precaution guarding ~tank"),
        sure("invaded", "invadiram a casa", unless="swarm figure abstract precaution"),
        sure("one_invaded", "um homem invadiu a casa", unless="figure abstract precaution ~swarm ~water"),
        sure("came_in > home", "entraram no meu apartamento", near=3, unless="worker swarm figure"),
        sure("someone > got_in > home", "alguém entrou na minha casa", near=3, unless="worker swarm"),
        sure("got_in > someone > home", "entrou gente na casa", near=2, unless="worker swarm"),
        sure("man > inside > home", "tem um homem dentro da minha casa", near=3, unless="worker"),
        sure("stranger > inside", "tem gente estranha dentro do imóvel", near=3, unless="worker"),
        sure("stranger room", "tem um homem estranho dentro da minha sala", near=4, unless="worker"),
        sure("woke > man > inner_room", "acordei e tinha um cara no quarto", near=5, unless="worker signal"),
        sure("someone inside empty", "tem alguém dentro da casa vazia", near=10, unless="worker"),
        sure("armed got_in", "um sujeito entrou armado", near=4),
        sure("pounding > lock > trying", "estão esmurrando a porta e tentando entrar", near=5),
        sure("jumped climbed", "pularam o muro de casa", near=2, unless="<pet"),
        sure("pocketed > home", "roubaram meu celular aqui em casa", near=2),
        sure("came_in > pocketed", "entraram e roubaram meu celular"),
        sure("took goods", "levaram tudo", near=4, unless="worker ~moving"),
        sure("ransacked vanished", "a casa tava toda revirada, sumiu meu notebook", near=10),
        sure("ransacked took", "reviraram a casa e levaram as joias", near=10),
        sure("hiding someone", "estou escondida no banheiro, tem alguém na sala", near=10),
        sure("smashed > vanished", "quebraram a janela e sumiu a televisão", near=12, unless="worker"),
        sure("removed glass vanished", "tiraram o vidro e sumiram as joias", near=12, unless="worker"),
        sure("grabbed valuables smashed", "pegaram minha moto e cortaram o cadeado", near=12, unless="worker"),
        sure("vanished valuables broken", "sumiu a tv e a fechadura está quebrada", near=12, unless="worker"),
        sure("man > prowls > meddling > lock", "tem um homem rondando e mexendo no portão", near=8, unless="worker"),
        sure("man > jumped > climbed", "um homem pulou a varanda", near=2),
        sure("man > armed", "tem um homem armado no corredor", near=2),
        sure("forcing lock", "a fechadura foi forçada", near=3),
        sure("trying > get_in > lock", "tem alguém tentando abrir a porta", near=5),
        sure("someone > lock > trying > get_in", "um cara na janela tentando abrir", near=4, unless="worker key"),
        sure("they_tried > force_in", "tentaram entrar essa noite", near=2, unless="worker key figure"),
        sure("someone > trying > force_in", "alguém tentou entrar", near=4, unless="worker key"),
        sure("trying > get_in > home", "estão tentando entrar na minha casa", near=4),
        ask("opened left_shut", "a janela tava aberta e eu tinha deixado fechada", near=10),
        ask("door > opened > arrived", "a porta tava aberta quando cheguei", near=8, unless="forgot lift moving"),
        ask("arrived > door > opened", "cheguei e a porta estava aberta", near=8, unless="forgot lift moving"),
        ask("ransacked", "a casa está toda revirada"),
        ask("vanished valuables", "sumiram minhas joias", near=4, unless="signal ~moving"),
        ask("man > prowls", "tem um cara rondando a casa", near=3, unless="worker"),
        ask("someone > meddling > lock", "alguém mexeu na fechadura", near=4, unless="worker key"),
        ask("lock > they_tried > get_in", "a fechadura está arranhada, será que tentaram abrir?", near=8, unless="worker key"),
    ),
    "trapped": (
        sure("stuck > room", "estou trancada no banheiro", near=4, unless="<object elsewhere outside waiting ~studying"),
        sure("lift stuck person", "tem gente presa gritando no elevador", near=8, unless="~maybe_person"),
        sure("lift halted person inside", "elevador parou com uma senhora dentro", near=14, unless="~maybe_person"),
        sure("lift jammed person inside", "o elevador não abre e tem gente dentro", near=14, unless="~maybe_person"),
        sure("lift am_inside", "elevador parado. eu dentro", near=ANYWHERE),
        sure("lift halted aboard", "o elevador parou comigo"),
        sure("inside > lift > halted", "tô há uma hora dentro do elevador parado", near=3),
        sure("lift scream", "tem alguém gritando no elevador", near=6),
        sure("locked_up > inside", "ela está presa lá dentro", near=2, unless="<object outside"),
        sure("person locked_up inside", "minha avó ficou trancada com a porta emperrada dentro", near=7, unless="<object outside"),
        sure("shut_in", "a porta não abre, estou trancada", unless="elsewhere outside"),
        sure("self_stuck jammed", "estou preso, a porta não abre", near=6, unless="elsewhere"),
        sure("locked_up help", "socorro, estou trancada", near=4, unless="<object elsewhere outside"),
        sure("person locked_up on_top", "caiu o armário em cima dela e ela ficou presa", near=8, unless="<object"),
        sure("person locked_up under", "ele tá preso embaixo do armário"),
        sure("jammed > locked_up", "a porta bateu e eu fiquei presa", near=6, unless="elsewhere outside key seeping"),
        sure("child inner_room locked_inside", "ele caiu no banheiro e a porta está trancada por dentro", near=10, unless="outside"),
        sure("child > locked_up > car", "tem uma criança trancada no carro", near=3, unless="elsewhere"),
        sure("limb stuck", "prendeu a perna no portão", near=9, unless="elsewhere"),
        sure("crushed limb", "o portão prensou meu pé", near=3),
        sure("person > crushed", "ela ficou prensada no portão", near=3, unless="<object"),
        sure("person > buried", "ele ficou soterrado", near=3),
        sure("pit > not_back", "ele desceu no poço e não consegue subir", near=6, unless="<object"),
        sure("child inner_room locked_up silent", "ele está no banheiro, a porta está trancada e não responde", near=12),
        sure("finger > locked_up", "meu dedo ficou preso na porta", near=3),
        sure("limb not_out", "enfiou o braço na grade e não sai", near=8, unless="<object"),
        sure("am_inside cannot_leave", "estou do lado de dentro, sem ter por onde sair", near=10, unless="elsewhere"),
        sure("stuck > finger > not_out", "prendi o dedo na janela e não sai", near=5),
        sure("cannot_leave > room", "não consigo sair do banheiro", near=2, unless="~animal times"),
        sure("cannot_leave > pause", "não consigo sair", near=2, unless="~animal <seeping elsewhere times"),
        sure("jammed am_inside", "a porta emperrou e estou aqui dentro", near=8, unless="key"),
        sure("person inside cannot_leave", "ela está lá dentro sem conseguir sair", near=12, unless="<object elsewhere outside"),
        sure("person crying in_there", "meu filho está chorando lá dentro", near=14, unless="<object outside"),
        sure("child > turned > inner_room > jammed", "meu neto trancou o banheiro e não sabe abrir", near=10, unless="outside"),
        sure("went_in > inner_room > jammed", "ela entrou no banheiro e a porta emperrou", near=6, unless="outside"),
        sure("jammed > child > in_there", "o trinco quebrou e meu irmão tá lá", near=5, unless="key outside"),
        sure("child > falls > jammed", "ela caiu e não consegue abrir a porta", near=7),
        sure("balcony cannot_enter", "estou na sacada e não consigo entrar", near=8, unless="key"),
        sure("person inside jammed", "a porta travou e meu filho está lá dentro", near=8, unless="key ~maybe_person"),
        ask("child > held", "minha mãe está presa", near=3, unless="<object elsewhere outside waiting ~studying"),
        ask("lift maybe_person", "o elevador parou e não sei se tem gente", near=14),
        ask("lift halted knock", "o elevador parou e parece que ouvi batidas", near=10),
    ),
}
