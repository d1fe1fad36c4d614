"""A feed of each kind and pages, rich in what parsers look at: what mutations begin with."""

from __future__ import annotations

from tests.support.ingest.pages import ARTICLE
from tests.support.ingest.site import item, rss
from tests.support.ingest.stories import BRIDGE, POOL, SCHOOL

_BASE = "https://example.org"
_EXTENSIONS = (
    'xmlns:psc="http://podlove.org/simple-chapters" xmlns:georss="http://www.georss.org/georss" '
    'xmlns:gml="http://www.opengis.net/gml" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:cc="http://web.resource.org/cc/" xmlns:content'
)
_EXTENDED = (
    '<psc:chapters><psc:chapter start="00:01:02.500" title="Anfang"/></psc:chapters>'
    '<georss:where><gml:Point srsName="EPSG:4326"><gml:pos>50.5 8.7</gml:pos></gml:Point></georss:where>'
    "<georss:point>50.5 8.7</georss:point><itunes:duration>1:02:03</itunes:duration>"
    '<media:content url="https://example.org/b.jpg" width="640"><media:rating>nonadult</media:rating></media:content>'
    '<enclosure url="https://example.org/a.mp3" length="1000" type="audio/mpeg"/><cc:license>by</cc:license>'
    '<source url="https://example.net/feed">Kurier</source><category domain="x">Verkehr</category>'
)
_RSS = rss(
    [
        item(BRIDGE, _BASE).replace("</item>", f"{_EXTENDED}</item>"),
        item(POOL, _BASE, whole=False),
        item(SCHOOL, _BASE),
    ],
    more="<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>"
    '<skipHours><hour>3</hour></skipHours><cloud domain="x" port="80" path="/"/><image><width>9</width></image>',
).replace("xmlns:content", _EXTENSIONS)

_ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="de"
 xml:base="{_BASE}/">
<title type="html">Der &lt;b&gt;Stadtbote&lt;/b&gt;</title><id>urn:bote</id><updated>2024-10-26T00:00:00Z</updated>
<link rel="self" href="/feed"/><author><name>Redaktion</name></author><generator version="1.0">x</generator>
<entry><title type="text">Die Brücke bleibt zu</title><id>tag:example.org,2024:1</id><link href="bruecke" length="7"/>
<published>2024-10-25T09:30:00+02:00</published><updated>2024-10-26T00:00:00Z</updated><thr:total>3</thr:total>
<author><name>Ida Fechner</name><email>ida@example.org</email><uri>x</uri></author><rights>CC BY 4.0</rights>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{BRIDGE.html}</div></content></entry>
<entry><title>Freibad</title><id>2</id><link href="https://example.org/2"/><content type="application/octet-stream">QUJD
</content><source><title>Kurier</title><updated>2024</updated></source></entry></feed>"""

_RDF = f"""<?xml version="1.0" encoding="ISO-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel rdf:about="{_BASE}/"><title>Bote</title><link>{_BASE}/</link><dc:language>de-AT</dc:language></channel>
<item rdf:about="{_BASE}/b"><title>Die Brücke bleibt zu</title><link>{_BASE}/b</link>
<dc:creator>Ida Fechner</dc:creator>
<dc:date>2024-10-25T09:30+02:00</dc:date><content:encoded><![CDATA[{POOL.html}]]></content:encoded></item></rdf:RDF>"""

FEEDS = (_RSS.encode(), _ATOM.encode(), _RDF.encode("iso-8859-1", "replace"), _RSS.encode("utf-16"))

_JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", '
    '"headline": "Die Brücke bleibt zu", "datePublished": "2024-10-25T09:30:00+02:00", "author": [{"@type": "Person", '
    '"name": "Ida Fechner"}], "publisher": {"@type": "Organization", "name": "Der Stadtbote"}, "url": "x", '
    '"articleSection": ["Lokales"], "isAccessibleForFree": true}]}</script>'
)
_EXTRAS = (
    f'<meta property="og:title" content="Die Brücke"><meta property="og:url" content="{_BASE}/b">{_JSON_LD}'
    '<meta name="date" content="2024-10-25"><base href="/"></head>'
)

PAGES = (
    ARTICLE.replace("</head>", _EXTRAS).encode(),
    ARTICLE.replace("<article>", "<div><span>").replace("</article>", "<br><br>Ende.</span></div>").encode(),
    ARTICLE.replace("utf-8", "windows-1252").encode("cp1252"),
)
