"""The kinds of file people upload: what each is called, and which names it may carry."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Media:
    """A kind of file. ``key`` is a stable id, ``called`` reads after "this is".

    ``extensions`` start with the usual one. ``advice`` is what to do with a kind that cannot be read, and is empty for
    the kinds that can.
    """

    key: str
    called: str
    mime: str
    extensions: tuple[str, ...]
    advice: str = ""


_WORD = "application/vnd.openxmlformats-officedocument."
PDF = Media("pdf", "a PDF", "application/pdf", (".pdf",))
DOCX = Media("docx", "a Word document", f"{_WORD}wordprocessingml.document", (".docx", ".dotx"))
ODT = Media("odt", "an OpenDocument text", "application/vnd.oasis.opendocument.text", (".odt", ".ott"))
HTML = Media("html", "a web page", "text/html", (".html", ".htm", ".xhtml", ".aspx", ".asp", ".php"))
MHTML = Media("mhtml", "a web page saved in one file", "multipart/related", (".mht", ".mhtml"))
TEXT = Media("text", "plain text", "text/plain", (".txt", ".md", ".markdown", ".text"))
XLSX = Media("xlsx", "a spreadsheet", f"{_WORD}spreadsheetml.sheet", (".xlsx", ".xltx"))
ODS = Media("ods", "an OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", (".ods", ".ots"))
CSV = Media("csv", "a table in plain text", "text/csv", (".csv", ".tsv"))
EMAIL = Media("email", "an e-mail", "message/rfc822", (".eml",))

_EXPORT = "Save it as a Word document (.docx) or export it as a PDF, and upload that."
DOC = Media("doc", "a Word document in the format used before 2007", "application/msword", (".doc", ".dot"), _EXPORT)
RTF = Media("rtf", "a rich text file", "application/rtf", (".rtf",), _EXPORT)
PPTX = Media("pptx", "a PowerPoint file", f"{_WORD}presentationml.presentation", (".pptx", ".ppsx"), _EXPORT)
XLS = Media(
    "xls",
    "a spreadsheet in the format used before 2007",
    "application/vnd.ms-excel",
    (".xls", ".xlt"),
    "Open it in Excel or LibreOffice, save it as a workbook (.xlsx), and upload that.",
)
MSG = Media(
    "msg",
    "an e-mail in Outlook's own format",
    "application/vnd.ms-outlook",
    (".msg",),
    "Open it in Outlook and save the report or letter attached to it, or save the mail itself with the ending .eml, "
    "and upload that.",
)
PICTURE = Media(
    "picture",
    "a picture",
    "image/*",
    (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".webp", ".heic"),
    "Upload the document the picture was taken of, as a Word document or a PDF with real text.",
)
ZIP = Media(
    "zip", "a zip file", "application/zip", (".zip",), "Unpack it and upload the documents in it one at a time."
)
OTHER = Media("other", "a file of a kind not known here", "application/octet-stream", (), _EXPORT)

READABLE = (PDF, DOCX, ODT, HTML, MHTML, TEXT, XLSX, ODS, CSV, EMAIL)
KNOWN = (*READABLE, DOC, RTF, PPTX, XLS, MSG, PICTURE, ZIP)
BY_KEY = {media.key: media for media in (*KNOWN, OTHER)}


def named(name: str) -> Media | None:
    """The kind of file its name claims, by the extension; None where the name claims nothing known."""
    lowered = name.strip().lower()
    return next((media for media in KNOWN if lowered.endswith(media.extensions)), None)
