"""What people write in place of an answer: "não sei", "depois eu mando", "o mesmo do meu whatsapp", "pra que precisa?"."""

import re
from typing import Literal

from core.greetings import after_greeting, is_greeting
from core.lexicon import Lexicon
from core.politeness import AROUND
from core.refusals import refuses
from core.short_answers import Words, plain_words

Aside = Literal["declines", "same_number", "question"]
MAX_ASIDE = 300  # characters; a longer message says more
_MAX_WORDS = 50
_VALUE = re.compile(r"@|\barroba\b|(?:\d\D{0,2}){6}", re.IGNORECASE)  # an e-mail, or six digits
_POINTING = frozenset("esse essa este desse deste nesse neste daqui atual igual mesmo".split())
_RELATIVE = frozenset("que onde qual".split())  # "o que tô usando"
_TALKING = frozenset("falando falo usando uso escrevendo escrevo mandando digitando ligando".split())
_SAME_WORDS = frozenset.union(
    _POINTING,
    _RELATIVE,
    _TALKING,
    "numero celular whatsapp telefone contato chat linha chip conversa mensagem mensagens".split(),
    "e eu me te voce voces a gente mim comigo contigo meu minha meus o os do da de no na em por pelo pela com para".split(),
    "aqui ai ca agora ja so somente unico continua ainda sempre tambem sim isso to ta estamos foi seria tem tenho".split(),
    "falamos mandei mando conversando converso teclando vendo ve".split(),
    "aparece aparecendo aparecer mostra respondendo chamaram chamou chamando".split(),
    "pode podem ser serve usar usa use ligar liga chamar chama anotar anota colocar coloca bota botar poe deixa fica falar recebe".split(),
)
_POLITE = frozenset((",", *AROUND.replace(",", " ").split())) - _SAME_WORDS
_FIELDS = frozenset("o a meu minha de email cpf cnpj celular telefone whatsapp numero nome sobrenome documento endereco".split())
_TAGS = frozenset("ta;ta bom;ta certo;ok;okay;viu;visse;ne;hein;certo;pode ser;pode;beleza;combinado;tudo bem;sabe;da;sim".split(";"))
_ASKING: Lexicon[str] = Lexicon(
    {
        "": f"{AROUND}, mas, e, eu, a pergunta, uma pergunta, so uma pergunta, duvida, uma duvida, so uma duvida, ok, sim, tudo bem",
        "what": """qual, quais, o que e, o que seria, o que significa,
            o que quer, o que muda, o que acontece, o que voce, o que voces, o que vem,
            que e isso, que isso e, que seria, que diferenca, vao fazer o que, voces tem, voce tem, voce e""",
        "why": """para que, por que, porque voce, porque voces, porque precisa, porque preciso, porque quer, porque querem, porque pede,
            porque pedem, porque tem que, porque tenho que, porque isso, porque disso""",
        "who": "quem e, quem vai, quem ve, quem que, com quem, de quem, isso vai para, voces vao, voce vai, vao me ligar, vai me ligar",
        "how": """como assim, como e que, como que, como faco, como eu faco, como funciona, quanto tempo, quanto custa, que horas, onde eu,
            onde vejo, onde acho, onde encontro, onde fica, aonde, sera que""",
        "must": """e obrigatorio, obrigatorio, isso e obrigatorio, e necessario, e preciso,
            e seguro, isso e seguro, e confiavel, precisa mesmo,
            precisa ser, precisa disso, precisa do, precisa da, precisa de, preciso mesmo, preciso passar, preciso dar, sou obrigado,
            sou obrigada, tem que ser, tem que ter, tem que passar, tem problema, tem algum problema, tem outro jeito""",
        "may": """posso mandar, posso passar, posso dar, posso usar, posso por, posso colocar, posso informar, posso enviar, posso deixar,
            posso responder, posso botar, posso falar depois, tem como mandar, tem como passar, tem como ser, da para ser, da para passar,
            da para mandar, pode ser o, pode ser a, pode ser do, pode ser da, pode ser de, pode ser outro, pode ser so, pode ser sem,
            pode ser depois, pode ser qualquer, pode ser gmail, pode ser hotmail, pode ser fixo, pode ser telefone, pode ser email,
            pode ser celular, serve o, serve a, serve do, serve da, serve outro, vale o, vale a""",
        "which": "e com ddd, o meu ou, meu ou, e o meu ou, o da empresa ou, e o nome, e do",
        "explain": """me explica, explica, pode explicar,
            pode me explicar, poderia explicar, poderia me explicar, pode repetir, nao entendi,
            nao entendo, nao to entendendo, nao compreendi, entendi nao""",
        "ends": """e o que, o que e isso, seria o que,
            serve para que, significa o que, quer dizer o que, de quem, para onde, serve, e quanto,
            e como""",  # asks only as the last words
    },  # what is asked: how it begins
    spelled="obrigatorio obrigatoria diferenca significa",
)


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
    if "?" in said:
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
    if not said <= _SAME_WORDS:
        return False
    there = {"que", "ta", "ai"} <= said
    pointed = there or not said.isdisjoint(_POINTING) or (not said.isdisjoint(_RELATIVE) and not said.isdisjoint(_TALKING))
    return (pointed and len(said) > 1) or {"meu", "whatsapp"} <= said


def _asks(words: Words) -> bool:
    """Begins as a question or ends as one, without its sign: "pra que precisa", "baixa é o que"."""
    fresh = True  # a clause begins
    for meaning, end in _ASKING.read(words):
        if meaning and (end == len(words) or (fresh and meaning != "ends")):
            return True
        fresh = words[end - 1] == "," or (fresh and meaning == "")
    return False
