"""The one confirmation of a customer's talk (R23, R32)."""

from bot.steps import Confirm, Flow

REVIEW = Flow("review", None, steps=(Confirm("summary"),), then=((None, "submitted"),))
