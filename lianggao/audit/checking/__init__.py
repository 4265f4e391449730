"""Checks of rules and catalogs that read without a mistake: what in them can never do anything, or not as meant."""

from lianggao.audit.checking.checks import CHECKS, CODES, Checked, check_law

__all__ = ["CHECKS", "CODES", "Checked", "check_law"]
