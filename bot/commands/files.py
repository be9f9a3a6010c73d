"""Files of a ticket: a person is shown them, and has those that did not come fetched again (F9)."""

from bot.commands.refusal import done, refused
from bot.result import Letter, Result
from bot.talk import Talk
from core.conversations import Prompt
from core.messages import Address, Attachment, Command
from core.tickets import Ticket, name_of

MOST = 10  # files shown, the newest


def fetch_again(talk: Talk, ticket: Ticket, given: Command) -> Result:
    """At once, as if they had just been sent; what the platform has lost says so anew. Where files can be shown, all are."""
    name, count = name_of(ticket), talk.turn.fetch_again(ticket.id)
    files = talk.turn.files(ticket.id)[-MOST:] if given.at is not None and talk.turn.shows_files(given.at) else ()
    if not files and not count:
        return refused(talk, "no-files", name=name)
    talk.record(given.by, "fetch_again", ticket, after={"files": count})
    result = done(talk, "fetch-again" if count else "show-files", name=name, count=str(count))
    if given.at is None or not files:
        return result
    talk.write_to(given.at, "act-answer", ticket.id, reason=result.reason)
    _show(talk, ticket, files, given.at)
    return Result("done")


def _show(talk: Talk, ticket: Ticket, files: tuple[Attachment, ...], at: Address) -> None:
    """What is still on its way holds back what follows."""
    text = talk.turn.say("relay", {"name": name_of(ticket), "text": ""}).strip()
    talk.letters += [Letter(at, Prompt("relay", text, purpose="relay", file=file), ticket.id) for file in files]
