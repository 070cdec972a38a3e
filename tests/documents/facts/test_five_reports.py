"""The five real covering reports, where they lie beside the project, as text and as DOCX made for the test."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import docx
import pytest

from moothall.documents.reading import docx as docx_reader
from moothall.documents.reading import text
from moothall.documents.review import Review, review

PLAIN = ("meeting_date", "deadline", "key_decision", "call_in", "publish_on_website")


@pytest.fixture(scope="module")
def gold(shared_folder: Path) -> dict[str, Any]:
    whole = json.loads((shared_folder / "seeds" / "gold.json").read_text(encoding="utf-8"))
    return {name: value for name, value in whole.items() if not name.startswith("_")}


def as_docx(words: str) -> bytes:
    document = docx.Document()
    for line in words.splitlines():
        plain = line.replace("**", "").strip()
        if plain.startswith("#"):
            document.add_heading(plain.lstrip("# "), 2)
        elif plain:
            document.add_paragraph(plain)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def reviews(shared_folder: Path, name: str) -> tuple[Review, Review]:
    data = (shared_folder / "seeds" / name).read_bytes()
    return (
        review(text.read(data, name)),
        review(docx_reader.read(as_docx(data.decode()), name.replace(".txt", ".docx"))),
    )


def test_plain_answers_agree_with_the_careful_reader_in_both_formats(shared_folder: Path, gold: dict[str, Any]) -> None:
    wrong = [
        (name, field, found.record.plain()[field], right[field])
        for name, right in gold.items()
        for found in reviews(shared_folder, name)
        for field in PLAIN
        if found.record.plain()[field] != right[field]
    ]

    assert wrong == []


def test_sets_of_verbs_themes_and_implications_agree_in_both_formats(shared_folder: Path, gold: dict[str, Any]) -> None:
    wrong = []
    for name, right in gold.items():
        for found in reviews(shared_folder, name):
            record = found.record
            kinds = {each["kind"] for each in record.implications or ()}
            for field, have in (("verbs", record.verbs), ("themes", record.themes), ("implications", kinds)):
                if set(have or ()) != set(right[field]):
                    wrong.append((name, field, have))

    assert wrong == []


def test_a_council_that_is_never_named_is_asked_for(shared_folder: Path, gold: dict[str, Any]) -> None:
    nameless = [name for name, right in gold.items() if right["authority"] is None]

    found = [each for name in nameless for each in reviews(shared_folder, name)]

    assert found
    assert all(each.record.authority is None for each in found)
    assert all("authority_not_named" in {remark.check for remark in each.remarks} for each in found)


def test_a_name_known_only_by_an_address_is_put_to_a_person(shared_folder: Path, gold: dict[str, Any]) -> None:
    by_address = [name for name, right in gold.items() if (right["authority"] or {}).get("basis") == "email_domain"]

    found = [reviews(shared_folder, name)[0] for name in by_address]

    assert [(each.record.authority or {})["basis"] for each in found] == ["email_domain"]
    assert "authority_not_named" in {remark.check for remark in found[0].remarks}


def test_the_careful_readers_remarks_are_made(shared_folder: Path) -> None:
    expected = {
        "001_4da07301145ffdfb.txt": {"deadline_contradiction", "officer_comments_on_own_report"},
        "003_bd20a5c746615370.txt": {"noting_only_against_approving", "department_name"},
        "004_1db6b25e8d0ebb4c.txt": {"step_after_deadline", "authority_not_named", "note_is_not_endorse"},
    }

    made = {name: {r.check for r in reviews(shared_folder, name)[0].remarks} for name in expected}

    assert all(made[name] >= checks for name, checks in expected.items())
