"""The version of the tool, which every result carries."""

VERSION = "0.1.0"
