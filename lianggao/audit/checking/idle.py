"""`idle-condition`: a part of a condition that could be left out without changing anything in any possible world.

A part of a definition is idle only if it is so in every rule, gate and document that uses the definition. Of several
parts any one of which could go, the earlier stay. What tells the cases of an `any` apart is never idle: in
`any: [all: [5万吨以上, 行业 …], all: [5万吨以下, 细分行业 …]]` both lines stand as the text has them.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.parts import part_at, removable, without
from lianggao.audit.checking.subject import Site, Subject
from lianggao.errors import Fault, fault
from lianggao.rulebook.conditions import AllCondition, WrittenCondition
from lianggao.rulebook.yaml_reader import Path_
from lianggao.tables import All, AnyOf, Condition, Not


def find_idle(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every part that changes nothing."""
    for site in subject.sites:
        users = [user for user in subject.users(site) if _ever_holds(subject, user)]
        left_out: set[Path_] = set()
        for path in removable(site.written) if users else ():
            if any(path[: len(outer)] == outer for outer in left_out):
                continue
            rest = without(site.written, {*left_out, path})
            if rest is None or any(_needs(subject, user, site, path, rest) for user in users):
                continue
            left_out.add(path)
        for path in sorted(left_out, key=lambda path: (site.place(path).line, site.place(path).column)):
            yield fault("idle-condition", site.place(path), part=_shown(site.written, path), id=site.id)


def _needs(subject: Subject, user: Site, site: Site, path: Path_, rest: WrittenCondition) -> bool:
    """Return whether a rule turns on a part of its own condition or of a definition in it."""
    after = subject.resolve(user.with_(rest)) if user is site else subject.resolve(user, {site.id: rest})
    return changes(subject, user, after) or any(
        _tells_cases_apart(subject, user, (*prefix, *path)) for prefix in subject.uses(user, site)
    )


def changes(subject: Subject, user: Site, after: Condition) -> bool:
    """Return whether a rule or gate would hold in other worlds under another condition, on some date."""
    before = subject.condition(user)
    differ = AnyOf((All((before, Not(after))), All((after, Not(before)))))
    return any(day.holds_somewhere(All((*around, differ))) for day, around in subject.around(user))


def _ever_holds(subject: Subject, user: Site) -> bool:
    own = subject.condition(user)
    return any(day.holds_somewhere(All((*around, own))) for day, around in subject.around(user))


def _tells_cases_apart(subject: Subject, user: Site, path: Path_) -> bool:
    """Return whether a part stands in one of several alternatives, and another has a part that excludes it."""
    if len(path) < 4 or path[-2] != "all" or path[-4] != "any":
        return False
    whole = subject.written_out(user.written)
    own = subject.resolve(user.with_(part_at(whole, path)))
    for i, other in enumerate(part_at(whole, path[:-3])):
        if i != path[-3]:
            parts = other.all if isinstance(other, AllCondition) else (other,)
            if any(_exclude(subject, own, subject.resolve(user.with_(part))) for part in parts):
                return True
    return False


def _exclude(subject: Subject, one: Condition, other: Condition) -> bool:
    return not any(day.holds_somewhere(All((one, other))) for day in subject.days)


def _shown(written: WrittenCondition, path: Path_) -> str:
    """Return a part as it is written, on one line."""
    part = part_at(written, path)
    return part if isinstance(part, str) else _plain(part.model_dump(by_alias=True, exclude_none=True))


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_plain(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_plain(inner) for inner in value) + "]"
    return str(value)
