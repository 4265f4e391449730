"""The log of changes of the law, held to the law itself: what changed must be named, dated and given its direction.

Each section of `LAW_CHANGELOG.md` carries the fingerprint of the law that it leads to, so that no file under `rules/`
or `catalogs/` can change without an entry; directions are those that comparing the two laws proves.
"""

from lianggao.audit.changelog.checking import Checked, check_log, entry_for
from lianggao.audit.changelog.history import find_law
from lianggao.audit.changelog.reading import Log, Section, read_log

__all__ = ["Checked", "Log", "Section", "check_log", "entry_for", "find_law", "read_log"]
