"""All that a batch of turns made, written in one transaction: one statement a table."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from bot.dealing import Dealer, Played
from bot.leaving import Leaving
from bot.result import Input, TurnResult
from bot.transcript import transcript
from core.conversations import Conversation, address_of
from core.messages import FILES, Command, Inbound
from core.tickets import Ticket
from storage import conversations, events, hazard_alerts, inbox, media, messages, outbox, repetition, tickets, timers
from storage.inbox import Waiting


class Line(NamedTuple):
    """One conversation in hand, with what it is about to hear."""

    conversation: Conversation
    rows: list[Waiting]
    inputs: list[Input]
    draft: Ticket | None = None  # stored with the claim; there is no row of it yet to be read


class Turned(NamedTuple):
    """One conversation after its turn."""

    talk: Line
    before: Mapping[int, Ticket]  # by id, as they stand in the database
    result: TurnResult
    leaves: list[Leaving]


def write(connection: Connection, turned: list[Turned], now: datetime, dealer: Dealer) -> None:
    """All that these turns made, one statement a table."""

    def many(write: Callable[[Connection, list[Any]], None], rows: list[Any]) -> None:
        if rows:
            write(connection, rows)

    many(tickets.save, [pair for each in turned for pair in _changed(each)])
    many(hazard_alerts.save, [alert for each in turned for alert in each.result.hazard_alerts])
    many(conversations.save, [each.result.conversation for each in turned])
    many(outbox.cancel_prompts, [each.talk.conversation.id for each in turned if each.result.silences_bot])
    many(outbox.cancel_rings, [ticket for each in turned for ticket in each.result.stops_ringing])
    many(messages.add, [said for each in turned for said in _transcript(each, now)])
    many(media.add, [sent for each in turned for sent in _files(each, now)])
    many(media.belong, [pair for each in turned for pair in each.result.belonging.items()])
    dealt = dealer.deal([Played(each.before, each.result) for each in turned])
    many(outbox.put, [call for each in turned for call in _departures(each, dealt, now)])
    for each in turned:
        if each.result.sends_again:
            repetition.send_again(connection, each.result.conversation.id, each.result.sends_again, now)
    many(events.add, [record for each in turned for record in _history(each, now)])
    many(timers.put, [change for each in turned for change in _timers(each)])
    if forwards := dict(forward for each in turned for forward in _forwards(each)):
        inbox.put_commands(connection, forwards, now)
    many(inbox.blank, [row for each in turned for row in each.result.codes])
    inbox.close(connection, [done for each in turned for done in _done(each)], now)


def _changed(turned: Turned) -> Iterator[tuple[Ticket, Ticket | None]]:
    """Tickets, each beside what it was."""
    for each in turned.result.tickets:
        yield each, turned.before.get(each.id)


def _transcript(turned: Turned, now: datetime) -> Iterator[messages.Record]:
    return transcript(turned.talk.conversation, _about_now(turned), turned.talk.inputs, turned.result, now)


def _files(turned: Turned, now: datetime) -> Iterator[media.Sent]:
    """Files that the channel has for us; what they are of, the transcript says."""
    talk, about = turned.talk, _about_now(turned)
    for row, said in zip(talk.rows, talk.inputs, strict=True):
        if isinstance(said, Inbound) and (file := said.media) and file.ref and file.kind in FILES:
            about_it = (file.kind, file.mime, file.name, file.size)
            yield media.Sent(row.channel, row.account, file.ref, talk.conversation.id, row.id, about, *about_it, row.received_at, now)


def _about_now(turned: Turned) -> int | None:
    """The ticket that the turn ended with; where it ended with none, that with which it began."""
    return turned.result.conversation.ticket_id or turned.talk.conversation.ticket_id


def _departures(turned: Turned, dealt: Mapping[int, list[Leaving]], now: datetime) -> Iterator[outbox.Departure]:
    it = turned.result.conversation
    here = address_of(it)
    for ordinal, (to, purpose, call, ticket, card, expires) in enumerate((*dealt.get(it.id, ()), *turned.leaves)):
        until = it.free_until if to == here and call.template is None else expires
        yield outbox.Departure(it.id, it.version, ordinal, to.channel, to.account, to.address, purpose, call, now, ticket, card, until)


def _history(turned: Turned, now: datetime) -> Iterator[events.Record]:
    number = turned.talk.conversation.id
    for each in turned.result.records:
        yield events.Record(each.actor, each.act, number, each.ticket or None, each.contact, each.before, each.after, now)
    for alert in turned.result.alerts:
        after = {"kind": alert.kind, "hazards": alert.hazards, "number": alert.number, "words": alert.words}
        yield events.Record("rule", events.ALERT, number, alert.ticket or None, None, None, after, now)


def _timers(turned: Turned) -> Iterator[tuple[timers.Key, datetime | None]]:
    for each in turned.result.timers:
        yield timers.Key(each.line or turned.talk.conversation.id, each.ticket, each.kind), each.due_at


def _forwards(turned: Turned) -> Iterator[tuple[str, Command]]:
    """Acts that belong into other lines, each with an id that this turn alone can make."""
    it = turned.result.conversation
    for ordinal, forward in enumerate(turned.result.forwards):
        yield f"{it.id}:{it.version}:{ordinal}", forward


def _done(turned: Turned) -> Iterator[inbox.Done]:
    results = turned.result.results
    for row in turned.talk.rows:
        result = results.get(row.id)
        yield inbox.Done(row.id) if result is None else inbox.Done(row.id, result.outcome, result.reason or None)
