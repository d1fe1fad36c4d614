"""What the page asks for."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from bot.preview.scene import Scene
from bot.simulator import Group
from bot.simulator.client import chat_key
from bot.simulator.delivery.posts import post
from bot.simulator.people.replies import reply_fields
from bot.simulator.world.message_content.entities import Entity

PAGE = """<!doctype html><html lang="de"><head><title>Die Fähre fährt wieder</title></head><body>
<nav>Start · Sport · Wetter</nav><article><h1>Die Fähre fährt wieder</h1>
<p>Die Fähre über den Ellersund fährt ab Montag wieder, teilte die Reederei mit. Der Motor wurde ausgetauscht.</p>
<p>Die Reparatur hat nach Angaben der Gemeinde vierzigtausend Euro gekostet und drei Wochen gedauert.</p>
</article></body></html>"""


def test_every_chat_has_a_kind_that_the_page_knows(scene: Scene) -> None:
    kinds = [scene.kinds[chat_key(chat)] for chat in scene.telegram.chats]
    assert sorted(kinds) == ["forum", "group", "guest", "inline", "private", "private", "private"]


def test_the_token_cannot_be_guessed(scene: Scene) -> None:
    _, secret = scene.account.token.split(":")
    assert len(secret) >= 32


def test_an_action_that_no_client_offers_is_one_line(client: httpx.Client) -> None:
    answer = client.post("/actions", json={"do": "say", "person": 1, "chat": "none", "text": "x"})
    assert (answer.status_code, answer.json()) == (409, {"error": "there is no chat none"})


@pytest.mark.parametrize(
    ("path", "body", "code", "told"),
    [
        ("/actions", "{", 400, "the body is not JSON"),
        ("/process", '{"do": "explode"}', 409, "no such switch"),
        ("/process", "[]", 409, 'a text is missing: "do"'),
        ("/why", '{"chat": "1", "message": 1}', 409, "there is no chat 1"),
        ("/articles", "{}", 409, "text: Field required"),
        ("/draft", "{}", 409, 'a text is missing: "url"'),
    ],
)
def test_what_cannot_be_done_is_one_line(client: httpx.Client, path: str, body: str, code: int, told: str) -> None:
    answer = client.post(path, content=body.encode(), headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]) == (code, told)


def test_a_dropped_page_becomes_an_article_file(client: httpx.Client, content_dir: Path) -> None:
    raw = {"Content-Type": "application/octet-stream"}
    draft = client.post("/draft?name=faehre.html", content=PAGE.encode(), headers=raw).json()
    assert (draft["title"], draft["language"]) == ("Die Fähre fährt wieder", "de")
    assert "Wetter" not in draft["text"]
    corrected = {name: value or ([] if isinstance(value, (list, tuple)) else "") for name, value in draft.items()}
    corrected |= {"published": "2024-10-25", "questions": ["Wann fährt die Fähre wieder?"]}
    assert client.post("/articles", json=corrected).json() == {"path": "die-faehre-faehrt-wieder.md"}
    file = (content_dir / "die-faehre-faehrt-wieder.md").read_text("utf-8")
    assert "published: 2024-10-25" in file
    assert "- Wann fährt die Fähre wieder?" in file
    again = client.post("/articles", json=corrected)
    assert (again.status_code, "this article is there already" in again.json()["error"]) == (409, True)


def test_a_file_that_is_no_text_is_refused_in_one_line(client: httpx.Client) -> None:
    raw = {"Content-Type": "application/octet-stream"}
    answer = client.post("/draft?name=bild.png", content=b"\x89PNG\r\n\x1a\n\x00\x00", headers=raw)
    assert answer.status_code == 409
    assert "\n" not in answer.json()["error"]


@pytest.mark.parametrize(
    ("sentences", "code", "told"),
    [
        (103_000, 409, "The article has 2.1 MB, more than 2 MB; divide it into several articles, or set "),
        (1_100_000, 413, "the file has more than 20 MB; an article is a text"),
    ],
)
def test_a_text_that_is_too_large_is_refused(client: httpx.Client, sentences: int, code: int, told: str) -> None:
    raw = {"Content-Type": "application/octet-stream"}
    answer = client.post("/draft?name=roman.txt", content=b"Die Insel schwieg.\n\n" * sentences, headers=raw)
    assert (answer.status_code, told in answer.json()["error"]) == (code, True)


def test_a_draft_that_has_grown_too_large_is_not_written(client: httpx.Client, content_dir: Path) -> None:
    before = sorted(content_dir.iterdir())
    answer = client.post("/articles", json={"title": "Roman", "language": "de", "text": "Wort " * 400_000 + "Ende."})
    assert (answer.status_code, "more than 2 MB" in answer.json()["error"]) == (409, True)
    assert sorted(content_dir.iterdir()) == before


def test_a_feed_is_refused_with_the_command_that_takes_it(client: httpx.Client) -> None:
    raw = {"Content-Type": "application/octet-stream"}
    answer = client.post("/draft?name=bote.xml", content=b"<rss version='2.0'/>", headers=raw)
    told = "bote.xml: this is a feed, no article; to follow it: python -m bot add bote.xml"
    assert (answer.status_code, answer.json()) == (409, {"error": told})


def group_of(scene: Scene) -> Group:
    (group,) = [chat for chat in scene.telegram.chats if isinstance(chat, Group) and chat.title == "Leserunde"]
    return group


def asked_in_the_group(scene: Scene, question: str, answer: str) -> dict[str, object]:
    """The key and number of what the bot answered to this question in the group; the bot does not run here."""
    group = group_of(scene)
    asked = scene.telegram.people[0].says(group, question)
    said = scene.telegram.bot_says(scene.account, group, answer, reply_to=asked)
    return {"chat": chat_key(group), "message": said.id}


def test_an_answer_is_explained_by_the_question_that_the_bot_read(client: httpx.Client, scene: Scene) -> None:
    message = asked_in_the_group(scene, "/frage@belegbot Was hat Starlink mit Taiwan zu tun?", "…")
    why = client.post("/why", json=message).json()
    assert why["question"] == "Was hat Starlink mit Taiwan zu tun?"
    assert [word["text"] for word in why["reasons"]["questions"][0]["words"]] == ["Starlink", "Taiwan"]
    quote = why["answer"]["quotes"][why["shown"]]
    text = why["articles"][quote["article"]["slug"]]["text"]
    assert " […] ".join(text[start:end] for start, end in quote["spans"]).startswith("Musk wurde einst von russischer")


def test_a_question_in_another_language_is_explained_too(client: httpx.Client, scene: Scene) -> None:
    why = client.post("/why", json=asked_in_the_group(scene, "/ask@belegbot What happened to Taiwan?", "…")).json()
    best = why["reasons"]["questions"][0]["passages"][0]
    assert "Taiwan" in why["articles"][best["article"]]["text"][best["start"] : best["end"]]


@pytest.fixture
def two_works(content_dir: Path) -> None:
    """Articles that answer the same question."""
    for name, text in (
        ("bruecke", "Die Reparatur der Brücke bezahlt das Land."),
        ("faehre", "Die Reparatur der Fähre bezahlt die Reederei."),
    ):
        (content_dir / f"{name}.md").write_text(f"---\ntitle: {name}\nlanguage: de\n---\n{text}\n", "utf-8")


@pytest.mark.usefixtures("two_works")
def test_a_chat_that_has_settled_on_an_article_has_answers_from_that_one_explained(
    client: httpx.Client, scene: Scene, chosen: dict[int, str]
) -> None:
    message = asked_in_the_group(scene, "/frage@belegbot Wer bezahlt die Reparatur?", "…")
    explained = []
    for choice in (None, "faehre", "nicht-mehr-da"):
        chosen.clear()
        if choice:
            chosen[group_of(scene).id] = choice
        explained.append(set(client.post("/why", json=message).json()["articles"]))
    assert explained[0] >= {"bruecke", "faehre"}
    assert explained[1:] == [{"faehre"}, explained[0]]


@pytest.mark.usefixtures("two_works")
def test_a_quote_from_elsewhere_is_explained_from_all_articles_though_the_chat_has_settled(
    client: httpx.Client, scene: Scene, chosen: dict[int, str]
) -> None:
    """As when its button has asked all of them."""
    group = group_of(scene)
    chosen[group.id] = "faehre"
    asked = scene.telegram.people[0].says(group, "/frage@belegbot Wer bezahlt die Reparatur der Brücke?")
    quote = "Die Reparatur der Brücke bezahlt das Land."
    marked = (Entity(type="blockquote", offset=0, length=len(quote)),)
    fields = reply_fields(group, asked, None)
    said = post(scene.telegram, group, scene.account.user, text=f"{quote}\nbruecke", entities=marked, **fields)
    why = client.post("/why", json={"chat": chat_key(group), "message": said.id}).json()
    assert why["answer"]["quotes"][why["shown"]]["article"]["slug"] == "bruecke"


@pytest.mark.parametrize("said", ["/hilfe@belegbot", "Heute Abend jemand Lust auf Kino?"])
def test_what_answers_no_question_has_nothing_to_explain(client: httpx.Client, scene: Scene, said: str) -> None:
    assert client.post("/why", json=asked_in_the_group(scene, said, "…")).json() == {"question": None}


def test_articles_that_are_broken_now_are_told_in_place_of_an_explanation(
    client: httpx.Client, scene: Scene, content_dir: Path
) -> None:
    for file in content_dir.glob("*.md"):
        file.unlink()
    (content_dir / "kaputt.md").write_text("---\ntitel: x\n---\nText", "utf-8")
    answer = client.post("/why", json=asked_in_the_group(scene, "@belegbot Was hat Trump versprochen?", "…"))
    assert answer.status_code == 409
    assert "kaputt.md" in answer.json()["error"]
