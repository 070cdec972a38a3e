"""Little pages, filled as far as the text goes."""

from markupsafe import Markup

WORDS_A_PAGE = 480


def pages(words: int) -> float:
    """About how many printed pages this many words fill, in half pages."""
    return round(words / WORDS_A_PAGE * 2) / 2


def draw(filled: float, most: int) -> Markup:
    """``most`` little pages, or more where the text is longer, filled to where it ends."""
    count = max(most, int(filled + 0.999))
    parts = []
    for index in range(count):
        share = min(1.0, max(0.0, filled - index))
        left = 2 + index * 26
        parts.append(Markup('<rect class="page" x="{}" y="2" width="20" height="28"/>').format(left))
        if share:
            parts.append(
                Markup('<rect class="filled" x="{}" y="2" width="20" height="{:.0f}"/>').format(left, 28 * share)
            )
    return Markup('<svg class="mh-picture" viewBox="0 0 {} 32" aria-hidden="true">{}</svg>').format(
        count * 26 + 2, Markup("").join(parts)
    )
