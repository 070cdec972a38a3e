"""The small pages of an audit file: its index, what is set apart, and how to check it. Plain HTML without a script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import quote

_STYLE = (
    "body{font:17px/1.5 Georgia,serif;color:#1c2321;max-width:46rem;margin:2rem auto;padding:0 1rem}"
    "h1{font-size:1.9rem;line-height:1.2}h2{font-size:1.25rem;margin-top:2rem;border-top:1px solid #c9d0cc;"
    "padding-top:1rem}a{color:#17594a}li{margin:.3rem 0;overflow-wrap:anywhere}"
    "code{font-size:.85em;overflow-wrap:anywhere}dt{font-weight:bold}dd{margin:0 0 .6rem}.note{color:#4d5753}"
)


def page(title: str, *, lede: str = "", facts: Sequence[tuple[str, str]] = (), parts: Iterable[str] = ()) -> bytes:
    """A whole page: title, a sentence under it, facts as name and value, and parts that are HTML already."""
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(value)}</dd>" for name, value in facts)
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{escape(title)}</h1>\n"
        f"{f'<p>{escape(lede)}</p>' if lede else ''}\n{f'<dl>{told}</dl>' if told else ''}\n{body}\n"
        "</main>\n</body>\n</html>\n"
    ).encode()


def links(title: str, files: Sequence[tuple[str, str]], *, empty: str = "") -> str:
    """A heading with a list of links, each a file's name within the folder and what it is."""
    rows = "".join(f'<li><a href="{quote(name)}">{escape(what)}</a></li>' for name, what in files)
    return f"<h2>{escape(title)}</h2>\n{f'<ul>{rows}</ul>' if rows else f'<p class=note>{escape(empty)}</p>'}"


def said(title: str, lines: Sequence[str], *, empty: str = "") -> str:
    """A heading with a list of sentences."""
    rows = "".join(f"<li>{escape(one)}</li>" for one in lines)
    return f"<h2>{escape(title)}</h2>\n{f'<ul>{rows}</ul>' if rows else f'<p>{escape(empty)}</p>'}"


def how_to_check() -> bytes:
    """How somebody finds out, without Moothall, whether a copy of the folder is whole and unchanged."""
    return page(
        "How to check this folder",
        lede="Each file has a fingerprint, its SHA-256: 64 characters that change when one letter of the file changes.",
        parts=(
            "<h2>All files at once</h2><p>On Linux or a Mac, open a terminal in this folder and type "
            "<code>sha256sum -c SHA256SUMS</code> (on a Mac <code>shasum -a 256 -c SHA256SUMS</code>). Each file is "
            "answered with OK.</p>",
            "<h2>One file</h2><p>On Windows, type <code>certutil -hashfile NAME SHA256</code> and compare what it says "
            "with the line of that file in SHA256SUMS.</p>",
            "<h2>The whole</h2><p>The council's record has the fingerprint of the ZIP and that of its content. The "
            "fingerprint of the content is the SHA-256 of <code>open/manifest.json</code>, followed by that of "
            "<code>apart/manifest.json</code> where there is one. Made twice of the same state, it is the same.</p>",
        ),
    )
