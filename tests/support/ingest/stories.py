"""A small paper: articles as plain paragraphs, all of them different, and long enough to be articles."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(frozen=True)
class Story:
    """An article of the paper, and what its feed says of it."""

    slug: str
    title: str
    paragraphs: tuple[str, ...]
    author: str = "Ida Fechner"
    published: str = "Fri, 25 Oct 2024 09:30:00 +0200"
    extra: dict[str, str] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def html(self) -> str:
        return "".join(f"<p>{each}</p>" for each in self.paragraphs)

    def changed(self, old: str, new: str) -> Story:
        return replace(self, paragraphs=tuple(each.replace(old, new) for each in self.paragraphs))


BRIDGE = Story(
    "bruecke",
    "Die Brücke bleibt zu",
    (
        "Die Brücke über die Lahn bleibt gesperrt, wie die Stadt mitteilte. Ein Gutachter fand Risse im Pfeiler.",
        "Die Sanierung kostet nach Angaben der Stadt 800.000 Euro. Das Land zahlt die Hälfte, sagte die Kämmerin.",
        "Der Verkehr wird bis Mai über die Neustadt geleitet. Busse fahren in dieser Zeit nicht über den Markt.",
    ),
)
POOL = Story(
    "freibad",
    "Das Freibad öffnet erst im Juni",
    (
        "Das Freibad öffnet in diesem Jahr erst am 14. Juni. Das Becken hat Risse, teilte die Stadt am Montag mit.",
        "Der Schwimmverein fordert, das Hallenbad länger zu öffnen. „Wir brauchen Trainingszeiten“, sagte Karla Voss.",
        "Im vergangenen Sommer kamen 41.000 Gäste, so viele wie seit Jahren nicht. Der Eintritt wird nicht teurer.",
    ),
    author="Jo Amari",
    published="Thu, 24 Oct 2024 18:00:00 +0200",
)
SCHOOL = Story(
    "schulhof",
    "Ein Schulhof ohne Asphalt",
    (
        "Die Grundschule am Brenner Weg hat ihren Schulhof aufgerissen. Wo Asphalt lag, wachsen jetzt Hecken.",
        "Den Umbau haben Eltern an vier Wochenenden geschafft. Die Gemeinde gab das Geld für Erde und Pflanzen dazu.",
        "Im Sommer war es auf dem alten Hof bis zu 46 Grad heiß, maß eine sechste Klasse in ihrem Unterricht nach.",
    ),
    author="Mara Lindt",
    published="Wed, 23 Oct 2024 07:15:00 +0200",
)
FERRY = Story(
    "faehre",
    "Die Fähre fährt wieder",
    (
        "Nach sechs Wochen in der Werft fährt die Fähre nach Ellersund wieder. Am ersten Tag kamen tausend Menschen.",
        "Der neue Motor braucht ein Drittel weniger Diesel als der alte. Er kam aus Dänemark und passte nicht sofort.",
        "Die Reederei hatte in der Zwischenzeit ein Ausflugsboot gemietet, auf das keine Autos durften.",
    ),
    author="Ida Fechner",
    published="Tue, 22 Oct 2024 12:00:00 +0200",
)
STORIES = (BRIDGE, POOL, SCHOOL, FERRY)
