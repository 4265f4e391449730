"""What some projects put to the test: which conditions of which rules, and which worlds of which gates.

Projects come from case files or from a list; each has a name by which the report calls it. A condition counts as seen
only where it decides: where the rule would hold with it and not without it, or the other way round.
"""

from lianggao.audit.coverage.model import (
    Coverage,
    DocumentCoverage,
    GateCoverage,
    PlaceCoverage,
    RuleCoverage,
    TestCoverage,
)
from lianggao.audit.coverage.places import law_coverage
from lianggao.audit.coverage.seen import Seen, coverage_of

__all__ = [
    "Coverage",
    "DocumentCoverage",
    "GateCoverage",
    "PlaceCoverage",
    "RuleCoverage",
    "Seen",
    "TestCoverage",
    "coverage_of",
    "law_coverage",
]
