"""A page as publishers write them: navigation, metadata and notices around an article."""

ARTICLE = """\
<!doctype html>
<html lang="de-AT">
<head>
<meta charset="utf-8">
<title>Die Brücke bleibt zu | Der Stadtbote</title>
<meta property="og:site_name" content="Der Stadtbote">
<meta name="author" content="Ida Fechner">
<meta property="article:published_time" content="2024-10-25T09:30:00+02:00">
<meta property="article:modified_time" content="2024-11-02T09:30:00+02:00">
<link rel="canonical" href="https://example.org/bruecke">
</head>
<body>
<nav><a href="/">Start</a> <a href="/sport">Sport</a></nav>
<main><article>
<h1>Die Brücke bleibt zu</h1>
<p>Die Brücke über die Lahn bleibt gesperrt,
   wie die Stadt <b>mitteilte</b>. Ein Gutachter fand Risse im mittleren Pfeiler.</p>
<h2>Umleitung</h2>
<p>Der Verkehr wird bis Mai über die Neustadt geleitet.<br>Busse fahren nicht.<br><br>Am Markt wird gebaut.</p>
<p># 1 ist die Linie 7, sie fährt weiterhin über den Markt.</p>
<ul><li>Der erste Punkt der Liste</li><li>Der zweite Punkt</li></ul>
<blockquote><p>„Wir bedauern das“, sagte der Bürgermeister.</p></blockquote>
<table><tr><td>Zelle A</td><td>Zelle B</td></tr></table>
</article></main>
<aside>Mehr zum Thema</aside>
<footer>© 2023 Stadtbote. Impressum</footer>
</body>
</html>
"""

PARAGRAPHS = [
    "Die Brücke über die Lahn bleibt gesperrt, wie die Stadt mitteilte. Ein Gutachter fand Risse im mittleren Pfeiler.",
    "Der Verkehr wird bis Mai über die Neustadt geleitet.\nBusse fahren nicht.",
    "Am Markt wird gebaut.",
    "# 1 ist die Linie 7, sie fährt weiterhin über den Markt.",
    "Der erste Punkt der Liste",
    "Der zweite Punkt",
    "„Wir bedauern das“, sagte der Bürgermeister.",
]
