"""Short answers: yes or no, and one of some options (decision "Short answers", F18)."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.answers import read_option, read_yes_no

PRIORITIES = ("Alta", "Média", "Baixa")
ROLES = ("Sou inquilino(a)", "Sou proprietário(a)", "Falo por uma empresa", "Porteiro ou vizinho", "Outra pessoa")
HOMES = ("ap 2 · R. das Acácias, 120", "casa 7 · R. das Acácias, 55", "Não está na lista")
SATURDAY = ("Sim, sábado", "Não posso", "Combinar depois")
SUMMARY = ("Enviar", "Corrigir", "Atendente")
KINDS = ("Manutenção", "Reembolso", "Desocupação", "Outro assunto")
DANGER = ("Sim, há perigo", "Não há perigo")
DAYS = ("Segunda de manhã", "Terça de manhã", "Quarta")


@pytest.mark.parametrize(
    "text",
    [
        "sim", "Sim!", "s", "acho que sim", "sim, por favor", "isso mesmo", "pode ser", "ok", "👍", "👍🏽", "siiim", "sim sim sim",
        "não, desculpa, sim",
        "*João:*\nsim", "claro que sim",
        # said in one word, in all regions
        "uhummm", "ahã", "arrã", "bah, sim", "oxe, claro", "uai, pode", "demorou", "fechou, mano", "dale", "é nóis", "podes crer", "apois",
        "já é", "beleza, tchê", "suave", "show de bola", "só vai", "de boas", "bele", "positivo", "sip", "tmj, pode mandar",
        # a verb affirmed
        "é", "eh sim", "oxente, é sim", "posso sim, moça", "quero, por gentileza", "tem sim senhor", "sou eu mesma", "tô sim", "confirmo",
        "dá sim", "concordo com tudo", "liguei sim", "pode mandar", "manda ver", "pode abrir o chamado", "é esse endereço mesmo", "ô se é",
        # right
        "tá", "tá bom", "tá certinho", "tudo certinho por aqui", "isso aí", "isso, correto", "exatamnte", "tá ok", "é verdade",
        "tudo nos conformes", "esse mesmo", "confirmadíssimo",
        # emphasised, hedged, with a reason
        "claro que é", "lógico uai", "mas bah, claro", "com certeza absoluta", "óbvio que sim", "sem dúvida nenhuma", "acho q sim viu",
        "creio que é", "provavelmente sim", "por mim pode", "sem problemas", "sim, porque moro aqui faz dois anos",
        # corrected, polite, drawn
        "não, ops, sim", "n, errei, s", "kkkk sim", "sim. obrigada e fiquem com Deus", "sim, minha filha", "👌🏽", "✔️", "🙆‍♀️", "ok 👍",
        "isso mesmo\n\nAtt,\nAna Lima",
    ],
)  # fmt: skip
def test_yes(text: str) -> None:
    assert read_yes_no(text) is True


@pytest.mark.parametrize(
    "text",
    [
        "não",
        "nao",
        "n",
        "acho que não",
        "não, obrigado",
        "claro que não",
        "não, desculpa",
        "de jeito nenhum",
        "não é não",
        "👎",
        "não posso",
        # in one word, in all regions
        "capaz",
        "bem capaz, tchê",
        "nananinanão",
        "que nada",
        "jamais",
        "nem",
        "nops",
        "naum",
        "negatvo",
        "deus me livre",
        "nem que me paguem",
        "discordo",
        # a verb denied, before, behind and twice
        "num é não moço",
        "quero não, obrigado",
        "é não",
        "precisa não",
        "carece não, senhora",
        "isso não",
        "não é isso não",
        "não concordo com isso",
        "não vai dar",
        "hoje não posso",
        "por enquanto não",
        "infelizmente não",
        # wrong
        "tá errado",
        "isso aí tá errado",
        "não, tá errado",
        "é outro",
        # emphasised, hedged, corrected
        "lógico que não",
        "certeza que não",
        "acho melhor não",
        "prefiro que não",
        "provavelmente não",
        "sim... ops, não",
        "não, porque a casa fica vazia",
        "não 🙅",
        "🚫",
        "❌❌",
    ],
)
def test_no(text: str) -> None:
    assert read_yes_no(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "sim, mas…", "sim, mas não agora", "não sei", "talvez", "sim ou não", "sim?", "", "…", "sim\nmas não sei",
        "quero falar com atendente", "Sim, sábado",
        "não\nsim", "a pia está vazando",
        # conditions and exceptions
        "sim se for cedo", "sim, porém só amanhã", "se der, sim", "depende", "tá certo, menos o CPF", "certo só que o CEP mudou",
        "posso de manhã",
        # both, or undecided
        "sim, não", "nem sim nem não", "pode ser que sim", "pode ser que sim pode ser que não", "acho que sim, acho que não", "👍👎",
        "sei não",
        "não tá errado", "não é bem assim", "capaz que não", "quem sabe", "mais ou menos", "🤔", "🤷",
        # something else
        "isso que vc falou eu não entendi", "que isso", "o que é isso", "isso é um absurdo", "não tô conseguindo abrir a foto", "a pia não",
        "não liga", "liguei", "obrigada", "bom", "kkkk", "oi", "sim, espera", "Clara", "Simão", "Noé", "Isso não é hora",
    ],
)  # fmt: skip
def test_neither_yes_nor_no(text: str) -> None:
    assert read_yes_no(text) is None


@pytest.mark.parametrize(
    "text,labels,index",
    [
        ("1", PRIORITIES, 0),
        ("1️⃣", PRIORITIES, 0),
        ("3.", PRIORITIES, 2),
        ("nº 2", PRIORITIES, 1),
        ("dois", PRIORITIES, 1),
        ("a primeira", PRIORITIES, 0),
        ("1º", PRIORITIES, 0),
        ("segunda opção", PRIORITIES, 1),
        ("2, por favor", PRIORITIES, 1),
        ("última", PRIORITIES, 2),
        ("alta", PRIORITIES, 0),
        ("é alta", PRIORITIES, 0),
        ("média por favor", PRIORITIES, 1),
        ("1 não, desculpa, 2", PRIORITIES, 1),
        ("inquilina", ROLES, 0),
        ("sou o inquilino", ROLES, 0),
        ("empresa", ROLES, 2),
        ("vizinho", ROLES, 3),
        ("casa 7", HOMES, 1),
        ("120", HOMES, 0),
        ("nenhum", HOMES, 2),
        ("nenhuma dessas", HOMES, 2),
        ("não está na lista", HOMES, 2),
        ("sim", SATURDAY, 0),
        ("sábado", SATURDAY, 0),
        ("não posso", SATURDAY, 1),
        ("Enviar!", SUMMARY, 0),
        ("quero corrigir", SUMMARY, 1),
        ("*Maria Souza:*\n1", SUMMARY, 0),
        ("Maria Souza\n2", SUMMARY, 1),
        ("terça", DAYS, 1),
        ("terceira", DAYS, 2),
        ("não tenho email", ("Não tenho e-mail",), 0),
        # places
        ("①", PRIORITIES, 0),
        ("opção número três", PRIORITIES, 2),
        ("a do meio", PRIORITIES, 1),
        ("a de cima", PRIORITIES, 0),
        ("penúltimo", ROLES, 3),
        ("primera", PRIORITIES, 0),
        ("num 2", PRIORITIES, 1),
        ("2 - média", PRIORITIES, 1),
        ("opção 2", HOMES, 1),
        ("um", PRIORITIES, 0),
        # as it sounds, and with a slip
        ("medya", PRIORITIES, 1),
        ("auta", PRIORITIES, 0),
        ("altaaaa", PRIORITIES, 0),
        ("baicha", PRIORITIES, 2),
        ("inkilina", ROLES, 0),
        ("porprietaria", ROLES, 1),
        ("viznha", ROLES, 3),
        ("manutenssão", KINDS, 0),
        ("reembolço", KINDS, 1),
        ("dezocupação", KINDS, 2),
        ("rua das acássias, 120", HOMES, 0),
        ("envie", SUMMARY, 0),
        ("corijir", SUMMARY, 1),
        # said otherwise
        ("sou a dona do imóvel", ROLES, 1),
        ("locatário", ROLES, 0),
        ("sou da firma", ROLES, 2),
        ("urgentíssimo", PRIORITIES, 0),
        ("sem pressa", PRIORITIES, 2),
        ("apartamento 2", HOMES, 0),
        ("um conserto", KINDS, 0),
        # in a frame
        ("bota na média pra mim", PRIORITIES, 1),
        ("uai, eu diria que é alta", PRIORITIES, 0),
        ("alta, porque tem criança em casa", PRIORITIES, 0),
        ("sou inquilino do 302", ROLES, 0),
        ("vizinha do andar de cima", ROLES, 3),
        ("quero um atendente", SUMMARY, 2),
        ("só isso", ("Só tenho esse nome",), 0),
        # denied and corrected
        ("não é alta, é média", PRIORITIES, 1),
        ("não sou inquilina sou proprietária", ROLES, 1),
        ("nem alta nem baixa, média", PRIORITIES, 1),
        ("baixa, não, média", PRIORITIES, 1),
        ("alta e não baixa", PRIORITIES, 0),
        ("2, digo, 3", PRIORITIES, 2),
        ("alta, melhor média", PRIORITIES, 1),
        # no home of the list
        ("nenhuma das anteriores", HOMES, 2),
        ("a minha não aparece aí", HOMES, 2),
        ("não achei a minha casa", HOMES, 2),
        ("é outro imóvel", HOMES, 2),
        # labels that affirm and deny
        ("aham", SATURDAY, 0),
        ("não dá", SATURDAY, 1),
        ("não há perigo não", DANGER, 1),
        ("perigo", DANGER, 0),
        ("claro", ("Sim", "Não"), 0),
        # signed
        ("*Ana Paula:* 1", PRIORITIES, 0),
        ("3\n\nAtenciosamente,\nRui Costa", PRIORITIES, 2),
        ("Portaria:\nbaixa", PRIORITIES, 2),
    ],
)
def test_one_option_is_meant(text: str, labels: tuple[str, ...], index: int) -> None:
    assert read_option(text, labels) == index


@pytest.mark.parametrize(
    "text,labels",
    [
        ("4", PRIORITIES),
        ("0", PRIORITIES),
        ("1 ou 2", PRIORITIES),
        ("entre média e alta", PRIORITIES),
        ("não alta", PRIORITIES),
        ("alta não", PRIORITIES),
        ("acho que a alta seria demais", PRIORITIES),
        ("nenhum", ROLES),  # no option says "not listed"
        ("sou", ROLES),
        ("2", HOMES),  # the position, and the number of another home
        ("acácias", HOMES),
        ("manhã", DAYS),
        ("segunda", DAYS),  # the position, and a day
        ("1?", SUMMARY),
        ("a", SUMMARY),
        ("", SUMMARY),
        ("🙂", SUMMARY),
        ("99999999999999999999", SUMMARY),
        ("a pia está vazando", SUMMARY),
        ("1", ()),
        ("alta não média", PRIORITIES),
        ("1, não 2", PRIORITIES),
        ("Alta\nMédia", PRIORITIES),
        ("alta/média", PRIORITIES),
        ("as duas", PRIORITIES),
        ("menos a alta", PRIORITIES),
        ("não é urgente", PRIORITIES),
        ("quase alta", PRIORITIES),
        ("média é o que", PRIORITIES),
        ("meia", PRIORITIES),
        ("a conta veio alta", PRIORITIES),
        ("música alta do vizinho", PRIORITIES),
        ("filha da proprietária", ROLES),
        ("era do vizinho", ROLES),
        ("falei com o porteiro", ROLES),
        ("minha mãe é a inquilina", ROLES),
        ("inquilino e proprietário", ROLES),
        ("ap 3", HOMES),
        ("rua", HOMES),
        ("não", HOMES),
        ("os dois", HOMES),
        ("a manutenção já veio", KINDS),
        ("não enviar", SUMMARY),
        ("posso", ("Não posso",)),
        ("tenho email", ("Não tenho e-mail",)),
        ("maria@uol.com.br", ("Não tenho e-mail",)),
        ("sim, mas só à tarde", SATURDAY),
    ],
)
def test_no_option_is_meant_for_sure(text: str, labels: tuple[str, ...]) -> None:
    assert read_option(text, labels) is None


@pytest.mark.parametrize("labels", [PRIORITIES, ROLES, HOMES, SATURDAY, SUMMARY, DAYS])
def test_each_label_and_each_number_means_its_option(labels: tuple[str, ...]) -> None:
    assert [read_option(label, labels) for label in labels] == list(range(len(labels)))
    if labels is not HOMES:
        assert [read_option(str(number + 1), labels) for number in range(len(labels))] == list(range(len(labels)))


@given(st.text(max_size=60), st.lists(st.text(max_size=20), max_size=10))
@settings(max_examples=300)
def test_any_text(text: str, labels: list[str]) -> None:
    index = read_option(text, labels)
    assert index is None or 0 <= index < len(labels)
    assert read_yes_no(text) in (True, False, None)


@pytest.mark.parametrize("piece", ["sim ", "não, ", "1 ", "alta não ", "Ana\n", "\n", "siiim ", "*a:* ", "a", "ops ", "👍", "é "])
def test_hostile_repetition_ends(piece: str) -> None:
    for length in (190, 4_000, 100_000):
        text = (piece * length)[:length]
        began = time.process_time()
        read_yes_no(text)
        read_option(text, ROLES)
        assert time.process_time() - began < 0.02  # seconds, on a busy machine
