"""A problem that is told in pieces: what comes after its question has moved on belongs to it still, and nothing that was said is lost."""

from datetime import timedelta

from bot.answering import READ, add_words
from bot.asking import description_key, shortened, told_problem
from bot.steps import Ask, Confirm
from bot.talk import Talk
from core.abuse import is_abusive
from core.answers import read_aside
from core.errors import Rejected
from core.messages import Inbound
from core.reading import read_message
from core.records import evolve
from core.small_talk import plain
from core.troubles import signs_of

GAP = timedelta(seconds=20)  # between two pieces, by the channel's own clock: somebody writes on without having read what is asked
LEADS = frozenset(  # words by which a sentence goes on
    "desde e mas que porque pq tambem tb ta esta na no nas nos da do das dos com sem faz ha ontem hoje quando ai dai ja foi fica tem agora"
    " muito mto para pra de em so".split()
)
SHORTEST = 3  # letters of a piece; "ok" and "hum" tell nothing


def hear_piece(talk: Talk, heard: Inbound) -> bool:
    """Words that come a moment after the problem, and that the open question cannot use."""
    if heard.kind != "text" or heard.choice or not _may_go_on(talk) or not _goes_on(heard.text) or not _is_soon(talk, heard):
        return False
    reading = read_message(heard.text, now=talk.turn.local(heard.sent_at or talk.turn.now))
    found = {name for name in READ if name != "kind" and getattr(reading, name)}
    if found - {"description"} or (not found and _fits(talk, heard)):
        return False
    _add(talk, heard)
    return True


def _may_go_on(talk: Talk) -> bool:
    """A problem was told and not sent, and no question stands that hears more of it by itself."""
    is_kept = talk.offer or talk.by_phone or talk.ticket.submitted_at or isinstance(talk.step, Confirm) or talk.step.rests
    return not is_kept and not talk.state.startswith(("safety.", "maintenance.visits")) and bool(told_problem(talk))


def _goes_on(text: str) -> bool:
    """By its first word, or by telling of something broken: "desde ontem", "não esquenta". What does neither is refused as ever."""
    words = plain(text).split()
    is_word = sum(character.isalpha() for character in text) > SHORTEST and read_aside(text) is None
    return is_word and (not LEADS.isdisjoint(words[:1]) or any(map(signs_of, words)))


def _is_soon(talk: Talk, heard: Inbound) -> bool:
    """The newest thing that they said was of the problem, a moment ago."""
    key = description_key(talk)
    at = talk.answers[key].at if key else talk.said["description"].sent_at
    others = [each.at for name, each in talk.answers.items() if name != key and each.author == "customer" and each.at]
    return at is not None and heard.sent_at is not None and heard.sent_at - at <= GAP and all(each <= at for each in others)


def _fits(talk: Talk, heard: Inbound) -> bool:
    """The open question would take it."""
    try:
        talk.step.accept(heard, talk.answers, talk.turn)
    except Rejected:
        return False
    return isinstance(talk.step, Ask)


def _add(talk: Talk, heard: Inbound) -> None:
    add_words(talk, heard)
    if key := description_key(talk):
        talk.answers[key] = evolve(talk.answers[key], at=heard.sent_at)
    told = told_problem(talk)
    if is_abusive(told):
        talk.tell("noted.unquoted")
    else:
        talk.tell("noted", description=shortened(told))
