"""A trial for each deed of comments and of Word, as in `deeds`. Those that save a plan's words too are in `SAVING`."""

from __future__ import annotations

from moothall.apps.comments import actions as comments
from moothall.apps.comments.models import Comment
from moothall.apps.word import actions as word
from moothall.apps.word.models import Returned, ReturnedSection, Stray, WordComment
from moothall.apps.word.receiving import Astray, Came, Received
from moothall.documents.exchange.word_sections import FoundComment, FromWord, OutComment, Section
from moothall.domain.returned_words import Change as Changed
from moothall.domain.returned_words import Edit, Marked
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial, begun
from tests.people import Council

_POLICY, _AUTHOR = Role.POLICY_OFFICER, Role.REPORT_AUTHOR
PLACE, TITLE = "plan/opening/title", "Title of the plan"


def _commented(here: Council, **said: str) -> Comment:
    begun(here)
    by = here.who(_AUTHOR)
    about = {"workspace": here.workspace, "place": PLACE, "title": TITLE, "quote": "Savings", "by": by, "at": NOW}
    return comments.suggest(words="Saving", **about) if said else comments.comment(text="Whose?", **about)


def _suggested(here: Council) -> Comment:
    return _commented(here, words="Saving")


def _comment(here: Council) -> Do:
    begun(here)
    return lambda by: comments.comment(
        workspace=here.workspace, place=PLACE, title=TITLE, quote="Savings", text="Whose?", by=by, at=NOW
    )


def _suggest(here: Council) -> Do:
    begun(here)
    return lambda by: comments.suggest(
        workspace=here.workspace, place=PLACE, title=TITLE, quote="Savings", words="Saving", by=by, at=NOW
    )


def _reply(here: Council) -> Do:
    row = _commented(here)
    return lambda by: comments.reply(comment=row, text="Ours.", by=by, at=NOW)


def _resolve(here: Council) -> Do:
    row = _commented(here)
    return lambda by: comments.resolve(comment=row, by=by, at=NOW)


def _reopen(here: Council) -> Do:
    row = comments.resolve(comment=_commented(here), by=here.who(_AUTHOR), at=NOW)
    return lambda by: comments.reopen(comment=row, by=by, at=NOW)


def _use_words(here: Council) -> Do:
    row = _suggested(here)
    return lambda by: comments.use_words(comment=row, by=by, at=NOW)


def _refuse_words(here: Council) -> Do:
    row = _suggested(here)
    return lambda by: comments.refuse_words(comment=row, reason="It is one plan.", by=by, at=NOW)


def _bring_in(here: Council) -> Do:
    said, answer = comments.Brought("Ada Wick", NOW, "Whose?"), comments.Brought("Ned Wick", NOW, "Ours.")
    return lambda by: comments.bring_in(
        workspace=here.workspace, place=PLACE, title=TITLE, said=said, replies=[answer], is_resolved=True,
        file="plan.docx", by=by, at=NOW,
    )  # fmt: skip


def _take_out(here: Council) -> Do:
    some = [Section("", "Title", "Title", 1), Section(PLACE, TITLE, "Savings Plan")]
    beside = [OutComment(PLACE, "Ada Wick", "2024-06-20T09:00:00", "Whose?", 0, 7, known=1)]
    return lambda by: word.take_out(
        workspace=here.workspace, what="plan", label="Plan", sections=some, beside=beside, by=by, at=NOW
    )


def _bring_back(here: Council) -> Do:
    found = FromWord("", "", "Ada Wick", "", (), (), ())
    marked = (Marked("Savings "), Marked("and work ", 1), Marked("Plan"))
    changes = (Changed(1, "ins", "and work ", Edit("Ada Wick")),)
    said = (FoundComment("0", "Ada Wick", "", "Whose?", quote="Savings"),)
    came = Came(PLACE, TITLE, "Savings Plan", marked, changes, (), said, {})
    received = Received("", (came,), (Astray("outside", "Lost words"),), 0, ())
    return lambda by: word.bring_back(
        workspace=here.workspace, name="plan.docx", data=b"a file", found=found, received=received, by=by, at=NOW
    )


def _returned(here: Council) -> Returned:
    begun(here)
    _bring_back(here)(here.who(_AUTHOR))
    return Returned.objects.get()


def _accept_changes(here: Council) -> Do:
    _returned(here)
    return lambda by: word.accept_changes(section=ReturnedSection.objects.get(), numbers=[1], by=by, at=NOW)


def _refuse_changes(here: Council) -> Do:
    _returned(here)
    return lambda by: word.refuse_changes(section=ReturnedSection.objects.get(), numbers=[1], by=by, at=NOW)


def _answer_comment(here: Council) -> Do:
    _returned(here)
    return lambda by: word.answer_comment(comment=WordComment.objects.get(), is_kept=False, by=by, at=NOW)


def _keep_comment(here: Council) -> Do:
    _returned(here)
    return lambda by: word.answer_comment(comment=WordComment.objects.get(), is_kept=True, by=by, at=NOW)


def _place_stray(here: Council) -> Do:
    _returned(here)
    return lambda by: word.place_stray(
        stray=Stray.objects.get(), key=PLACE, title=TITLE, text="Lost words", revision=1, by=by, at=NOW
    )


def _put_aside(here: Council) -> Do:
    _returned(here)
    return lambda by: word.put_aside(stray=Stray.objects.get(), reason="They are another plan's.", by=by, at=NOW)


TRIALS = (
    Trial("comments.comment", "comment.made", Deed.COMMENT, _AUTHOR, _comment),
    Trial("comments.suggest", "comment.words_suggested", Deed.COMMENT, _AUTHOR, _suggest),
    Trial("comments.reply", "comment.answered", Deed.COMMENT, _AUTHOR, _reply),
    Trial("comments.resolve", "comment.resolved", Deed.COMMENT, _AUTHOR, _resolve),
    Trial("comments.reopen", "comment.reopened", Deed.COMMENT, _AUTHOR, _reopen),
    Trial("comments.refuse_words", "comment.words_refused", Deed.WRITE_PLAN, _POLICY, _refuse_words),
    Trial("comments.bring_in", "comment.brought_in", Deed.BRING_FROM_WORD, _AUTHOR, _bring_in),
    Trial("word.take_out", "word.taken_out", Deed.TAKE_TO_WORD, _AUTHOR, _take_out),
    Trial("word.bring_back", "word.brought_back", Deed.BRING_FROM_WORD, _AUTHOR, _bring_back),
    Trial("word.refuse_changes", "word.changes_refused", Deed.WRITE_PLAN, _POLICY, _refuse_changes),
    Trial("word.answer_comment", "word.comment_answered", Deed.BRING_FROM_WORD, _AUTHOR, _answer_comment),
    Trial("word.put_aside", "word.stray_put_aside", Deed.BRING_FROM_WORD, _AUTHOR, _put_aside),
)
SAVING = (
    Trial("comments.use_words", "comment.words_used", Deed.WRITE_PLAN, _POLICY, _use_words),
    Trial("word.accept_changes", "word.changes_accepted", Deed.WRITE_PLAN, _POLICY, _accept_changes),
    Trial("word.place_stray", "word.stray_placed", Deed.WRITE_PLAN, _POLICY, _place_stray),
    Trial("word.answer_comment, kept", "word.comment_answered", Deed.BRING_FROM_WORD, _AUTHOR, _keep_comment),
)
