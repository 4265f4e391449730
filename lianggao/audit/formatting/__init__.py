"""Brings rule and catalog files into one form, so that a change shows only what it changes."""

from lianggao.audit.formatting.files import changes_in, write
from lianggao.audit.formatting.format import formatted

__all__ = ["changes_in", "formatted", "write"]
