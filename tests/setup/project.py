"""A small project for `zelador.py` to set up, whose libraries come from a folder: the network is never asked."""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path
from typing import Any

import zelador

SOURCE = Path(zelador.__file__)
START_SECONDS = 120  # a start takes 5 s at most; a machine under load may need longer

# The stand-in for `bot.cli` says what it was given and where it runs.
TELLING_CLI = """
import json, os, sys
from importlib.metadata import distributions
names = sorted(found.name for found in distributions() if found.name.startswith("tiny"))
print(json.dumps({"arguments": sys.argv[1:], "cwd": os.getcwd(), "prefix": sys.prefix, "installed": names}))
sys.exit(7 if "fail" in sys.argv else 0)
"""


class Project:
    """A copy of `zelador.py` beside a command that tells what it was given, and libraries that come from a folder."""

    def __init__(self, root: Path, installer: str = "uv") -> None:
        self.root = root
        self.wheels = root / "wheels"
        self.wheels.mkdir(parents=True)
        (root / "bot").mkdir()
        (root / "bot" / "__init__.py").touch()
        (root / "bot" / "cli.py").write_text(TELLING_CLI, encoding="utf-8")
        shutil.copy(SOURCE, root)
        self.lock("requirements.lock", "tiny-one")
        self.lock("requirements-dev.lock", "tiny-one", "tiny-tool")
        self.environment = self._without_network()
        if installer == "uv":
            self.put_on_path(Path(sysconfig.get_path("scripts")))

    def lock(self, file: str, *names: str) -> None:
        """Writes a lock of these libraries, and the libraries."""
        lines = [f"{name}==1.0 --hash=sha256:{wheel(self.wheels, name)}\n" for name in names]
        (self.root / file).write_text("# made by a test\n" + "".join(lines), encoding="utf-8")

    def put_on_path(self, folder: Path) -> None:
        self.environment["PATH"] = f"{folder}{os.pathsep}{self.environment['PATH']}"

    def stand_in_for_uv(self, script: str) -> None:
        """What `uv` does from now on, in the words of a shell; `$UV` is the real one."""
        folder = self.root / "stand-in"
        folder.mkdir(exist_ok=True)
        uv = Path(sysconfig.get_path("scripts")) / "uv"
        (folder / "uv").write_text(f"#!/bin/sh\nUV={uv}\n{script}\n", encoding="utf-8")
        (folder / "uv").chmod(0o755)
        self.put_on_path(folder)

    def command(self, *arguments: str) -> list[str]:
        return [zelador.base_python(), str(self.root / "zelador.py"), *arguments]

    def start(self, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return self.run(self.command(*arguments), cwd=cwd)

    def run(self, command: list[str], cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command, cwd=cwd, env=self.environment, capture_output=True, encoding="utf-8", check=False, timeout=START_SECONDS
        )

    def told(self, *arguments: str, cwd: Path | None = None) -> dict[str, Any]:
        """Starts, and returns what the command told."""
        done = self.start(*arguments, cwd=cwd)
        assert done.stdout, done.stderr
        answer: dict[str, Any] = json.loads(done.stdout)
        return answer

    @property
    def python(self) -> Path:
        return self.root / Path(zelador.PYTHON).relative_to(zelador.ROOT)

    def stamps(self) -> dict[str, int]:
        return {file.name: file.stat().st_mtime_ns for file in (self.root / ".venv").glob("made-from-*")}

    def _without_network(self) -> dict[str, str]:
        ours = {
            name: value for name, value in os.environ.items() if not name.startswith(("PIP_", "UV_", "PYTHON", "VIRTUAL_ENV", "COVERAGE"))
        }
        pip = {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": self.wheels.as_uri(), "PIP_CONFIG_FILE": os.devnull}
        uv = {"UV_OFFLINE": "1", "UV_FIND_LINKS": str(self.wheels), "UV_NO_CONFIG": "1", "UV_CACHE_DIR": str(self.root / "uv-cache")}
        return {**ours, **pip, **uv, "PATH": os.defpath, "PYTHONUTF8": "1"}


def wheel(folder: Path, name: str) -> str:
    """Writes an empty library as a wheel and returns its SHA-256."""
    module = name.replace("-", "_")
    path = folder / f"{module}-1.0-py3-none-any.whl"
    if not path.exists():
        files = {
            f"{module}.py": "",
            f"{module}-1.0.dist-info/METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
            f"{module}-1.0.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        }
        record = "".join(f"{file},sha256={_record_hash(text)},{len(text)}\n" for file, text in files.items())
        files[f"{module}-1.0.dist-info/RECORD"] = record + f"{module}-1.0.dist-info/RECORD,,\n"
        with zipfile.ZipFile(path, "w") as archive:
            for file, text in files.items():
                archive.writestr(file, text)
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _record_hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
