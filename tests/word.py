"""Word files changed by hand, letter by letter, the way Word writes tracked changes and comments."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def parts(data: bytes) -> dict[str, bytes]:
    """Each part of the file by its name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(held: dict[str, bytes]) -> bytes:
    """A file of these parts."""
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return kept.getvalue()


def run(text: str) -> str:
    """A run of words."""
    return f'<w:r w:rsidR="00A1B2C3"><w:t xml:space="preserve">{text}</w:t></w:r>'


def ins(text: str, author: str = "Piers Tolland", name: str = "ins") -> str:
    """Words put in with tracking; ``name`` moveTo for words moved to here."""
    return f'<w:{name} w:id="901" w:author="{author}" w:date="2024-06-24T10:00:00Z">{run(text)}</w:{name}>'


def cut(text: str, author: str = "Piers Tolland", name: str = "del") -> str:
    """Words taken out with tracking; ``name`` moveFrom for words moved away."""
    word = "delText" if name == "del" else "t"
    return (
        f'<w:{name} w:id="902" w:author="{author}" w:date="2024-06-24T10:00:00Z"><w:r>'
        f'<w:{word} xml:space="preserve">{text}</w:{word}></w:r></w:{name}>'
    )


def inserted(before: str, words: str, author: str) -> str:
    """What stands in a run's text where words are put in after ``before``: the run is closed and opened again."""
    opened = '<w:r w:rsidR="00A1B2C3"><w:t xml:space="preserve">'
    return f"{before}</w:t></w:r>{ins(words, author)}{opened}"


def edited(data: bytes, *changes: tuple[str, str]) -> bytes:
    """The file with stretches of its text replaced by others, each of which must be there."""
    held = parts(data)
    text = held["word/document.xml"].decode().replace("<w:t>", '<w:t xml:space="preserve">')
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return packed(held | {"word/document.xml": text.encode()})


def with_part(data: bytes, name: str, kind: str, content: str, media: str = "") -> bytes:
    """The file with one more part that its document leads to."""
    held = parts(data)
    relation = f'<Relationship Id="rHand{len(held)}" Type="{_RELATIONS}/{kind}" Target="{name}"/></Relationships>'
    rels = held["word/_rels/document.xml.rels"].decode().replace("</Relationships>", relation)
    types = held["[Content_Types].xml"].decode()
    more = f'<Override PartName="/word/{name}" ContentType="{media or f"{_TYPES}.{kind}+xml"}"/></Types>'
    return packed(
        held
        | {
            "word/_rels/document.xml.rels": rels.encode(),
            "[Content_Types].xml": types.replace("</Types>", more).encode(),
            f"word/{name}": content.encode(),
        }
    )


def with_comment(data: bytes, about: str, text: str, author: str) -> bytes:
    """The file with a comment on some of its words."""
    marked = (
        f'</w:t></w:r><w:commentRangeStart w:id="7"/>{run(about)}<w:commentRangeEnd w:id="7"/>'
        '<w:r><w:commentReference w:id="7"/></w:r><w:r><w:t xml:space="preserve">'
    )
    comments = (
        f'<w:comments xmlns:w="{W}"><w:comment w:id="7" w:author="{author}" w:date="2024-06-24T10:00:00Z">'
        f"<w:p>{run(text)}</w:p></w:comment></w:comments>"
    )
    return with_part(edited(data, (about, marked)), "comments.xml", "comments", comments)
