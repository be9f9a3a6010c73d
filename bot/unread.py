"""What the bot cannot read: kept on the ticket, flagged, and answered once a turn; the question stays."""

from bot.summary import voice_length
from bot.talk import Talk
from core.messages import FILES, Inbound, Kind
from core.small_talk import only_points

UNREAD: frozenset[Kind] = FILES | {"sticker", "unknown"}
_ACKNOWLEDGED = "unsupported-"  # how its words begin


def hear_unsupported(talk: Talk, heard: Inbound) -> bool:
    """An album is one acknowledgement. A caption counts as text, unless it only points at what is seen."""
    if heard.kind not in UNREAD or (heard.kind == "voice" and getattr(talk.step, "voice", False) and not talk.offer):
        return False
    talk.files += heard.kind in FILES
    _acknowledge(talk, heard.kind, {"length": voice_length(heard.seconds)} if heard.kind == "voice" else {})
    if heard.kind == "voice":
        _keep_voice(talk, heard)
    return heard.kind == "voice" or only_points(heard.text)


def _acknowledge(talk: Talk, kind: Kind, values: dict[str, str]) -> None:
    before = [at for at, said in enumerate(talk.lead) if said[0].startswith(_ACKNOWLEDGED)]
    again = kind in talk.ticket.waived
    talk.set(waived=talk.ticket.waived if again else (*talk.ticket.waived, kind))
    if not before:
        talk.tell(f"{_ACKNOWLEDGED}{kind}" + (".again" if again else ""), **values)
    elif talk.files > 1:
        talk.lead[before[0]] = (f"{_ACKNOWLEDGED}several", {"count": str(talk.files)})


def _keep_voice(talk: Talk, heard: Inbound) -> None:
    """Somebody listens to it; told before the problem, it is the problem."""
    talk.wait()
    if talk.open is None and "description" not in talk.said:
        talk.said["description"] = heard
