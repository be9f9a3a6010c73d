"""One process serves a file; the lock ends with the process."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from storage.database import Unusable
from storage.serving import BusyError, Serving, is_served

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, time
from pathlib import Path
from storage.serving import Serving

with Serving(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "z.sqlite3"


def test_the_second_is_told_which_file_is_in_use(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("storage.serving.PATIENCE_SECONDS", 0.01)
    with Serving(path):
        assert is_served(path)
        with pytest.raises(BusyError, match=r"z\.sqlite3"), Serving(path):
            pass
    assert not is_served(path)
    with Serving(path):
        pass


def test_a_file_that_nobody_ever_served_gets_no_lock_by_asking(path: Path) -> None:
    assert not is_served(path)
    assert list(path.parent.iterdir()) == []


def test_asking_again_and_again_refuses_nobody(path: Path) -> None:
    for _ in range(3):
        with Serving(path):
            assert is_served(path)
        assert not is_served(path)


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_a_process_that_is_killed_lets_go(path: Path) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    assert is_served(path)
    holder.send_signal(signal.SIGKILL)
    holder.wait(10)
    holder.stdout.close()
    with Serving(path):
        pass


def test_a_folder_in_which_no_lock_can_be_made_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(Unusable, match=r"z\.sqlite3\.lock"), Serving(tmp_path / "missing" / "z.sqlite3"):
        pass
