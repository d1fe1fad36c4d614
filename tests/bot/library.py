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
