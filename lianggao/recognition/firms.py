"""Take the names of firms out of whole columns of texts, as `names` does it for one.

Nearly every text either begins with its owner's name or does not have it, which is seen by column; a text and its owner
are looked at by themselves only where that is not plain.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from lianggao.recognition.names import BREAKS, LEGAL, NAME, without_owner
from lianggao.recognition.normal import normal

# An owner's name in one piece, and characters that the normal form keeps or turns into other than Han.
_ONE_NAME = r"^[\u4e00-\u9fff]*$"
_ORDINARY = r"^[\u4e00-\u9fff!-~、。《》“”·—！-～㎡㎥℃]*$"
_NORMAL = r"^[\u4e00-\u9fff!-`{-~、。《》“”·—]*$"
_MARK = "\ue000"
_SHORT, _LONGEST = 5, 24


@dataclass(frozen=True, eq=False)
class Owners:
    """The owners of the projects of a list, row by row."""

    names: pl.Series
    sought: pl.Series
    """The shortest name that is looked for: where it is not, the longer ones that begin with it are not either."""
    plain: pl.Series

    @classmethod
    def of(cls, names: pl.Series) -> Owners:
        """Tell which owners have one name that a shorter one begins."""
        short = names.str.replace_all(LEGAL, "")
        sought = short.zip_with(short.str.len_chars() >= _SHORT, names)
        name = pl.col("name")
        plain = name.str.contains(_ONE_NAME) & (name.str.len_chars() >= 4) & name.str.starts_with(pl.col("short"))
        return cls(names, sought, pl.DataFrame({"name": names, "short": short}).select(plain).to_series())

    def taken_out_of(self, texts: pl.Series) -> pl.Series:
        """Return texts whose normal forms have the names of their owners taken out, as `without_owner` does.

        >>> owners = Owners.of(pl.Series(["某某水泥有限公司", ""]))
        >>> owners.taken_out_of(pl.Series(["某某水泥有限公司熟料线", "熟料线"])).to_list()
        [';熟料线', '熟料线']
        """
        text, owner, rest, sought = (pl.col(name) for name in ("text", "owner", "rest", "sought"))
        begins = pl.col("plain") & text.str.starts_with(owner)
        cut = pl.concat_str(pl.lit(";"), text.str.strip_prefix(owner))
        rows = pl.DataFrame({"text": texts, "owner": self.names, "sought": self.sought, "plain": self.plain})
        rows = rows.with_columns(rest=pl.when(begins).then(cut).otherwise(text))
        plain = pl.col("plain") & rest.str.contains(_ORDINARY) & ~rest.str.contains(sought, literal=True)
        odd = rows.select(~((owner == "") | plain)).to_series().arg_true()
        pairs = rows[odd].select("text", "owner").rows()
        out = [without_owner(normal(text, between=" "), normal(owner)) for text, owner in pairs]
        return rows["rest"].scatter(odd, out) if out else rows["rest"]


def without_other_firms(texts: pl.Series) -> pl.Series:
    """Return texts without what looks like the name of a firm of which the kind is said, where that is plain.

    What is left may still have one, which `without_firms` finds.

    >>> without_other_firms(pl.Series(["年产5万吨再生铝项目由豫浙联铝业有限公司建设"])).to_list()
    ['年产5万吨再生铝项目由;建设']
    """
    plain = texts.str.contains(_NORMAL) & ~texts.str.contains(f"{NAME}{{{_LONGEST + 1}}}(?:集团|股份|有限|公司)")
    asked = (plain & texts.str.contains("公司|集团")).arg_true()
    if not len(asked):
        return texts
    # A name does not reach over what is known to stand before one.
    marked = texts[asked].str.replace_all(f"(?:新建设|扩建设|改建设|{BREAKS})", "${0}" + _MARK)
    cut = marked.str.replace_all(f"{NAME}{{0,{_LONGEST}}}?(?:{LEGAL})", ";").str.replace_all(_MARK, "", literal=True)
    return texts.scatter(asked, cut)
