"""Writes a feed as JSON Feed 1.1."""

from __future__ import annotations

import json

from moothall.documents.writing.feed import Entry, Feed
from moothall.documents.writing.text import clean

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def write(feed: Feed) -> bytes:
    """The feed as a JSON Feed file in UTF-8, the same bytes for the same feed."""
    said = {
        "version": VERSION,
        "title": clean(feed.title),
        "home_page_url": feed.page,
        "feed_url": feed.self_address,
        "language": "en-GB",
        "items": [_item(one) for one in feed.entries],
    }
    return (json.dumps(said, ensure_ascii=False, indent=2) + "\n").encode()


def _item(one: Entry) -> dict[str, object]:
    return {
        "id": one.id,
        "url": one.address,
        "title": clean(one.title),
        "content_text": clean(one.summary),
        "date_published": one.at.isoformat(timespec="seconds"),
        "authors": [{"name": clean(one.author)}],
        "tags": [one.kind],
    }
