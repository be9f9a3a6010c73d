"""What does not end in time is cut off."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
HANGS = """
import asyncio, time
from bot import logs
from bot.programs import stopping
stopping.STOP_SECONDS = 0.2
async def main():
    print("up", flush=True)
    try:
        await asyncio.sleep(60)
    finally:
        {how}
logs.begin("info")
stopping.run_until_told(main())
"""


def test_an_end_that_hangs_is_cut_off() -> None:
    assert cut_off("await asyncio.sleep(60)")


def test_also_where_the_loop_itself_hangs() -> None:
    assert cut_off("time.sleep(60)")


def cut_off(how: str) -> bool:
    with subprocess.Popen(
        [sys.executable, "-c", HANGS.format(how=how)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == b"up\n"
        program.terminate()
        _, errors = program.communicate(timeout=30)
    return program.returncode == 1 and b"cut off" in errors
