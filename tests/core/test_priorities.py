"""How urgent the client says it is: explicit words only, and only where they are clear."""

import time

import pytest

from core.names import fold
from core.priorities import priority_in
from core.priority_phrases import phrases_in
from core.priority_words import phrases, spelt
from core.reading import read_message
from core.tickets import Priority
from core.words import cut

HIGH, MEDIUM, LOW = Priority.HIGH, Priority.MEDIUM, Priority.LOW


def stated(text: str) -> Priority | None:
    folded = fold(text)
    found = priority_in(cut(folded))
    return found[0] if found else None


@pytest.mark.parametrize(
    "text,priority",
    [
        # whole answers
        ("Alta", HIGH), ("a média", MEDIUM), ("baixo", LOW), ("é alta moça", HIGH), ("pode botar média", MEDIUM), ("fica como baixa", LOW),
        ("oxe, põe alta aí", HIGH), ("acho que média né", MEDIUM), ("3 - Baixa", LOW), ("baixa, é só estética", LOW),
        ("alta tenho idoso em casa", HIGH), ("média eu acho", MEDIUM), ("altíssima", HIGH), ("a do meio", MEDIUM),
        # drawn out, mistyped, other spellings
        ("urgenteeee", HIGH), ("URJENTE", HIGH), ("urgênte", HIGH), ("urgemte", HIGH), ("mediaaa", MEDIUM), ("baxa", LOW),
        ("sem presa", LOW),
        # by a noun and by numbers
        ("prioridade alta pro chuveiro", HIGH), ("Urgência: média", MEDIUM), ("baixa prioridade viu", LOW), ("prioridade nº 1", HIGH),
        ("nível 2", MEDIUM), ("prioridade três", LOW), ("grau de urgência 2", MEDIUM), ("prioridade 1, ops, 3", LOW),
        # signs
        ("🆘", HIGH), ("o forno parou 🔴", HIGH), ("🟡", MEDIUM), ("🟢", LOW),
        # deadlines
        ("é pra anteontem", HIGH), ("quanto antes melhor", HIGH), ("o mais ligeiro que puderem", HIGH), ("ASAP", HIGH),
        ("agora mesmo!", HIGH),
        ("mandem alguém logo", HIGH), ("tem que ser hoje", HIGH), ("com a máxima urgência", HIGH), ("preciso imediatamente", HIGH),
        # patience
        ("quando sobrar um tempinho", LOW), ("qnd der", LOW), ("pode ficar pra depois", LOW), ("sem aperreio", LOW), ("não é pra já", LOW),
        ("não precisa ser agora", LOW), ("no tempo de vocês", LOW), ("consigo esperar", LOW), ("nenhuma pressa", LOW),
        # waiting
        ("essa situação não espera", HIGH), ("isso aí não aguenta esperar", HIGH), ("por favor não demora", HIGH), ("não demorem", HIGH),
        ("aguenta esperar sim", LOW), ("eu espero sem problema", LOW), ("a gente vai levando", LOW), ("pode ficar pro mês que vem", LOW),
        ("no dia que puderem", LOW), ("quando aparecer uma vaga", LOW), ("bota no fim da fila", LOW), ("com toda a calma do mundo", LOW),
        # asked for in so many words
        ("suplico urgência", HIGH), ("o caso requer a máxima urgência", HIGH), ("com a maior rapidez possível", HIGH),
        ("o mais depressa que vocês puderem", HIGH), ("a urgência é a maior possível", HIGH), ("arta", HIGH), ("high priority", HIGH),
        # hedges
        ("coloca no meio", MEDIUM),
        ("mais ou menos urgente", MEDIUM), ("um tantinho? não, meio urgente", MEDIUM), ("urgente, mas nem tanto", MEDIUM),
        # denials
        ("não tenho pressa não", LOW), ("tem pressa não fia", LOW), ("isso não pode esperar", HIGH), ("dá pra esperar não", HIGH),
        ("sem urgência nenhuma", LOW), ("não é urgente, pode esperar", LOW), ("não precisa correr não", LOW), ("não tem por que correr",
        LOW), ("não é coisa pra agora não", LOW), ("nem alta nem baixa", MEDIUM),
        # corrections
        ("baixa, digo, alta", HIGH), ("era alta, mas agora é baixa", LOW), ("alta não, média", MEDIUM), ("não é média, é alta", HIGH),
        ("muda de média pra baixa", LOW), ("alta... não, baixa", LOW), ("coloquei baixa mas é alta", HIGH),
        # requests in a question, and tags
        ("quando der vocês mandam um pintor?", LOW), ("dá pra mandar alguém sem pressa?", LOW),
        ("vocês conseguem mandar alguém com urgência?", HIGH), ("é urgente, tá?", HIGH),
        # inside reports
        ("a bomba pifou, isso não espera", HIGH), ("a luz toda acabou é alta é alta", HIGH),
        ("a tomada pifou, é média", MEDIUM), ("não sai água da pia, urgente", HIGH), ("a descarga parou de funcionar é média viu", MEDIUM),
        ("só o rodapé que soltou, quando puderem", LOW),
    ],
)  # fmt: skip
def test_stated(text: str, priority: Priority) -> None:
    assert stated(text) is priority


@pytest.mark.parametrize(
    "text",
    [
        # unclear
        "não é urgente", "nada urgente", "não muito urgente", "entre baixa e média", "média ou alta", "média pra alta",
        "urgente mas sem pressa",
        "não diria que é urgente", "não acho que seja urgente", "não chega a ser urgente", "urgente eu não digo que é não",
        "não é baixa", "alta ou média, o senhor decide", "prioridade 7",
        # asked
        "é urgente?", "alta?", "o que é média?", "será que é alta", "não sei se é urgente", "se eu botar alta vêm hoje?",
        "qual a prioridade",
        # said by others, of before, or if something happens
        "meu irmão disse que é urgente", "o porteiro falou que pode esperar", "da outra vez era urgente", "se piorar vira urgente",
        "se ninguém vier isso vai virar urgente",
        # of another matter
        "a parede alta da sala", "moro na Cidade Baixa", "Rua Alta, 30", "a pressão tá baixa", "o teto é alto", "minha mãe teve alta",
        "média de três vezes por dia", "a luz de emergência queimou", "trabalho na urgência do hospital", "na pressa quebrei o vidro",
        "posso esperar o técnico na portaria", "quando der curto eu aviso", "quando eu puder eu mando", "quando puder me liga",
        "a gente espera uma resposta", "não espera por mim", "quanto demora?", "agora o forno não liga", "só depois do almoço",
        "estou presa no elevador", "estacionamento nível 2", "o alto-falante chia",
        # answers to other questions
        "1", "1ª", "primeira", "sim", "já", "já está", "já é", "logo", "agora não", "moça, já tá tudo bem viu",
    ],
)  # fmt: skip
def test_not_stated(text: str) -> None:
    assert stated(text) is None


@pytest.mark.parametrize(
    "text,words,description",
    [
        ("o chuveiro queimou, é muito urgente por favor", "é muito urgente por favor", "o chuveiro queimou"),
        ("baixa, quer dizer, média", "baixa, quer dizer, média", None),
        ("Urgente! a privada entupiu. É urgente", "É urgente", "Urgente! a privada entupiu"),
        ("preciso urgente de um encanador", "urgente", "preciso urgente de um encanador"),
    ],
)
def test_the_span_is_the_clause_if_it_says_nothing_else(text: str, words: str, description: str | None) -> None:
    reading = read_message(text)
    assert reading.priority
    assert text[slice(*reading.priority.span)] == words
    assert (reading.description.value if reading.description else None) == description


def test_no_phrase_stands_twice() -> None:
    known = [*phrases()]
    assert len({words for words, _ in known}) == len(known)
    assert all(spelt(word) == word for words, _ in known for word in words)


@pytest.mark.parametrize(
    "pair",
    ["alta ", "não é ", "urgência e ", "🚨 🟢 ", "pode esperar ", "média pra ", "a ", "urgenteeee", "?, ", "\x00", "()", "agora ()", "oi "],
)
def test_hostile_input_is_read_in_linear_time(pair: str) -> None:
    assert len(phrases_in(cut(fold(pair * 500)))) <= 3 * 500
    began = time.perf_counter()
    stated((pair * 4_000)[:4_000])
    assert time.perf_counter() - began < 0.1
