"""`item-catches-another`: a catalog item or an activity that is not recognised by its own name.

Each name is read as the product of a project of which nothing else is known. That several activities stay possible is
no fault; that none of the item's own does, is.
"""

from __future__ import annotations

from collections.abc import Iterator

from lianggao.audit.checking.subject import Subject
from lianggao.errors import Fault, fault
from lianggao.recognition import Activities, Evidence
from lianggao.rulebook.catalogs import split

ACTIVITIES = "activities/activities"


def find_not_recognised(subject: Subject) -> Iterator[Fault]:
    """Yield a fault at every row whose name as a product rules out all of the row's own activities."""
    catalogs = subject.law.catalogs
    reader = Activities(catalogs)
    labels = subject.law.vocabulary["activity"].values
    for table, rows in catalogs.tables.items():
        source = catalogs.sources.get(table.split("/", 1)[0])
        name = "label" if table == ACTIVITIES else "item"
        if table != ACTIVITIES and (source is None or source.document is None):
            continue
        for place, row in zip(catalogs.places[table], rows, strict=True):
            if not row.get(name) or not (own := split(row.get("activity", ""))):
                continue
            read = reader.read(Evidence(products=row[name])).activities
            if not read & set(own):
                words = {"read": "、".join(f"`{labels[a]}`" for a in labels if a in read)}
                words |= {"own": "、".join(f"`{labels[activity]}`" for activity in own)}
                yield fault("item-catches-another", place, name=row[name], **words)
