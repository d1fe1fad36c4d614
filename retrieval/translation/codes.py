"""Codes of languages: FreeDict names its files by ISO 639-3, articles and people's clients by ISO 639-1."""

from __future__ import annotations

from retrieval.language.rules import words

_CODES = dict(
    pair.split("=")
    for pair in words("""
    afr=af ara=ar bre=br bul=bg cat=ca ces=cs cym=cy dan=da deu=de ell=el eng=en epo=eo fin=fi fra=fr gla=gd gle=ga
    hin=hi hrv=hr hun=hu ind=id isl=is ita=it jpn=ja kur=ku lat=la lit=lt mkd=mk nld=nl nno=nn nob=nb nor=no oci=oc
    pol=pl por=pt rus=ru san=sa slk=sk slv=sl spa=es srp=sr swe=sv swh=sw tur=tr ukr=uk wol=wo
    """)
)


def code_of(iso_639_3: str) -> str | None:
    """The two letters for the three; None for a language that has none, or that no dictionary was found for."""
    return _CODES.get(iso_639_3)
