"""Document trees in, files out. Each writer has one public function, ``write``; what is said is decided in layouts.

WRITERS names the modules that write a format, in the order people are offered them.
"""

WRITERS: tuple[str, ...] = ("html", "pdf", "docx", "csv")
