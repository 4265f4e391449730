"""lianggao (两高): is a candidate project "two-high" under Henan's rules, who must review it, and what is missing?

The public names; each is imported when it is first used, so that `import lianggao` costs next to nothing.

PYTEST_DONT_REWRITE: pytest, which loads the plug-in, would warn where a program imports this before it.
"""

from typing import TYPE_CHECKING

from lianggao.on_use import imported_on_use
from lianggao.version import __version__

if TYPE_CHECKING:
    from lianggao.api import read_list, screen, screen_parts, screen_project
    from lianggao.engines.following import Session
    from lianggao.errors import Fault, InputError, LawError, LianggaoError, Place
    from lianggao.project import Project
    from lianggao.rulebook import Law, Rulebook, load_law, load_rulebook
    from lianggao.screening import COLUMNS, ProjectScreening, Screening, Summary, explain

__getattr__ = imported_on_use(
    __name__,
    {
        "api": ("read_list", "screen", "screen_parts", "screen_project"),
        "engines.following": ("Session",),
        "errors": ("Fault", "InputError", "LawError", "LianggaoError", "Place"),
        "project": ("Project",),
        "rulebook": ("Law", "Rulebook", "load_law", "load_rulebook"),
        "screening": ("COLUMNS", "ProjectScreening", "Screening", "Summary", "explain"),
    },
)

__all__ = [
    "COLUMNS",
    "Fault",
    "InputError",
    "Law",
    "LawError",
    "LianggaoError",
    "Place",
    "Project",
    "ProjectScreening",
    "Rulebook",
    "Screening",
    "Session",
    "Summary",
    "__version__",
    "explain",
    "load_law",
    "load_rulebook",
    "read_list",
    "screen",
    "screen_parts",
    "screen_project",
]
