"""What a message says of its writer's numbers, as the tests of reading compare it."""

from datetime import datetime

from core.reading import read_message

NOW = datetime(2026, 11, 24, 10)  # noqa: DTZ001 - wall time at the home, a Tuesday
FIELDS = ("cpf", "cnpj", "email", "mobile")


def data(text: str) -> dict[str, str]:
    reading = read_message(text, now=NOW)
    return {name: found.value for name in FIELDS if (found := getattr(reading, name))}
