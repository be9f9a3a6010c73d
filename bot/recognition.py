"""What a number that the channel vouches for gives to the form."""

from bot.flows import FLOWS
from bot.flows.identification import ROLES
from bot.flows.rules import has_homes, third_party
from bot.talk import Talk
from core.answers import Answer, value_of
from core.contacts import Contact
from core.messages import Inbound
from core.records import evolve

OUR_CONTACT = ("first_name", "last_name", "email", "cpf", "mobile", "company_name", "cnpj")
MOBILES = ("individual.mobile", "company.mobile")
SURNAMES = ("individual.last_name", "company.last_name")  # every contact has one, and nobody else may change it
_LEFT_OPEN = ("skipped", "reopened")


def own_contact(talk: Talk) -> Contact | None:
    """Whose form this is, as far as it is proven: who reports for others stays who they said they are."""
    return None if third_party(talk.answers, talk.turn) else talk.turn.proven


def is_recognised(talk: Talk) -> bool:
    """The form has what is proven: told by the surname, which every contact has and nobody else may change."""
    contact = own_contact(talk)
    answer = talk.answers.get(f"{contact.kind}.last_name") if contact else None
    return answer is not None and answer.author == "rule"


def recognise(talk: Talk) -> None:
    """A proven contact's own data; of somebody unknown the number, as the answer to Celular."""
    if contact := own_contact(talk):
        _take_from_the_books(talk, contact)
        _doubt_the_address(talk)
    elif talk.turn.number:
        talk.said["mobile"] = Inbound(text=talk.turn.number, author="rule")
        for key in MOBILES:
            if key in talk.answers and talk.answers[key].status in _LEFT_OPEN:
                del talk.answers[key]


def _take_from_the_books(talk: Talk, contact: Contact) -> None:
    """Answers by rule. What is not on file is skipped, unless the person has said it; what they typed stays in the pool."""
    for name in (each for each in OUR_CONTACT if each in FLOWS[contact.kind].model.model_fields):  # type: ignore[union-attr]
        key, value = f"{contact.kind}.{name}", getattr(contact, name)
        if value:
            talk.answers[key] = Answer(value, author="rule")
        elif name not in talk.said:
            talk.answers.setdefault(key, Answer(None, "skipped", author="rule"))
    if role := talk.answers.pop("identification.role", None):  # the books know better, and say which form it is
        talk.said["role"] = role.again()


def _doubt_the_address(talk: Talk) -> None:
    """Who has named an address may mean another home than their own: that is asked, though there be only one."""
    if "contract.address" in talk.answers and has_homes(talk.answers, talk.turn):
        talk.answers["contract.home"] = Answer(None, "reopened", author="rule")


def keep_as_claims(talk: Talk, contact: Contact) -> None:
    """The form of whom nothing proves any more, as if they had typed it: who they are, and their home by its address."""
    homes = talk.turn.homes_of(contact.id)
    home = next((each for each in homes if each.id == value_of(talk.answers, "contract.home")), None)
    for key, each in talk.answers.items():
        if each.author == "rule" and key.startswith(f"{contact.kind}."):
            talk.answers[key] = evolve(each, author="customer")
    for key in ("contract.home", "contract.same_problem"):
        talk.answers.pop(key, None)
    if home:
        talk.answers["contract.address"] = Answer(home.address)
        talk.answers["contract.unit"] = Answer(home.unit, "valid" if home.unit else "skipped")
    roles = {"company"} if contact.kind == "company" else {each.role for each in ((home,) if home else homes)}
    if len(roles) == 1 and roles.issubset(ROLES):
        talk.answers["identification.role"] = Answer(roles.pop())
