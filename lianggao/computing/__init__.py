"""Figures that follow from stated figures: ratios, unit energy, shares, and what the product's table says of them."""

from lianggao.computing.asking import NEVER_STATED, not_on_file, open_inputs
from lianggao.computing.compute import compute
from lianggao.computing.land import SHARES

__all__ = ["NEVER_STATED", "SHARES", "compute", "not_on_file", "open_inputs"]
