"""Cases of rules, written by hand: read them, run them against a law, and say where the two disagree.

Case files end in `.cases.yaml`; docs/cases.md has their form.
"""

from lianggao.audit.cases.models import Case, Suite, Variant, WholeCase, WholeSet
from lianggao.audit.cases.reading import CaseFile, read_cases
from lianggao.audit.cases.running import CaseResult, run_cases
from lianggao.audit.cases.screened import Screened, ScreenedCases

__all__ = [
    "Case",
    "CaseFile",
    "CaseResult",
    "Screened",
    "ScreenedCases",
    "Suite",
    "Variant",
    "WholeCase",
    "WholeSet",
    "read_cases",
    "run_cases",
]
