"""What people say to whoever answers, beside their report: what it costs, when somebody comes, whether a machine writes, anger."""

import re
from functools import lru_cache
from typing import Literal

from core.abuse import less_abuse
from core.greetings import is_greeting
from core.lexicon import Lexicon
from core.politeness import AROUND
from core.short_answers import plain_words

Remark = Literal["cost", "when", "machine", "fed_up"]
_IN_ORDER: tuple[Remark, ...] = ("fed_up", "cost", "when", "machine")  # of several that one message holds
MAX_REMARK = 120  # characters; a longer message says more
_REMARKS: Lexicon[str] = Lexicon(
    {
        "": f"""{AROUND}, eu, e, mas, ai, aqui, la, ja, isso, isto, esse, essa, disso, tudo, tudo isso, mesmo, so, agora, hoje, por
        aqui, por favor, sim, nao, na verdade, me diz, me fala, quero saber, queria saber, gostaria de saber, uma pergunta, uma duvida,
        duvida, para mim, para eu, por fora, por isso, alguma coisa, algo, mais ou menos, em media, o conserto, conserto, o reparo,
        reparo, o servico, servico, esse servico, a visita, visita, a manutencao, manutencao, o atendimento, o tecnico, tecnico, o
        prestador, do conserto, do servico, do reparo, da visita, da manutencao, o chamado, para consertar, para arrumar, para mandar,
        do outro lado, nessa conversa, nesse chat, nesse whatsapp, comigo, com isso, com voces, de voces, voces, voce, que, muito,
        demais, ate agora, ainda, hoje, alguem, a gente, de atendimento, de servico, pariu""",
        "cost": """quanto custa, quanto custaria, quanto vai custar, vai custar quanto, custa quanto, quanto fica, quanto vai ficar, vai
        ficar quanto, fica quanto, quanto sai, quanto vai sair, sai quanto, quanto e, quanto seria, quanto cobra, quanto cobram, quanto
        voces cobram, quanto vao cobrar, quanto vou pagar, vou pagar quanto, quanto tenho que pagar, qual o valor, qual e o valor, qual
        valor, qual seria o valor, qual o preco, qual e o preco, qual o custo, qual e o custo, tem custo, tem algum custo, vai ter
        custo, tera custo, tem taxa, tem alguma taxa, tem cobranca, tem valor, isso custa, custa caro, e caro, vai ser caro, e de graca,
        sai de graca, e gratis, e gratuito, e gratuita, e pago, e paga, e cobrado, e cobrada, vai ser cobrado, sera cobrado, cobram,
        voces cobram, vao cobrar, vao me cobrar, tem que pagar, tenho que pagar, eu tenho que pagar, preciso pagar, vou pagar, vou ter
        que pagar, eu que pago, eu que vou pagar, sou eu que pago, quem paga, quem que paga, quem vai pagar, quem e que paga, por conta
        de quem, e por conta de quem, e por minha conta, pago quanto, pago alguma coisa""",
        "when": """qual o prazo, qual e o prazo, qual prazo, qual seria o prazo, que prazo, tem prazo, tem algum prazo, o prazo, em quanto
        tempo, quanto tempo, quanto tempo demora, quanto tempo vai demorar, quanto tempo leva, quanto tempo falta, demora quanto, demora
        quanto tempo, demora muito, vai demorar, vai demorar muito, ainda demora, ainda vai demorar, ta demorando, ta demorando muito,
        esta demorando, que horas vem, que horas voces vem, que dia vem, que dia voces vem, quando vem, quando voces vem, quando vem
        alguem, quando alguem vem, quando vai vir alguem, quando vao vir, quando voces vao vir, quando vai vir, quando vao mandar
        alguem, quando mandam alguem, quando alguem vai vir, quando vao resolver, quando resolvem, quando vao consertar, quando vao
        arrumar, quando consertam, quando arrumam, quando vai ser, quando sera, quando vao responder, quando respondem, quando vao me
        responder, quando alguem responde, vem hoje, vem alguem hoje, vao vir hoje, alguem vem hoje, voces vem hoje,
        cade, cade voces, cade o tecnico, cade o prestador, cade alguem, cade a resposta, cade a equipe, e o tecnico, ninguem veio,
        ninguem apareceu, ainda nao veio ninguem, nao veio ninguem, to esperando, ainda to
        esperando, estou esperando, continuo esperando, ate agora nada, e ai nada, nada ainda, alguma previsao, tem previsao, qual a
        previsao, qual e a previsao, previsao""",
        "machine": """voce e robo, voce e um robo, voce e uma robo, e robo, e um robo, isso e robo, isso e um robo, voce e bot, voce e
        um bot, e bot, e um bot, voce e maquina, voce e uma maquina, e maquina, e uma maquina, voce e ia, voce e uma ia, e ia, e uma ia,
        voce e inteligencia artificial, e inteligencia artificial, e automatico, isso e automatico, e mensagem automatica, e resposta
        automatica, mensagem automatica, e gravacao, voce e uma pessoa, voce e pessoa, e uma pessoa, e pessoa, e pessoa de verdade, voce
        e pessoa de verdade, e uma pessoa de verdade, voce e uma pessoa de verdade, e uma pessoa real, voce e uma pessoa real, voce e
        gente, e gente, e gente de verdade, voce e humano, voce e humana, voce e um humano, e humano, e humana, e um humano, e um ser
        humano, voce e real, voce e de verdade, voce existe, to falando com um robo, to falando com robo, to falando com uma maquina, to
        falando com maquina, to falando com uma pessoa, to falando com pessoa, to falando com gente, to falando com um humano, to
        falando com quem, to falando com alguem, com quem to falando, com quem eu to falando, com quem falo, com quem eu falo, quem e
        voce, voce e quem, quem ta falando comigo, quem ta ai, quem ta respondendo, quem responde, tem alguem ai, tem alguem, tem alguem
        lendo, tem alguem me lendo, tem alguem vendo, tem alguem aqui, tem alguem on, tem alguem online, alguem ai, alguem on, alguem
        online, alguem me responde, alguem responde, alguem me atende, alguem pode me atender, alguem pode me responder, tem gente ai,
        tem gente, tem uma pessoa ai, tem pessoa ai, tem algum humano ai, tem algum atendente ai, ninguem ai""",
        "fed_up": """mil vezes, dez vezes, cem vezes, trocentas vezes, varias vezes, muitas vezes, inumeras vezes, milhoes de vezes,
        milhares de vezes, um monte de vezes, 10 vezes, 100 vezes, 1000 vezes, 500 vezes, quantas vezes, quantas vezes mais, ja mandei
        isso, ja mandei tudo, ja falei, ja falei isso, ja te falei, ja falei tudo, ja disse, ja disse isso, ja te disse, ja expliquei,
        ja expliquei isso, ja expliquei tudo, ja respondi, ja respondi isso, ja informei isso, de novo, de novo isso, de novo essa,
        outra vez isso, isso de novo, isso outra vez, tudo de novo, cansei, ja cansei, to cansado, to cansada, to de saco cheio, saco
        cheio, nao aguento, nao aguento mais, perdi a paciencia, que paciencia, ja deu, chega, que absurdo, absurdo, um absurdo, e um
        absurdo, isso e um absurdo, que palhacada, palhacada, que vergonha, uma vergonha, e uma vergonha, que ridiculo, ridiculo, e
        ridiculo, isso e ridiculo, que descaso, descaso, e um descaso, que falta de respeito, falta de respeito, e uma falta de
        respeito, que demora, demora demais, que atendimento ruim, que atendimento pessimo, pessimo atendimento, atendimento pessimo,
        atendimento horrivel, pessimo servico, servico pessimo, que servico ruim, que raiva, to com raiva, que odio, to puto, to puta,
        ninguem resolve, ninguem resolve nada, voces nao resolvem, voces nao resolvem nada, nao resolvem nada, nao resolve nada, voces
        nao fazem nada, nao fazem nada, voces nao servem para nada, nao serve para nada, nao servem para nada, ninguem responde, ninguem
        me responde, ninguem atende, ninguem me atende, ninguem faz nada, incompetente, incompetentes, que incompetencia, incompetencia,
        bando de incompetentes, inutil, inuteis, ladroes, bando de ladroes, palhacos, bando de palhacos, vou processar, vou processar
        voces, vou no procon, vou para o procon, vou reclamar no procon, vou chamar meu advogado""",
    },
    spelled="robo maquina pessoa automatico incompetentes absurdo palhacada pessimo ridiculo atendimento vezes custa custo",
)  # fmt: skip
_TOLD_AGAIN = (
    "mandei falei disse expliquei respondi informei escrevi repeti passei enviei liguei reclamei pedi avisei mandar falar dizer explicar "
    "responder repetir escrever passar vou ter tenho terei preciso que"
)
_CALLED = (
    "sao e so um uma uns umas seu seus sua suas os as o a ao de da do no na em vao vai va te se tomar me essa esse gente merda bosta lixo "
    "lixos"
)
_BESIDE = frozenset(f"{_TOLD_AGAIN} {_CALLED}".split())  # say nothing of a home either
_HINT = re.compile(r"[^\W\d_]{2}")


@lru_cache(maxsize=64)  # one message is looked at more than once in its turn
def read_remark(text: str) -> Remark | None:
    """Only of a message that says nothing else: "e quanto custa o conserto?", "oi, tem alguém aí?", "já mandei mil vezes"."""
    if len(text) > MAX_REMARK or not _HINT.search(text) or is_greeting(text):
        return None
    clean, is_abusive = less_abuse(text)
    words = [word for word in plain_words(clean) if word not in (",", "?")]
    found = {meaning for meaning, end in _REMARKS.read(words) if meaning is not None or words[end - 1] not in _BESIDE}
    if None in found:
        return None
    if is_abusive:
        return "fed_up"
    return next((remark for remark in _IN_ORDER if remark in found), None)
