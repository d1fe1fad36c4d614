"""A paper's web site on a real server of this machine: its feed and its pages, which a test changes as it likes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support.ingest.stories import Story

NAMESPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"'
)


@dataclass
class Answer:
    """What the server says at a path."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


@dataclass
class Site:
    """The server: `answers` by path, and the requests that it got (path and headers, names in lower case)."""

    base: str
    answers: dict[str, Answer] = field(default_factory=dict)
    requests: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def feed(self) -> str:
        """The address of its feed."""
        return f"{self.base}/feed"

    @property
    def paths(self) -> list[str]:
        """What was asked for."""
        return [path for path, _ in self.requests]

    def publishes(self, xml: str, *, validators: bool = False, **headers: str) -> None:
        """Puts up the feed; with validators it answers 304 to whoever has this version."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        mark = {"ETag": f'"{hash(xml)}"'} if validators else {}
        self.answers["/feed"] = Answer(xml.encode(), headers={"Content-Type": "application/rss+xml", **mark, **named})

    def prints(self, *stories: Story, around: str = "") -> None:
        """Puts up a page of each story."""
        for story in stories:
            self.answers[f"/{story.slug}"] = Answer(page(story, around).encode(), headers={"Content-Type": "text/html"})


def page(story: Story, around: str = "") -> str:
    """The page of a story."""
    return (
        f'<!doctype html><html lang="de"><head><title>{escape(story.title)}</title></head><body>'
        f"<article><h1>{escape(story.title)}</h1>{story.html}{around}</article></body></html>"
    )


def item(
    story: Story, base: str, tags: Mapping[str, str] | None = None, *, whole: bool = True, trailer: str = ""
) -> str:
    """The story in an RSS feed, whole or as a teaser of its first words; `tags` are other values of its elements."""
    html = story.html + trailer
    teaser = f"{' '.join(story.paragraphs[0].split()[:12])} […]"
    told = {
        "title": escape(story.title),
        "link": f"{base}/{story.slug}",
        "guid": f"id-{story.slug}",
        "pubDate": story.published,
        "dc:creator": story.author,
        "description": escape(teaser),
        **({"content:encoded": f"<![CDATA[{html}]]>"} if whole else {}),
        **story.extra,
        **(tags or {}),
    }
    return "<item>" + "".join(f"<{name}>{value}</{name}>" for name, value in told.items() if value) + "</item>"


def rss(
    items: Iterable[str], base: str = "https://example.org", *, title: str = "Der Stadtbote", more: str = ""
) -> str:
    """An RSS feed of these items."""
    head = f"<title>{title}</title><link>{base}/</link><language>de-DE</language>{more}"
    body = "".join(items)
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" {NAMESPACES}><channel>{head}{body}</channel></rss>'
    )


@contextmanager
def served() -> Iterator[Site]:
    """A site on a free port."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            answer = site.answers.get(self.path, Answer(b"nothing", 404))
            mark = answer.headers.get("ETag")
            known = mark is not None and self.headers.get("If-None-Match") == mark
            body = b"" if known else answer.body
            self.send_response(304 if known else answer.status)
            for name, value in {**answer.headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Not to the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        site = Site(f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield site
        server.shutdown()
        thread.join()
