"""Words of danger, and words that take one back: heard before everything, whoever owns the talk."""

from datetime import timedelta

from bot.acts import ACTS, tell_safety
from bot.answering import add_words, correct, drop_named, keep_words, listen
from bot.talk import Talk
from core.conversations import Offer, Option
from core.danger_needs import asks_about_danger, says_ill, who_is_stuck
from core.hazards import Hazard, find_hazards, says_over, takes_back
from core.messages import Inbound
from core.small_talk import is_unsure

KNOWS_ILLNESS = frozenset({"carbon_monoxide", "shock"})  # kinds whose safety text names the ambulance
KEEP_AWAY = {  # by the kind that was told last
    "gas": "keep-away-unlit",
    "carbon_monoxide": "keep-away-unlit",
    "fire": "keep-away-unlit",
    "trapped": "keep-away-stuck",
    "crime": "keep-away-crime",
}
SAFETY_AGAIN = timedelta(minutes=10)  # the safety text of one kind is given once in this time (design: who may see what)


def hear_hazard(talk: Talk, heard: Inbound) -> bool:
    """Danger comes before everything, whoever owns the talk."""
    if heard.choice or not heard.text:
        return False
    fresh = [each for each in _dangers_in(talk, heard.text) if _is_news(talk, each.kind)]
    if not fresh:
        return False
    asked_before = talk.offer is not None and talk.offer.words == "offer-hazard"
    sure = [each.kind for each in fresh if each.certainty == "sure" or asked_before]
    if sure:
        ACTS["alarm"](talk, heard, " ".join(sure))
    found = listen(talk, heard)
    keep_words(talk, heard)
    if sure:
        if says_ill(heard.text) and KNOWS_ILLNESS.isdisjoint(sure):
            tell_illness(talk, heard)
        drop_named(talk, heard, found)  # asked from the start again, once they are safe
        return True
    correct(talk, heard, found)
    if talk.owned:
        talk.alert("danger", heard.text, (fresh[0].kind,))
        talk.silent = True
    else:
        talk.offer = Offer("offer-hazard", (Option("yes", f"alarm {fresh[0].kind}"), Option("no", "go_on")))
    return True


def _dangers_in(talk: Talk, text: str) -> tuple[Hazard, ...]:
    """With it, in any danger, that somebody cannot get out: "sou cadeirante"."""
    found = find_hazards(text)
    is_known = any(each.kind == "trapped" for each in found)
    if is_known or not (found or talk.ticket.hazards) or who_is_stuck(text) is None:
        return found
    return (*found, Hazard("trapped", "sure"))


def _is_news(talk: Talk, kind: str) -> bool:
    told = talk.ticket.hazards.get(kind)
    return told is None or talk.turn.now - told >= SAFETY_AGAIN


def hear_illness(talk: Talk, heard: Inbound) -> bool:
    """In a danger that is known somebody is ill: the ambulance is named at once, and the open question stays."""
    if heard.choice or not talk.ticket.hazards or not says_ill(heard.text):
        return False
    tell_illness(talk, heard)
    if not talk.owned:
        listen(talk, heard)
        add_words(talk, heard)
    return not talk.owned


def tell_illness(talk: Talk, heard: Inbound) -> None:
    """To whoever is in danger, or to the agent who speaks with them."""
    tell_safety(talk, "safety-illness")
    talk.alert("ill", heard.text)


def hear_relief(talk: Talk, heard: Inbound) -> bool:
    """Words that take a danger back, or say that it is over: asked, since people decide (design: who may see what)."""
    if heard.choice or talk.owned or not talk.ticket.hazards:
        return False
    is_over = says_over(heard.text)
    if not is_over and not takes_back(heard.text):
        return False
    if talk.offer and talk.offer.words in ("offer-relief", "offer-over"):  # said again
        ACTS["relief"](talk, heard, "")
        return True
    add_words(talk, heard)
    last = max(talk.ticket.hazards, key=lambda kind: talk.ticket.hazards[kind])
    if is_over:
        talk.alert("taken_back", heard.text)
    words, first = ("offer-over", "over") if is_over else ("offer-relief", "mistake")
    talk.offer = Offer(words, (Option(first, "relief"), Option("still", f"alarm {last}")))
    return True


def hear_danger_question(talk: Talk, heard: Inbound) -> bool:
    """ "posso voltar?": nobody is told anything but to keep away until those who know have said so."""
    if heard.choice or talk.owned or not talk.ticket.hazards or not asks_about_danger(heard.text):
        return False
    listen(talk, heard)
    if talk.ticket.submitted_at:
        add_words(talk, heard)
        talk.wait()
    talk.tell(KEEP_AWAY.get(max(talk.ticket.hazards, key=lambda kind: talk.ticket.hazards[kind]), "keep-away"))
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
