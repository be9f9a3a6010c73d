"""Holidays that people name instead of a date: "Natal", "Carnaval", "véspera de Ano Novo"."""

from collections.abc import Mapping
from datetime import date, timedelta

Dates = tuple[date, date]  # first and last, both included

# Day and month of the first and of the last day
FIXED: Mapping[str, tuple[tuple[int, int], tuple[int, int]]] = {
    name: ((day, month), (day, month))
    for name, day, month in (
        ("natal", 25, 12), ("vespera de natal", 24, 12), ("vespera do natal", 24, 12), ("ano novo", 1, 1), ("reveillon", 31, 12),
        ("vespera de ano novo", 31, 12), ("vespera do ano novo", 31, 12), ("virada do ano", 31, 12), ("tiradentes", 21, 4),
        ("dia do trabalho", 1, 5), ("dia do trabalhador", 1, 5), ("dia da independencia", 7, 9), ("independencia", 7, 9),
        ("dia das criancas", 12, 10), ("nossa senhora aparecida", 12, 10), ("finados", 2, 11), ("dia de finados", 2, 11),
        ("proclamacao da republica", 15, 11), ("consciencia negra", 20, 11), ("dia da consciencia negra", 20, 11),
        ("sao joao", 24, 6), ("vespera de sao joao", 23, 6), ("dia dos namorados", 12, 6), ("dia de reis", 6, 1),
    )
}  # fmt: skip
# Days from Easter Sunday to the first and to the last day
MOVABLE: Mapping[str, tuple[int, int]] = {
    "carnaval": (-50, -47), "segunda de carnaval": (-48, -48), "terca de carnaval": (-47, -47), "sabado de carnaval": (-50, -50),
    "quarta de cinzas": (-46, -46), "quarta feira de cinzas": (-46, -46), "semana santa": (-7, 0), "sexta santa": (-2, -2),
    "sexta feira santa": (-2, -2), "sexta da paixao": (-2, -2), "paixao de cristo": (-2, -2), "pascoa": (0, 0), "domingo de pascoa": (0, 0),
    "corpus christi": (60, 60),
}  # fmt: skip
NAMES = tuple(sorted((*FIXED, *MOVABLE), key=len, reverse=True))


def holiday(name: str, today: date) -> Dates:
    """The next one to come, today's included."""
    return next(dates for year in (today.year, today.year + 1, today.year + 2) if (dates := _in_year(name, year))[1] >= today)


def _in_year(name: str, year: int) -> Dates:
    if name in MOVABLE:
        first, last = (easter(year) + timedelta(days=days) for days in MOVABLE[name])
        return first, last
    first, last = (date(year, month, day) for day, month in FIXED[name])
    return first, last


def easter(year: int) -> date:
    """Easter Sunday by the calendar of Gregory, as J. M. Oudin computed it."""
    century = year // 100
    golden = year % 19
    moon = (century - century // 4 - (century - (century - 17) // 25) // 3 + 19 * golden + 15) % 30
    moon -= (moon // 28) * (1 - (moon // 28) * (29 // (moon + 1)) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    days = moon - weekday
    month = 3 + (days + 40) // 44
    return date(year, month, days + 28 - 31 * (month // 4))
