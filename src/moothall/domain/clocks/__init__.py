"""One clock a file: its rule, its provisions and one public function, `deadline`."""

from __future__ import annotations

from types import ModuleType

from moothall.domain.clocks import (
    agenda_publication,
    call_in,
    council_summons,
    general_exception,
    key_decision_notice,
    meeting_notice,
    notice_kind,
    private_meeting_notice,
    special_urgency,
)

CLOCKS: tuple[ModuleType, ...] = (
    call_in,
    agenda_publication,
    key_decision_notice,
    general_exception,
    notice_kind,
    meeting_notice,
    council_summons,
    private_meeting_notice,
    special_urgency,
)
