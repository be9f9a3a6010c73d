"""Words of abuse: kept in the record as they were written, and never said back."""

import re

from core.names import fold

_ALWAYS = (
    r"porra|caralho|krl|cacete|put[ao]s?|putaria|pqp|fdp|vsf|vtnc|tnc|cu|foder|fod[ae](?:-se|m)?|fodeu|fodid[ao]s?|cuz[ao]+o?|"
    r"viad[oa]s?|corn[oa]s?|otari[oa]s?|idiotas?|imbecil|imbecis|babacas?|cretin[oa]s?|desgracad[oa]s?|vagabund[oa]s?|escrot[oa]s?|arrombados"
)
# What a home has too ("merda saindo do ralo", "lixo no corredor", "entrou um ladrão"), unless somebody is called so.
_OF_PEOPLE = (
    r"merdas?|bostas?|lixos?|burr[oa]s?|inutil|inuteis|ladrao|ladra|ladroes|trouxas?|palhac[oa]s?|porcos?|vermes?|"
    r"animal|animais|incompetentes?"
)
_WHO = r"seus?|suas?|bando de|cambada de|que|(?:imobiliaria|atendimento|servico|empresa|assistente|robo|gente|povo)(?: de)?"
_CALLED = rf"(?:{_WHO}) (?:{_OF_PEOPLE})"
_ABUSE = re.compile(rf"\b(?:{_ALWAYS}|{_CALLED})\b")


def is_abusive(text: str) -> bool:
    return bool(_ABUSE.search(fold(text)))


def less_abuse(text: str) -> tuple[str, bool]:
    """A text without its words of abuse, folded; and whether there were any."""
    clean, count = _ABUSE.subn(" ", fold(text))
    return clean, bool(count)
