"""Every message the library can give about files and lists, in English and Chinese side by side so they cannot drift.

A fault's code names the mistake and never changes. Templates quote the user's own text in backticks; hints say what
to do. Each room has its own file here.
"""

from lianggao.faults import audit, engines, events, law, lists
from lianggao.faults.wording import Wording, Wordings

WORDINGS: Wordings = {
    code: wording for room in (law, lists, engines, events, audit) for code, wording in room.WORDINGS.items()
}

__all__ = ["WORDINGS", "Wording"]
