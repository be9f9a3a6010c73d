"""An agent's chat between calls: nothing is asked."""

from bot.steps import Flow, Rest

DESK = Flow("desk", None, steps=(Rest("open"),))
