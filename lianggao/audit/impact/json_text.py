"""An impact as one JSON object, complete: every project that moved, and the differences from what was announced."""

from __future__ import annotations

import json
from collections.abc import Sequence

from lianggao.audit.impact.expected import Difference
from lianggao.audit.impact.model import GateSaid, Impact, MovedProject
from lianggao.reports.masking import mask_text


def impact_json(impact: Impact, differences: Sequence[Difference] | None = None, *, keep_contacts: bool = False) -> str:
    """Return the JSON; `differences` is there only where moves were announced.

    Contacts in names and sentences are hidden unless they are to be kept.
    """
    whole = impact.model_dump(mode="json", exclude={"projects"})
    projects = (project if keep_contacts else without_contacts(project) for project in impact.projects)
    whole["projects"] = [project.model_dump(mode="json") for project in projects]
    if differences is not None:
        whole["differences"] = [one.model_dump(mode="json") for one in differences]
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def without_contacts(project: MovedProject) -> MovedProject:
    """Return a project with the contacts hidden that its name and sentences may quote."""
    gates = tuple(
        moved.model_copy(update={"old": _hidden(moved.old), "new": _hidden(moved.new)}) for moved in project.gates
    )
    return project.model_copy(update={"name": mask_text(project.name), "gates": gates})


def _hidden(said: GateSaid) -> GateSaid:
    return said.model_copy(update={"reason": mask_text(said.reason)})
