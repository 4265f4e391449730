"""Figures that look off by 10 000: 万 left out or written twice, 元 for 万元, 亩 for square metres.

Three looks: a figure against the band for its field, energy against the amounts stated beside it, and energy against
capacity times unit energy. The bands and limits are wide and our own; a note only asks, and the figure stays as it is.
"""

from __future__ import annotations

from lianggao.energy.bands import beyond_bands
from lianggao.energy.sizes import beyond_amounts
from lianggao.energy.unit_energy import beyond_capacity
from lianggao.facts import Facts, Notes
from lianggao.rulebook.catalogs import Catalogs


def plausibility_notes(facts: Facts, catalogs: Catalogs) -> Notes:
    """Return an `implausible-size` note for each figure that looks off by 10 000, in the order of the rows.

    `facts` are those stated and recognised, not yet narrowed.
    """
    looks = (beyond_bands, beyond_amounts, beyond_capacity)
    return Notes([[block for look in looks for block in look(facts, catalogs)]]).by_row()
