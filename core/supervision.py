"""How far the assistant goes by itself with a report before a person has looked at it."""

from enum import StrEnum


class Level(StrEnum):
    """Of the installation, or of one ticket that a supervisor set apart."""

    AUTO = "auto"  # what is complete and certain opens by itself
    REVIEW = "review"  # a person approves it
    AUTO_WHEN_PROVEN = "auto-when-proven"  # `auto` for whom the channel or the books vouch, else `review`; decided at the submission
    MANUAL = "manual"  # the assistant greets and keeps what is said; people speak


DEFAULT = Level.REVIEW  # of ZELADOR_SUPERVISION
