"""Files from strangers in, documents out. The door is ``read.read_file``; no other room calls a reader by itself.

READERS names, for each kind of file that can be read, the module whose ``read(data, name)`` reads it.
"""

READERS: tuple[tuple[str, str], ...] = (
    ("pdf", "moothall.documents.reading.pdf"),
    ("docx", "moothall.documents.reading.docx"),
    ("odt", "moothall.documents.reading.odt"),
    ("html", "moothall.documents.reading.html"),
    ("mhtml", "moothall.documents.reading.mhtml"),
    ("text", "moothall.documents.reading.text"),
    ("xlsx", "moothall.documents.reading.xlsx"),
    ("ods", "moothall.documents.reading.ods"),
    ("csv", "moothall.documents.reading.csv"),
    ("email", "moothall.documents.reading.mail"),
)
