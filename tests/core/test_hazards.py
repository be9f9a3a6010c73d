"""Dangers (rules of the trade, "Emergencies"): named ones, hints, false friends, denials, relief."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.hazards import Hazard, find_hazards, says_safe, takes_back


@pytest.mark.parametrize(
    "text,kind",
    [
        ("cheiro de gás na cozinha", "gas"),
        ("cheiro d gas", "gas"),
        ("xeiro de gás", "gas"),
        ("cheiro degas", "gas"),
        ("tô sentindo um cheiro muito forte de gás", "gas"),
        ("ta vazando gas aqui", "gas"),
        ("o botijão está vazando", "gas"),
        ("não sei se é gás", "gas"),
        ("acho que é gás", "gas"),
        ("não consigo fechar, o gás está vazando", "gas"),
        ("aquecedor a gás ligado e estou com dor de cabeça", "carbon_monoxide"),
        ("liguei o aquecedor e minha mãe desmaiou", "carbon_monoxide"),
        ("sinto tontura e enjoo quando ligo o aquecedor", "carbon_monoxide"),
        ("pegando fogo na cozinha", "fire"),
        ("incêndio no quinto andar", "fire"),
        ("ta saindo fumaça da tomada", "fire"),
        ("saindo faísca do disjuntor", "fire"),
        ("cheiro de queimado na sala", "fire"),
        ("levei um choque no chuveiro", "shock"),
        ("o chuveiro tá dando choque", "shock"),
        ("o cano estourou", "flood"),
        ("estourou o cano da cozinha", "flood"),
        ("a casa está alagando", "flood"),
        ("inundou o apartamento todo", "flood"),
        ("o teto está caindo", "structural"),
        ("caiu um pedaço do teto", "structural"),
        ("rachadura enorme na parede", "structural"),
        ("a rachadura está aumentando", "structural"),
        ("o vidro da janela está caindo", "structural"),
        ("arrombaram a porta", "crime"),
        ("fomos assaltados semana passada", "crime"),
        ("minha filha está presa no elevador", "trapped"),
        ("estou trancada no banheiro", "trapped"),
        ("não consigo sair do apartamento", "trapped"),
        ("a garagem tá tomada pelo gás", "gas"),
        ("a chaminé do aquecedor quebrou e ficamos tontos", "carbon_monoxide"),
        ("começou a queimar a cortina", "fire"),
        ("quase morri de choque no banho", "shock"),
        ("rebentou a mangueira da pia", "flood"),
        ("é um vazamento gigante, não consigo estancar", "flood"),
        ("o guarda-corpo da sacada soltou da parede", "structural"),
        ("um lado da casa tá cedendo", "structural"),
        ("levaram o hidrômetro e os cabos", "crime"),
        ("tem uns homens estranhos dentro da casa", "crime"),
    ],
)
def test_named_dangers_are_sure(text: str, kind: str) -> None:
    assert [(hazard.kind, hazard.certainty) for hazard in find_hazards(text)] == [(kind, "sure")]


@pytest.mark.parametrize(
    "text,kind",
    [
        ("cheiro estranho perto do fogão", "gas"),
        ("a tomada está quente", "fire"),
        ("a tomada tá esquentando muito", "fire"),
        ("a chama do aquecedor está amarela", "carbon_monoxide"),
        ("apareceu uma rachadura na parede", "structural"),
        ("fio desencapado na sala", "shock"),
        ("água pingando na tomada", "flood"),
    ],
)
def test_signs_without_a_name_are_asked(text: str, kind: str) -> None:
    assert [(hazard.kind, hazard.certainty) for hazard in find_hazards(text)] == [(kind, "ask")]


@pytest.mark.parametrize(
    "text",
    [
        "gás do ar-condicionado acabou", "vazamento do gás do ar condicionado", "o botijão acabou", "acabou o gás",
        "preciso de um bombeiro pra pia",
        "pressão baixa no chuveiro", "o fogo do fogão não acende", "chama alguém por favor", "não é vazamento de gás",
        "o cano não estourou",
        "não tem cheiro de gás", "sem cheiro de gás", "não tem fumaça", "não estamos presos no elevador", "trinca fina na pintura",
        "arrombaram a porta, mas já consertaram", "levei um choque ontem mas já arrumaram o chuveiro", "fiquei trancado do lado de fora",
        "a chave ficou presa na porta", "esse aluguel é um roubo", "detector de fumaça apitando",
    ],
)  # fmt: skip
def test_false_friends_and_denials(text: str) -> None:
    assert find_hazards(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "a pia está vazando", "chuveiro queimou", "infiltração no teto", "vazamento na torneira", "água pingando do teto",
        "tem agua caindo do teto",
        "a parede está mofada", "a lâmpada queimou", "fogão a gás não acende", "aquecedor não liga", "o elevador parou", "o azulejo rachou",
        "o teto com infiltração e a tinta caindo", "cano furado vazando muito", "cheiro de esgoto", "o disjuntor desarma",
        "rua das flores 88",
        "boa tarde a pia da cozinha ta vazando embaixo", "vazamento de água no banheiro",
    ],
)  # fmt: skip
def test_ordinary_maintenance_is_no_danger(text: str) -> None:
    assert find_hazards(text) == ()


def test_each_kind_once_and_several_kinds() -> None:
    found = find_hazards("não é vazamento de gás, é cheiro de queimado, e minha mãe está presa no elevador! cheiro de queimado!")
    assert found == (Hazard("fire", "sure"), Hazard("trapped", "sure"))


def test_a_named_smell_of_gas_stays_beside_carbon_monoxide() -> None:
    assert [hazard.kind for hazard in find_hazards("cheiro de gás no aquecedor e dor de cabeça")] == ["gas", "carbon_monoxide"]


def test_accents_as_characters_of_their_own() -> None:
    assert find_hazards("cheiro de ga\u0301s") == (Hazard("gas", "sure"),)


@pytest.mark.parametrize(
    "text",
    [
        "já saí",
        "Estou em segurança",
        "tô na rua",
        "estamos lá fora",
        "já saímos todos",
        "estou fora do apartamento",
        "estamos bem, na calçada",
        "na rua",
    ],
)
def test_safe(text: str) -> None:
    assert says_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "não saí", "ainda não saí", "vou sair", "posso sair?", "não estou em segurança", "estou em segurança?", "não consigo sair",
        "sai fumaça da tomada",
        "saí mas meu filho ficou lá dentro", "estou na cozinha", "sim", "rua das flores 88",
    ],
)  # fmt: skip
def test_not_safe(text: str) -> None:
    assert not says_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "era do vizinho",
        "alarme falso",
        "foi engano",
        "me enganei",
        "era o churrasco do vizinho",
        "não era gás",
        "era só comida queimando",
        "desconsidere",
    ],
)
def test_taken_back(text: str) -> None:
    assert takes_back(text)


@pytest.mark.parametrize(
    "text", ["não foi engano", "não é alarme falso", "socorro", "cheiro de gás", "era do vizinho mas ainda tem cheiro", "ok"]
)
def test_not_taken_back(text: str) -> None:
    assert not takes_back(text)


WORDS = (
    "cheiro de gás não é sei se fogo fumaça choque cano estourou teto caiu rachadura grande água tomada presa no elevador saí na rua era "
    "do vizinho . , ? já"
).split()


@given(st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)))
@settings(max_examples=300)
def test_any_text(text: str) -> None:
    kinds = [hazard.kind for hazard in find_hazards(text)]
    assert len(kinds) == len(set(kinds))
    assert says_safe(text) in (True, False)
    assert takes_back(text) in (True, False)


@pytest.mark.parametrize(
    "piece", ["a", "á", "cheiro ", "nao consigo sair da mesa ", "janela solta , ", "agua teto ", "aquecedor dor ", "x, "]
)
def test_danger_at_the_end_of_the_longest_text(piece: str) -> None:
    """Patterns look only so far, so a text of any length is read to its end."""
    assert Hazard("gas", "sure") in find_hazards(piece * (70_000 // len(piece)) + " cheiro de gás")


@pytest.mark.parametrize(
    "text, kind, certainty",
    [
        ("nao consigo sair", "trapped", "sure"),
        ("minha mae é cadeirante, nao consegue sair daqui", "trapped", "sure"),
        ("a janela do 8 andar ta solta, vai cair", "structural", "sure"),
        ("a janela está solta e vai cair na rua", "structural", "sure"),
        ("caiu um pedaço do reboco do teto", "structural", "ask"),
        ("nao consigo sair daqui", "trapped", "sure"),
        ("a porta emperrou e não consigo sair", "trapped", "sure"),
        ("ninguém consegue sair", "trapped", "sure"),
        ("tem um curto na tomada da sala", "fire", "ask"),
        ("acho que deu curto", "fire", "ask"),
        ("a luz ta piscando e fazendo barulho no quadro", "fire", "ask"),
        ("o disjuntor está zumbindo", "fire", "ask"),
        ("cheiro de ovo podre", "gas", "sure"),
        ("ta um cheiro de ovo podre na cozinha", "gas", "sure"),
        ("cheiro de ovo podre no ralo", "gas", "ask"),
    ],
)
def test_dangers_that_a_tester_found_missing(text: str, kind: str, certainty: str) -> None:
    assert [(each.kind, each.certainty) for each in find_hazards(text)] == [(kind, certainty)]


@pytest.mark.parametrize(
    "text",
    [
        "não consigo sair do trabalho antes das 18h", "não consigo sair mais cedo", "a água não consegue sair pelo ralo",
        "a água não consegue sair", "a chave não consegue sair da porta", "a janela não fecha e vai cair água",
        "a janela tá aberta e vai cair água dentro", "o fio do interfone é curto", "em um curto prazo", "a luz tá piscando",
        "a geladeira faz barulho na sala",
    ],
)  # fmt: skip
def test_what_only_sounds_like_danger(text: str) -> None:
    assert find_hazards(text) == ()


def test_danger_at_the_end_of_a_very_long_text() -> None:
    assert [each.kind for each in find_hazards("bom dia tudo bem eu queria contar. " * 300 + "ta com cheiro de gas na cozinha")] == ["gas"]


@pytest.mark.parametrize(
    "text",
    [
        "sim estou", "estou sim", "estou bem", "Estou bem!", "tô bem", "to bem", "tudo certo", "ta tudo certo", "tá tudo bem aqui",
        "estamos bem", "estamos todos bem", "todos bem", "ta todo mundo bem", "estou bem, obrigada", "sim, estou bem", "eu estou bem agora",
        "já fechei o registro geral e saí", "ja saimos", "ja abri a janela e sai", "consegui sair", "conseguimos sair, estamos na rua",
        "saí",
    ],
)  # fmt: skip
def test_more_ways_to_say_safe(text: str) -> None:
    assert says_safe(text)


@pytest.mark.parametrize(
    "text",
    [
        "nao estou bem", "nao consigo sair", "ainda nao", "acho que nao", "acho que nao estou", "to mal", "ta bem", "estou bem assustada",
        "to bem tonta", "estou bem no meio da fumaça", "estou bem mas minha mãe está lá dentro", "tudo bem?", "tudo bem, vou sair",
        "quase consegui sair", "ainda não consegui sair", "só eu consegui sair", "minha mãe não conseguiu sair", "a fumaça sai do quadro",
        "a agua sai da tomada", "ja fechei o registro mas o cheiro continua", "ja desliguei e continua saindo fumaça",
        "ja abri a janela e o cheiro ta forte", "ja abri a porta e tem fogo", "to indo",
        "ja desliguei tudo", "já desliguei o disjuntor", "ja fechei o registro", "já fechei o gás", "ja abriu", "já abri as janelas",
        "tô na cozinha", "to no corredor do prédio", "to no hall",
    ],
)  # fmt: skip
def test_who_does_not_say_safe(text: str) -> None:
    assert not says_safe(text)


@pytest.mark.parametrize("piece", ["sim ", "e ", "ok , ", "bem ", "ja sai ", "tudo bem ", "a gente "])
def test_hostile_repetition_of_safety_ends(piece: str) -> None:
    for start in ("estou ", "estou bem ", "ja fechei ", ""):
        assert not says_safe(start + piece * 100 + "nao")
        assert says_safe(start + piece * 4_000 + "estou em segurança")


@pytest.mark.parametrize(
    "text",
    [
        "um balão cheio de gás",
        "quero o gás ligado no meu nome",
        "a calha despeja água no quintal do vizinho",
        "a batida do carro amassou a grade, o choque foi grande",
        "o seguro cobre alagamento?",
        "a casa tá afundando em dívidas",
        "o pintor arrancou o forro velho",
        "a prateleira soltou da parede",
        "a concessionária levou o medidor",
    ],
)
def test_other_meanings_of_their_words(text: str) -> None:
    assert find_hazards(text) == ()
