"""Files that are broken, locked or meant to hurt, each made while the tests run."""

from __future__ import annotations

import io
import warnings
import zipfile

import pikepdf
import pypdfium2 as pdfium
from PIL import Image, ImageDraw

from tests.samples import as_docx, as_reportlab_pdf, report, workbooks


def locked_pdf() -> bytes:
    """A PDF that asks for a password."""
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(as_reportlab_pdf.make(report.MATTER))) as opened:
        opened.save(kept, encryption=pikepdf.Encryption(owner="owner", user="reader", R=6))
    return kept.getvalue()


def pdf_of_pages(count: int) -> bytes:
    """A PDF with so many empty pages."""
    kept = io.BytesIO()
    with pikepdf.new() as made:
        for _ in range(count):
            made.add_blank_page(page_size=(595, 842))
        made.save(kept)
    return kept.getvalue()


def scanned_pdf(words: str = "RECOMMENDED that Cabinet approves the plan") -> bytes:
    """A PDF of two pages that are pictures only."""
    pages = []
    for number in (1, 2):
        picture = Image.new("L", (1240, 1754), 255)
        ImageDraw.Draw(picture).text((120, 200), f"{words} {number}", fill=0, font_size=40)
        pages.append(picture)
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=150)
    return kept.getvalue()


def sideways(data: bytes, turned: int) -> bytes:
    """A PDF whose pages are shown turned."""
    kept = io.BytesIO()
    opened = pdfium.PdfDocument(data)
    for page in opened:
        page.set_rotation(turned)
    opened.save(kept)
    return kept.getvalue()


def docx_with(parts: dict[str, bytes]) -> bytes:
    """A Word document with parts put in or put in the place of others."""
    return _repacked(as_docx.make(report.MATTER), parts)


def docx_with_macros() -> bytes:
    """A Word document with a macro project."""
    return docx_with({"word/vbaProject.bin": b"\xd0\xcf\x11\xe0 Attribute VB_Name"})


def docx_with_entities() -> bytes:
    """A Word document whose main part declares entities that multiply."""
    lines = ['<?xml version="1.0"?>', "<!DOCTYPE a [", '<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 10)]
    body = "<w:body><w:p><w:r><w:t>&a9;</w:t></w:r></w:p></w:body>"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    lines += ["]>", f'<w:document xmlns:w="{space}">{body}</w:document>']
    return docx_with({"word/document.xml": "\n".join(lines).encode()})


def docx_with_entities_behind_a_comment() -> bytes:
    """The same, the declarations behind a comment longer than anybody looks at first."""
    with zipfile.ZipFile(io.BytesIO(docx_with_entities())) as archive:
        part = archive.read("word/document.xml")
    return docx_with({"word/document.xml": part.replace(b"<!DOCTYPE", b"<!--" + b"x" * 100_000 + b"--><!DOCTYPE", 1)})


def xlsx_with(parts: dict[str, bytes]) -> bytes:
    """A workbook with parts put in or put in the place of others."""
    return _repacked(workbooks.measures(), parts)


def xlsx_with_entities() -> bytes:
    """A workbook whose words declare entities that multiply."""
    lines = ['<?xml version="1.0"?>', "<!DOCTYPE a [", '<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{step} "{f"&a{step - 1};" * 10}">' for step in range(1, 10)]
    lines += ["]>", "<sst><si><t>&a9;</t></si></sst>"]
    return xlsx_with({"xl/sharedStrings.xml": "\n".join(lines).encode()})


def xlsx_that_refers(address: str) -> bytes:
    """A workbook with a formula that takes its value from another file."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath"
    link = (
        f'<Relationships><Relationship Id="r1" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    )
    return xlsx_with({"xl/externalLinks/_rels/externalLink1.xml.rels": link.encode()})


def docx_with_a_part_twice() -> bytes:
    """A Word document that holds its main part two times, the second saying something else."""
    kept = io.BytesIO(as_docx.make(report.MATTER))
    with warnings.catch_warnings(), zipfile.ZipFile(kept, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("word/document.xml", "<other/>")
    return kept.getvalue()


def zip_within_itself(times: int = 5) -> bytes:
    """A zip that holds a zip that holds a zip."""
    data = b"words"
    for _ in range(times):
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("again.zip", data)
        data = kept.getvalue()
    return data


def huge_picture() -> bytes:
    """A small file that says it is a picture of 60,000 by 60,000 points."""
    head = b"IHDR" + (60_000).to_bytes(4, "big") * 2 + b"\x08\x06\x00\x00\x00"
    return b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\r" + head + b"\x00" * 64


def docx_that_fetches(address: str) -> bytes:
    """A Word document whose template is somewhere else."""
    with zipfile.ZipFile(io.BytesIO(as_docx.make(report.MATTER))) as archive:
        rels = archive.read("word/_rels/document.xml.rels").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    link = f'<Relationship Id="rId999" Type="{kind}" Target="{address}" TargetMode="External"/></Relationships>'
    return docx_with({"word/_rels/document.xml.rels": rels.replace("</Relationships>", link).encode()})


def docx_bomb(megabytes: int = 300) -> bytes:
    """A small Word document that unpacks to very much."""
    return docx_with({"word/media/padding.bin": b"\x00" * (megabytes * 1024 * 1024)})


def zip_of_parts(count: int) -> bytes:
    """A Word document with so many parts."""
    return docx_with({f"word/extra/{number}.xml": b"<a/>" for number in range(count)})


def locked_docx() -> bytes:
    """The outside of a Word document that asks for a password: Office keeps the document in an older container."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504 + "EncryptedPackage".encode("utf-16-le") + b"\x00" * 2048


def locked_zip() -> bytes:
    """A Word document each part of which says that it is encrypted."""
    data = bytearray(as_docx.make(report.MATTER))
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 8] |= 1
        at += 4
    return bytes(data)


def _repacked(data: bytes, parts: dict[str, bytes]) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as target:
        for member in source.namelist():
            if member not in parts:
                target.writestr(member, source.read(member))
        for name, content in parts.items():
            target.writestr(name, content)
    return kept.getvalue()
