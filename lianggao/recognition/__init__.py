"""What a project is and where it stands, read from what its list says."""

from lianggao.facts import Facts
from lianggao.recognition.activities import Activities, ActivityReading, Evidence
from lianggao.recognition.frame import counties_of, places_of, recognise_choices
from lianggao.recognition.named import name_industries
from lianggao.recognition.outputs import read_outputs
from lianggao.recognition.places import Places
from lianggao.rulebook.catalogs import Catalogs

__all__ = ["Activities", "ActivityReading", "Evidence", "Places", "counties_of", "places_of", "recognise"]


def recognise(facts: Facts, catalogs: Catalogs) -> Facts:
    """Return the facts with the choices `activity`, `county` and `construction_nature`, the named industries that a
    project is close to, and outputs and sizes of furnaces that its texts state, with notes on how they were read.
    """
    return read_outputs(name_industries(recognise_choices(facts, catalogs), catalogs))
