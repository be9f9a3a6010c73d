"""Families of wordings: dangers told by what current, water, walls and strangers do; and what is not here, not now."""

import pytest

from core.hazards import find_hazards


def read(text: str) -> dict[str, str]:
    return {hazard.kind: hazard.certainty for hazard in find_hazards(text)}


@pytest.mark.parametrize(
    "text, kind",
    [
        # gas that does something, or is found
        ("o gás tá empesteando o quarto das crianças", "gas"), ("passei sabão na conexão do gás e fez espuma", "gas"),
        ("o aparelho que detecta gás tá apitando", "gas"), ("a comgás lacrou o medidor porque achou vazamento", "gas"),
        ("deixaram as bocas do fogão abertas", "gas"), ("tem um vazamento no gás", "gas"), ("socorro, gás na cozinha", "gas"),
        # the body at a heater
        ("minha irmã apagou no chuveiro, o aquecedor fica ali", "carbon_monoxide"),
        ("liguei o aquecedor e fiquei com a vista embaçada", "carbon_monoxide"),
        ("ligo o aquecedor e começo a passar mal", "carbon_monoxide"), ("ficamos grogues com o aquecedor ligado", "carbon_monoxide"),
        # fire without its name
        ("meu colchão tá em brasa", "fire"), ("tem chama saindo do disjuntor", "fire"), ("a vela caiu no sofá", "fire"),
        ("a extensão virou uma tocha", "fire"), ("cheiro de plástico derretido no corredor", "fire"),
        # what current does to people
        ("encosto no fogão e dou um pulo", "shock"), ("fui jogada longe quando mexi no interruptor", "shock"),
        ("tem energia passando pra água do chuveiro", "shock"), ("ele ficou grudado na máquina", "shock"),
        ("senti a corrente no braço", "shock"), ("a torneira tá com corrente elétrica", "shock"),
        # water that nobody holds
        ("a torneira saiu na minha mão e tá saindo água", "flood"), ("tô puxando com rodo e num vence", "flood"),
        ("a água já passou da soleira", "flood"), ("minha sala tá virando um lago", "flood"), ("meus móveis tão nadando", "flood"),
        ("a água não para de sair e já foi pro corredor", "flood"),
        # walls that move, and who says so
        ("a defesa civil interditou o quarto", "structural"), ("a laje corre risco de desabar", "structural"),
        ("pelo vão da parede dá pra ver a rua", "structural"), ("a parede tá saindo do lugar", "structural"),
        ("acabou de cair um pedaço do teto", "structural"), ("o forro veio todo abaixo", "structural"),
        # strangers, and what is gone
        ("arrombaru a porta e levaro tudo", "crime"), ("tinham levado a televisão quando cheguei", "crime"),
        ("quebraram o vidro e sumiram minhas joias", "crime"), ("me renderam na garagem", "crime"),
        ("estou escondida, tem alguém na sala", "crime"), ("um homem pulou a varanda", "crime"),
        ("roubaram meu celular aqui em casa", "crime"),
        # who cannot get out
        ("ele desceu na cisterna e não consegue subir", "trapped"), ("o portão prensou meu pé", "trapped"),
        ("tô no elevador parado", "trapped"), ("não consigo abrir a porta pra sair", "trapped"),
        ("a maçaneta caiu do lado de fora e fiquei fechada no quarto", "trapped"),
        ("a porta da varanda travou e tô do lado de fora", "trapped"),
    ],
)  # fmt: skip
def test_dangers_told_by_what_happens(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("a chaminé do aquecedor desencaixou", "carbon_monoxide"), ("a tomada ficou preta em volta", "fire"),
        ("cheiro estranho no disjuntor", "fire"), ("a tomada tá com cheiro de borracha", "fire"),
        ("a pia de inox dá uma pinicada", "shock"), ("tem corrente na torneira", "shock"),
        ("sumiu minha televisão", "crime"), ("tem um cara rondando a casa", "crime"), ("achei a porta de casa escancarada", "crime"),
        ("o elevador parou e não sei se tem gente", "trapped"), ("minha mãe tá presa", "trapped"),
    ],
)  # fmt: skip
def test_signs_told_by_what_happens(text: str, kind: str) -> None:
    assert read(text) == {kind: "ask"}


@pytest.mark.parametrize(
    "text",
    [
        "teve um incêndio numa fábrica e o trânsito parou", "meu tio tomou choque na roça", "roubaram meu celular no ônibus",
        "meu irmão ficou preso no elevador do shopping", "teve vazamento de gás em outra cidade", "assaltaram a padaria da esquina",
        "a rua ficou alagada", "na casa da praia deu curto",
    ],
)  # fmt: skip
def test_elsewhere(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("estou no trabalho e minha filha sente cheiro de gás", "gas"), ("voltei do mercado e a casa tá alagada", "flood"),
        ("pegou fogo na fábrica e a fumaça tá entrando aqui", "fire"),
    ],
)  # fmt: skip
def test_the_writer_elsewhere_and_danger_here(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "alagou em 2021", "fiquei presa no elevador ano passado", "o eletricista acabou com o choque do chuveiro",
        "a tomada derreteu, trocaram e tá perfeita, ainda tá na garantia?", "teve curto, o eletricista veio e ficou tudo certo",
        "a faísca parou depois que trocaram a tomada", "o chuveiro dava choque, fez o aterramento e parou",
        "o bombeiro veio e sanou o vazamento de gás", "fiquei preso no elevador, já fui retirado",
    ],
)  # fmt: skip
def test_ended(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("desde que trocaram o bico tem cheiro de gás", "gas"), ("depois que trocaram a fiação levei um choque", "shock"),
        ("alagou em 2021 e alagou de novo", "flood"),
    ],
)  # fmt: skip
def test_a_cause_is_no_mending(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "o técnico descartou vazamento de gás", "não encontrei vazamento de gás", "não percebi fumaça", "não tem gente presa no elevador",
        "não chegou a ter fumaça", "num tem cheiro de gás", "there is no gas smell",
    ],
)  # fmt: skip
def test_denied_from_afar(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "ninguém atende e tem cheiro de gás", "não consigo falar com ninguém e tá vazando gás",
        "o técnico não apareceu e tem cheiro de gás",
    ],
)  # fmt: skip
def test_a_no_before_an_and_denies_nothing_behind_it(text: str) -> None:
    assert read(text) == {"gas": "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "é perigoso levar choque se eu trocar a resistência?", "quero explodir esse roteador", "vi um vídeo de incêndio",
        "sonhei com inundação", "o contrato fala de alagamento?", "é comum ter curto?", "quero um sensor de vazamento de gás",
        "vai ter treinamento de incêndio", "pensei que tivesse levado choque, mas era o gato", "o que diz o contrato sobre incêndio?",
    ],
)  # fmt: skip
def test_wished_asked_and_told(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "o síndico é fogo", "essa reforma é um incêndio por dia", "meu chefe tá soltando fogo pelas ventas", "explodiu de barata aqui",
        "bandido é quem fez esse encanamento", "a água do chuveiro só cai um fio", "meu cartão foi roubado", "tranquei a casa e saí",
        "entrou um passarinho em casa e não consegue sair", "minha planta caiu da varanda", "tem formiga na tomada",
        "fico trancada no escritório estudando pro concurso", "fecharam a rachadura mas falta pintar", "tem muito assalto no bairro?",
        "tem um fio solto atrás da tv, é da internet", "o alarme de incêndio apita de bateria fraca", "desmoronei de cansaço",
        "cheiro de queimado vindo da pizzaria", "a água entra por baixo da porta quando venta muito",
        "roubo de encomenda é responsabilidade de quem?",
    ],
)  # fmt: skip
def test_ordinary_troubles_and_figures(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        # what was heard or smelled, and what it was
        "pensaram que era invasor, mas era o entregador", "ouvi ladrão na laje, era gambá", "o cheiro de gás era só o lixo da escada",
        "falso alarme pessoal, a fumaça era da torradeira", "nunca cheguei a levar choque nesse chuveiro",
        "não chegou a alagar, só respingou",
        # cracks that somebody filled or looked at, and what is no wall
        "a trinca da sala ele já fechou com massa, falta a tinta", "a fissura já foi emassada e lixada",
        "o engenheiro olhou a trinca e disse que é superficial", "tem umas telhas trincadas de granizo",
        # water and hoses in use
        "alagou um pouquinho a varanda, era folha no ralo", "o chuveirinho tá furado e esguicha torto",
        "o aspersor do jardim esguicha na rua",
        # a battery, a bill, a call of names
        "o controle do portão apita, é pilha fraca", "a fatura de água explodiu", "o dono é um ladrão, que aluguel é esse",
        "ladroes, 2500 de aluguel", "vocês são uns ladrões", "ladrões! cobram 2500 e nada funciona",
        "dor de cabeça de tanto cobrar o conserto do aquecedor",
        # pests, and those who drive them out
        "tá uma invasão de pulga no quintal", "passa fumacê na rua na terça", "vão dedetizar, pode ter fumaça no corredor?",
        # small things that fall, pinch or smoke
        "caiu meu brinco dentro do vão do elevador, como eu pego?", "o assento do vaso me belisca, tampa torta",
        "o vizinho fuma e a fumaça vem pra cá", "o restaurante serve costela no fogo de chão",
        # how to act, what a policy holds, where one lived, who was let out, what was taken by mistake
        "qual o procedimento em incêndio?", "o que fazer em incêndio?", "a apólice fala em incêndio e explosão",
        "no prédio que eu morava explodiu um botijão", "fiquei preso no elevador e saí, ele abriu sozinho",
        "o caminhão da limpeza levou tudo por engano, levaram minha mala também", "imaginei que tinham roubado o carrinho, tava no térreo",
        # moods and weather
        "tá um calor de rachar na sala", "os vizinhos explodem de rir de madrugada", "tô pegando fogo de raiva",
        "saí eletrizada da reunião",
    ],
)  # fmt: skip
def test_what_only_looks_like_danger(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("entrou ladrão, era um moleque", "crime"), ("roubaram a bicicleta, foi o pintor", "crime"),
        ("é ladrão, não era gato não", "crime"), ("ladrões entraram, e o aluguel é 2500", "crime"),
        ("tem ladrão aqui, pago aluguel pra isso", "crime"), ("estão roubando a casa", "crime"),
        ("achei que era esgoto mas é cheiro de gás", "gas"), ("não é alarme falso, tem cheiro de gás", "gas"),
        ("o cheiro de gás era fraco e agora aumentou", "gas"), ("o técnico não chegou e tá saindo faísca", "fire"),
        ("o registro esguicha na cozinha e não para", "flood"), ("alagou a sala inteira", "flood"),
        ("a trinca que ele fechou com massa voltou e tá abrindo", "structural"), ("rachadura grande depois da obra do metrô", "structural"),
        ("o cano estourou, já consertaram?", "flood"), ("o alarme de monóxido apita, troquei a pilha e nada", "carbon_monoxide"),
        ("na casa que eu morava nunca teve, aqui tem cheiro de gás", "gas"),
        ("o que fazer? tem um incêndio no terceiro andar", "fire"),
        ("o sensor de monóxido não para de tocar", "carbon_monoxide"), ("a fatura subiu e o micro-ondas explodiu", "fire"),
    ],
)  # fmt: skip
def test_what_looks_like_those_and_is_danger(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text",
    ["apareceu uma trinca na viga, não sei se é superficial", "trinca na laje. é superficial ou perigosa?", "trinca na laje reabriu"],
)
def test_a_crack_that_nobody_judged(text: str) -> None:
    assert read(text) == {"structural": "ask"}
