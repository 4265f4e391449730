"""Checks of energy figures by arithmetic: what the stated amounts come to, and figures that look off by 10 000.

Everything here is a note for a person. No fact is made, changed or dropped, and no verdict rests on it.
"""

from lianggao.energy.amounts import energy_notes
from lianggao.energy.factors import electricity_factors
from lianggao.energy.plausibility import plausibility_notes

__all__ = ["electricity_factors", "energy_notes", "plausibility_notes"]
