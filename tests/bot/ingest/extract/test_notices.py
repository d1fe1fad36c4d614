"""Notices in the place of an article, and articles about what notices are about."""

from __future__ import annotations

import pytest

from bot.ingest.extract.notices import notice_in, without_notices

CONSENT = (
    "Willkommen! Mit Werbung weiterlesen: Besuchen Sie unsere Seite wie gewohnt mit Werbung und Tracking. Wir und "
    "unsere Partner verarbeiten Daten, um Anzeigen auszusuchen. Ihre Einwilligung können Sie jederzeit unten auf der "
    "Seite widerrufen. Oder schließen Sie ein Abo ab: für 4,99 Euro im Monat lesen Sie alles, was wir schreiben, ohne "
    "dass wir etwas davon an andere weitergeben. Wer schon eines hat, meldet sich hier an. Fragen beantwortet der "
    "Leserdienst."
)


@pytest.mark.parametrize(
    "text",
    [
        "Bitte aktivieren Sie JavaScript, um diese Seite zu lesen. Ohne JavaScript geht es nicht.",
        "JavaScript ist in Ihrem Browser deaktiviert. Schalten Sie es ein und laden Sie die Seite neu.",
        "You need to enable JavaScript to run this app. Then load this page again, please.",
        "This site requires Javascript to work, and your browser does not seem to have any.",
        "Checking your browser before you can go on. This takes up to five seconds, as a rule.",
        "Verify you are human by completing the action below. The site looks at your connection first.",
        "Our systems have detected unusual traffic from your network. Try again in a while, please.",
        "Access denied. You don't have permission to open this page on this server at this time.",
        "Sie nutzen einen Werbeblocker. Schalten Sie ihn bitte aus, damit wir weiter schreiben können.",
        "Die Seite konnte nicht gefunden werden. Gehen Sie zur Startseite oder suchen Sie nach ihr.",
        "We use cookies to make this service work. Accept cookies or reject them, as you like it best.",
        "Ihr Browser ist veraltet. Laden Sie einen neuen, um unsere Seite so zu sehen, wie sie gedacht ist.",
        CONSENT,
    ],
)
def test_notices(text: str) -> None:
    assert notice_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "Die Bäckerei am Markt hat neue Öfen. Die Cookies werden jetzt um fünf Uhr gebacken, sagt Karla Voss.",
        "JavaScript wurde 1995 in zehn Tagen geschrieben, erzählt der Autor in seinem neuen Buch über das Netz.",
        "Die Gemeinde hat die Seite der Bücherei erneuert. Der Roboter im Magazin bringt die Bücher jetzt allein.",
        "Das Gericht entschied, dass eine Seite Cookies nur setzen darf, wenn die Leute zugestimmt haben. " * 4,
        f"{CONSENT} {'Der Steg am See wird im nächsten Jahr erneuert, wie die Gemeinde mitteilt. ' * 25}",
    ],
)
def test_articles_are_none(text: str) -> None:
    assert notice_in(text) is None


@pytest.mark.parametrize(
    "offer",
    [
        [
            "### Zugang zu allen Artikeln",
            "Lesen Sie diesen und alle weiteren Artikel. Jetzt Abo abschließen, jederzeit kündbar.",
        ],
        ["Wir verwenden Cookies. Ihre Einwilligung können Sie jederzeit widerrufen."],
        ["Weiter geht es hier", "Subscribe to read the whole story. Already a subscriber? Sign in."],
    ],
)
def test_notices_and_offers_are_no_part_of_an_article(offer: list[str]) -> None:
    article = [
        "Der Steg am See wird erneuert.",
        "## Kosten",
        "Er kostet zwei Millionen Euro, wie die Gemeinde mitteilt.",
    ]
    assert list(without_notices([*article, *offer])) == article


@pytest.mark.parametrize(
    "blocks",
    [
        [
            "Der Verlag hat ein neues Angebot.",
            "Es ist jederzeit kündbar, sagte die Sprecherin am Abend der Vorstellung.",
        ],
        ["Jetzt Abo abschließen, jederzeit kündbar.", f"Das stand auf der Seite. {'Der Steg wird erneuert. ' * 50}"],
        ["Der Steg am See wird erneuert."],
        [],
    ],
)
def test_articles_about_subscriptions_are_whole(blocks: list[str]) -> None:
    assert list(without_notices(blocks)) == blocks
