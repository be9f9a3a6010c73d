"""The import contract `room`: what a room of the house may import, as a list. What is not on it is refused, also what is new."""

import sys
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output

# The standard library that the core must do without: "no database, network or clock" (it is given `now`).
OUTSIDE_WORLD = frozenset("asyncio http multiprocessing os random secrets smtplib socket sqlite3 ssl subprocess threading time".split())


class Room(Contract):
    """Direct imports only: what the imported room may import is its own contract.

    `rooms` are modules or packages, their inside included; they may import each other. `may_import` names modules, packages and
    libraries. With `pure`, the parts of the standard library that reach outside the process are refused too.
    """

    type_name = "room"

    # Declared as fields, read as plain values: import-linter puts them in place.
    rooms: Any = fields.SetField(subfield=fields.StringField())
    may_import: Any = fields.SetField(subfield=fields.StringField())
    pure: Any = fields.BooleanField(required=False, default=False)

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        refused = sorted(
            (importer, imported)
            for importer in graph.modules
            if _is_in(importer, self.rooms)
            for imported in graph.find_modules_directly_imported_by(importer)
            if not self._allows(imported)
        )
        return ContractCheck(kept=not refused, metadata={"refused": refused})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported in check.metadata["refused"]:
            output.print_error(f"- {importer} must not import {imported}", bold=False)
        output.new_line()

    def _allows(self, imported: str) -> bool:
        if imported in sys.stdlib_module_names:
            return not (self.pure and imported in OUTSIDE_WORLD)
        return _is_in(imported, self.rooms | self.may_import)


def _is_in(module: str, places: set[str]) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)
