"""Templates of an account: words that the platform has looked at, with places for values."""

import re
from dataclasses import dataclass, field

from tests.platforms.calls import JSON
from tests.whatsapp.errors import Refused

_PLACE = re.compile(r"\{\{(\w+)\}\}")
COPIES = "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}"  # what Meta makes of the button when it approves one


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
        copies = [{"type": "BUTTONS", "buttons": [{"type": "URL", "text": "Copiar código", "url": COPIES}]}] if self.is_of_codes else []
        return named | {"parameter_format": "POSITIONAL", "components": [{"type": "BODY", "text": self.body}, *copies]}

    @property
    def is_of_codes(self) -> bool:
        return self.category == "AUTHENTICATION"


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
        _check_button(found, values, [part for part in asked.get("components", ()) if part["type"] == "button"])
        return _PLACE.sub(lambda place: values[int(place[1]) - 1], found.body)


def _check_button(template: Template, values: list[str], buttons: list[JSON]) -> None:
    """One for codes has a button that copies what its words say; no other has one of ours."""
    copied = [(each["index"], [value["text"] for value in each["parameters"]]) for each in buttons]
    if template.is_of_codes and not copied:
        raise Refused(131008, "buttons: Button at index 0 of type Url requires a parameter")
    if copied != ([("0", values)] if template.is_of_codes else []):
        raise Refused(132012, "buttons: the parameter is not that of this template")
