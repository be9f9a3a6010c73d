"""What people put around a name when they are asked for it: "meu nome é … e sou inquilino". All words are folded, spaces are single."""

import re

from core.records import Record

_GREETING = r"(?:oi+|ola|opa|bom dia|boa tarde|boa noite)"
_IS = r"(?: (?:eh?|seria)(?= )| ?[:=]| se chama| chama(?:-se)?)"
_BEGINS = r"(?: [oa](?= ))?(?:(?<=[:=]) ?| )(?=[^ ])"  # the name, behind its article
_LABEL = re.compile(
    rf"(?:{_GREETING}[,!. ]+)?(?:(?:o |a )?(?:meu |minha )?(?:nome|sobrenome)(?: completo| todo)?{_IS}|(?:meu )?nome completo|"
    rf"(?:eu )?(?:me chamo|chamo-me)|(?:eu )?sou|(?:eu )?me chamam de|podem? me chamar (?:de|por)|(?:falo|falando|fala)(?= [oa] )|eh?|"
    rf"(?:aqui )?(?:quem )?(?:fala|ta falando|esta falando) eh?|aqui (?:eh?|fala)){_BEGINS}|{_GREETING}[,!.]+ ?(?=[^ ])"
)
_SPOKEN_BEFORE = re.compile(r".*\b(?:meu nome(?: completo)?(?: eh?| ?:)|me chamo|podem? me chamar de) (?=[^ ])")  # the last one counts
_ROLE = r"(?:inquilin|locatari|proprietari|porteir|vizinh|sindic|zelador|mora(?:dor)|don)[oa]?\b"
_AFTER = re.compile(
    rf"[,;.]? (?:e |que )?(?:eu )?(?:sou|estou|tenho|preciso|quero|moro (?=n[oa]\b|em\b|aqui\b|de\b))\b.*"
    rf"|[,;(-]+ ?(?:[oa] )?{_ROLE}.*| (?:[oa] )?(?:inquilin|locatari|proprietari)[oa]\b.*| [oa] (?:porteir|vizinh|sindic)[oa]\b.*"
    r"|[,;.]? (?:e )?(?:(?:o )?meu )?(?:(?:cpf|rg|cnpj|e-?mail|telefone|celular)\b|(?:cel|tel|fone|zap|whats)\W*\d).*"
    r"|[,;.!]? (?:muito )?(?:obrigad[oa]|por favor|por gentileza)\W*$|[,;.!]+ ?(?:prazer|viu|ok|ta)\W*$|[ ,;:!]+$|(?<=[a-z]{3})\.+$"
)
SURNAME_LABEL = re.compile(r",? (?:e )?(?:o )?(?:meu )?sobrenome(?: eh?| ?:) ")  # said after the first name
_COMPANY_LABEL = re.compile(
    rf"(?:{_GREETING}[,!. ]+)?(?:(?:[oa] )?(?:meu |minha |nossa )?(?:nome|empresa|firma|loja|razao social|"
    rf"nome d[oa] (?:empresa|firma|loja)){_IS}|(?:somos|falo pel[oa]|sou d[oa])(?= )|se chama|chama-se|eh?(?= [oa] )){_BEGINS}"
)
_AFTER_COMPANY = re.compile(
    r"[,;.]? (?:e )?(?:o )?(?:cnpj|e-?mail|telefone|celular)\b.*|[,;.!]? (?:muito )?(?:obrigad[oa]|por favor)\W*$|[ ,;:!]+$"
)


class Labels(Record):
    """`before` at the beginning, `leads` the last one of any place, `after` up to the end."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    leads: re.Pattern[str] | None = None

    def around(self, folded: str) -> tuple[int, int]:
        """Where the name in a folded text begins and ends; all of it when nothing else would be left."""
        lead = self.leads.match(folded) if self.leads else None
        label = lead or self.before.match(folded)
        start = label.end() if label else 0
        tail = self.after.search(folded, start)
        end = tail.start() if tail and tail.start() > start else len(folded)
        return start, end


NAME_LABELS = Labels(_LABEL, _AFTER, _SPOKEN_BEFORE)
COMPANY_LABELS = Labels(_COMPANY_LABEL, _AFTER_COMPANY)
