"""The HTML within a feed as the text of an article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.feed.markup import html_to_line, html_to_text
from tests.support.ingest.stories import BRIDGE


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Eins<br>zwei<br/><br>drei", "Eins\nzwei\n\ndrei"),
        ("<p>Ein  „<b>Wort</b>“\n &amp; <a href='x'>mehr</a>.</p>Rest <!-- weg -->da", "Ein „Wort“ & mehr.\n\nRest da"),
        ("<h2>Über <em>uns</em></h2><p>Text</p>", "## Über uns\n\nText"),
        ("<ul><li>a</li><li>b<p>c</p></li></ul>", "a\n\nb\n\nc"),
        ("<blockquote>Zitat</blockquote>", "Zitat"),
        ("<p># 1 im Land</p>", "    # 1 im Land"),
        ("<p>Text</p><figure><img src=x><figcaption>Bild: dpa</figcaption></figure>", "Text"),
        ("<p>Text</p><script>var a = '<p>b</p>'</script><style>p {}</style><iframe src=x>i</iframe>", "Text"),
        (f"{BRIDGE.html}<div class='sharedaddy sd-sharing'>Teilen: <a>X</a></div>", BRIDGE.text),
        (f"{BRIDGE.html}<div id='newsletter-box'><p>Abonnieren</p></div><p>Ende</p>", f"{BRIDGE.text}\n\nEnde"),
        (f"<div class='share related'>{BRIDGE.html}</div>", BRIDGE.text),  # all of it is no box
        ("<table><tr><td>Zelle</td></tr></table>", ""),
        ("Kein HTML", "Kein HTML"),
        ("", ""),
        ("<p>offen <b>und <i>schief</b> zu</i>", "offen und schief zu"),
    ],
)
def test_html_as_a_text(markup: str, text: str) -> None:
    assert html_to_text(markup) == text


@given(st.text())
def test_any_html_has_a_text(markup: str) -> None:
    assert "\0" not in html_to_text(markup)
    assert "\n" not in html_to_line(markup)


def test_deep_html_does_not_overflow() -> None:
    assert "tief" in html_to_text("<div>" * 200 + "tief" + "</div>" * 200)
    html_to_text("<div>" * 100_000)
