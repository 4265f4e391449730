"""Figures that follow from stated figures: ratios, unit energy, shares, and what the product's table says of them."""

from lianggao.computing.asking import not_on_file, open_inputs
from lianggao.computing.compute import compute

__all__ = ["compute", "not_on_file", "open_inputs"]
