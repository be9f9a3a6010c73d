"""One turn: messages, commands and timers in; prompts and records out. The only writer of a conversation."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import groupby

from bot.acts import ACTS
from bot.alerts.hazards import move_timers
from bot.alerts.letters import alert_letters
from bot.anywhere import act_meant
from bot.asking import ask, times_in_a_row
from bot.desk.chat import NO_TICKET
from bot.doubts import FIRST, dispel
from bot.ears import hear
from bot.edits import mended
from bot.flows import RENAMED
from bot.history import keep, note_look_up
from bot.meaning import meant
from bot.proof import follow_number
from bot.proving import ask_code, claims, hidden
from bot.recognition import recognise
from bot.result import Input, Turn, TurnResult
from bot.settling import settle
from bot.shut import open_window
from bot.supervision import hand_over
from bot.talk import Talk
from bot.targets import count_targets
from bot.telling import tell_owed
from bot.timers import QUIET
from bot.window import as_news, as_question, has_template, is_shut, watch_window
from core.cards import says_something
from core.conversations import Conversation, Prompt, reached
from core.messages import SIGNALS, Inbound, is_customers
from core.reading import is_greeting
from core.records import evolve
from core.remarks import read_remark
from core.tickets import BY_PHONE, Status, Ticket, line_of

GREET_AGAIN = timedelta(hours=12)  # a new report sooner than this is not greeted again (F16)
MAX_ASKED = 10  # times in a row that one question is asked; then a person has the talk (F16: bots answering bots)
FLOOD_COST, FLOOD_ROOM = timedelta(seconds=0.5), timedelta(seconds=60)  # a message counts half a second: 120 at once, then 2 a second (F16)


def take_turn(conversation: Conversation, tickets: tuple[Ticket, ...], inputs: Iterable[Input], turn: Turn) -> TurnResult:
    """The evolved records and all that follows from the inputs, in order. `tickets`: the current one and those that inputs name."""
    talk = start(conversation, tickets, turn)
    silent = []
    for each in together(follow_first(mended(_without_codes(talk, inputs)))):
        talk.silent = False
        prepare(talk, each)
        ticket, claimed = talk.ticket.id, claims(talk)
        hear(talk, meant(talk, each))
        follow_number(talk)
        settle(talk)
        ask_code(talk, ticket, claimed)
        hand_over(talk, each)
        silent.append(talk.silent)
    talk.silent = all(silent)  # what an agent or a timer did beside a message does not take its answer away
    return finish(talk)


def _without_codes(talk: Talk, inputs: Iterable[Input]) -> list[Input]:
    """What is a code is not read as anything else, here or by whoever looks on."""
    those = [hidden(talk, each) for each in inputs]
    talk.codes = frozenset(each.id for each in those if isinstance(each, Inbound) and each.code)
    return those


def start(conversation: Conversation, tickets: tuple[Ticket, ...], turn: Turn) -> Talk:
    ticket = next((each for each in tickets if each.id == conversation.ticket_id), tickets[0] if tickets else NO_TICKET)
    state = RENAMED.get(ticket.state, ticket.state)
    others = {each.id: each for each in tickets if each.id != ticket.id}
    talk = Talk(turn, conversation, ticket, others, state, state, dict(ticket.answers), dict(ticket.said))
    talk.given = {each.id: each for each in tickets}
    talk.offer = conversation.open.offer if conversation.open else None
    return talk


def together(inputs: Iterable[Input]) -> Iterator[Input]:
    """Texts that follow each other become one, a line each, less bare greetings; taps, media, global words and remarks stay alone."""
    for plain, group in groupby(inputs, key=_is_plain):
        burst = list(group)
        if plain and len(burst) > 1:
            yield _joined([each for each in burst if isinstance(each, Inbound)])
        else:
            yield from burst


def follow_first(inputs: Iterable[Input]) -> Iterator[Input]:
    """Of files that an agent sends together only the first says whom they are for: the others go there too."""
    album, to = "", ""
    for each in inputs:
        file = each.media if isinstance(each, Inbound) and each.agent is not None else None
        if not isinstance(each, Inbound) or file is None or not file.album:
            yield each
            continue
        to = each.replies_to or (to if file.album == album else "")
        album = file.album
        yield evolve(each, replies_to=to)


def _is_plain(each: Input) -> bool:
    if not (isinstance(each, Inbound) and each.kind == "text" and is_customers(each)):
        return False
    return not (each.payload or each.code or _stands_alone(each.text))


def _stands_alone(text: str) -> bool:
    return bool(act_meant(text)) or read_remark(text) is not None


def _joined(burst: list[Inbound]) -> Inbound:
    texts = [each.text for each in burst if not is_greeting(each.text)]
    return evolve(burst[-1], text="\n".join(texts) or burst[-1].text)


def prepare(talk: Talk, each: Input) -> None:
    """Before a person's words are heard: a draft stands, what is known of the person is filled in, and a flood goes to people."""
    if not isinstance(each, Inbound):
        return
    open_window(talk, each)
    if each.author == "agent":
        return
    talk.conversation = reached(talk.conversation, each, talk.turn.now)
    talk.agent = talk.turn.agent(each.agent) if each.agent is not None else None
    if each.kind not in SIGNALS and each.agent is None:
        _prepare_to_hear(talk)
        talk.newest_words = each.id if says_something(each.kind) else talk.newest_words
    keep(talk, each)


def _prepare_to_hear(talk: Talk) -> None:
    if talk.conversation.ticket_id is None:
        talk.pick_up(talk.turn.new_ticket(instead_of=talk.put_down()))
    if talk.open is None and talk.ticket.version == 0 and not talk.answers and not talk.said:
        begin(talk)
    if talk.ticket.status == Status.INCOMPLETE:
        talk.set(status=Status.DRAFT, waiting_since=None)
        talk.later("nudge", talk.turn.now + QUIET)
    dispel(talk)
    count(talk)


def begin(talk: Talk) -> None:
    """What is known before anything is asked: the proven contact's own data, the number of the channel."""
    heard_at = talk.conversation.heard_at
    greets = heard_at is None or talk.turn.now - heard_at > GREET_AGAIN
    talk.set(owes=FIRST if greets else FIRST[1:])
    talk.later("nudge", talk.turn.now + QUIET)
    recognise(talk)


def count(talk: Talk) -> None:
    """Each message costs half a second of a minute's room; who has used it up talks to a person."""
    now, until = talk.turn.now, talk.conversation.flood_until
    until = max(now, until or now) + FLOOD_COST
    talk.conversation = evolve(talk.conversation, flood_until=until, heard_at=now)
    if until - now > FLOOD_ROOM and not talk.owned:
        ACTS["person"](talk, Inbound(), "")


def finish(talk: Talk) -> TurnResult:
    _stop_repeating(talk)
    version = talk.conversation.version + 1
    can_reach = talk.conversation.unreachable_since is None
    asks = can_reach and not talk.silent and _may_ask(talk)
    if asks:
        note_look_up(talk)
    opened = ask(talk, version) if asks else talk.open
    if can_reach:
        tell_owed(talk)
    if not asks and talk.lead:  # no question took it along
        _tell_alone(talk)
    watch_window(talk)
    count_targets(talk)
    move_timers(talk)
    collects = not talk.offer and not talk.by_phone and (talk.step.collects or opened is None)
    doubted_since = None if asks else talk.conversation.doubted_since
    conversation = evolve(talk.conversation, version=version, open=opened, collects=collects, doubted_since=doubted_since)
    return TurnResult(
        conversation=conversation,
        tickets=tuple(each for each in (talk.put_down(), *talk.others.values()) if each.id and _is_written_here(talk, each)),
        prompts=tuple(_spoken(talk)) if can_reach else (),
        records=tuple(talk.events),
        alerts=tuple(talk.alerts),
        hazard_alerts=(*talk.over, *talk.hazard_alerts.values()),
        rings=tuple(talk.rings),
        stops_ringing=tuple(talk.stops_ringing),
        results=talk.results,
        timers=tuple(talk.timers),
        letters=(*talk.letters, *alert_letters(talk)),
        forwards=tuple(talk.forwards),
        sends_again=tuple(talk.sends_again),
        belonging=talk.belonging,
        shows=tuple(dict.fromkeys(talk.shows)),
        ends_cards=talk.ends_cards,
        silences_bot=talk.silences_bot or not can_reach,
        codes=talk.codes,
        trace=tuple(talk.trace),
    )


def _spoken(talk: Talk) -> Iterator[Prompt]:
    """After the end of the window only what has the form of a template; what has none yet takes it here."""
    for each in talk.prompts:
        if each.template or not is_shut(talk):
            yield each
        elif not each.clears and (form := (as_question if each.id else as_news)(talk, talk.ticket, each)):
            yield form


def _is_written_here(talk: Talk, ticket: Ticket) -> bool:
    """A call that was sent on to its customer's chat is written by the turns of that chat alone; the agent still looks at it."""
    return ticket.origin != BY_PHONE or line_of(talk.given.get(ticket.id, ticket)) == talk.conversation.id


def _may_ask(talk: Talk) -> bool:
    """While a person has the talk the bot asks nothing; that one is called is said while nobody has it yet."""
    is_about = talk.conversation.ticket_id is not None or talk.offer is not None
    if not is_about or (is_shut(talk) and not has_template(talk, "question")):
        return False
    return not talk.owned or (talk.silences_bot and not talk.conversation.attended)


def _stop_repeating(talk: Talk) -> None:
    """The same question over and over: two machines are talking, or a person is lost."""
    if talk.silent or talk.owned or talk.by_phone or times_in_a_row(talk) < MAX_ASKED:
        return
    if talk.step.rests:
        talk.silent, talk.lead = True, []
    else:
        ACTS["person"](talk, Inbound(), "")


def _tell_alone(talk: Talk) -> None:
    for words, values in talk.lead:
        talk.send(words, "note", **values)
    talk.lead = []
