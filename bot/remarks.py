"""What is said to whoever answers, beside the report: answered honestly, and the open question stands."""

from collections.abc import Mapping

from bot.closed import when_people_answer
from bot.doubts import ask_anew_if_unread
from bot.talk import Talk
from core.asides import read_aside
from core.foreign import is_foreign
from core.messages import Inbound
from core.remarks import Remark, read_remark

FOREIGN = "foreign"  # in `Ticket.waived`: that only Portuguese is understood was said, once for each ticket
FED_UP: Remark = "fed_up"  # in `Ticket.waived`: a person was offered, once for each ticket
WORDS: Mapping[Remark, str] = {"cost": "remark-cost", "when": "remark-when", "machine": "remark-machine", FED_UP: "remark-fed-up"}


def hear_remark(talk: Talk, heard: Inbound) -> bool:
    """Nothing is refused for it. After the reference the words go to the ticket too; who will not answer skips the question too."""
    remark = read_remark(heard.text) if heard.kind == "text" and not heard.choice else None
    if remark is None or remark in talk.ticket.waived:
        return False
    if remark == FED_UP:
        talk.set(waived=(*talk.ticket.waived, FED_UP))
    if remark == "when" and talk.step.rests:
        talk.tell("remark-when.sent", when=when_people_answer(talk))
    else:
        talk.tell(WORDS[remark])
    is_over = not talk.step.rests and read_aside(heard.text) != "declines"
    if is_over:
        ask_anew_if_unread(talk)
    return is_over


def hear_foreign(talk: Talk, heard: Inbound) -> bool:
    """English and Spanish are told so once, in their words too; what was written is heard all the same."""
    if heard.kind == "text" and FOREIGN not in talk.ticket.waived and is_foreign(heard.text):
        talk.set(waived=(*talk.ticket.waived, FOREIGN))
        talk.tell("remark-foreign")
    return False
