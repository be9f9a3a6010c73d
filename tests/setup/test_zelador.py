"""The set-up of a fresh machine, run for real on a small project of its own; the network is never asked."""

import ast
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import zelador
from tests.setup.project import SOURCE, Project

POSIX_ONLY = pytest.mark.skipif(os.name != "posix", reason="the stand-in for uv is a shell script")

# Becomes somebody who may not write into a folder of the person who runs the tests, also where that is root; imports come first,
# because that somebody may not be able to read Python's own folders.
AS_SOMEBODY_ELSE = """
import contextlib, fcntl, hashlib, importlib.util, os, pkgutil, runpy, shutil, subprocess, sys, tempfile, time
if os.geteuid() == 0:
    os.seteuid(65534)
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Not set up yet; its folder's name has a space and an accent, like many a home folder."""
    return Project(tmp_path / "meu zelador é este")


@pytest.fixture
def ready(project: Project) -> Project:
    assert project.start().returncode == 0
    return project


# ── a first start, and the later ones ────────────────────────────────────────


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_the_first_start_installs_the_lock_and_runs_the_command(installer: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "zelador", installer)
    (tmp_path / "elsewhere" / "bot").mkdir(parents=True)  # a folder of the person's, which must not be taken for ours
    done = project.start("queue", "--all", "olá", cwd=tmp_path / "elsewhere")
    assert json.loads(done.stdout) == {
        "arguments": ["queue", "--all", "olá"],
        "cwd": str(tmp_path / "elsewhere"),
        "prefix": str(project.root / ".venv"),
        "installed": ["tiny-one"],
    }
    steps = [line.split(":")[0] for line in done.stderr.splitlines() if "ainda trabalhando" not in line]  # said on a slow machine
    assert steps[1:] == ["  1 de 2", "  2 de 2", "Pronto."]


def test_a_later_start_says_and_changes_nothing(ready: Project) -> None:
    before = ready.stamps()
    done = ready.start("status")
    assert (done.stderr, json.loads(done.stdout)["arguments"], ready.stamps()) == ("", ["status"], before)


def test_a_later_start_imports_nothing_that_only_the_set_up_needs(ready: Project) -> None:
    python, *rest = ready.command()
    imported = ready.run([python, "-S", "-X", "importtime", *rest]).stderr  # -S: what the system's own packages import is not ours
    assert "hashlib" in imported
    assert not [name for name in ("subprocess", "tempfile", "shutil", "contextlib", "typing") if f" {name}\n" in imported]


def test_the_exit_code_is_the_commands(ready: Project) -> None:
    assert ready.start("fail").returncode == 7


def test_another_lock_is_installed_over(ready: Project) -> None:
    ready.lock("requirements.lock", "tiny-one", "tiny-two")
    done = ready.start()
    assert "Atualizando" in done.stderr
    assert json.loads(done.stdout)["installed"] == ["tiny-one", "tiny-two"]
    assert ready.start().stderr == ""


def test_the_development_tools_come_with_the_first_check_or_test_and_stay(ready: Project) -> None:
    assert ready.told("test", "-k", "cpf") == {**ready.told(), "arguments": ["test", "-k", "cpf"], "installed": ["tiny-one", "tiny-tool"]}
    for arguments in (["test"], ["check"], ["queue"], []):
        done = ready.start(*arguments)
        assert (done.stderr, json.loads(done.stdout)["installed"]) == ("", ["tiny-one", "tiny-tool"])


def test_the_whole_folder_may_be_moved(ready: Project) -> None:
    moved = ready.root.rename(ready.root.with_name("outro lugar"))
    done = ready.run([zelador.base_python(), str(moved / "zelador.py")])
    assert (done.stderr, json.loads(done.stdout)["prefix"]) == ("", str(moved / ".venv"))


# ── what is broken is mended ─────────────────────────────────────────────────


def lose_the_stamps(project: Project) -> None:
    for stamp in project.stamps():
        (project.root / ".venv" / stamp).unlink()


def lose_the_interpreter(project: Project) -> None:
    project.python.unlink()


def move_the_interpreter(project: Project) -> None:
    project.python.unlink()
    project.python.symlink_to(shutil.which("true") or "/bin/true")


def put_a_file_in_its_place(project: Project) -> None:
    shutil.rmtree(project.root / ".venv")
    (project.root / ".venv").write_text("", encoding="utf-8")


def put_a_dangling_link_in_its_place(project: Project) -> None:
    shutil.rmtree(project.root / ".venv")
    (project.root / ".venv").symlink_to(project.root / "nowhere")


@pytest.mark.parametrize(
    "break_it",
    [lose_the_stamps, lose_the_interpreter, move_the_interpreter, put_a_file_in_its_place, put_a_dangling_link_in_its_place],
)
def test_a_broken_environment_is_made_again(break_it: Any, ready: Project) -> None:
    break_it(ready)
    done = ready.start()
    assert "1 de 2" in done.stderr
    assert json.loads(done.stdout)["installed"] == ["tiny-one"]
    assert ready.start().stderr == ""


@POSIX_ONLY
def test_what_an_interrupted_update_left_is_made_again(ready: Project) -> None:
    ready.lock("requirements.lock", "tiny-two")
    ready.stand_in_for_uv("kill -9 $PPID")  # in the midst of installing, the set-up dies
    assert ready.start().returncode == -9
    ready.stand_in_for_uv('exec "$UV" "$@"')
    done = ready.start()
    assert "1 de 2" in done.stderr
    assert json.loads(done.stdout)["installed"] == ["tiny-two"]


@POSIX_ONLY
def test_an_environment_that_uv_made_is_updated_without_uv(ready: Project) -> None:
    ready.environment["PATH"] = os.defpath
    ready.lock("requirements.lock", "tiny-one", "tiny-two")
    assert ready.told()["installed"] == ["tiny-one", "tiny-two"]


def test_a_program_that_the_system_cannot_run_is_made_again(monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []

    def replace_by(_command: list[str]) -> int:
        if not done:
            raise OSError(8, "Exec format error")
        return 0

    monkeypatch.setattr(zelador, "replace_by", replace_by)
    monkeypatch.setattr(zelador, "forget_stamps", lambda: done.append("forgotten"))
    monkeypatch.setattr(zelador, "prepare", done.append)
    assert zelador.start([], "requirements.lock") == 0
    assert done == ["forgotten", "requirements.lock"]


# ── two at once ──────────────────────────────────────────────────────────────


@POSIX_ONLY
def test_of_two_starts_at_once_one_installs_and_both_run(project: Project) -> None:
    log = project.root / "log"
    project.stand_in_for_uv(f'echo "$1" >> "{log}"; sleep 0.5; exec "$UV" "$@"')
    both = [
        subprocess.Popen(project.command(name), env=project.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
        for name in ("one", "two")
    ]
    said = [process.communicate(timeout=60) for process in both]
    assert [json.loads(stdout)["arguments"] for stdout, _ in said] == [["one"], ["two"]]
    assert log.read_text(encoding="utf-8").split() == ["venv", "pip"]
    assert sum("Outra janela" in stderr for _, stderr in said) == 1


@POSIX_ONLY
def test_a_start_that_died_blocks_nobody(project: Project) -> None:
    project.stand_in_for_uv("sleep 60")
    dead = subprocess.Popen(project.command(), env=project.environment, stderr=subprocess.PIPE, start_new_session=True)
    wait_for(project.root / ".venv.lock")
    os.killpg(dead.pid, 9)
    dead.communicate()
    project.stand_in_for_uv('exec "$UV" "$@"')
    done = project.start()
    assert done.returncode == 0
    assert "Outra janela" not in done.stderr


def wait_for(path: Path) -> None:
    give_up_at = time.monotonic() + 30
    while not path.exists():
        assert time.monotonic() < give_up_at, f"{path} never came"
        time.sleep(0.01)


# ── what may go wrong is said in one sentence ────────────────────────────────


def assert_refused(done: subprocess.CompletedProcess[str], sentence: str) -> None:
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.splitlines()[-1] == sentence


def test_the_program_can_be_read_by_old_pythons() -> None:
    ast.parse(SOURCE.read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version, advice", [((3, 6), "3.11"), ((3, 10), "3.11"), ((3, 15), "3.14")])
def test_a_python_of_another_time_is_refused(version: tuple[int, int], advice: str) -> None:
    with pytest.raises(zelador.Trouble, match=rf"Python {advice}.*python\.org"):
        zelador.check_python(version)


@pytest.mark.parametrize("version", [(3, 11), (3, 14)])
def test_the_pythons_that_the_project_names_are_not_refused(version: tuple[int, int]) -> None:
    zelador.check_python(version)


def test_the_pythons_are_those_of_the_project() -> None:
    (oldest, newest), project = (
        (zelador.OLDEST_PYTHON, zelador.NEWEST_PYTHON),
        (SOURCE.parent / "pyproject.toml").read_text(encoding="utf-8"),
    )
    assert f'requires-python = ">={oldest[0]}.{oldest[1]},<{newest[0]}.{newest[1] + 1}"' in project


@pytest.mark.parametrize("missing", ["venv", "ensurepip"])
def test_a_python_without_its_venv_is_told_what_to_install(missing: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "zelador", "pip")
    without = f"import runpy, sys; sys.modules[{missing!r}] = None; runpy.run_path(sys.argv[1], run_name='__main__')"
    done = project.run([zelador.base_python(), "-c", without, str(project.root / "zelador.py")])
    assert done.returncode == 1
    assert f"sudo apt install python{sys.version_info[0]}.{sys.version_info[1]}-venv" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("installer", ["uv", "pip"])
def test_no_network_is_said(installer: str, tmp_path: Path) -> None:
    project = Project(tmp_path / "zelador", installer)
    nobody_listens = "http://127.0.0.1:9/"
    changes = {
        "PIP_NO_INDEX": "0",
        "PIP_INDEX_URL": nobody_listens,
        "PIP_RETRIES": "1",
        "UV_DEFAULT_INDEX": nobody_listens,
        "UV_HTTP_RETRIES": "0",
    }
    project.environment.update({**changes, "PIP_FIND_LINKS": "", "UV_OFFLINE": "0", "UV_FIND_LINKS": ""})
    assert_refused(project.start(), zelador.NO_NETWORK)


@POSIX_ONLY
@pytest.mark.parametrize(
    "said, sentence",
    [
        ("error: failed to write: No space left on device (os error 28)", zelador.NO_SPACE),
        ("ERROR: Could not install packages due to an OSError: [Errno 122] Disk quota exceeded", zelador.NO_SPACE),
        ("error: failed to create directory: Permission denied (os error 13)", "READ_ONLY"),
        ("error: Read-only file system (os error 30)", "READ_ONLY"),
        ("error: dns error: failed to lookup address information", zelador.NO_NETWORK),
    ],
)
def test_what_the_installer_says_becomes_one_sentence(said: str, sentence: str, project: Project) -> None:
    project.stand_in_for_uv(f"echo '{said}' >&2; exit 2")
    expected = zelador.READ_ONLY.replace(zelador.ROOT, str(project.root)) if sentence == "READ_ONLY" else sentence
    assert_refused(project.start(), expected)


@POSIX_ONLY
def test_anything_else_shows_the_last_lines_and_the_next_start_tries_again(project: Project) -> None:
    project.stand_in_for_uv("echo 'error: the moon is full' >&2; exit 2")
    done = project.start()
    assert done.returncode == 1
    assert done.stderr.splitlines()[-2:] == [zelador.FAILED, "  error: the moon is full"]
    project.stand_in_for_uv('exec "$UV" "$@"')
    assert project.start().returncode == 0


def test_a_changed_library_is_refused(project: Project) -> None:
    lock = project.root / "requirements.lock"
    lock.write_text(f"tiny-one==1.0 --hash=sha256:{'0' * 64}\n", encoding="utf-8")
    done = project.start()
    assert done.returncode == 1
    assert "hash" in done.stderr.lower()


def test_an_incomplete_folder_is_said(project: Project) -> None:
    (project.root / "requirements.lock").unlink()
    assert_refused(project.start(), zelador.INCOMPLETE.replace(zelador.ROOT, str(project.root)))


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that everybody can read and only its owner can write."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)
        Path(folder).chmod(0o755)


@POSIX_ONLY
def test_a_folder_that_cannot_be_written_is_said(others_folder: Path) -> None:
    project = Project(others_folder / "zelador")
    others_folder.chmod(0o755)
    project.root.chmod(0o555)
    done = project.run([zelador.base_python(), "-c", AS_SOMEBODY_ELSE, str(project.root / "zelador.py")])
    project.root.chmod(0o755)
    assert_refused(done, zelador.READ_ONLY.replace(zelador.ROOT, str(project.root)))


def test_a_long_step_shows_that_it_is_alive(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(zelador, "SIGN_OF_LIFE_SECONDS", 0.1)
    zelador.run([sys.executable, "-c", "import time; time.sleep(0.5)"], time.monotonic() - 60)  # the steps before took a minute
    assert "ainda trabalhando (60 s)" in capsys.readouterr().err


def test_an_interruption_ends_the_step_and_says_how_to_go_on(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupt(_lock: str) -> bool:
        raise KeyboardInterrupt

    monkeypatch.setattr(zelador, "is_ready", interrupt)
    assert zelador.main([]) == 130
    assert "começar de novo" in capsys.readouterr().err


# ── on Windows the command runs beside us ────────────────────────────────────


def test_where_a_process_cannot_be_replaced_the_exit_code_is_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zelador, "WINDOWS", True)
    assert zelador.replace_by([sys.executable, "-c", "raise SystemExit(7)"]) == 7
