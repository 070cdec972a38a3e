"""The demonstration's return: certified with its pack, sent from the council's own mailbox, and acknowledged."""

from collections.abc import Callable
from datetime import datetime, timedelta

from moothall.apps.files.proofs import proof
from moothall.apps.people.models import Person
from moothall.apps.returns import actions, packs
from moothall.apps.workspaces.models import Workspace
from moothall.domain.packs import Channel
from moothall.domain.roles import Role
from moothall.reference.demonstration import Line

RECIPIENT = "plans@office.example"


def send(workspace: Workspace, line: Line, who: Callable[[Role], Person], at: datetime) -> None:
    """Certify the published plan, say that it went, and what was answered three days later."""
    asked = packs.Asked(
        words=f"I certify that this is the plan {line.decision.body} approved and endorsed.",
        channel=Channel.MAILBOX,
        recipient=RECIPIENT,
        subject=f"{line.round.title}: {workspace.official_name}",
        covering=f"Attached is our plan, {line.plan.title}.\n\nTell us by answering this message that it has come.",
    )
    chief, officer = who(Role.CHIEF_EXECUTIVE), who(Role.POLICY_OFFICER)
    pack = packs.prepare(workspace=workspace, round_=line.round, asked=asked, by=chief, at=at)
    sent = actions.submit_return(
        workspace=workspace, words=asked.words, channel=asked.channel.value, recipient=asked.recipient, prepared=pack,
        is_sent=False, by=chief, at=at,
    )  # fmt: skip
    went = actions.record_sent(
        sent=sent, channel=asked.channel.value, recipient=RECIPIENT, went_at=at + timedelta(minutes=4),
        proof=proof(f"Sent to {RECIPIENT} with seven files.".encode(), "as-sent.txt"), by=officer,
        at=at + timedelta(minutes=6),
    )  # fmt: skip
    heard = at + timedelta(days=3)
    actions.record_acknowledgement(
        sent=went.sent, on=heard.date(), who=line.round.issuer, words="We have your plan. Thank you.",
        reference="SIP-0417", by=officer, at=heard,
    )  # fmt: skip
