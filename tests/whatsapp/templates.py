"""Templates of an account: words that the platform has looked at, with places for values."""

import re
from dataclasses import dataclass, field

from tests.platforms.calls import JSON
from tests.whatsapp.errors import Refused

_PLACE = re.compile(r"\{\{(\w+)\}\}")


@dataclass
class Template:
    name: str
    body: str  # with {{1}}, {{2}} …
    language: str = "pt_BR"
    status: str = "APPROVED"
    category: str = "UTILITY"
    id: str = "594425479261596"

    @property
    def shape(self) -> JSON:
        """As the account lists it."""
        named = {"name": self.name, "language": self.language, "status": self.status, "category": self.category, "id": self.id}
        named["rejected_reason"] = "INVALID_FORMAT" if self.status == "REJECTED" else "NONE"
        return named | {"parameter_format": "POSITIONAL", "components": [{"type": "BODY", "text": self.body}]}


@dataclass
class Templates:
    all: list[Template] = field(default_factory=list)

    def add(self, name: str, body: str, **more: str) -> Template:
        template = Template(name, body, id=str(594_425_479_261_596 + len(self.all)), **more)
        self.all.append(template)
        return template

    def filled(self, asked: JSON) -> str:
        """The words that its reader sees."""
        language = asked["language"]["code"]
        found = next((each for each in self.all if (each.name, each.language) == (asked["name"], language)), None)
        if found is None or found.status in {"PENDING", "REJECTED"}:
            raise Refused(132001, f"template name ({asked['name']}) does not exist in {language}")
        if found.status in {"PAUSED", "DISABLED"}:
            raise Refused(132015 if found.status == "PAUSED" else 132016)
        values = [each["text"] for part in asked.get("components", ()) if part["type"] == "body" for each in part["parameters"]]
        places = sorted(set(_PLACE.findall(found.body)), key=int)
        if len(values) != len(places):
            raise Refused(
                132000, f"body: number of localizable_params ({len(values)}) does not match the expected number of params ({len(places)})"
            )
        return _PLACE.sub(lambda place: values[int(place[1]) - 1], found.body)
