"""Clocks as programs ask for them."""

from __future__ import annotations

from moothall.domain.clock_arguments import ClockQuestion

QUESTIONS: tuple[ClockQuestion, ...] = ()
