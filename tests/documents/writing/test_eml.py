"""A message with its files opens in a mail program, and is the same bytes each time it is written."""

import email
from dataclasses import replace
from datetime import UTC, datetime
from email.policy import default

import pytest

from moothall.documents.exchange import pack_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.writing.eml import Enclosed, Letter, write
from moothall.domain.packs import Pack, PackFile

LETTER = Letter(
    sender="chief@council.example", sender_name="Gwen Ostler", to="plans@department.example", subject="Plan – £140k",
    words="Attached is our plan.\r\n\r\nGwen Ostler", at=datetime(2024, 7, 19, 10, 42, 5, 9, tzinfo=UTC),
    message_id="X-1@council.example", is_draft=True,
)  # fmt: skip
PLAN = Enclosed("plan.pdf", b"%PDF-1.7\r\n\x00\xff", "application/pdf")


def test_a_message_comes_back_with_its_words_and_its_files_unchanged() -> None:
    data = write(LETTER, [PLAN, Enclosed("SHA256SUMS", b"ab  plan.pdf\n", "text/plain")])

    found = email.message_from_bytes(data, policy=default)
    files = {part.get_filename(): part.get_payload(decode=True) for part in found.iter_attachments()}
    assert (found["Subject"], found["To"], found["X-Unsent"]) == (LETTER.subject, LETTER.to, "1")
    assert found.get_body().get_content().replace("\r\n", "\n") == "Attached is our plan.\n\nGwen Ostler\n"  # type: ignore[union-attr]
    assert files == {"plan.pdf": PLAN.data, "SHA256SUMS": b"ab  plan.pdf\n"}
    assert write(LETTER, [PLAN]) == write(LETTER, [PLAN])
    assert all(line.endswith(b"\r") for line in data.split(b"\n")[:-1])


@pytest.mark.parametrize("field", ["to", "subject", "sender"])
def test_a_line_end_in_a_head_is_refused(field: str) -> None:
    with pytest.raises(ValueError):
        write(replace(LETTER, **{field: "a@b.example\r\nBcc: c@d.example"}), [PLAN])


def test_the_list_of_files_comes_back_exactly_and_a_short_sum_is_told_with_its_place() -> None:
    pack = Pack("X-1", "X07", "Ambermere", "savings", LETTER.at, "f" * 64, (PackFile("plan.pdf", 3, "a" * 64, "Plan"),))

    assert pack_json.load(pack_json.to_bytes(pack)) == pack
    data = pack_json.dump(pack)
    data["files"][0]["sha256"] = "a"
    with pytest.raises(NotLoaded) as refused:
        pack_json.load(data)
    assert refused.value.path == "files[0].sha256"
