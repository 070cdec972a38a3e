"""Draws an SVG as PNG, for documents whose readers show no SVG."""

from __future__ import annotations

import re

import typst

from moothall.documents.writing.pdf import NotWritten, fonts

_SIZE = re.compile(r'viewBox="0 0 (\d+(?:\.\d+)?) (\d+(?:\.\d+)?)"')
_SHARPNESS = 216  # three points of the picture for each point on paper
_PAGE = (
    '#set page(width: float(sys.inputs.at("width")) * 1pt, height: float(sys.inputs.at("height")) * 1pt, margin: 0pt,'
    ' fill: white)\n#image(bytes(sys.inputs.at("svg")), format: "svg", width: 100%)'
)


def draw(svg: str) -> bytes:
    """The drawing as PNG on white; the same drawing always gives the same bytes.

    Raises NotWritten for a drawing that says no size or cannot be drawn.
    """
    size = _SIZE.search(svg)
    if size is None:
        raise NotWritten("The picture could not be drawn: it says no size. The table beside it says the same.")
    try:
        drawn = typst.compile(
            _PAGE.encode(),
            format="png",
            ppi=_SHARPNESS,
            font_paths=fonts(),
            ignore_system_fonts=True,
            sys_inputs={"svg": svg, "width": size.group(1), "height": size.group(2)},
        )
    except typst.TypstError as error:
        raise NotWritten(f"The picture could not be drawn: {error.message}.") from error
    assert isinstance(drawn, bytes)
    return drawn
