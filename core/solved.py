"""Whether somebody says that the problem is gone, and nothing else: "já resolveu", "pode cancelar, consegui arrumar"."""

from core.lexicon import Lexicon
from core.politeness import AROUND
from core.short_answers import plain_words

MAX_LENGTH = 120  # characters; a longer message says more
_WORDS: Lexicon[bool] = Lexicon(
    {
        False: f"""{AROUND}, eu, a gente, nos, e, entao, ja, aqui, ali, la, tudo, agora, mesmo, sozinho, sozinha, por aqui, por conta,
        por conta propria, o problema, problema, isso, isto, o chamado, chamado, o pedido, pedido, meu chamado, esse chamado, este
        chamado, a visita, visita, o tecnico, com voces, viu, foi, ficou, se, ta, esta, hoje, ontem, pode
        cancelar, podem cancelar, pode fechar, podem fechar, pode encerrar, podem encerrar, pode dar baixa, podem dar baixa""",
        True: """resolvido, resolvida, resolveu, resolveram, resolvi, resolvemos, consegui resolver, consegui arrumar, consegui
        consertar, consertado, consertada, consertou, consertei, consertamos, consertaram, arrumado, arrumada, arrumou, arrumei,
        arrumamos, arrumaram, voltou a funcionar, voltou ao normal, ta funcionando, ta funcionando de novo, esta funcionando,
        funcionou, ta normal, esta normal, parou de vazar, parou de pingar, nao ta mais vazando, nao esta mais vazando, nao vaza mais,
        nao precisa mais, nao precisam mais vir, nao precisa vir, nao precisa mais vir, nao precisa mandar ninguem, nao precisam mais""",
    },
    spelled="resolvido resolvida resolveu consertado consertada arrumado",
)  # fmt: skip


def says_solved(text: str) -> bool:
    """Neither a question ("já resolveu?") nor a denial ("não resolveu")."""
    if len(text) > MAX_LENGTH or "?" in text:
        return False
    found = {meaning for meaning, _ in _WORDS.read([word for word in plain_words(text) if word != ","])}
    return True in found and None not in found
