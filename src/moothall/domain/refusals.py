"""Why something was not done, under which rule, and what to do next."""

from __future__ import annotations


class Refusal(Exception):
    """Raised by rules and deeds. The sentence is shown to the person as it stands.

    ``rule`` names the rule or provision where there is one; ``next_step`` is a sentence that says what would help.
    """

    def __init__(self, sentence: str, *, next_step: str = "", rule: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step
        self.rule = rule

    def __str__(self) -> str:
        return f"{self.sentence} {self.next_step}".strip()
