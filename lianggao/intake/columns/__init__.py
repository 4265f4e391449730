"""Columns: what each column of a list gives: a field, the unit and the energy basis that its header states.

A header is a known name with qualifiers, `年综合能源消费量（等价值，万吨标准煤）`, perhaps over several rows. Every
word of it must be understood, or the column is left alone and reported; likeness only ever suggests.
"""

from lianggao.intake.columns.header import read_header
from lianggao.intake.columns.listed import read_columns
from lianggao.intake.columns.mapped import check_mapped
from lianggao.intake.columns.use import ENERGY, JOINED, MEANING, SINGLE, ColumnReport, ColumnUse

__all__ = [
    "ENERGY",
    "JOINED",
    "MEANING",
    "SINGLE",
    "ColumnReport",
    "ColumnUse",
    "check_mapped",
    "read_columns",
    "read_header",
]
