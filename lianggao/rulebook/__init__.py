"""The law as files: read it, check it, and compile what is in force on a date into decision tables."""

from lianggao.rulebook.compile import GateTables, Rulebook, load_rulebook
from lianggao.rulebook.law import Law, LawRule, load_law

__all__ = ["GateTables", "Law", "LawRule", "Rulebook", "load_law", "load_rulebook"]
