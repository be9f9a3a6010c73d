"""The conversation, from top to bottom."""

from collections import Counter

from bot.flows.call import CALL
from bot.flows.company import COMPANY
from bot.flows.contract import CONTRACT
from bot.flows.desk import DESK
from bot.flows.handover import HANDOVER
from bot.flows.identification import IDENTIFICATION
from bot.flows.individual import INDIVIDUAL
from bot.flows.maintenance import MAINTENANCE
from bot.flows.reporter import REPORTER
from bot.flows.review import REVIEW
from bot.flows.safety import SAFETY
from bot.flows.search import SEARCH
from bot.flows.start import START
from bot.flows.submitted import SUBMITTED
from bot.steps import link

FLOWS, STEPS = link(
    START,
    SAFETY,
    IDENTIFICATION,
    INDIVIDUAL,
    COMPANY,
    REPORTER,
    CONTRACT,
    MAINTENANCE,
    HANDOVER,
    REVIEW,
    SUBMITTED,
    SEARCH,
    CALL,
    DESK,
)
_ASKED_IN = Counter(name for flow in FLOWS.values() if flow.model for name in flow.model.model_fields)
SHARED = frozenset(
    name for name, flows in _ASKED_IN.items() if flows > 1
)  # asked in several flows: a change of flow takes the answer along
RENAMED: dict[str, str] = {}  # states that shipped under another name; stored conversations still say it
