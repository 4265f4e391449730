"""An oracle in plain Python: what the library must answer, worked out the slow way.

It shares no code with what it judges. `worlds` enumerates the worlds of a random rulebook, `written` applies the rule
files as docs/rule-files.md describes them to one concrete project, and the other modules draw random material.
"""

from hypothesis import HealthCheck, settings

DEEP = settings(
    max_examples=1000,
    derandomize=False,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
"""Ten times as many examples, new ones each time; for tests marked `slow`."""
