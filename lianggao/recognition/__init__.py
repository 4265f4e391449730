"""What a project is and where it stands, read from what its list says."""

from lianggao.recognition.activities import Activities, ActivityReading, Evidence
from lianggao.recognition.frame import counties_of, places_of, recognise
from lianggao.recognition.places import Places

__all__ = ["Activities", "ActivityReading", "Evidence", "Places", "counties_of", "places_of", "recognise"]
