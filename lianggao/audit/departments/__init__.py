"""One page per department: what is checked for it, what it is asked to check, and what is left to its people.

The pages are made from the law, so that a document, a date or a figure can't be told otherwise than it is applied.
"""

from lianggao.audit.departments.page import department_pages

__all__ = ["department_pages"]
