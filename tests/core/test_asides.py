"""What people write in place of an answer: they decline, mean the number of the chat, or ask back."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.answers import read_aside

DECLINES = (
    # does not know, has not
    "eu nao lembro meu cpf agora", "o email eu nao lembro", "não tenho email nem celular", "não lembro", "não sei de cabeça",
    "meu cpf eu não sei", "esqueci meu cpf", "agora não tenho, obrigado", "num sei não sinhô", "lembro não, moço", "oxe, sei não visse",
    "nsei", "sla", "não faço ideia", "faço a mínima ideia não", "me deu um branco", "n lembro", "naum tenhuu", "não disponho de e-mail",
    "nunca criei e-mail", "não mexo com computador", "não sou de usar email", "nem email eu tenho", "e-mail? não tenho",
    # has it not here
    "sem cpf", "tô sem os documentos na mão", "o cpf ficou em casa", "meu cpf tá na carteira", "não tô achando aqui",
    # will not
    "nao quero dar cpf", "prefiro não informar", "não quero informar", "não passo meus dados por whatsapp",
    "não me sinto à vontade para informar", "por segurança, prefiro não dizer", "não confio em passar isso", "me recuso",
    "vou passar não", "acho melhor não", "não, obrigada", "infelizmente não posso informar",
    # skips
    "pula", "pular essa pergunta", "essa eu passo", "vamo pra próxima", "pode deixar em branco", "deixa pra lá", "posso pular essa",
    # later
    "depois eu passo", "passo depois", "te mando amanhã", "assim que eu chegar em casa eu mando", "vou procurar e te falo",
    "agora não dá", "prefiro mandar mais tarde", "depois eu vejo, tá?", "fico devendo",
    # somebody else knows
    "quem sabe é minha neta", "meu genro que cuida disso", "isso é com meu marido", "pergunta pro contador", "só o escritório tem",
    # with a reason
    "não tenho celular, só fixo", "não sei, o chip é novo", "não lembro porque tô no serviço", "não uso isso, sou de idade",
    "não sei agora tô dirigindo", "não tenho, nunca precisei disso",
    "tô na rua agora depois eu te mando", "agora tô no trabalho mais tarde eu passo",
    # goes on without
    "segue sem", "quero continuar sem informar", "bora seguir sem cpf", "pode ir sem isso", "passa pra outra pergunta",
    # lost, broken, left somewhere
    "meu celular quebrou", "roubaram meus documentos", "tô sem chip", "o cpf ficou na gaveta", "só uso whatsapp", "tenho mas não uso",
    "tinha um mas perdi a senha", "não enxergo sem óculos",
    # later, or by somebody else
    "segunda-feira eu passo", "na volta eu mando", "já já te passo", "vou procurar", "o contador manda depois", "minha filha vai te mandar",
    "o financeiro te passa",
    # is afraid, stays nameless
    "tenho medo de golpe", "não me sinto segura", "acho perigoso passar", "não gosto que me liguem", "prefiro o anonimato", "anônimo",
)  # fmt: skip
THIS_NUMBER = (
    "o mesmo do meu zap", "é esse", "esse aqui ó", "esse número mesmo", "esse que vc tá vendo aí", "o que eu tô usando",
    "o número que estou falando com você", "pode chamar nesse mesmo", "é o msm", "o daqui", "usa esse do whats", "meu zap mesmo",
    "este mesmo, por favor", "o mesmo daqui, guria", "igual o do whatsapp", "o atual", "é esse número, tá?", "o que já tá aí",
    "liga nesse aqui uai", "mesmo numero q to te mandando msg",
    "o próprio", "este que vos fala", "o número desta conversa", "o que vocês têm aí", "o do whatsapp", "o que tá aparecendo",
)  # fmt: skip
QUESTIONS = (
    "pra que precisa?", "pra que vcs querem isso", "pq precisa do meu cpf", "baixa? o que é baixa?", "como assim", "hein?",
    "qual a diferença da média pra alta", "média é o que", "baixa significa o q", "é obrigatório", "isso é seguro", "tem que ser com ddd",
    "posso mandar depois", "posso passar o da minha esposa", "serve o do trabalho", "o da empresa serve", "pode ser o fixo",
    "o meu ou do meu marido", "meu ou da firma?", "cpf de quem", "qual cpf", "quem vai ver isso", "vão fazer o que com ele",
    "não entendi a pergunta", "me explica melhor", "não tenho aqui, posso mandar amanhã?", "não sei o que é isso", "oxe, pra que isso",
    "mas por que", "sou obrigada a dar", "precisa mesmo", "como é que é", "esse número?", "desculpa a pergunta, pra que serve isso",
    "meu cpf ou do titular", "com ponto ou sem ponto", "completo ou só o primeiro",
    "e se eu não tiver", "tem como fazer sem",
    "vocês já não têm isso", "serve rg", "pode ser apelido", "que número é esse", "quem tá falando", "tem que digitar os pontos",
    "email é aquilo que tem arroba?", "pra receber o que",
)  # fmt: skip
NEITHER = (
    # values
    "529.982.247-25", "é 529 982 247 25, ok?", "maria@uol.com.br", "pode ser ana@uol.com.br?", "rui arroba uol ponto com",
    "11 98765-4321", "Maria da Silva", "Ana, tá?", "Rui Passos", "Maria Souza, não tenho segundo nome", "me chamo Ana", "Neto", "Divino",
    "Sol Ltda", "rua das flores 88", "depois das 18h", "não posso de manhã", "à noite", "amanhã", "de terça não dá",
    # reports
    "a pia não tem ralo e a água volta toda noite desde ontem", "não tem luz", "não tenho água na cozinha", "sem luz",
    "não sei se é gás", "não sei, mas tem fumaça", "não sei, a pia tá vazando", "não tenho como sair", "a porta nao tem chave",
    "nao quero falar com robo, a pia vazou", "não consigo fechar o registro", "esse chuveiro queimou", "o mesmo problema de antes",
    "perdi a chave",
    # other answers and talk
    "não é esse", "semana que vem", "Maria Passos", "Zé do Posto", "João Sem Terra", "Rita Quarta", "o interfone quebrou",
    "essa casa não presta", "ana arroba gmail ponto com", "sim", "tenho sim", "ok", "alta", "oi", "bom dia, tudo bem?", "obrigada", "👍",
    "", "…",
)  # fmt: skip


@pytest.mark.parametrize("text", DECLINES)
def test_who_declines(text: str) -> None:
    assert read_aside(text) == "declines"


@pytest.mark.parametrize("text", THIS_NUMBER)
def test_the_number_of_this_chat(text: str) -> None:
    assert read_aside(text) == "same_number"


@pytest.mark.parametrize("text", QUESTIONS)
def test_who_asks_back(text: str) -> None:
    assert read_aside(text) == "question"


@pytest.mark.parametrize("text", NEITHER)
def test_values_and_reports_are_no_asides(text: str) -> None:
    assert read_aside(text) is None


@pytest.mark.parametrize("piece", ["não sei ", "não, ", "depois eu mando ", "o mesmo ", "\n", "?", "*a:* ", "quem sabe minha filha ", "a"])
def test_hostile_repetition_ends(piece: str) -> None:
    for length in (290, 4_000, 100_000):
        text = (piece * length)[:length]
        began = time.process_time()
        read_aside(text)
        assert time.process_time() - began < 0.02  # seconds, on a busy machine


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    assert read_aside(text) in ("declines", "same_number", "question", None)
