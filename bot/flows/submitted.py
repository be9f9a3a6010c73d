"""After the reference: words and photos still go to the ticket."""

from bot.steps import Flow, Rest

SUBMITTED = Flow("submitted", None, steps=(Rest("open"),))
