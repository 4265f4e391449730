"""One Markdown page per rule, and an index by document, made from the law so that pages and rules can't disagree.

A page says the rule in words, shows a project for which it holds and near misses for which it does not, and tells what
came before. Every project shown was screened first.
"""

from lianggao.audit.pages.files import differing_pages, write_pages
from lianggao.audit.pages.pages import pages_of

__all__ = ["differing_pages", "pages_of", "write_pages"]
