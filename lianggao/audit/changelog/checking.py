"""Hold the newest section of the log to what comparing the laws before and after it shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lianggao.audit.changelog.history import find_law, fingerprint_of
from lianggao.audit.changelog.reading import LENGTH, Log, Section
from lianggao.audit.diff import LawDiff, diff_laws
from lianggao.audit.diff.told import told
from lianggao.audit.sides import open_side, unpacked
from lianggao.errors import Fault, Place, fault
from lianggao.rulebook.layers import layers_of

KINDS = "law changed | our reading corrected | clerical"


@dataclass(frozen=True)
class Checked:
    """What is wrong with the log, the law it was compared with (None where it wasn't found), and an entry that fits."""

    faults: tuple[Fault, ...]
    base: str | None
    entry: str


def check_log(log: Log, folder: Path, base: str | None = None) -> Checked:
    """Check that the log's newest section leads to the law in `folder`, from `base` or from the law before it.

    Where the law before is in no commit, only the fingerprint is checked. Raises InputError and LawError.
    """
    newest, now = log.sections[0], fingerprint_of(folder)[:LENGTH]
    if newest.law != now:
        base = base or find_law(newest.law)
        entry = entry_for(base, folder) if base else ""
        return Checked((fault("log-behind", Place(log.file, newest.line, 1), value=newest.law, now=now),), base, entry)
    if base is None and len(log.sections) > 1:
        base = find_law(log.sections[1].law)
    if base is None:
        return Checked((), None, "")
    diff = diff_laws(open_side(base), open_side(str(folder)))
    found = _faults(newest, Place(log.file, newest.line, 1), diff, changed_folders(base, folder))
    return Checked(tuple(found), base, _entry(diff, folder, changed_folders(base, folder)))


def entry_for(base: str, folder: Path) -> str:
    """Return a section of the log for the change from a law to the one in `folder`, for a person to complete."""
    return _entry(diff_laws(open_side(base), open_side(str(folder))), folder, changed_folders(base, folder))


def _faults(section: Section, place: Place, diff: LawDiff, folders: list[str]) -> Iterator[Fault]:
    for name in folders:
        if name not in section.names:
            yield fault("log-document-missing", place, value=name)
    if not section.dated:
        yield fault("log-period-missing", place)
    for gate, verdict in diff.verdicts.items():
        stated = section.directions.get(gate, frozenset())
        if verdict != "equal" and verdict not in stated:
            yield fault("log-direction-missing", place, gate=gate, direction=verdict)
        for wrong in sorted(stated - {verdict}):
            yield fault("log-direction-wrong", place, gate=gate, stated=wrong, direction=verdict)


def changed_folders(base: str, folder: Path) -> list[str]:
    """Return the documents and catalogs of which some file differs: `henan-catalog-2021`, `gates`, `terms`."""
    with unpacked(base) as before:
        old = _files(before)
    new = _files(folder)
    return sorted({path[0] for path in {**old, **new} if old.get(path) != new.get(path)})


def _files(folder: Path) -> dict[tuple[str, ...], bytes]:
    layers = layers_of(folder)
    return {
        (file.path[0], part, *file.path[1:]): file.at.read_bytes()
        for part in ("rules", "catalogs")
        for file in layers.topmost(part)
    }


def _entry(diff: LawDiff, folder: Path, folders: list[str]) -> str:
    lines = [f"### law {fingerprint_of(folder)[:LENGTH]}", ""]
    gates = [f"`{gate}` {verdict}" for gate, verdict in diff.verdicts.items() if verdict != "equal"]
    periods = dict.fromkeys(
        f"{when.first or '…'} – {when.last or '…'}"
        for gate in told(diff)
        if gate.own
        for move in gate.moves.values()
        for area in move.areas.values()
        for when in area.when
    )
    lines.append(f"- **{KINDS}** · {', '.join(f'`{name}`' for name in folders) or 'no file'}")
    lines.append(f"  · {'; '.join(periods) or 'any date'} · {', '.join(gates) or 'all gates equal'}: …")
    return "\n".join(lines) + "\n"
