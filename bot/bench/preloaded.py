"""Imported by the process that workers are forked from (`bot.bench.crew`): what all of them need is read once."""

from bot.bench.worker import read_all

read_all()
