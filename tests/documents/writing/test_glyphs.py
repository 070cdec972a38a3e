"""What our fonts can show, and what is said where they cannot."""

from __future__ import annotations

import pytest

from moothall.documents.writing.glyphs import covered, showable
from moothall.documents.writing.pdf import FONTS


@pytest.mark.parametrize(
    "text", ["£1.5m – “half”", "Łódź, Ŵyth", "naïve café", "Ελλάδα", "Київ", "العربية", "עברית", "1²"]
)
def test_scripts_the_fonts_hold_are_left_alone(text: str) -> None:
    assert showable(text, FONTS) == text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Done 🎉", "Done [party popper]"),
        ("বাংলা ভাষা", "[Bengali text] [Bengali text]"),
        ("中文版", "[Chinese, Japanese or Korean text]"),
        ("a\ue000b", "a□b"),
    ],
)
def test_what_cannot_be_shown_is_told_in_words(text: str, said: str) -> None:
    assert showable(text, FONTS) == said


def test_the_fonts_show_every_letter_of_latin_with_accents() -> None:
    known = covered(FONTS)

    assert set(range(0x20, 0x7F)) | set(range(0xA1, 0x180)) <= known | {0xAD}
