"""The command `zelador db backup`."""

import errno
import signal
import sys
from pathlib import Path

from bot.programs.app import database_url, exists, in_words
from bot.programs.usage import REFUSED, refuse
from bot.settings import load
from storage.backup import DUMP, DumpFailedError, DumpMissingError, NotOursError, backup

MEGABYTE = 1_000_000


def run_backup(target: Path, file: Path | None) -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(REFUSED))  # so that a half copy is taken away
    with in_words():
        url = database_url(load(), file)
    exists(url, named=True)
    if not target.parent.is_dir():
        refuse(f"A pasta {target.parent} não existe.")
    with in_words():
        _back_up(url, target)
    size = f"{target.stat().st_size / MEGABYTE:.1f}".replace(".", ",")
    print(f"Cópia gravada em {target} ({size} MB). Ela contém dados pessoais: guarde-a como guarda o banco.")


def _back_up(url: str, target: Path) -> None:
    try:
        backup(url, target)
    except FileExistsError:
        refuse(f"{target} já existe, e uma cópia nunca é gravada por cima de outro arquivo. Escolha outro nome.")
    except NotOursError as error:
        refuse(f"{error} não é um banco de dados do Zelador.")
    except DumpMissingError:
        refuse(f"O programa {DUMP} não foi encontrado. Instale o cliente do PostgreSQL, da versão do servidor ou mais nova.")
    except DumpFailedError as error:
        refuse(f"A cópia não foi feita: {error}")
    except OSError as error:
        if error.errno == errno.ENOSPC:
            refuse(f"A cópia não foi feita: falta espaço na pasta {target.parent}.")
        refuse(f"A cópia não foi feita: não posso gravar em {target} ({error.strerror}).")
