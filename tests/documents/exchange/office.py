"""LibreOffice driven without a window: a Word file is opened, changed by a few lines of Basic, and saved as Word."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">{code}
</script:module>"""
_CODE = """
Sub Change(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
%s
  Dim as_word(0) As New com.sun.star.beans.PropertyValue
  as_word(0).Name = "FilterName" : as_word(0).Value = "MS Word 2007 XML"
  doc.storeToURL(ConvertToURL(target), as_word())
  doc.close(True)
End Sub
Sub Say(doc, after As String, words As String)
  search = doc.createSearchDescriptor() : search.SearchString = after
  found = doc.findFirst(search)
  at = found.Text.createTextCursorByRange(found.End)
  found.Text.insertString(at, words, False)
End Sub
Sub Cut(doc, words As String)
  search = doc.createSearchDescriptor() : search.SearchString = words
  found = doc.findFirst(search)
  found.String = ""
End Sub
"""


def changed(folder: Path, data: bytes, basic: str) -> bytes:
    """The Word file after LibreOffice ran these lines of Basic on ``doc``. Skips where there is no LibreOffice."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: Word files that it wrote cannot be tried.")
    start = [program, "--headless", "--norestore", f"-env:UserInstallation={(folder / 'profile').as_uri()}"]
    subprocess.run([*start, "--terminate_after_init"], check=True, timeout=120, capture_output=True)
    library = folder / "profile" / "user" / "basic" / "Standard"
    escaped = (_CODE % basic).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    (library / "Module1.xba").write_text(_MODULE.format(code=escaped))
    source, target = folder / "sent.docx", folder / "returned.docx"
    source.write_bytes(data)
    macro = f'macro:///Standard.Module1.Change("{source}","{target}")'
    subprocess.run([*start, macro], check=True, timeout=120, capture_output=True)
    return target.read_bytes()
