"""Short answers: yes or no, and one of some options (decision "Short answers", F18)."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.answers import read_option, read_yes_no

ROLES = ("Sou inquilino(a)", "Sou proprietário(a)", "Falo por uma empresa", "Porteiro ou vizinho", "Outra pessoa")


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
        # what is to be done, and that it is right
        "pode dar andamento", "pode gravar assim", "pode prosseguir, senhorita", "conferi e tá certo", "tudo direitinho",
        "os dados conferem",
        "não tem erro", "sim, esse é meu nome", "sim, os dados estão corretos", "autorizo a visita", "bora nessa", "sem problema nenhum",
        "minha resposta é sim", "sim, minha nega", "pode, meu consagrado",
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
        # in other words, and announced
        "sem chance",
        "fora de questão",
        "deixa pra lá",
        "não tem como",
        "não rola",
        "não, já resolveram",
        "não não, tá errado",
        "não não posso",
        "tem coisa errada",
        "não há necessidade",
        "em resumo, não",
        "de forma alguma, meu caro",
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
        "não tá errado", "errado não tá", "nem certo nem errado", "sim, tirando o telefone", "certo, só o CEP que mudou",
        "não é bem assim", "capaz que não", "quem sabe", "mais ou menos", "🤔", "🤷",
        # something else
        "isso que vc falou eu não entendi", "que isso", "o que é isso", "isso é um absurdo", "não tô conseguindo abrir a foto", "a pia não",
        "não liga", "liguei", "obrigada", "bom", "kkkk", "oi", "sim, espera", "Clara", "Simão", "Noé", "Isso não é hora",
    ],
)  # fmt: skip
def test_neither_yes_nor_no(text: str) -> None:
    assert read_yes_no(text) is None


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
