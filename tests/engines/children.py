"""Run one of the programs in `scripts` in a process of its own, with a time limit."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SCRIPTS = Path(__file__).parent / "scripts"
RUNNING = None
"""The exit code of a child that had to be stopped."""


@dataclass(frozen=True)
class Child:
    """How a child process ended, and what it printed, with errors after."""

    code: int | None
    said: str
    complained: str


def run(script: str, what: str, seconds: float = 60, **environment: str) -> Child:
    """Run the part `what` of a script and stop it after some seconds.

    Python's warnings are errors there as they are here, but for the raw engine, which warns on Python 3.12.
    """
    command = [sys.executable, "-W", "ignore" if script == "raw" else "error", str(SCRIPTS / f"{script}.py"), what]
    try:
        done = subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=seconds,
            check=False,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        )
    except subprocess.TimeoutExpired:
        return Child(RUNNING, "", "")
    return Child(done.returncode, done.stdout.strip(), done.stderr.strip())


def guarded(what: str, seconds: float = 60, **environment: str) -> str:
    """Run a part of `guarded.py`, which must end well, and return what it printed."""
    child = run("guarded", what, seconds, **environment)
    assert child.code == 0, child
    return child.said
