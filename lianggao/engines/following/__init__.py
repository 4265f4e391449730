"""A project followed while its facts arrive one after another."""

from lianggao.engines.following.consequences import Consequence, Fired
from lianggao.engines.following.events import Event
from lianggao.engines.following.reading import read_events
from lianggao.engines.following.session import Arrival, Session

__all__ = ["Arrival", "Consequence", "Event", "Fired", "Session", "read_events"]
