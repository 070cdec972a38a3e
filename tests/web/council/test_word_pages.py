"""Words go out to Word and come back: who may, what each page says, and what becomes of each change."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.comments import actions as comments
from moothall.apps.comments.models import Comment
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Answer, Draft
from moothall.apps.word.models import Change, Outgoing, Returned, ReturnedSection, Stray, WordComment
from moothall.domain.plans import AnswerStatus
from moothall.domain.roles import Role
from tests.people import Council
from tests.word import edited, inserted, packed, parts, with_comment

pytestmark = pytest.mark.django_db
HOME = "/council/savings-plans/ambermere/word/"
NOON = datetime(2024, 6, 21, 12, tzinfo=UTC)


def client_of(council: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def taken(client: Client, what: str = "plan") -> bytes:
    answer = client.post(f"{HOME}take", {"what": what})
    assert answer["Content-Disposition"].endswith('.docx"')
    return b"".join(answer) if answer.streaming else answer.content


def brought(client: Client, data: bytes, name: str = "plan.docx") -> str:
    """Bring a file back; what the page one is led to says."""
    answer = client.post(HOME, {"file": SimpleUploadedFile(name, data)}, follow=True)
    return answer.content.decode()


def test_a_plan_that_comes_straight_back_changes_nothing(council: Council) -> None:
    council.written()
    client = client_of(council)

    page = brought(client, taken(client))

    assert "This file changes nothing." in page
    assert not Change.objects.exists()
    assert not Stray.objects.exists()


def test_an_insertion_is_shown_in_its_place_and_accepting_it_saves_it(council: Council) -> None:
    council.written()
    client = client_of(council)
    page = brought(
        client, edited(taken(client), ("three offices", inserted("three", " large", "Piers Tolland") + " offices"))
    )
    change = Change.objects.get()
    assert "<ins>" in page and "by Piers Tolland" in page

    client.post(f"{HOME}sections/{change.section_id}/answer", {"answer": "accept:1"})

    assert Answer.objects.get(question="T1.Q1").text.startswith("We moved three large offices into one.")
    assert [one.event for one in Entry.objects.order_by("-id")[:2]] == ["word.changes_accepted", "question.answered"]
    assert Change.objects.get().verdict == "accepted"


def test_an_accepted_change_is_saved_together_with_what_was_changed_here_meanwhile(council: Council) -> None:
    council.written()
    client = client_of(council)
    data = edited(taken(client), ("three offices", inserted("three", " large", "Piers Tolland") + " offices"))
    _rewrite(council, "We moved three offices into one.\n\nIt saved £150,000 a year.")
    brought(client, data)
    change = Change.objects.get()

    client.post(f"{HOME}sections/{change.section_id}/answer", {"answer": "accept:1"})

    text = Answer.objects.get(question="T1.Q1").text
    assert text == "We moved three large offices into one.\n\nIt saved £150,000 a year."


def _rewrite(council: Council, text: str) -> None:
    row = Answer.objects.get(question="T1.Q1")
    plans.answer_question(
        draft=row.draft, question="T1.Q1", status=AnswerStatus.ANSWERED, text=text, revision=row.revision,
        by=council.who(Role.POLICY_OFFICER), at=datetime(2024, 6, 21, 9, tzinfo=UTC),
    )  # fmt: skip


def test_where_both_changed_the_same_words_both_are_shown_and_nothing_is_saved_until_someone_chooses(
    council: Council,
) -> None:
    council.written()
    client = client_of(council)
    data = edited(taken(client), ("three offices", inserted("three", " large", "Piers Tolland") + " offices"))
    _rewrite(council, "We moved four small offices into one.")
    brought(client, data)
    section = Change.objects.get().section_id

    page = client.post(f"{HOME}sections/{section}/answer", {"answer": "accept:1"}, follow=True).content.decode()

    assert "We moved four small offices into one." in page and "three large offices" in page
    assert Change.objects.get().verdict == ""
    row = Answer.objects.get(question="T1.Q1")
    client.post(
        f"{HOME}sections/{section}/choose",
        {"text": "We moved four large offices.", "revision": row.revision, "numbers": "1"},
    )
    assert Answer.objects.get(question="T1.Q1").text == "We moved four large offices."
    assert Change.objects.get().verdict == "accepted"


def test_a_change_that_is_refused_changes_nothing_and_can_be_accepted_after_all(council: Council) -> None:
    council.written()
    client = client_of(council)
    brought(client, edited(taken(client), ("three offices", inserted("three", " large", "P") + " offices")))
    address = f"{HOME}sections/{Change.objects.get().section_id}/answer"

    client.post(address, {"answer": "refuse:1"})
    refused = Answer.objects.get(question="T1.Q1").text
    client.post(address, {"answer": "accept:1"})

    assert refused.startswith("We moved three offices")
    assert Answer.objects.get(question="T1.Q1").text.startswith("We moved three large offices")


def test_the_same_file_twice_is_said(council: Council) -> None:
    council.written()
    client = client_of(council)
    data = taken(client)
    brought(client, data)

    page = brought(client, data, "again.docx")

    assert "is the very file that Ines Harcombe brought back" in page
    assert Returned.objects.count() == 1


def test_the_file_is_kept_as_it_came(council: Council) -> None:
    council.written()
    client = client_of(council)
    data = taken(client)
    brought(client, data)

    assert client.get(f"{HOME}{Returned.objects.get().pk}/original").content == data


def test_another_plans_words_go_to_the_tray_and_can_be_placed_or_put_aside(council: Council) -> None:
    council.written()
    client = client_of(council)
    data = taken(client, "plan/question/T2.Q1")
    Outgoing.objects.all().delete()  # as if it went out elsewhere
    brought(client, data)
    stray = Stray.objects.filter(words="We share one customer record.").get()

    page = client.get(f"{HOME}strays/{stray.pk}/place?key=plan/question/T1.Q2").content.decode()
    client.post(f"{HOME}strays/{stray.pk}/place", {"key": "plan/question/T1.Q2", "text": stray.words, "revision": 0})
    other = Stray.objects.filter(said_at=None).first()
    assert other is not None
    client.post(f"{HOME}strays/{other.pk}/aside", {"reason": "A heading."})

    assert "Where do these words belong?" in page
    assert Answer.objects.get(question="T1.Q2").text == "We share one customer record."
    assert (stray.pk, "plan/question/T1.Q2") in Stray.objects.values_list("pk", "placed_in")
    assert Stray.objects.get(pk=other.pk).reason == "A heading."
    assert Entry.objects.filter(event="word.stray_placed").count() == 1


def test_words_are_not_put_aside_without_a_reason(council: Council) -> None:
    council.written()
    client = client_of(council)
    data = taken(client, "plan/question/T2.Q1")
    Outgoing.objects.all().delete()
    brought(client, data)
    stray = Stray.objects.first()
    assert stray is not None

    page = client.post(f"{HOME}strays/{stray.pk}/aside", {"reason": " "}, follow=True).content.decode()

    assert "There is no reason." in page
    assert not Stray.objects.exclude(said_at=None).exists()


def test_a_comment_is_shown_by_its_words_and_kept(council: Council) -> None:
    council.written()
    client = client_of(council)
    page = brought(client, with_comment(taken(client), "three offices", "Which three?", "Piers Tolland"))
    comment = WordComment.objects.get()

    client.post(f"{HOME}comments/{comment.pk}", {"answer": "keep"})

    assert "Which three?" in page and comment.quote == "three offices"
    assert WordComment.objects.get().verdict == "accepted"
    assert Entry.objects.latest("id").event == "word.comment_answered"


def test_a_file_that_fetches_a_template_is_refused_with_a_sentence(council: Council) -> None:
    council.written()
    client = client_of(council)
    linked = (
        '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"'
        ' Target="https://elsewhere.example/t.dotx" TargetMode="External"/></Relationships>'
    )
    kept = io.BytesIO(taken(client))
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("word/_rels/settings.xml.rels", linked)

    page = brought(client, kept.getvalue())

    assert "fetches something from elsewhere" in page
    assert not Returned.objects.exists()


def test_a_reader_may_take_words_out_and_not_bring_them_back(council: Council) -> None:
    council.written()
    member = client_of(council, Role.MONITORING_OFFICER)
    data = taken(member)

    answer = member.post(HOME, {"file": SimpleUploadedFile("plan.docx", data)})

    assert answer.status_code == 403
    assert not re.search("Bring a file back", member.get(HOME).content.decode())


def test_an_author_of_the_report_may_not_accept_words_into_the_plan(council: Council) -> None:
    council.written()
    client = client_of(council)
    brought(client, edited(taken(client), ("three offices", inserted("three", " large", "P") + " offices")))
    author = client_of(council, Role.REPORT_AUTHOR)

    answer = author.post(f"{HOME}sections/{Change.objects.get().section_id}/answer", {"answer": "accept:1"})

    assert answer.status_code == 403
    assert Answer.objects.get(question="T1.Q1").text.startswith("We moved three offices")


def test_a_comment_of_a_file_becomes_one_of_ours_and_goes_out_again_without_doubling(council: Council) -> None:
    council.written()
    client = client_of(council)
    brought(client, with_comment(taken(client), "three offices", "Which three?", "Uma Brackley"))
    client.post(f"{HOME}comments/{WordComment.objects.get().pk}", {"answer": "keep"})

    row = Comment.objects.get()
    again = taken(client)
    page = brought(client, again, "again.docx")

    assert (row.quote, row.by_name, row.at) == ("three offices", "Uma Brackley", datetime(2024, 6, 24, 10, tzinfo=UTC))
    assert (row.place, row.from_file, row.outcome) == ("plan/question/T1.Q1", "plan.docx", "")
    assert b"Which three?" in parts(again)["word/comments.xml"]
    assert "This file changes nothing." in page
    assert (Comment.objects.count(), WordComment.objects.count()) == (1, 1)


def test_an_answer_given_in_word_and_a_thread_settled_there_come_back_to_the_comment_that_went_out(
    council: Council,
) -> None:
    council.written()
    client, by = client_of(council), council.who(Role.CHIEF_EXECUTIVE)
    row = comments.suggest(
        workspace=council.workspace, place="plan/question/T1.Q1", title="T1.Q1 What changed", quote="three offices",
        words="four offices", text="Is it three?", by=by, at=datetime(2024, 6, 21, 9, tzinfo=UTC),
    )  # fmt: skip
    held = parts(taken(client))
    answer = (
        '<w:comment w:id="9" w:author="Ned Wick" w:date="2024-06-25T10:00:00Z"><w:p w14:paraId="20000000"><w:r><w:t>'
        "Four, with the annexe.</w:t></w:r></w:p></w:comment></w:comments>"
    )
    last = re.findall(rb'w14:paraId="(\w+)"', held["word/comments.xml"])[-1].decode()
    thread = f'<w15:commentEx w15:paraId="20000000" w15:paraIdParent="{last}" w15:done="1"/></w15:commentsEx>'
    threads = held["word/commentsExtended.xml"].replace(b'w15:done="0"', b'w15:done="1"')
    held["word/comments.xml"] = held["word/comments.xml"].replace(b"</w:comments>", answer.encode())
    held["word/commentsExtended.xml"] = threads.replace(b"</w15:commentsEx>", thread.encode())

    page = brought(client, packed(held))
    root = WordComment.objects.get(answers="")
    for _ in range(2):  # a second answer about it is refused with a sentence
        client.post(f"{HOME}comments/{root.pk}", {"answer": "keep"})

    assert "It went out from here." in page and "Suggested instead: four offices" in page
    row.refresh_from_db()
    assert [(one.by_name, one.text) for one in row.replies.all()] == [("Ned Wick", "Four, with the annexe.")]
    assert (Comment.objects.count(), row.outcome, row.settled_by_name) == (1, "resolved", "Ines Harcombe")


def test_every_list_of_the_bank_goes_out_and_its_changed_words_come_back(council: Council) -> None:
    council.written()
    client, draft = client_of(council), Draft.objects.get()
    lists: dict[str, dict[str, object]] = {
        "own-points": {"title": "Rural buses", "text": "Buses matter here."},
        "objectives": {"title": "A fair start", "source": "Corporate plan"},
        "partnerships": {"title": "Shared payroll", "partners": "Two districts", "text": "Since 2019."},
        "figures": {
            "title": "Rent saved", "value": "90", "unit": "thousand pounds", "period": "2023/24", "kind": "actual",
            "source": "Outturn",
        },
        "documents": {
            "title": "Budget book", "kind": "other", "address": "https://ambermere.example/b", "standing": "draft"
        },
        "sections": {"title": "How we buy", "items": ["C1"]},
    }  # fmt: skip
    for kind, fields in lists.items():
        plans.add_item(draft=draft, into=kind, **fields, by=council.who(Role.POLICY_OFFICER), at=NOON)
    data = taken(client)
    text = parts(data)["word/document.xml"].decode()
    assert "This file changes nothing." in brought(client, data)

    said = ("Buses matter", "A fair", "Two districts", "Since", "Rent", "Budget", "How we")
    brought(client, edited(data, *((one, inserted(one, " truly", "P")) for one in said)), "changed.docx")
    for section in ReturnedSection.objects.all():
        client.post(f"{HOME}sections/{section.pk}/answer", {"answer": "accept:1"})

    assert all(one in text for one in ("90 thousand pounds, 2023/24. Actual", "Holds C1", "At https://ambermere"))
    plan = plan_queries.plan(Draft.objects.get(), council.round_)
    assert (plan.own_points[0].text, plan.objectives[0].title) == ("Buses matter truly here.", "A fair truly start")
    shared = plan.partnerships[0]
    assert (shared.partners, shared.text) == ("Two districts truly", "Since truly 2019.")
    titles = [plan.figures[0].title, plan.documents[0].title, plan.sections[0].title]
    assert titles == ["Rent truly saved", "Budget truly book", "How we truly buy"]
