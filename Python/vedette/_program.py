"""Finds and runs the program that this package carries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NoReturn, Sequence

PROGRAM = Path(__file__).parent / "bin" / "vedette"


class VedetteError(RuntimeError):
    """The program refused: its own words, and how it ended (65 bad data, 66 no such input, 74 cannot write)."""

    def __init__(self, message: str, code: int) -> None:
        super().__init__(message)
        self.code = code


def environment() -> dict[str, str]:
    """What the program runs under: open data are installed on first use, with this Python."""
    own = dict(os.environ)
    own.setdefault("VEDETTE_FIRST_USE", "install")
    own.setdefault("VEDETTE_PYTHON", sys.executable)
    return own


def call(arguments: Sequence[str], *, shows: bool = False) -> str:
    """Runs the program and returns what it prints.

    shows: pass its progress and warnings on to standard error.
    Raises VedetteError where it ends with anything but 0.
    """
    done = subprocess.run(
        [str(PROGRAM), *arguments],
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=None if shows else subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        said = (done.stderr or "").strip().splitlines()
        first = next((index for index, line in enumerate(said) if "error: " in line), 0)
        raise VedetteError("\n".join(said[first:]) or f"vedette ended with {done.returncode}", done.returncode)
    return done.stdout


def main() -> NoReturn:
    """The command `vedette`: becomes the program."""
    os.execve(PROGRAM, ["vedette", *sys.argv[1:]], environment())
