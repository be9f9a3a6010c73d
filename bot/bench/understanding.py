"""`zelador bench understanding`: how much of what people write is read rightly, and how long that takes."""

import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.bench.figures import line, percentile
from bot.bench.sentences import JUDGES, NOW, Judged, lines
from core.reading import read_message

MILLISECOND = 1_000
LENGTHS = {500: 1.0, 4_000: 10.0}  # characters of a message, and the aim for it in milliseconds at the 95th percentile
ROUNDS = 200  # messages of each length


@dataclass(frozen=True, slots=True)
class Share:
    """A figure: how many of which are so, and the aim. `of` None: of all lines."""

    name: str
    are: str
    of: str | None = None
    at_least: float | None = None
    at_most: float | None = None

    def value(self, counts: Counter[str]) -> float:
        return counts[self.are] / counts[self.of or "lines"] if counts[self.of or "lines"] else 1.0

    def meets(self, counts: Counter[str], slack: float = 0.0) -> bool:
        value = self.value(counts)
        enough = self.at_least is None or value >= self.at_least - slack
        return enough and (self.at_most is None or value <= self.at_most + slack)

    def told(self, counts: Counter[str]) -> str:
        aim = f"≥ {self.at_least:.1%}" if self.at_least is not None else f"≤ {self.at_most:.1%}" if self.at_most is not None else ""
        return line(self.name, f"{self.value(counts):.1%} ({counts[self.are]} of {counts[self.of or 'lines']})", aim)


SHARES: Mapping[str, tuple[Share, ...]] = {
    "times": (
        Share("right in the service hours", "right", at_least=0.95),
        Share("silently wrong", "silent", at_most=0.01),
        Share("clear, yet asked", "needless", "clear"),
        Share("doubtful, yet not asked", "unasked", "doubtful"),
    ),
    "hazards": (
        Share("recall", "found", "expected", at_least=0.97),
        Share("false alarms", "alarmed", "calm", at_most=0.03),
        Share("certainty right", "certain", "expected"),
        Share("another kind as well", "extra"),
    ),
    "priority": (
        Share("explicit, right", "right", at_least=0.92),
        Share("in the wrong direction", "opposite", at_most=0.0),
        Share("suggested by the problem, right", "suggested", "told"),
    ),
    "messages": (
        Share("documents, e-mail, phone: precision", "data right", "data read", at_least=1.0),
        Share("documents, e-mail, phone: recall", "data right", "data expected", at_least=0.98),
        Share("kind, names, role, address, priority: precision", "words right", "words read"),
        Share("kind, names, role, address, priority: recall", "words right", "words expected"),
        Share("visit times right", "times"),
        Share("problem kept word for word", "kept", "told"),
        Share("whole message right", "right"),
    ),
    "short": (
        Share("right", "right", at_least=0.97),
        Share("wrong choice", "wrong", at_most=0.005),
    ),
}


def bench_understanding(folder: Path, only: Sequence[str] = (), *, misses: bool = True) -> bool:
    """Prints the figures of each set with its misses, and the time a message takes; whether all meet their aims.

    `only` names sets ("times", "times.sealed"); none means all.
    """
    files = [file for file in sorted(folder.glob("*.jsonl")) if not only or file.stem in only]
    good = [_tell(file, misses) for file in files]
    return all([*good, _tell_times(folder)]) and bool(files)


def judged(file: Path) -> list[Judged]:
    judge = JUDGES[file.stem.partition(".")[0]]
    return [judge(each) for each in lines(file)]


def counted(found: Iterable[Judged]) -> Counter[str]:
    return sum((each.counts + Counter(lines=1) for each in found), Counter())


def _tell(file: Path, misses: bool) -> bool:
    found = judged(file)
    counts = counted(found)
    shares = SHARES[file.stem.partition(".")[0]]
    print(f"{file.stem}: {len(found)} sentences")
    print("\n".join(share.told(counts) for share in shares))
    if misses:
        print("\n".join(_miss(each) for each in found if not each.right))
    return all(share.meets(counts) for share in shares)


def _miss(missed: Judged) -> str:
    return f"    ✗ {missed.text!r}\n        right: {missed.expected}\n        read:  {missed.read}"


def _tell_times(folder: Path) -> bool:
    """Texts of a length, put together from whole messages: denser than what one person writes."""
    texts = [str(each["text"]) for file in sorted(folder.glob("messages*.jsonl")) for each in lines(file)]
    print("time")
    met = [_tell_time(texts, length, aim) for length, aim in LENGTHS.items()]
    return all(met)


def _tell_time(texts: Sequence[str], length: int, aim: float) -> bool:
    taken = [_milliseconds(message) for message in _messages(texts, length)]
    p95 = percentile(taken, 0.95)
    print(line(f"{length} characters, p95", f"{p95:.2f} ms", f"≤ {aim:g} ms"))
    return p95 <= aim


def _messages(texts: Sequence[str], length: int) -> Iterable[str]:
    joined, step = " ".join(texts), max(1, sum(map(len, texts)) // ROUNDS)
    return (joined[at : at + length] for at in range(0, max(1, len(joined) - length), step))


def _milliseconds(message: str) -> float:
    began = time.perf_counter()
    read_message(message, now=NOW)
    return (time.perf_counter() - began) * MILLISECOND
