"""Words of danger, and words that take one back: heard before everything, whoever owns the talk."""

from datetime import timedelta

from bot.acts import ACTS
from bot.answering import correct, drop_named, keep_words, listen
from bot.talk import Talk
from core.conversations import Offer, Option
from core.hazards import find_hazards, takes_back
from core.messages import Inbound
from core.small_talk import is_unsure

SAFETY_AGAIN = timedelta(minutes=10)  # the safety text of one kind is given once in this time (design: who may see what)


def hear_hazard(talk: Talk, heard: Inbound) -> bool:
    """Danger comes before everything, whoever owns the talk."""
    if heard.choice or not heard.text:
        return False
    fresh = [each for each in find_hazards(heard.text) if _is_news(talk, each.kind)]
    if not fresh:
        return False
    asked_before = talk.offer is not None and talk.offer.words == "offer-hazard"
    sure = [each.kind for each in fresh if each.certainty == "sure" or asked_before]
    if sure:
        ACTS["alarm"](talk, heard, " ".join(sure))
    found = listen(talk, heard)
    keep_words(talk, heard)
    if sure:
        drop_named(talk, heard, found)  # asked from the start again, once they are safe
        return True
    correct(talk, heard, found)
    if talk.owned:
        talk.alert("danger", heard.text, (fresh[0].kind,))
        talk.silent = True
    else:
        talk.offer = Offer("offer-hazard", (Option("yes", f"alarm {fresh[0].kind}"), Option("no", "go_on")))
    return True


def _is_news(talk: Talk, kind: str) -> bool:
    told = talk.ticket.hazards.get(kind)
    return told is None or talk.turn.now - told >= SAFETY_AGAIN


def hear_relief(talk: Talk, heard: Inbound) -> bool:
    """Words that take a danger back: asked, since people decide (design: who may see what)."""
    if heard.choice or talk.owned or not talk.ticket.hazards or not takes_back(heard.text):
        return False
    if talk.offer and talk.offer.words == "offer-relief":  # said again
        ACTS["relief"](talk, heard, "")
        return True
    last = max(talk.ticket.hazards, key=lambda kind: talk.ticket.hazards[kind])
    talk.offer = Offer("offer-relief", (Option("mistake", "relief"), Option("still", f"alarm {last}")))
    return True


def hear_danger_asked(talk: Talk, heard: Inbound) -> bool:
    """Whether there is danger is never left open: who does not know, or answers something else twice, is taken to be in danger."""
    if heard.choice or talk.owned or not talk.open or not talk.offer or talk.offer.words != "offer-hazard" or not heard.text.strip():
        return False
    if is_unsure(heard.text) or talk.open.asked > 1:
        _, _, kind = str(talk.offer.options[0].does).partition(" ")
        ACTS["alarm"](talk, heard, kind)
    else:
        listen(talk, heard)
        talk.tell("hazard-unclear")
    return True
