"""A fingerprint of files, so that a result says exactly which law it rests on."""

from __future__ import annotations

from hashlib import sha256

from lianggao.rulebook.layers import OVERLAY, PARTS, Layers

SUFFIXES = (".yaml", ".csv")


def digest_of(layers: Layers) -> str:
    """Return the SHA-256 over the names and bytes of all rule and catalog files, layer by layer."""
    whole = sha256()
    for layer in layers.layers:
        files = [layer.root / OVERLAY] if layer.overlay else []
        for part in PARTS:
            files += sorted(path for path in (layer.root / part).rglob("*") if path.suffix in SUFFIXES)
        for path in files:
            whole.update(f"{path.relative_to(layer.root).as_posix()}\0".encode())
            whole.update(sha256(path.read_bytes()).digest())
    return whole.hexdigest()
