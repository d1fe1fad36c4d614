"""The articles that the bot of these tests knows. Small, so that it is plain which sentence answers what."""

from datetime import date

from content import Article

BRIDGE = Article(
    title="Die Brücke bleibt bis Mai gesperrt",
    language="de",
    slug="bruecke",
    publisher="Der Stadtbote",
    authors=("Ida Fechner", "Jo Amari"),
    published=date(2024, 10, 25),
    url="https://example.org/bruecke",
    questions=("Wie lange bleibt die Brücke gesperrt?", "Wer bezahlt die Reparatur?"),
    text="""\
Die Brücke über die Lahn bleibt bis Mai gesperrt. Ein Gutachter fand Risse im mittleren Pfeiler.

Die Reparatur bezahlt zur Hälfte das Land. Sie kostet rund vier Millionen Euro.

## Umleitung

Der Verkehr wird über die Neustadt geleitet. Busse der Linie 7 <& _neu_> fahren nicht zum Bahnhof 🚌.
""",
)

LATER = Article(
    title="Die Brücke bleibt noch länger zu",
    language="de",
    slug="bruecke-august",
    publisher="Lahnkurier",
    published=date(2025, 1, 7),
    text="""\
Die Brücke über die Lahn bleibt bis August gesperrt, teilte die Stadt mit. Im Pfeiler fanden sich weitere Risse.

Der Bahnhof bekommt neue Aufzüge.
""",
)

POOL = Article(
    title="Das Freibad öffnet erst im Juni",
    language="de",
    slug="freibad",
    authors=("Karla Voss",),
    published=date(2025, 4, 12),
    questions=("Wann öffnet das Freibad?",),
    text="""\
Das Freibad öffnet am 14. Juni. Das Becken hat Sprünge, sagte Bademeister Jens Holt.

Ein Tag kostet vier Euro.
""",
)

# It names the treasurer, and somebody else who said the second thing.
FEES = Article(
    title="Gebühren",
    language="de",
    slug="fees",
    text="Kämmerin Ulrike Hasselbrink bezifferte die Einnahmen auf 190.000 Euro im Jahr.\n\n"
    "Die Bücherei bleibt bis zum Herbst geschlossen.\n\n"
    "Der Kaufmann Jost Wehrle sprach lange. Den Aufschub nannte er feige.",
)

# With these there is a second page.
CLUBS = tuple(
    Article(
        title=f"Der {number}. Verein feiert",
        language="de",
        slug=f"verein-{number}",
        published=date(2020, 1, number),
        text=f"Der {number}. Verein feiert sein Jubiläum im Saal {number}.",
    )
    for number in range(1, 8)
)

ARCHIVE = (*CLUBS, BRIDGE, LATER, POOL)
