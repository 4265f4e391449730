"""An oracle in plain Python: what the library must answer, worked out the slow way.

It shares no code with what it judges. `worlds` enumerates the worlds of a random rulebook, `written` applies the rule
files as docs/rule-files.md describes them to one concrete project, and the other modules draw random material.
"""

from hypothesis import settings

DEEP = settings(max_examples=1000, derandomize=False)
"""Ten times as many examples, new ones each time; for tests marked `slow`."""
