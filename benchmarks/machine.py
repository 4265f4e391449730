"""What the figures were measured on: machine, system and versions."""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = (
    "lianggao",
    "numpy",
    "pandas",
    "pyarrow",
    "polars",
    "duckdb",
    "durable_rules",
    "zen-engine",
    "OpenFisca-Core",
)


def described() -> list[str]:
    """Return lines about the machine, the first of the machine itself."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    busy = f"{os.getloadavg()[0]:.1f} processes were running on it before"
    machine = f"{_processor()}, {cores} cores, {memory:.0f} GB of memory, {_system()}; {busy}"
    found = [f"Python {platform.python_version()}", *(f"{name} {_version(name)}" for name in PACKAGES)]
    return [machine, ", ".join(found)]


def installed(package: str) -> bool:
    """Return whether a package is there."""
    return not package or bool(_version(package) != "not installed")


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.is_file() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
