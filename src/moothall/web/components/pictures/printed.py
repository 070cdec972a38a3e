"""A picture of a page made to stand by itself, as in a PDF: the styles it has on the page go with it, as values."""

from moothall.web.components.colours import palette

_STYLE = """
text{{fill:#1b1f1d;font-size:14px;font-family:"Source Sans 3"}}.soft{{fill:#4c5551}}.strong{{font-weight:600}}
.end{{text-anchor:end}}.middle{{text-anchor:middle}}.label{{font-size:16px}}
.counted{{fill:{accent}}}.work{{fill:{mid}}}
.number{{fill:#ffffff;font-size:12px;font-weight:600;text-anchor:middle}}.outline{{fill:#ffffff;stroke:#4c5551}}
.outline-number{{font-size:12px;font-weight:600;text-anchor:middle}}.weekend{{fill:#eff2f0}}
.hatching{{stroke:#7d8682;stroke-width:.8;fill:none}}.arrow{{fill:none;stroke:#1b1f1d}}.grid{{stroke:#c9d2cd}}
.halo{{paint-order:stroke;stroke:#ffffff;stroke-width:4px;stroke-linejoin:round}}
.thread{{stroke:{mid};stroke-dasharray:4 3;stroke-width:1.5}}
.today{{stroke:#1b1f1d;stroke-dasharray:1 3;stroke-width:1.5}}
.line{{fill:none;stroke:{accent};stroke-width:2}}.dot{{fill:#ffffff;stroke:{accent};stroke-width:2}}
.last{{fill:{accent}}}.limit{{stroke:#1b1f1d;stroke-dasharray:5 4}}.axis{{stroke:#7d8682}}.small{{font-size:14px}}
.deadline{{stroke:#1b1f1d;stroke-width:3}}.ring{{fill:#ffffff;stroke:#1b1f1d;stroke-width:2}}.point{{fill:#1b1f1d}}"""


def alone(svg: str, *, colour: str = "#17594a") -> str:
    """The picture as an SVG file of its own, in the council's colour; empty where there is no picture.

    Raises a Refusal for a colour too light to print.
    """
    if not svg:
        return ""
    tones = palette(colour)
    style = _STYLE.format(accent=tones.accent, mid=tones.mid)
    head, _, rest = svg.partition(">")
    return f'{head} xmlns="http://www.w3.org/2000/svg"><style>{style}</style>{rest}'
