"""The transcript: what was said, and what became of messages that were edited."""

from functools import partial

from storage import messages
from storage.messages import Record, Versions
from tests.house import House, at, in_house, part


def row(inbox_id: int | None, text: str, external_id: str | None = None, conversation_id: int = 1, kind: str = "text") -> Record:
    author = messages.BOT if inbox_id is None else "customer"
    return Record(conversation_id, 7, inbox_id, author, kind, text, at(0), external_id)


def test_a_message_is_found_by_the_channels_id_with_all_its_versions(migrated_url: str) -> None:
    async def scenario(house: House) -> None:
        await house.put(part("oi", "ana"), part("oi", "bia"))
        said = [
            row(1, "alta", "55"),
            row(None, "Em que horários?"),
            row(2, "sábado", "56"),
            row(3, "média", "55", kind="edited"),
            row(4, "outra", "55", conversation_id=2),
        ]
        await house.run(partial(messages.add, records=said))
        look = partial(messages.versions, conversation_id=1)
        assert await house.run(partial(look, external_id="55")) == Versions((1, 3), 7, "média", newest=True)
        assert await house.run(partial(look, external_id="56")) == Versions((2,), 7, "sábado", newest=False)
        assert await house.run(partial(look, external_id="99")) is None

    in_house(migrated_url, scenario)
