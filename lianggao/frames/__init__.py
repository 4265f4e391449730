"""Lists that are frames of other libraries: read through Arrow, and given back as the kind of frame that they are."""

from lianggao.frames.framed import ArrowStream, Framed, frame_of, framed

__all__ = ["ArrowStream", "Framed", "frame_of", "framed"]
