"""An agency that sends codes by WhatsApp: Marcos stands in its books, and people write to it by other numbers."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import select

from bot.books import Office
from bot.handlers.whatsapp.reader import Reader
from bot.layout import labels, layout
from bot.sender import Report, note_and_claim
from bot.turn import take_turn
from bot.worker import Means, take_turns
from core.calendar import Calendar
from core.codes import CodePost
from core.contacts import Individual
from core.messages import Inbound, Outgoing, Part
from core.templates import Approved
from storage import contacts, homes
from storage.tables import event, message, outbox
from tests.fake_turns import COPY, ZONE
from tests.house import START, House, at, in_house, part

ACCOUNT, SECOND, KEY, ME = "106540352242922", "206540352242922", b"0123456789abcdef0123456789abcdef", 1
OFFICE = Office(Calendar("24/7", ZONE), "", COPY.say, codes=CodePost("whatsapp", (ACCOUNT, SECOND), Approved("codigo", "pt_BR"), KEY))
MOBILE, CPF, CNPJ = "+5511987650132", "52998224725", "11222333000181"
MARCOS = Individual(first_name="Marcos", last_name="Lima", email="marcos@exemplo.com.br", cpf=CPF, mobile=MOBILE)
CLAIM = "sou inquilino, meu nome é Ana Souza, meu e-mail é {}, o chuveiro queimou"
DAY = 24 * 3600.0
_OUT = (outbox.c.id, outbox.c.account, outbox.c.address, outbox.c.call)


class Phone(Reader):
    """WhatsApp, with the bodies that `part` makes."""

    def parse(self, part: Part) -> Inbound:
        return Inbound(text=part.body["text"])


@dataclass
class Agency:
    house: House
    marcos: int = 0

    async def says(self, text: str, seconds: float, who: str = "ana", number: str | None = None) -> list[str]:
        """What its writer is answered."""
        ids = (("name", who), *((("number", number),) if number else ()))
        before = len(await self.house.column(message.c.id))
        await self.house.put(part(text, who, f"{who}:{seconds}", ids=ids), seconds=seconds)
        await self.turns(seconds)
        return (await self.house.column(message.c.text))[before + 1 :]

    async def turns(self, seconds: float) -> None:
        means = Means(take_turn, partial(layout, own=labels(COPY.say)), {"console": self.house.channel, "whatsapp": Phone()}, OFFICE)
        await self.house.run(partial(take_turns, now=at(seconds), means=means))

    async def claims(self, seconds: float = 0, who: str = "ana", email: str | None = MARCOS.email) -> list[str]:
        return await self.says(CLAIM.format(email), seconds, who)

    async def sent(self) -> list[Outgoing]:
        """The codes that went, or are to go."""
        rows = await self.house.rows(select(*_OUT).where(outbox.c.purpose == "code"))
        return [Outgoing(row.id, 1, "whatsapp", row.account, row.address, "code", row.call) for row in rows]

    async def digits(self) -> str:
        """Of the newest."""
        template = (await self.sent())[-1].call.template
        assert template
        assert template.values == (template.button,)
        return template.button

    async def goes(self, *reports: Report, seconds: float = 0) -> list[Outgoing]:
        work = partial(note_and_claim, reports=reports, channels={"whatsapp": self.house.channel}, now=at(seconds), process=ME, limit=9)
        return await self.house.run(work)

    async def acts(self) -> list[str]:
        return [act for act in await self.house.column(event.c.act) if act.startswith("code") or act == "undelivered"]


Scenario = Callable[[Agency], Awaitable[None]]


def with_agency(url: str, scenario: Scenario) -> None:
    async def live(house: House) -> None:
        marcos = await house.run(partial(contacts.register, form=MARCOS, now=START))
        home = await house.run(partial(homes.add, address="Rua das Acácias, 120"))
        await house.run(partial(homes.add_contract, home_id=home, parties={marcos: "tenant"}))
        await scenario(Agency(house, marcos))

    in_house(url, live)


def other(digits: str) -> str:
    return f"{(int(digits) + 1) % 1_000_000:06d}"
