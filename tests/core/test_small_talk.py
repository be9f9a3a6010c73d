"""What people say around a report."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import Rejected
from core.names import company_in, split_name
from core.small_talk import answers_who, is_thanks, is_unsure, relation_in, relation_named, tells_something

NAMES = (
    "Maria das Dores", "José de Deus", "Ivo", "Sá", "Ivo Sá", "Ana", "João Paulo dos Santos Filho", "Rui Costa", "Nair Bela Vista",
    "Domingos Sábado", "Clara Luz", "Maria da Paz", "Rosa Branca", "Iracema Porto", "Segundo Alves", "Maria Vitória", "Luiz Rua",
    "Sol Maria", "Caio Prado", "Nilo Jácome", "Nilo Já", "Fernando Pessoa", "Maria do Socorro", "Maria da Ajuda", "Gonçalves Dias",
    "Sergio Moro", "Maria da Pia", "João Porto", "Antônia Porta", "Zé", "Lu", "Bia", "Dona Maria", "Aparecida de Jesus",
    "João de Sousa Filho", "Antônio Neto", "Pedro Júnior", "Maria Eduarda Machado", "Tito Chagas", "Ana Paula Leite", "José Carneiro",
    "Jair Aguiar", "Ademir Queiroz", "Davi Quental", "Maria Quaresma", "Ruth Precioso", "Regina Tenório", "Wesley Sei", "Maria da Graça",
    "João Batista", "Jean-Luc Picard", "O'Brien", "D'Ávila", "Vera Prefeito", "Célia Forte", "Ester Estrela", "Otávio Agora",
    "Vanda Dia", "Maria da Boa Morte", "Jade Jardim", "Ema Esteves", "Noel Nunes", "Dito Alto", "Graça Alta",
    "meu nome é Rui Costa", "é Rui Costa", "me chamo Ana Lima", "sou o Rui", "sou a Ana", "aqui é a Joana Prado",
    "meu nome é Severino e sou o zelador", "Ana Lima, inquilina",
    "Ana Furtado", "Jennifer Lamas", "Zuilton e Silva", "o Kayllon", "Rosendo Clarindo", "Vera Ontem", "Zuila Brandes", "Marinei Sidlei",
)  # fmt: skip
NO_NAMES = (
    "aff de novo essas perguntas", "aff", "oxe", "kkkk", "rsrs", "de novo essas perguntas",
    "nao quero falar", "quem é vc", "por que precisa disso", "ja sou cadastrado", "prefiro não dizer", "pra que", "pra que?", "Maria?",
    "é isso", "vc é um robô", "já falei", "já disse", "sei lá", "tenho que dizer", "quero falar com alguém", "por quê", "para que serve",
    "vocês já têm", "não entendi", "qual nome", "como assim", "sou cliente", "o mesmo de antes", "deixa pra lá", "meu marido",
    "estou com pressa", "já mandei", "me liga", "chama o atendente", "ninguém", "quero um humano", "tá bom", "vou passar depois",
    "sim sou eu", "ok obrigado", "corrigir", "é urgente", "a pia está vazando", "sou inquilina", "rua das flores 88", "não sei",
    "to sem agua", "por favor me ajuda",
    "meu chuveiro queimou ontem", "vocês são muito lentos", "não sei o que fazer", "cansei disso", "parou de funcionar", "espera um pouco",
    "o gato fugiu", "barulho estranho", "duas semanas assim", "igual ao do contrato", "continua pingando", "infelizmente demora", "quinta",
    "eles nunca vêm", "tô cansado", "o cpf é 529.982.247-25", "vai se ferrar",
)  # fmt: skip


@pytest.mark.parametrize("text", NAMES)
def test_names_are_names(text: str) -> None:
    assert answers_who(text)


@pytest.mark.parametrize("text", NO_NAMES)
def test_sentences_are_none(text: str) -> None:
    assert not answers_who(text)


@pytest.mark.parametrize(
    "text, first, last",
    [
        ("meu nome é Rui Costa", "Rui", "Costa"),
        ("Meu nome completo é Rui da Costa", "Rui", "da Costa"),
        ("é Rui Costa", "Rui", "Costa"),
        ("sou o Rui Costa", "Rui", "Costa"),
        ("Nome: Ana Lima", "Ana", "Lima"),
        ("me chamo Ana", "Ana", None),
        ("meu nome é Severino e sou o zelador", "Severino", None),
        ("Ana Lima, inquilina", "Ana", "Lima"),
        ("sou a Ana", "Ana", None),
        ("eu sou Rui Costa", "Rui", "Costa"),
        ("me chamo Rui Costa", "Rui", "Costa"),
        ("aqui é o Rui Costa", "Rui", "Costa"),
        ("aqui quem fala é a Ana Lima", "Ana", "Lima"),
        ("pode me chamar de Rui", "Rui", None),
        ("é o Rui Costa", "Rui", "Costa"),
        ("oi tudo bem meu nome é Ana Lima.", "Ana", "Lima"),
        ("oi, Rui Costa!", "Rui", "Costa"),
        ("Rui meu sobrenome é Costa", "Rui", "Costa"),  # said after a lone first name
        ("o meu nome é Rui Costa, prazer", "Rui", "Costa"),
        ("meu nome é Rui Costa cpf 529.982.247-25", "Rui", "Costa"),
        ("sou Rui Costa, sou o inquilino", "Rui", "Costa"),
        ("Rui Costa e moro no 32", "Rui", "Costa"),
        # names that begin or end as labels do
        ("E. Silva", "E.", "Silva"),
        ("Soulange Dias", "Soulange", "Dias"),
        ("Aquiles Reis", "Aquiles", "Reis"),
        ("João Moro", "João", "Moro"),
        ("Joaquim Vizinho", "Joaquim", "Vizinho"),
        ("Eduarda Esteves", "Eduarda", "Esteves"),
    ],
)
def test_what_people_put_around_a_name_is_cut(text: str, first: str, last: str | None) -> None:
    assert split_name(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "a empresa se chama Sol Ltda", "a empresa chama Sol Ltda", "empresa: Sol Ltda", "o nome é Sol Ltda", "é a Sol Ltda", "Sol Ltda",
        "o nome da empresa é Sol Ltda", "razão social: Sol Ltda", "somos a Sol Ltda", "Sol Ltda, obrigado",
        "Sol Ltda, cnpj 11.222.333/0001-81",
    ],
)  # fmt: skip
def test_what_people_put_around_a_companys(text: str) -> None:
    assert company_in(text) == "Sol Ltda"


@pytest.mark.parametrize(
    "text",
    [
        "não sei", "nao sei", "Nao sei dizer", "talvez", "acho que sim", "pode ser", "sei lá", "não tenho certeza", "não sei, obrigada",
        "oi, não sei", "não sei dizer, moça", "ainda não sei", "não faço ideia",
    ],
)  # fmt: skip
def test_unsure(text: str) -> None:
    assert is_unsure(text)
    assert not is_unsure(f"{text} mas tem fumaça")


def test_thanks_are_whole_messages() -> None:
    assert is_thanks("Muito obrigada!")
    assert not is_thanks("obrigado, que horas vem?")


@pytest.mark.parametrize(
    "text, told", [("geladeira parou", True), ("oi tudo bem", True), ("quero falar com alguém", False), ("oi", False), ("🙂", False)]
)
def test_what_nobody_recognised(text: str, told: bool) -> None:
    assert tells_something(text) is told


def test_relations() -> None:
    assert relation_named("Porteiro!") == "Porteiro"
    assert relation_named("sou o porteiro do prédio") is None
    assert relation_in("sou o porteiro") == "porteiro"


@pytest.mark.parametrize("name", ["Empresa Brasileira de Correios", "Nome Fácil Ltda", "Sol e Lua Ltda", "Esol Ltda"])
def test_companies_called_like_a_label(name: str) -> None:
    assert company_in(name) == name


@pytest.mark.parametrize("piece", ["sou ", "oi ", "não sei ", "e ", "cpf ", "meu nome é ", ", "])
def test_hostile_repetition_ends(piece: str) -> None:
    for count in (40, 300, 20_000):
        text = piece * count + "x"
        assert answers_who(text) in (True, False)
        assert not is_unsure(text)


@given(
    st.lists(st.sampled_from("meu nome é sou a o Rui Costa : , . eu oi e inquilino obrigado sobrenome aqui".split()), max_size=9).map(
        " ".join
    )
)
def test_a_name_less_its_labels_has_none(text: str) -> None:
    try:
        first, last = split_name(text)
    except Rejected:
        return
    assert split_name(f"{first} {last or ''}") == (first, last)
