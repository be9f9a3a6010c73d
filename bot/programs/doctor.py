"""The command `zelador doctor`: looks at all that serving needs, and says how to mend what is wrong."""

import json
import logging
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from bot.http import ProxyError, session
from bot.programs.app import clock, database_url, file_of, in_words, run
from bot.programs.channels import platforms
from bot.programs.checking import Check, Site, Verdict, verdicts, wrong
from bot.programs.readiness import checks
from bot.programs.usage import DONE, REFUSED, refuse
from bot.settings import SERVED_FILE, SettingError, Settings, load
from storage.database import Database, Unusable, connect

MARKS = {"ok": "✓", "warning": "!", "wrong": "✗"}
MORE_OF_WHATSAPP = "Segredo do app, assinatura do webhook e modelos do WhatsApp: zelador whatsapp check"
Findings = Sequence[tuple[str, str, Verdict]]  # name and title of each check, and what it found


def run_doctor(*, as_json: bool, database: Path | None) -> int:
    logging.getLogger().addHandler(logging.NullHandler())  # what is wrong stands in the list
    with in_words(ProxyError):
        found = _found(database)
    ended = shown(found, as_json=as_json)
    if not as_json and any(name == "whatsapp" for name, *_ in found):
        print(MORE_OF_WHATSAPP)
    return ended


def shown(found: Findings, *, as_json: bool) -> int:
    """Prints it; the exit code: 0 when nothing is wrong; warnings are not."""
    print(_as_json(found) if as_json else "\n".join(_told(found)))
    return REFUSED if any(verdict.wrong for *_, verdict in found) else DONE


def _found(database: Path | None) -> Findings:
    try:
        settings = load()
    except SettingError as error:
        return [("settings", SETTINGS, wrong(str(error), "Corrija a linha no .env, ou a variável, e rode de novo."))]
    found = run(_look(settings, database_url(settings, database, SERVED_FILE)))
    if found is None:
        refuse("Interrompido.")
    return [("settings", SETTINGS, Verdict("lidas, e todas servem")), *((each.name, each.title, verdict) for each, verdict in found)]


SETTINGS = "Configurações"


async def _look(settings: Settings, url: str) -> Sequence[tuple[Check, Verdict]]:
    async with session() as outside, _database(url) as database, platforms(settings, outside) as those:
        return await verdicts(Site(settings, database, those, outside, clock), checks(settings))


@asynccontextmanager
async def _database(url: str) -> AsyncIterator[Database | Verdict]:
    """Looked at as it is: nothing is made, and nothing is brought to another version."""
    path = file_of(url)
    if path is not None and not path.exists():
        yield Verdict(f"{path} ainda não existe; zelador serve o cria")
        return
    try:
        database = connect(url)
    except Unusable as error:
        yield wrong(f"não pode ser usado: {error}", "Confira ZELADOR_DATABASE_URL, e se o arquivo é do Zelador e aceita gravar.")
        return
    try:
        yield database
    finally:
        await database.close()


def _as_json(found: Findings) -> str:
    rows = [{"check": name, "mark": verdict.mark, "says": verdict.says, "mend": verdict.mend} for name, _, verdict in found]
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _told(found: Findings) -> Sequence[str]:
    """A line for each check, with another one under what is to be mended; then the sum."""
    lines = []
    for _, title, verdict in found:
        lines.append(f"{MARKS[verdict.mark]} {title}: {verdict.says}")
        lines += [f"    {line}" for line in verdict.mend.splitlines()]
    problems, warnings = (sum(verdict.mark == mark for *_, verdict in found) for mark in ("wrong", "warning"))
    return [*lines, "", _sum(problems, warnings)]


def _sum(problems: int, warnings: int) -> str:
    counted = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in ((problems, "problema", "problemas"), (warnings, "aviso", "avisos"))
        if count
    ]
    return f"{' e '.join(counted)}." if counted else "Tudo em ordem."
