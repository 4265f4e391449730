"""The version of the tool, which every result carries."""

__version__ = "0.1.0"
