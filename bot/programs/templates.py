"""Templates as this installation needs them, and what the account has: what is to be submitted, and what does not match."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from bot.copy import Words
from bot.handlers.whatsapp.account import Submitted
from bot.programs.checking import Verdict, wrong
from core.templates import PARAMETERS, Approved, Use

LIST = "no Gerenciador do WhatsApp (business.facebook.com/wa/manage), Modelos de mensagem"
FOR: Mapping[Use, str] = {
    "reminder": "lembrete de um relato que ficou pela metade",
    "status": "notícia de um chamado",
    "question": "pergunta ou resposta de uma pessoa da equipe",
    "code": "código que prova quem escreve",
}
NAMES: Mapping[Use, str] = {
    "reminder": "relato_pendente",
    "status": "chamado_atualizado",
    "question": "pergunta_da_equipe",
    "code": "codigo_de_verificacao",
}
EXAMPLES: Mapping[str, str] = {  # by the name of a value; Meta reviews a template with them
    "problem": "a pia da cozinha está vazando",
    "news": "o técnico vai na terça-feira, entre 8h e 12h.",
    "subject": "o chamado 2026-000123-4",
    "question": "em que andar fica o registro de água?",
    "code": "123456",
}
STATES = {
    "PENDING": "em análise",
    "IN_APPEAL": "em recurso",
    "REJECTED": "recusado",
    "PAUSED": "pausado, porque clientes reclamaram",
    "DISABLED": "desativado",
    "LIMIT_EXCEEDED": "acima do limite de modelos da conta",
}
WAITS = frozenset({"PENDING", "IN_APPEAL"})
_PLACE = re.compile(r"\{\{\s*(\w+)\s*\}\}")


class Wanted(NamedTuple):
    """A template as it is submitted. One for codes has the platform's own words, and a button to copy the code."""

    use: Use
    category: str
    text: str
    examples: tuple[str, ...]  # of {{1}}, {{2}}, in order

    @property
    def is_ours(self) -> bool:
        return self.category == "UTILITY"


def wanted(use: Use, say: Callable[[str, Mapping[str, str]], str]) -> Wanted:
    names = PARAMETERS[use]
    text = str(say(f"template.{use}", {name: Words(f"{{{{{place}}}}}") for place, name in enumerate(names, 1)}))
    return Wanted(use, "AUTHENTICATION" if use == "code" else "UTILITY", text, tuple(EXAMPLES[name] for name in names))


def matched(it: Wanted, chosen: Approved | None, has: Sequence[Submitted]) -> Verdict:
    """What the account has of it."""
    if chosen is None and it.use == "code":
        return Verdict("nenhum; sem ele ninguém prova por código quem é", _submit(it, None))
    if chosen is None:
        return Verdict("nenhum; sem ele nada disso vai a quem não escreve há 24 h", _submit(it, None))
    name = f"{chosen.name}:{chosen.language}"
    found = next((each for each in has if (each.name, each.language) == (chosen.name, chosen.language)), None)
    if found is None:
        return wrong(f"{name} não está na conta", _submit(it, chosen))
    if found.status in WAITS:
        return Verdict(f"{name} está {STATES[found.status]}", "Espere a resposta da Meta: minutos, às vezes um dia.")
    if found.status != "APPROVED":
        reason = f" ({found.rejected_reason})" if found.rejected_reason not in {"", "NONE"} else ""
        says = f"{name} está {STATES.get(found.status, found.status)}{reason}"
        return wrong(says, f"Veja o motivo {LIST}; outro texto vai com outro nome.")
    return _fits(it, name, found)


def _fits(it: Wanted, name: str, found: Submitted) -> Verdict:
    """An approved one, against the values that are sent."""
    places = _PLACE.findall(found.body)
    expected = [str(place) for place in range(1, len(it.examples) + 1)]
    elsewhere = any(_PLACE.search(each.text) for each in found.components if each.type != "BODY")
    if sorted(set(places)) != expected or elsewhere:
        has = ", ".join(f"{{{{{place}}}}}" for place in dict.fromkeys(places)) or "nenhum"
        says = f"{name} não tem os parâmetros que são enviados ({', '.join(f'{{{{{each}}}}}' for each in expected)}), mas {has}"
        return wrong(says, _submit(it, None))
    if found.category != it.category:
        says = f"{name} é aprovado, mas da categoria {found.category}"
        if not it.is_ours:  # what is sent has a button, which no other category takes
            return wrong(says, _submit(it, None))
        return Verdict(says, f"Assim custa mais e chega menos: peça a revisão da categoria, ou envie outro como {it.category}.")
    if it.is_ours and found.body != it.text:
        return Verdict(f"{name} é aprovado, com outro texto", "O histórico do chamado mostra o texto do Zelador, e não esse.")
    return Verdict(f"{name} é aprovado")


def _submit(it: Wanted, chosen: Approved | None) -> str:
    """All that the form asks for, line by line."""
    name, language = (chosen.name, chosen.language) if chosen else (NAMES[it.use], "pt_BR")
    lines = [
        f"Crie {LIST}, Criar modelo, com:",
        f"  nome       {name}",
        f"  categoria  {it.category}",
        f"  idioma     {language}",
        *(_words(it) if it.is_ours else ("  texto      o da Meta, com o botão de copiar o código",)),
        f"e, quando aprovado, ponha ZELADOR_WHATSAPP__TEMPLATES__{it.use.upper()}={name}:{language}",
    ]
    return "\n".join(lines)


def _words(it: Wanted) -> Iterator[str]:
    yield f"  texto      {it.text}"
    for place, example in enumerate(it.examples, 1):
        yield f"  {{{{{place}}}}}      por exemplo: {example}"
