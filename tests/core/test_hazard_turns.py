"""How people tell dangers, and what turns a danger into none: slips, denials, doubts, what is mended or supposed, figures of speech."""

import pytest

from core.hazards import find_hazards, says_safe, takes_back


def read(text: str) -> dict[str, str]:
    return {hazard.kind: hazard.certainty for hazard in find_hazards(text)}


@pytest.mark.parametrize(
    "text, kind",
    [
        # as it sounds
        ("ta xeirando gaz aki", "gas"), ("moço o gas ta vazanu", "gas"), ("fumassa preta na escada", "fire"),
        ("a pia ta dando xoque", "shock"), ("a geladeira dano choque", "shock"), ("choveiro ta dano choqi", "shock"),
        ("aronbaram a porta da frente", "crime"),
        ("to preza no banheiro", "trapped"),
        # slips of the finger
        ("cherio de gás no corredor", "gas"), ("incêndo na garagem", "fire"), ("estouro o cano, ta jorando agua", "flood"),
        ("arombaram meu portão", "crime"), ("desabuo o muro do fundo", "structural"), ("FUMÇA NO QUADRO DE LUZ", "fire"),
        # gas
        ("o bujão tá vazando, o que eu faço", "gas"), ("a mangueirinha do fogão soltou", "gas"), ("o corredor tá fedendo a gás", "gas"),
        ("o detector de gás não para de apitar", "gas"), ("sai gás mesmo com o botão fechado", "gas"),
        ("passei mal com o gás do fogão", "gas"),
        # carbon monoxide
        ("acendi um braseiro na sala e tô com tontura", "carbon_monoxide"),
        ("todo banho saio tonto. o aquecedor é a gás", "carbon_monoxide"),
        ("dormimos com a lareira acesa e acordamos com dor de cabeça", "carbon_monoxide"),
        ("o alarme de monóxido disparou", "carbon_monoxide"),
        # fire
        ("fogo na lixeira do prédio", "fire"), ("saiu fogo do disjuntor", "fire"), ("o prédio do lado tá em chamas", "fire"),
        ("tem labareda saindo do forno", "fire"), ("não consigo apagar o fogo", "fire"), ("o chuveiro explodiu de repente", "fire"),
        ("o alarme de incêndio disparou", "fire"),
        # shock
        ("sofri uma descarga elétrica no interruptor", "shock"), ("tá passando corrente na torneira", "shock"),
        ("o portão está energizado", "shock"), ("se encostar no chuveiro leva choque", "shock"),
        ("nunca levei um choque tão forte", "shock"),
        # flood
        ("a água já passou do tornozelo, tá no joelho", "flood"), ("água descendo pelo lustre", "flood"),
        ("virou uma piscina minha sala", "flood"), ("a água está caindo em cima do quadro de luz", "flood"),
        ("água pra todo canto, não acho o registro", "flood"),
        # structure
        ("o telhado foi abaixo com o vento", "structural"), ("parede rachada de cima até embaixo", "structural"),
        ("o piso cedeu", "structural"), ("dá pra enfiar a mão na rachadura", "structural"),
        ("caiu uma árvore em cima do telhado", "structural"),
        # crime
        ("pularam o portão essa noite", "crime"), ("forçaram a fechadura", "crime"), ("tem alguém tentando abrir a minha porta", "crime"),
        ("meteram o pé na porta", "crime"), ("tem um homem dentro da minha casa", "crime"), ("fui furtada na garagem", "crime"),
        # trapped
        ("o elevador travou comigo dentro", "trapped"), ("prendeu o braço da minha filha na porta", "trapped"),
        ("socorro, tô presa", "trapped"), ("o quarto trancou e minha neta tá lá dentro", "trapped"),
        ("quebraram a janela e entraram", "crime"), ("não para de cair pedaço do teto", "structural"),
        ("travou o elevador com gente", "trapped"), ("a porta emperrou e estamos aqui dentro", "trapped"),
        ("caiu o armário e ele tá preso embaixo", "trapped"),
        # English, Spanish
        ("it smells of gas in the hallway", "gas"), ("huele a gas en el baño", "gas"),
        ("I feel dizzy when the boiler is on", "carbon_monoxide"), ("the stove caught fire", "fire"), ("sale humo del enchufe", "fire"),
        ("I got shocked by the washing machine", "shock"), ("a pipe burst in the bathroom", "flood"),
        ("se inundó el departamento", "flood"), ("the ceiling collapsed", "structural"), ("me robaron el departamento", "crime"),
        ("they broke in last night", "crime"), ("estamos atrapados en el ascensor", "trapped"), ("I'm locked in the bathroom", "trapped"),
    ],
)  # fmt: skip
def test_named_in_many_words(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("um fedor esquisito perto do botijão", "gas"), ("o registro do gás tá chiando", "gas"),
        ("o aquecedor ficou com chama alaranjada", "carbon_monoxide"), ("o plugue da secadora fica pelando", "fire"),
        ("os fios do chuveiro derreteram", "fire"), ("ouço um zumbido na tomada", "fire"),
        ("sinto um formigamento quando toco na geladeira", "shock"), ("tem um fio pelado no banheiro", "shock"),
        ("a tomada da pia molhou", "flood"), ("rachadura na viga, não sei se é funda", "structural"),
        ("o reboco do teto tá soltando", "structural"), ("cheguei de viagem e a porta tava destrancada", "crime"),
        ("achei a janela aberta e eu tinha deixado fechada", "crime"),
    ],
)  # fmt: skip
def test_signs_in_many_words(text: str, kind: str) -> None:
    assert read(text) == {kind: "ask"}


@pytest.mark.parametrize(
    "text",
    [
        "não para de sair gás da mangueira", "não sei se é gás ou esgoto", "não aguento mais esse cheiro de gás",
        "não consigo fechar e tá vazando gás", "ninguém sabe de onde vem o cheiro de gás", "não é normal esse cheiro de gás",
        "não é esgoto não, é gás mesmo", "isso não é cheiro de gás?", "não é na sala, é na cozinha que tá o cheiro de gás",
        "fechei o registro mas o cheiro de gás continua", "ontem arrumaram e hoje tá vazando gás de novo",
        "trocaram o botijão e ficou um cheiro de gás", "sem condição de ficar aqui com cheiro de gás",
    ],
)  # fmt: skip
def test_a_no_that_denies_no_danger(text: str) -> None:
    assert read(text) == {"gas": "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "não senti cheiro de gás nenhum", "n tem cheiro de gás", "vazamento de gás não tem, já olhei", "não saiu fumaça nem faísca",
        "sem fogo ou fumaça, só parou", "ninguém levou choque", "nunca tive choque nesse chuveiro", "não fui assaltado não",
        "ninguém ficou preso no elevador", "o teto não caiu", "no hay olor a gas", "there is no smell of gas", "o gás não está vazando",
        "não tem risco de desabar",
    ],
)  # fmt: skip
def test_denied(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "o chuveiro dava choque mas trocaram a resistência", "já consertaram o cano que estourou",
        "arrumaram o vazamento de gás na semana passada", "a porta foi arrombada, já trocaram a fechadura",
        "o teto tinha caído mas já consertaram", "fiquei preso no elevador, já me tiraram",
        "era cheiro de gás mas já trocaram a mangueira", "achei que era incêndio mas era churrasco",
        "senti cheiro de gás, mas não era gás",
    ],
)  # fmt: skip
def test_over(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("já arrumaram duas vezes e ainda dá choque", "shock"), ("consertaram o cano mas estourou outra vez", "flood"),
        ("ninguém arrumou o chuveiro, levei choque", "shock"), ("o técnico trocou a peça e agora o aquecedor tá soltando fumaça", "fire"),
        ("levei um choque e até hoje não consertaram", "shock"),
    ],
)  # fmt: skip
def test_not_over(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text",
    [
        "e se vazar gás?", "se o cano estourar de madrugada, quem vem?", "caso vaze gás, ligo pra quem?",
        "o que faço em caso de incêndio?", "tem risco de dar choque?", "tenho medo de ficar presa no elevador", "tem perigo de explodir?",
        "quando tiver vazamento de gás ligo pra quem?", "o aquecedor pode dar choque?", "se alguém for assaltado tem câmera?",
        "se a laje rachar o condomínio paga?", "conserta antes que pegue fogo", "what if there is a gas leak?", "quero evitar incêndio",
    ],
)  # fmt: skip
def test_only_supposed(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "tá pegando fogo o preço do aluguel", "a assembleia pegou fogo", "explodiu o valor da taxa", "tô quase explodindo",
        "levei um choque com o reajuste", "choque de gestão no condomínio", "fiquei em choque", "inundada de boleto",
        "o conserto estourou o orçamento", "esse boleto é um assalto", "roubaram minha vaga", "caiu a ficha",
        "o aquecedor só me dá dor de cabeça", "preso no trânsito", "tô presa numa reunião", "preso ao contrato",
        "não consigo sair do trabalho", "entraram em contato comigo",
    ],
)  # fmt: skip
def test_figures_of_speech(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text",
    [
        "não sei se tem gás encanado no prédio", "o ar não gela, deve ser gás", "o fogão é a gás ou elétrico?",
        "o extintor de incêndio venceu", "a mangueira de incêndio", "o seguro cobre incêndio e roubo?", "o sensor de fumaça tá sem pilha",
        "a churrasqueira enche a sala de fumaça", "fumaça de cigarro na janela", "o acendedor não dá faísca", "cheiro de comida queimada",
        "o fio do interfone é curto", "o ladrão da caixa d'água pinga", "a rua alagou", "formigas invadiram a cozinha",
        "os pintores entraram no apartamento", "deixei a porta aberta pro técnico", "ventilador de teto caiu",
        "o papel de parede tá caindo", "a prateleira caiu da parede", "rachadura no azulejo", "trinca fina na pintura",
        "o cano tá pingando", "não sai água quente", "esqueci a chave e me tranquei pra fora", "meu gato ficou preso no forro",
        "to presa em casa esperando o encanador", "o elevador tá parado", "apartamento alugado", "a chave ficou presa na fechadura",
        "tive que arrombar a porta porque perdi a chave", "chama o síndico", "a porta travou e a chave ficou lá dentro",
        "a caixa d'água transborda pelo ladrão", "o cabo da tv tá solto", "a água não sobe pra caixa", "cheguei e o portão estava aberto",
        "queimei o arroz e ficou cheiro de queimado", "minha pressão tá baixa", "bombeiro hidráulico",
        "não vou falar meu nome pra robô", "nao falo com robo", "to falando com um robo?", "o robô aspirador quebrou",
        "me sinto roubada", "me roubaram no caução", "vou botar fogo nisso",
    ],
)  # fmt: skip
def test_ordinary_things_in_words_of_danger(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    "text, kinds",
    [
        ("cheiro de gás e saiu uma faísca da tomada", {"gas", "fire"}), ("alagou tudo e tomei choque na tomada", {"flood", "shock"}),
        ("o teto caiu e meu pai ficou preso embaixo", {"structural", "trapped"}),
        ("arrombaram a casa e botaram fogo no sofá", {"crime", "fire"}),
        ("cheiro de gás e todo mundo tonto com o aquecedor", {"gas", "carbon_monoxide"}),
    ],
)  # fmt: skip
def test_two_dangers(text: str, kinds: set[str]) -> None:
    assert read(text) == dict.fromkeys(kinds, "sure")


@pytest.mark.parametrize(
    "text",
    [
        "desci pra rua", "já desci", "tá todo mundo fora", "tô lá embaixo", "já tamo na rua", "estou no carro", "I'm safe",
        "estoy afuera", "estou na casa da vizinha",
    ],
)  # fmt: skip
def test_safe_in_many_words(text: str) -> None:
    assert says_safe(text)


@pytest.mark.parametrize(
    "text", ["saí mas voltei pra pegar o gato", "não desci", "vou descer", "desci mas minha mãe ficou lá dentro", "como desço?"]
)
def test_not_safe_in_many_words(text: str) -> None:
    assert not says_safe(text)


@pytest.mark.parametrize(
    "text", ["era o lixo", "cliquei errado", "esquece", "tava enganada", "era cheiro de tinta", "mandei por engano", "false alarm"]
)
def test_taken_back_in_many_words(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize("text", ["não esquece de mim", "era cheiro de comida mas ainda tem gás", "era forte"])
def test_not_taken_back_in_many_words(text: str) -> None:
    assert not takes_back(text)


@pytest.mark.parametrize(
    "text, kind",
    [
        # gas: a home full of it, a pipe hit by somebody, the soap test, what was left open
        ("entrei no quarto e tava puro gás", "gas"), ("o instalador cortou a mangueira do gás sem querer", "gas"),
        ("passei detergente na mangueira do gás e borbulhou", "gas"), ("deixei a boca aberta sem chama e dormi", "gas"),
        ("o registro do gás começou a chiar e vazar", "gas"), ("troquei o botijão e ficou cheiro de gás", "gas"),
        # carbon monoxide
        ("aquecedor ligado e meu filho tá desacordado", "carbon_monoxide"), ("o boiler liga e vejo tudo rodando", "carbon_monoxide"),
        # fire
        ("o colchão tá queimando", "fire"), ("o fogo se alastrou pro telhado", "fire"), ("a régua tá derretendo", "fire"),
        ("a cozinha tá toda esfumaçada", "fire"), ("pegou fogo no elevador de serviço", "fire"),
        # shock
        ("tomei um chocão na geladeira", "shock"), ("meu sobrinho levou uma descarga no portão", "shock"),
        # flood
        ("a água tomou o corredor e a sala", "flood"), ("os tapetes da sala estão boiando", "flood"),
        ("tá vindo água por baixo da porta do vizinho", "flood"), ("o esgoto voltou e tá subindo", "flood"),
        ("tá caindo um jato d'água do teto", "flood"), ("minha cozinha virou um lago", "flood"),
        # structure
        ("a encosta atrás do prédio deslizou", "structural"), ("a trinca triplicou de largura", "structural"),
        ("na rachadura já passa uma moeda", "structural"), ("o telhado voou na ventania", "structural"),
        ("a laje desceu uns centímetros", "structural"), ("abriu um buraco no chão da garagem", "structural"),
        ("tava na cama e desabou o forro", "structural"), ("caiu pastilha da fachada na calçada", "structural"),
        # crime
        ("tentaram entrar de madrugada", "crime"), ("cheguei e tinha um homem no meu quarto", "crime"),
        ("entrou um sujeito armado no prédio", "crime"), ("arrebentaram a porta dos fundos", "crime"),
        ("tem uma mulher que não conheço dentro do apartamento", "crime"), ("roubaram os fios de energia", "crime"),
        ("fui furtado e vocês não retornam", "crime"),
        # trapped
        ("o portão travou e a gente ficou trancado", "trapped"), ("ela entrou no lavabo e a porta emperrou", "trapped"),
        ("meu neto girou a chave do quarto e não sabe abrir", "trapped"), ("tem um bebê trancado no carro", "trapped"),
        ("meu polegar ficou preso na porta", "trapped"), ("estou na varanda e não consigo entrar", "trapped"),
        ("o elevador parou. eu dentro", "trapped"), ("o elevador travou entre o 2 e o 3 com três moradores dentro", "trapped"),
    ],
)  # fmt: skip
def test_told_without_the_usual_name(text: str, kind: str) -> None:
    assert read(text) == {kind: "sure"}


@pytest.mark.parametrize(
    "text, kind",
    [
        ("tem fuligem em volta do aquecedor", "carbon_monoxide"), ("cheiro adocicado perto do fogão", "gas"),
        ("the outlet feels warm", "fire"), ("umidade chegando na tomada", "flood"), ("a viga tá com o vergalhão aparecendo", "structural"),
    ],
)  # fmt: skip
def test_more_signs(text: str, kind: str) -> None:
    assert read(text) == {kind: "ask"}


@pytest.mark.parametrize(
    "text",
    [
        # a "não" or "nenhum" behind
        "tem vazamento de gás aqui não, só a pia entupida", "senti choque não viu", "cheiro de queimado não, é de cola",
        "tem fumaça aí? não", "choque nenhum, só não esquenta", "parou de sair faísca", "a vistoria não apontou vazamento de gás",
        # taken back
        "falei em fumaça mas me enganei", "o alarme de incêndio disparou, foi teste", "achei que era roubo, alarme falso",
        # other times and places
        "em 1998 teve enchente nessa rua", "quando era criança levei um choque", "vi no jornal que desabou um prédio",
        "na novela pegou fogo na casa", "meu apartamento antigo alagou", "aqui já teve incêndio?", "a loja já foi assaltada alguma vez?",
        "como saber se tem vazamento de gás?", "caso invadam a casa, quem paga?", "qualquer cheiro de gás eu aviso",
        # figures of speech
        "levei um choque ao saber do aumento", "roubaram minha paciência", "isso é roubo", "meu e-mail explodiu de notificação",
        "tô apagando incêndio no trabalho", "que calor, tá pegando fogo", "meu sonho desabou", "pintei de rosa choque",
        "vocês tão roubando na taxa",
        # other things
        "a cama desabou", "o tanque tá solto da parede e vai cair", "rompeu o lacre do hidrômetro", "a garrafa de cerveja explodiu",
        "a lareira tá com fuligem", "a água desce devagar na pia da cozinha", "o vidro da mesa caiu", "risquinho na pintura da parede",
        "a chave quebrou dentro da porta, entrei pelos fundos", "o gato pulou o muro", "a transportadora levou tudo",
        "botijão vazio", "o gás chegou?", "tô presa em casa com covid",
    ],
)  # fmt: skip
def test_none_by_what_stands_around(text: str) -> None:
    assert read(text) == {}
