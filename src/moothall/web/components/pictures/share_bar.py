"""A part of a whole as a filled piece of an outline. Stands in a table beside the figures that say the same."""

from markupsafe import Markup

WIDTH, HEIGHT = 240, 16


def draw(part: int, whole: int, most: int) -> Markup:
    """The bar for ``part`` of ``whole``, as long as ``whole`` is of ``most``, the longest in its table."""
    if whole <= 0 or most <= 0:
        return Markup("")
    outline = max(4.0, (WIDTH - 2) * min(1.0, whole / most))
    filled = outline * min(1.0, max(0.0, part / whole))
    return Markup(
        '<svg class="mh-picture mh-share" viewBox="0 0 {} {}" aria-hidden="true" focusable="false">'
        '<rect class="whole" x="1" y="1" width="{:.1f}" height="14"/><rect class="counted" x="1" y="1" width="{:.1f}"'
        ' height="14"/></svg>'
    ).format(WIDTH, HEIGHT, outline, filled)
