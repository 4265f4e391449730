"""Tests of the workbook, sheet by sheet."""
