"""What people write in place of an answer: "não sei", "depois eu mando", "o mesmo do meu whatsapp", "pra que precisa?"."""

import re
from functools import lru_cache
from typing import Literal

from core.greetings import after_greeting, is_greeting
from core.lexicon import Lexicon
from core.politeness import AROUND
from core.refusals import refuses
from core.short_answers import Words, plain_words

Aside = Literal["declines", "same_number", "question"]
MAX_ASIDE = 300  # characters; a longer message says more
_MAX_WORDS = 50
_VALUE = re.compile(r"@|\w \W{0,2}arroba \w{3}|(?:\d\D{0,2}){6}", re.IGNORECASE)  # an e-mail, or six digits
_POINTING = frozenset("esse essa este desse deste desta dessa proprio nesse neste daqui atual igual mesmo".split())
_RELATIVE = frozenset("que onde qual".split())  # "o que tô usando"
_TALKING = frozenset(
    "vendo aparecendo aparece escreve fala vos usar falando falo usando uso escrevendo escrevo mandando digitando ligando".split()
)
_SAME_WORDS = frozenset.union(
    _POINTING,
    _RELATIVE,
    _TALKING,
    "numero celular whatsapp telefone contato chat linha chip conversa mensagem mensagens".split(),
    "e eu me te voce voces a gente mim comigo contigo meu minha meus o os do da de no na em por pelo pela com para".split(),
    "aqui ai ca telegram lhe agora ja so somente unico continua ainda sempre tambem sim isso to ta estamos foi seria tem tenho".split(),
    "falamos mandei mando conversando converso teclando ve".split(),
    "aparecer mostra respondendo chamaram chamou chamando estao segue c escrever".split(),
    "pode podem ser serve usar usa use ligar liga chamar chama anotar anota colocar coloca bota botar poe deixa fica falar recebe".split(),
)
_KEPT = frozenset("ta tem aparece".split())  # "o que já tá aí", "o que vocês têm aí"
_HERE = ({"esse"}, {"este"})
_THIS_CHAT = ({"meu", "whatsapp"}, {"do", "whatsapp"}, {"numero", "whatsapp"})
_POLITE = frozenset((",", *AROUND.replace(",", " ").split())) - _SAME_WORDS
_FIELDS = frozenset("o a meu minha de email cpf cnpj celular telefone whatsapp numero nome sobrenome documento endereco".split())
_CHOICES = frozenset(
    "nome numero telefone o a meu minha com sem completo inteiro so do da de esse pode cpf email fixo pessoal e eh".split()
)
_ASKED = frozenset(("voce", "voces"))
_MAX_CHOICE = 9  # words
_WAYS = (("tem", "como"), ("e", "se"), ("que", "numero"), ("que", "telefone"))  # "tem como fazer sem", "e se eu não tiver"
_TAGS = frozenset("ta;ta bom;ta certo;ok;okay;viu;visse;ne;hein;certo;pode ser;pode;beleza;combinado;tudo bem;sabe;da;sim".split(";"))
_ASKING: Lexicon[str] = Lexicon(
    {
        "": f"{AROUND}, mas, e, eu, a pergunta, uma pergunta, so uma pergunta, duvida, uma duvida, so uma duvida, ok, sim, tudo bem",
        "what": """que cpf, que email, que numero, que nome, que documento, que telefone, que celular, qual, quais, o que e, o que
        seria, o que significa, o que quer, o que muda, o que acontece, o que voce, o que voces, o que vem, que e isso, que isso e, que
        seria, que diferenca, vao fazer o que, voces tem, voce tem, voce e""",
        "why": """por qual, para qual, de quem voce, para que, por que, porque voce, porque voces, porque precisa, porque preciso,
        porque quer, porque querem, porque pede, porque pedem, porque tem que, porque tenho que, porque isso, porque disso, para
        receber, e se eu, e se nao, e quem nao""",
        "who": """quem ta falando, quem fala, de quem e, vao me mandar, vai chegar, voces ja nao, voces nao tem, voce ja nao, ja nao
        tem, quem e, quem vai, quem ve, quem que, com quem, de quem, isso vai para, voces vao, voce vai, vao me ligar, vai me ligar""",
        "how": """como assim, como e que, como que, como faco, como eu faco, como funciona, quanto tempo, quanto custa, que horas,
        onde eu, onde vejo, onde acho, onde encontro, onde fica, aonde, sera que""",
        "must": """e para digitar, e para mandar, e para ligar, e para colocar, e para por, e para escrever, tem que por, tem que
        colocar, tem que digitar, preciso por, coloco os, coloco com, precisa ter, serve qualquer, tem que informar, tem que dar,
        precisa informar, preciso informar, nao e golpe, isso nao e golpe, e golpe, isso e golpe, da para pular, da para fazer, da para
        seguir, da para continuar, tem como pular, tem como fazer, tem como seguir, e obrigatorio, obrigatorio, isso e obrigatorio, e
        necessario, e preciso, e seguro, isso e seguro, e confiavel, precisa mesmo, precisa ser, precisa disso, precisa do, precisa da,
        precisa de, preciso mesmo, preciso passar, preciso dar, sou obrigado, sou obrigada, tem que ser, tem que ter, tem que passar,
        tem problema, tem algum problema, tem outro jeito""",
        "may": """pode ser cnpj, pode ser cpf, pode ser rg, pode ser cnh, pode ser apelido, serve rg, serve cnh, serve cpf, serve
        cnpj, serve fixo, serve esse, posso mandar, posso passar, posso dar, posso usar, posso por, posso colocar, posso informar, posso
        enviar, posso deixar, posso responder, posso botar, posso falar depois, tem como mandar, tem como passar, tem como ser, da para
        ser, da para passar, da para mandar, pode ser o, pode ser a, pode ser do, pode ser da, pode ser de, pode ser outro, pode ser so,
        pode ser sem, pode ser depois, pode ser qualquer, pode ser gmail, pode ser hotmail, pode ser fixo, pode ser telefone, pode ser
        email, pode ser celular, serve o, serve a, serve do, serve da, serve outro, vale o, vale a""",
        "which": "e com ddd, o meu ou, meu ou, e o meu ou, o da empresa ou, e o nome, e do",
        "explain": """me explica, explica, pode explicar, pode me explicar, poderia explicar, poderia me explicar, pode repetir, nao
        entendi, nao entendo, nao to entendendo, nao compreendi, entendi nao""",
        "ends": """e o que, o que e isso, seria o que, serve para que, significa o que, quer dizer o que, de quem, para onde, serve,
        e quanto, e como, que""",  # asks only as the last words
    },  # what is asked: how it begins
    spelled="obrigatorio obrigatoria diferenca significa",
)


@lru_cache(maxsize=64)  # a message is looked at for a skip, then as an answer
def read_aside(text: str) -> Aside | None:
    """declines: does not know, has not, will not or not now · same_number: the number of this chat · question: asks back.

    None for a real value, a report, and anything else. A question counts before a refusal: who asks wants an answer.
    """
    if len(text) > MAX_ASIDE or _VALUE.search(text) or is_greeting(text):
        return None
    words = plain_words(after_greeting(text))
    if len(words) > _MAX_WORDS:
        return None
    said = _less_echo(_less_tag(words))
    if "?" in said or _asks_unsigned(said):
        return "question"
    if _names_this_number(said):
        return "same_number"
    if refuses(said):
        return "declines"
    return "question" if _asks(said) else None


def _less_tag(words: Words) -> Words:
    """Without a question that only seeks assent: "depois eu mando, tá?"."""
    if words[-1:] != ("?",) or "?" in words[:-1]:
        return words
    for length in (2, 1):
        tag = words[-1 - length : -1]
        if len(words) > length + 2 and " ".join(tag) in _TAGS:
            return words[: -1 - length]
    return words


def _less_echo(words: Words) -> Words:
    """Without the question repeated: "e-mail? não tenho"."""
    asked = words.index("?") if words.count("?") == 1 else 0
    return words[asked + 1 :] if 0 < asked < len(words) - 1 and _FIELDS.issuperset(words[:asked]) else words


def _names_this_number(words: Words) -> bool:
    """ "o mesmo do meu zap", "esse aqui que tô falando", "o do meu whats": only such words, and one that points."""
    said = frozenset(words) - _POLITE
    if not said <= _SAME_WORDS or "nao" in words:
        return False
    there = "que" in said and not said.isdisjoint(_KEPT) and not said.isdisjoint(("ja", "ai"))
    pointed = there or not said.isdisjoint(_POINTING) or (not said.isdisjoint(_RELATIVE) and not said.isdisjoint(_TALKING))
    return (pointed and len(said) > 1) or said in _HERE or words == ("liga", "aqui") or any(pair <= said for pair in _THIS_CHAT)


def _asks_unsigned(words: Words) -> bool:
    """Which of two ("meu cpf ou do titular"), or about what might be had already ("vocês já não têm isso")."""
    which = "ou" in words and len(words) <= _MAX_CHOICE and not _CHOICES.isdisjoint(words[:1])
    return which or words[:2] in _WAYS or (not _ASKED.isdisjoint(words[:1]) and _asks(words))


def _asks(words: Words) -> bool:
    """Begins as a question or ends as one, without its sign: "pra que precisa", "baixa é o que"."""
    fresh = True  # a clause begins
    for meaning, end in _ASKING.read(words):
        if meaning and (end == len(words) or (fresh and meaning != "ends")):
            return True
        fresh = words[end - 1] == "," or (fresh and meaning == "")
    return False
