"""Read projects as the rows of a list."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from lianggao.errors import Hint, InputError, fault
from lianggao.facts import Facts
from lianggao.intake import Headers, read_facts, report_columns
from lianggao.project.project import FIELDS, Project
from lianggao.vocabulary import Vocabulary


def project_facts(projects: Sequence[Project], vocabulary: Vocabulary, headers: Headers) -> Facts:
    """Read projects as the rows of a list, in the order given. Raises InputError where a field is not known."""
    more = dict.fromkeys(name for project in projects for name in project.more)
    stated = {name: known for name, known in vocabulary.fields.items() if known.kind != "derived"}
    if strange := [name for name in more if name not in stated]:
        raise InputError([fault("unknown-field", value=name, hint=Hint.nearest(name, stated)) for name in strange])
    rows = [project.stated() for project in projects]
    # A field that no project states has no column, which is read as all blank is; the first keeps the rows' number.
    named = (FIELDS[0], *(name for name in (*FIELDS[1:], *more) if any(name in row for row in rows)))
    columns = {name: pd.Series([row.get(name) for row in rows], dtype=object) for name in named}
    frame = pd.DataFrame(columns)
    return read_facts(frame, report_columns(frame, vocabulary, headers), vocabulary, headers)
