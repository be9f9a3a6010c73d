"""How an agent says that a danger is over: `/perigo encerrado`, and as people say it otherwise."""

from core.messages import Inbound
from core.names import fold

_DANGER = "perigo"
_SURE = frozenset(  # what follows is how that is known
    f"{before}{words}"
    for before in ("", "ja ", "o perigo ", "o perigo ja ")
    for words in (
        *("encerrado", "encerrada", "encerrou", "terminou", "resolvido", "esta resolvido", "foi resolvido"),
        *("falso alarme", "alarme falso", "foi falso alarme", "foi alarme falso", "era falso alarme", "era alarme falso"),
        *(f"{verb} o perigo" for verb in ("acabou", "passou", "encerrou", "terminou")),
        *(("acabou", "passou", "resolveu") if before else ()),
    )
)
# "acabou a luz e tem faísca", "passou mal com o gás" are dangers: words follow at once.
_UNSURE = frozenset({"acabou", "passou", "resolveu"})
_LONGEST = 5  # words
_SIGNS = ".,;:!-–"


def after_end(heard: Inbound) -> str | None:
    """What stands behind the words of an end, in `/perigo acabou #12 fecharam o gás`; None where they say something else."""
    words = (heard.typed or heard.text).removeprefix("/").split()
    if names_it := bool(words) and fold(words[0].partition("@")[0]) == _DANGER:
        words = words[1:]
    for count in range(min(_LONGEST, len(words)), 0, -1):
        said, rest = fold(" ".join(words[:count])).strip(_SIGNS), words[count:]
        if not names_it and _DANGER not in said:
            continue
        if said in _SURE or (said in _UNSURE and _is_whole(words[count - 1], rest, heard)):
            return " ".join(rest).lstrip(f"{_SIGNS} ")
    return None


def _is_whole(last: str, rest: list[str], heard: Inbound) -> bool:
    """Nothing, a ticket's name, or a sign follows; or a card says of which danger it is."""
    return not rest or last[-1] in _SIGNS or not rest[0][0].isalpha() or bool(heard.replies_to)
