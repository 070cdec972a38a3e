"""What a clock says of an argument by its key, in the words of the question a page asks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from moothall.domain.clock_arguments import Argument


def in_question_words(said: str, arguments: Iterable[Argument]) -> str:
    """A sentence in which an argument's key is replaced by its question: (first_day_counts) by the question itself.

    A key of one word stays where it is a word of the sentence, and is replaced only where it stands in brackets.
    """
    for one in sorted(arguments, key=lambda each: len(each.key), reverse=True):
        key = re.escape(one.key)
        pattern = rf"(?<!\w){key}(?!\w)" if "_" in one.key else rf"(?<=\(){key}(?=\))"
        said = re.sub(pattern, f"“{one.asked}”", said)
    return said
