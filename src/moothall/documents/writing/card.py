"""Draws the picture that stands for a page where its address is shared: a title, whose it is, and one line."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import typst

from moothall.documents.writing.glyphs import showable
from moothall.documents.writing.pdf import FONTS, NotWritten, fonts
from moothall.documents.writing.text import clean

TEMPLATE = Path(__file__).with_name("card.typ")
WIDTH, HEIGHT = 1200, 630
LONGEST = {"title": 110, "owner": 60, "said": 150}


@lru_cache(maxsize=64)
def draw(*, title: str, owner: str, said: str, colour: str) -> bytes:
    """The picture as PNG, 1200 by 630 pixels, the same bytes for the same words. What is too long ends in three dots.

    ``colour`` is written #rrggbb. Raises NotWritten where the typesetter fails.
    """
    words = {name: _cut(text, LONGEST[name]) for name, text in (("title", title), ("owner", owner), ("said", said))}
    compiler = typst.Compiler(
        TEMPLATE.read_bytes(),
        root=str(FONTS.parent),
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"card": json.dumps({**words, "colour": colour}, ensure_ascii=False)},
    )
    try:
        made = compiler.compile(format="png", ppi=72)
    except typst.TypstError as error:
        raise NotWritten(f"The picture could not be made: {error.message}. The page is not affected.") from error
    assert isinstance(made, bytes)
    return made


def _cut(text: str, longest: int) -> str:
    shown = showable(clean(" ".join(text.split())), FONTS)
    return shown if len(shown) <= longest else f"{shown[: longest - 1].rstrip()}…"
