"""Whether whom a message names is who says it in the article."""

from __future__ import annotations

import pytest

from retrieval import Retriever, SpeakerVerdict

RIGHT, WRONG, UNSAID = SpeakerVerdict.RIGHT, SpeakerVerdict.WRONG, SpeakerVerdict.UNSAID
TILES = "„Wir haben jede Fliese zweimal umgedreht“"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        (f"Wiesner: {TILES}", RIGHT),
        (f"Konrad Wiesner hat gesagt: {TILES} 😂", RIGHT),
        (f"{TILES}, sagt Wiesner", RIGHT),
        (f"{TILES} (Konrad Wiesner)", RIGHT),
        (f"Der Bürgermeister sagte am Montag: {TILES}", RIGHT),
        (f"Habt ihr das gelesen? Wiesner über das Bad: {TILES}", RIGHT),
        (f"{TILES} Das soll Wiesner gesagt haben.", RIGHT),
        (f"laut Wiesner {TILES}", RIGHT),
        (f"Aydin: {TILES}", WRONG),
        (f"Die Betriebsleiterin meint: {TILES}", WRONG),
        (f"Aydin über Wiesner: {TILES}", WRONG),
        (f"{TILES}, so Peter Lang vom Schwimmverein", WRONG),
        (f"Angela Merkel sagte: {TILES}", WRONG),
        (TILES, UNSAID),
        (f"{TILES} stimmt das?", UNSAID),
        (f"hat sie das so gesagt? {TILES}", UNSAID),
        (f"Unfassbar! {TILES} Wo ist da der Respekt?", UNSAID),
        ("Joan Pell said: “We're short of eleven people”", RIGHT),
        ("“We're short of eleven people,” Rao said", WRONG),
        ("Is that what he said? “It is a small cut”", UNSAID),
        ("The councillor told us: “It is a small cut”", RIGHT),
        ("Wiesner: „Die Kasse der Groß-Anlage bleibt montags zu“", WRONG),
        ("Die Zeitung: „Die Kasse der Groß-Anlage bleibt montags zu“", RIGHT),
        (f"Die Zeitung: {TILES}", UNSAID),
        (f"In der Zeitung steht: {TILES}", UNSAID),
        ("Wiesner: „Wir haben jede Fliese dreimal umgedreht“", RIGHT),
    ],
)
def test_the_speaker(pool: Retriever, text: str, speaker: SpeakerVerdict) -> None:
    (check,) = pool.check(text)
    assert check.speaker is speaker


def test_each_quotation_has_the_speaker_beside_it(pool: Retriever) -> None:
    text = f"Wiesner: {TILES}. Und Aydin so: „Kein Bad im Landkreis ist billiger als unseres.“"
    assert [(check.speaker, check.named) for check in pool.check(text)] == [(RIGHT, "Wiesner"), (WRONG, "Aydin")]
