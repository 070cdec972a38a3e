"""Pictures and charts that say nothing to those who do not see them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.placed_remarks import Material, PlacedRemark, at, of_file
from moothall.domain.remarks import Remark

CHECK = "alternative_text"
RULE = "SI 2018/952; WCAG 2.2, 1.1.1"
_PICTURE = re.compile(r"!\[\s*\]\([^)\s]+\)|<img\b(?![^>]*\balt=[\"'][^\"']*\w)[^>]*>")
_THEN = "Say in one sentence what the picture shows; mark it as decorative where it shows nothing."


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out pictures without words, in the texts and in the files that go with them."""
    for section in material.sections:
        for found in _PICTURE.finditer(section.text):
            yield at(section, *found.span(), Remark(CHECK, "This picture has no words.", RULE, _THEN))
    for one in material.attachments:
        without = one.pictures_without_words
        if without:
            message = f"{_counted(without, one.pictures)} in {one.name} {'has' if without == 1 else 'have'} no words."
            yield of_file(one, Remark(CHECK, message, RULE, _THEN), f"{without} of {one.pictures}")


def _counted(without: int, pictures: int) -> str:
    """How many pictures, in words: The picture, All 3 pictures, 1 of 3 pictures."""
    if without == pictures:
        return "The picture" if without == 1 else f"All {without} pictures"
    return f"{without} of {pictures} pictures"
