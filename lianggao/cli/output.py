"""Where things are printed: data on stdout, everything for people on stderr, and quiet when a reader goes away."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import BinaryIO


def use_utf8() -> None:
    """Write UTF-8 to files and pipes; a terminal keeps its encoding and shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="replace")
            else:
                stream.reconfigure(encoding="utf-8", errors="replace")


def to_stdout(write: Callable[[BinaryIO], None]) -> None:
    """Let `write` write bytes to stdout; a reader that stops reading is no fault."""
    try:
        sys.stdout.flush()
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        quiet_stdout()


def print_data(text: str) -> None:
    """Print a text on stdout, in UTF-8 whatever the terminal."""
    if sys.stdout.isatty():
        print(text, end="")
    else:
        to_stdout(lambda stdout: _write(stdout, text))


def _write(stdout: BinaryIO, text: str) -> None:
    stdout.write(text.encode(errors="replace"))


def quiet_stdout() -> None:
    """Send what is still to be written nowhere, so that the interpreter does not complain at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
