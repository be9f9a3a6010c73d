"""Sets Zelador up on a fresh machine and starts it: `python3 zelador.py [command…]`, with nothing but Python installed.

Only the standard library, and only syntax that Python 3.6 can read, so that an old Python is told in words what is wrong with it.
A start that finds everything ready must cost nothing: what only the set-up needs is imported by the set-up.
"""

import hashlib
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

OLDEST_PYTHON = (3, 11)
NEWEST_PYTHON = (3, 14)  # with the next one, some libraries have no wheels yet

ROOT = os.path.dirname(os.path.abspath(__file__))
ENVIRONMENT = os.path.join(ROOT, ".venv")
WINDOWS = os.name == "nt"
PYTHON = os.path.join(ENVIRONMENT, "Scripts", "python.exe") if WINDOWS else os.path.join(ENVIRONMENT, "bin", "python")

RUN_LOCK = "requirements.lock"
DEVELOPMENT_LOCK = "requirements-dev.lock"  # holds everything of the other one too
DEVELOPMENT_COMMANDS = ("check", "test")

SIGN_OF_LIFE_SECONDS = 10
WAIT_SECONDS = 0.2
LAST_LINES = 12

# What pip, uv and the system say, in lower case; the numbers stand where the words are in the system's language.
NETWORK_WORDS = (
    "name resolution",
    "getaddrinfo",
    "dns error",
    "newconnectionerror",
    "connecttimeout",
    "connection refused",
    "connection reset",
    "network is unreachable",
    "no route to host",
    "error sending request",
    "timed out",
    "proxyerror",
)
SPACE_WORDS = ("no space left", "disk quota exceeded", "errno 28]", "winerror 112]", "os error 28)", "os error 112)")
READ_ONLY_WORDS = (
    "read-only file system",
    "permission denied",
    "errno 13]",
    "errno 30]",
    "winerror 5]",
    "os error 13)",
    "os error 30)",
    "os error 5)",
)

NO_NETWORK = "Não consegui baixar as bibliotecas: parece que não há internet. Por favor, confira a conexão e tente de novo."
NO_SPACE = "Não há espaço suficiente no disco. Por favor, libere cerca de 500 MB e tente de novo."
READ_ONLY = f"Não posso gravar na pasta {ROOT}. Por favor, copie o Zelador para uma pasta sua e comece de novo por ela."
INCOMPLETE = f"A pasta {ROOT} está incompleta. Por favor, baixe o Zelador de novo."
FAILED = "A instalação não deu certo. Por favor, tente de novo; se continuar, envie estas linhas a quem cuida do Zelador:"


class Trouble(Exception):
    """A sentence for the person who started us: what is wrong, and what to do about it."""


def main(arguments: "list[str]") -> int:
    """Gets the environment ready and starts the command in it, in place of this process. Returns an exit code only if it cannot."""
    try:
        check_python(sys.version_info[:2])
        lock = DEVELOPMENT_LOCK if arguments[:1] and arguments[0] in DEVELOPMENT_COMMANDS else RUN_LOCK
        if not is_ready(lock):
            prepare(lock)
        return start(arguments, lock)
    except Trouble as trouble:
        say(str(trouble))
        return 1
    except KeyboardInterrupt:
        say("Interrompido. Para continuar, é só começar de novo.")
        return 130


def check_python(version: "tuple[int, int]") -> None:
    """Raises `Trouble` for a Python that Zelador does not run on."""
    found = "%d.%d" % version
    if version < OLDEST_PYTHON:
        raise Trouble(
            f"O Zelador precisa do Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} ou mais novo, e este é o {found}. "
            "Por favor, instale um mais novo (python.org/downloads) e comece de novo com ele."
        )
    if version > NEWEST_PYTHON:
        raise Trouble(
            f"O Zelador ainda não funciona com o Python {found}. "
            f"Por favor, comece de novo com o Python {NEWEST_PYTHON[0]}.{NEWEST_PYTHON[1]} (python.org/downloads)."
        )


def start(arguments: "list[str]", lock: str) -> int:
    try:
        return replace_by([PYTHON, "-P", "-m", "bot.cli", *arguments])
    except OSError:  # the file is there, but it is no program for this machine
        forget_stamps()
        prepare(lock)
        return replace_by([PYTHON, "-P", "-m", "bot.cli", *arguments])


def replace_by(command: "list[str]") -> int:
    # -P: a folder called `bot` or `core` in the person's current folder is not ours.
    if not WINDOWS:
        os.execv(command[0], command)
    # Windows' own execv gives the prompt back at once, with the command still talking.
    import subprocess

    process = subprocess.Popen(command)
    while True:
        try:
            return process.wait()
        except KeyboardInterrupt:  # Ctrl-C is the command's to answer: it got it too
            continue


def say(line: str) -> None:
    sys.stderr.write(line + "\n")
    sys.stderr.flush()


# ── is the environment ready? ────────────────────────────────────────────────


def is_ready(lock: str) -> bool:
    """Whether the environment was completely made from this very lock, and its Python is still where it was."""
    return read(stamp_path(lock)) == stamp(lock) and os.path.exists(PYTHON)


def is_sound() -> bool:
    """Whether the environment was once completely made, so that another lock can be installed over it."""
    stamps = (read(stamp_path(RUN_LOCK)), read(stamp_path(DEVELOPMENT_LOCK)))
    return os.path.exists(PYTHON) and any(found.startswith(interpreter() + b"\n") for found in stamps)


def stamp(lock: str) -> bytes:
    with_lock = read(os.path.join(ROOT, lock))
    if not with_lock:
        raise Trouble(INCOMPLETE)
    return interpreter() + b"\n" + hashlib.sha256(with_lock).hexdigest().encode() + b"\n"


def stamp_path(lock: str) -> str:
    return os.path.join(ENVIRONMENT, f"made-from-{lock}")


def interpreter() -> bytes:
    """The Python behind the environment's own. Its path changes with its version, so a newer or a removed one is noticed unstarted."""
    if WINDOWS:
        return b" ".join(line.strip() for line in read(os.path.join(ENVIRONMENT, "pyvenv.cfg")).splitlines() if line.startswith(b"home"))
    return os.fsencode(os.path.realpath(PYTHON))


def read(path: str) -> bytes:
    """What is in a file; nothing if it cannot be read."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


# ── make it ready ────────────────────────────────────────────────────────────


def prepare(lock: str) -> None:
    """Makes or mends the environment; waits while another start does. Raises `Trouble`."""
    try:
        with only_one():
            if not is_ready(lock):
                make(lock)
    except OSError as error:
        raise Trouble(meaning(str(error))) from error


def make(lock: str) -> None:
    import time

    began, sound = time.monotonic(), is_sound()
    commands = uv_commands(lock) or pip_commands(lock)
    say("Atualizando o Zelador…" if sound else "Preparando o Zelador (só na primeira vez, cerca de um minuto)…")
    # Without a stamp the environment counts as half-made, until everything below is done.
    forget_stamps()
    if not sound:
        say("  1 de 2: criando o ambiente .venv")
        remove_environment()
        run(commands[0], began)
    say("  2 de 2: baixando e instalando as bibliotecas")
    for command in commands[1:]:
        run(command, began)
    make_importable()
    for done in {lock, RUN_LOCK}:
        write_stamp(done)
    say("Pronto.")


def uv_commands(lock: str) -> "list[list[str]]":
    """How uv makes the environment, then installs; nothing if there is no uv."""
    import shutil

    uv = shutil.which("uv")
    if uv is None:
        return []
    return [
        [uv, "venv", "--quiet", "--no-project", "--python", base_python(), ENVIRONMENT],
        [uv, "pip", "install", "--quiet", "--python", PYTHON, "--require-hashes", "-r", lock],
    ]


def pip_commands(lock: str) -> "list[list[str]]":
    """The same with what Python brings. pip comes in a step of its own, since uv may have made the environment without it."""
    import importlib.util

    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        package = "python%d.%d-venv" % sys.version_info[:2]
        raise Trouble(
            f"Falta uma parte do Python. No Debian ou no Ubuntu, por favor, rode `sudo apt install {package}` e comece de novo; "
            "em outro sistema, reinstale o Python (python.org/downloads)."
        )
    quiet = ["--quiet", "--disable-pip-version-check", "--no-input", "--progress-bar=off"]
    return [
        [base_python(), "-I", "-m", "venv", "--without-pip", ENVIRONMENT],
        [PYTHON, "-I", "-m", "ensurepip", "--default-pip"],
        # Compiling is left to the first import of each module, which most modules never see.
        [PYTHON, "-I", "-m", "pip", "install", *quiet, "--no-compile", "--require-hashes", "-r", lock],
    ]


def base_python() -> str:
    """The Python outside of any environment: ours may be running us, and is about to be removed."""
    return getattr(sys, "_base_executable", None) or sys.executable


def remove_environment() -> None:
    import shutil

    if os.path.islink(ENVIRONMENT) or os.path.isfile(ENVIRONMENT):
        os.remove(ENVIRONMENT)
    elif os.path.isdir(ENVIRONMENT):
        shutil.rmtree(ENVIRONMENT)


def make_importable() -> None:
    """Puts the project on the environment's path; relative, so that the whole folder may be moved, whatever its name is written with."""
    import subprocess

    where = "import sysconfig; print(sysconfig.get_path('purelib'), end='')"
    packages = os.fsdecode(subprocess.check_output([PYTHON, "-I", "-X", "utf8", "-c", where]))
    with open(os.path.join(packages, "zelador.pth"), "w", encoding="utf-8") as file:
        file.write(os.path.relpath(os.path.realpath(ROOT), os.path.realpath(packages)) + "\n")


def write_stamp(lock: str) -> None:
    path = stamp_path(lock)
    with open(path + ".new", "wb") as file:
        file.write(stamp(lock))
    os.replace(path + ".new", path)


def forget_stamps() -> None:
    for lock in (RUN_LOCK, DEVELOPMENT_LOCK):
        if os.path.exists(stamp_path(lock)):
            os.remove(stamp_path(lock))


# ── steps that take long, and what may go wrong in them ──────────────────────


def run(command: "list[str]", began: float) -> None:
    """Runs one step, with a sign of life now and then: the seconds since the first step `began`. Raises `Trouble` if it fails."""
    import subprocess
    import tempfile
    import time

    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT, env=installer_environment()
        )
        try:
            while True:
                try:
                    failed = process.wait(SIGN_OF_LIFE_SECONDS)
                    break
                except subprocess.TimeoutExpired:
                    say(f"          ainda trabalhando ({time.monotonic() - began:.0f} s)…")
        finally:
            process.kill()  # only after an interruption is it still there
            process.wait()
        if failed:
            log.seek(0)
            raise Trouble(meaning(log.read().decode("utf-8", "replace")))


def installer_environment() -> "dict[str, str]":
    """Ours, less what would make pip install elsewhere than into the environment."""
    elsewhere = ("PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_USER", "PIP_REQUIRE_VIRTUALENV")
    kept = {name: value for name, value in os.environ.items() if name not in elsewhere}
    kept["PIP_USER"] = "0"
    return kept


def meaning(output: str) -> str:
    """The sentence for what an installer or the system said."""
    said = output.lower()
    # Space first: a full disk breaks downloads too.
    for words, sentence in ((SPACE_WORDS, NO_SPACE), (READ_ONLY_WORDS, READ_ONLY), (NETWORK_WORDS, NO_NETWORK)):
        if any(word in said for word in words):
            return sentence
    return "\n".join([FAILED, *("  " + line for line in output.strip().splitlines()[-LAST_LINES:])])


def only_one() -> "AbstractContextManager[None]":
    """Held by one process at a time; the system frees it when that process ends, however it ends."""
    import contextlib
    import time

    @contextlib.contextmanager
    def held() -> "Iterator[None]":
        with open(os.path.join(ROOT, ".venv.lock"), "ab") as file:
            told = False
            while not take(file.fileno()):
                if not told:
                    say("Outra janela já está preparando o Zelador; vou esperar por ela…")
                    told = True
                time.sleep(WAIT_SECONDS)
            yield

    return held()


def take(descriptor: int) -> bool:
    """Whether the open file could be locked. It is unlocked when it is closed."""
    if WINDOWS:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network folder without locks: going on is better than never starting
        return True
    return True


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
