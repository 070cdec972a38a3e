"""Notices, agendas and what came late, in sentences."""

from moothall.domain.agenda_changes import What
from moothall.domain.notice_kinds import KINDS
from moothall.domain.notices import NoticeKind
from moothall.web.council.told.phrases import Details, Names, Sentence, because, day


def _kind(said: Details) -> str:
    known = {one.value for one in NoticeKind}
    name = str(said.get("kind"))
    return KINDS[NoticeKind(name)].in_sentence if name in known else name


def _notice(said: Details) -> str:
    return f"{_kind(said)}, number {said.get('number')}"


def _drafted(said: Details, names: Names) -> str:
    instead = f", to take the place of number {said['replaces']}" if said.get("replaces") else ""
    return f"drafted the {_notice(said)}, for {said.get('body')}{instead}{because(said)}"


def _given(said: Details, names: Names) -> str:
    short = f", though it lacked {len(said['lacking'])} of what is asked{because(said)}" if said.get("lacking") else ""
    return (
        f"recorded that the {_notice(said)}, was given on {day(said.get('given_at'))} by {said.get('given_by')}{short}"
    )


def _withdrawn(said: Details, names: Names) -> str:
    did = "withdrew" if said.get("was_given") else "left the draft of"
    return f"{did} the {_notice(said)}{because(said)}"


def _agenda(said: Details) -> str:
    return f"the agenda of {said.get('body')} on {day(said.get('on'))}"


def _published(said: Details, names: Names) -> str:
    papers = len(said.get("papers") or ())
    with_papers = f" with {papers} {'paper' if papers == 1 else 'papers'}" if papers else ""
    return f"recorded that {_agenda(said)} went on public view on {day(said.get('published_at'))}{with_papers}"


def _changed(said: Details, names: Names) -> str:
    did = What(str(said.get("what"))).label
    return f"recorded on {_agenda(said)}: {did[:1].lower()}{did[1:]}, “{said.get('title')}”{because(said)}"


TOLD: dict[str, Sentence] = {
    "notice.drafted": _drafted,
    "notice.reworded": lambda said, names: f"changed the words of the draft {_notice(said)}",
    "notice.agreement_recorded": lambda said, names: f"recorded the agreement for the {_notice(said)}",
    "notice.given": _given,
    "notice.withdrawn": _withdrawn,
    "agenda.published": _published,
    "agenda.changed": _changed,
    "agenda.circumstances_minuted": lambda said, names: (
        f"recorded why {said.get('chair')} took “{said.get('title')}” late{because(said)}"
    ),
}
