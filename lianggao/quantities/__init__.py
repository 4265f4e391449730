"""Reading quantities: a cell's text becomes a closed interval in the unit of its field.

What is not entirely understood is unknown, with a note that says why. A blank is never zero.
"""

from lianggao.quantities.capacity import Capacity, read_capacities
from lianggao.quantities.energy import read_energy
from lianggao.quantities.quantity import read_quantity
from lianggao.quantities.reading import Reading, Remark
from lianggao.quantities.text import is_blank, plain
from lianggao.quantities.units import Unit, find_unit

__all__ = [
    "Capacity",
    "Reading",
    "Remark",
    "Unit",
    "find_unit",
    "is_blank",
    "plain",
    "read_capacities",
    "read_energy",
    "read_quantity",
]
