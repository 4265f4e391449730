"""Cases on the days at which the time in force turns, all with one project for which the rule holds in between."""

from __future__ import annotations

from lianggao.audit.boundaries.days import Edge, State
from lianggao.audit.boundaries.reading import Project, Reading
from lianggao.audit.boundaries.search import Goal, find
from lianggao.audit.boundaries.work import Work
from lianggao.audit.cases.models import Expect
from lianggao.rulebook.force import IN_FORCE

EXPECTED: dict[State, Expect] = {"out": "impossible", "doubt": "possible", "in": "certain"}


def add_dates(work: Work, edges: list[Edge], readings: dict[str, Reading]) -> None:
    """Add one case per edge; where no project shows every edge, the one that shows most."""
    inside = [readings[edge.day] for edge in edges if edge.state == "in"]
    goals = [Goal(reading, reading.tree(work.rule)) for reading in inside]
    always = find(goals, work.values, work.usual) if goals else None
    projects = [work.usual, *([always] if always is not None else [])]
    projects += [draft.project for draft in work.drafts.all if draft.day == work.day and draft.each is None]
    best = max(projects, key=lambda project: sum(_shows(work, edge, readings[edge.day], project) for edge in edges))
    for edge in edges:
        if not _shows(work, edge, readings[edge.day], best):
            work.omitted.append(f"{edge.title}（{edge.day}）：没有项目只因施行时间而结论改变")
        work.drafts.add(edge.title, edge.day, best, mark=edge.title)


def _shows(work: Work, edge: Edge, reading: Reading, project: Project) -> bool:
    """Return whether a project's finding on an edge is what the time in force alone makes it."""
    if reading.known(project) is None:
        return False
    status, depends = reading.finding(work.rule, project)
    doubted = any(name.startswith(IN_FORCE) for name in depends)
    return status == EXPECTED[edge.state] and doubted == (edge.state == "doubt")
