"""Take the names of their owners out of a column of texts.

Nearly every text either begins with its owner's name or does not have it, which is seen by column. Only where that is
not plain are a text and its owner looked at by themselves.
"""

from __future__ import annotations

import polars as pl

from lianggao.recognition.names import LEGAL, without_owner
from lianggao.recognition.normal import normal

# An owner's name in one piece, and characters that the normal form keeps or turns into other than Han.
_ONE_NAME = r"^[\u4e00-\u9fff]*$"
_ORDINARY = r"^[\u4e00-\u9fff!-~、。《》“”·—！-～㎡㎥℃]*$"
_TEXT, _OWNER, _SHORT, _REST = (pl.col(name) for name in ("text", "owner", "short", "rest"))


def without_owners(texts: pl.Series, owners: pl.Series) -> pl.Series:
    """Return texts whose normal forms have the names of their owners taken out, as `without_owner` does.

    >>> without_owners(pl.Series(["某某水泥有限公司熟料线", "熟料线"]), pl.Series(["某某水泥有限公司", ""])).to_list()
    [';熟料线', '熟料线']
    """
    rows = pl.DataFrame({"text": texts, "owner": owners}).with_columns(
        short=_OWNER.str.replace_all(LEGAL, ""), begins=(_OWNER.str.len_chars() >= 4) & _TEXT.str.starts_with(_OWNER)
    )
    rows = rows.with_columns(
        rest=pl.when("begins").then(pl.concat_str(pl.lit(";"), _TEXT.str.strip_prefix(_OWNER))).otherwise(_TEXT),
        # The shortest name that is looked for: where it is not, the longer ones that begin with it are not either.
        sought=pl.when(_SHORT.str.len_chars() >= 5).then(_SHORT).otherwise(_OWNER),
    )
    plain = (
        _OWNER.str.contains(_ONE_NAME)
        & _OWNER.str.starts_with(_SHORT)
        & _REST.str.contains(_ORDINARY)
        & ~_REST.str.contains(pl.col("sought"), literal=True)
    )
    rows = rows.select("text", "owner", "rest", plain=(_OWNER == "") | plain)
    odd = (~rows["plain"]).arg_true()
    if not len(odd):
        return rows["rest"]
    pairs = rows[odd].select("text", "owner").rows()
    return rows["rest"].scatter(odd, [without_owner(normal(text), normal(owner)) for text, owner in pairs])
