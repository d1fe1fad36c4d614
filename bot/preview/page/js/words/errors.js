// The bot's own errors are English: in German, those that people meet on this page. {} stands for whatever is in its place.

const GERMAN_ERRORS = {
  "it is empty; give a file or a page that has a text": "leer; gebraucht wird eine Datei oder Seite mit Text",
  "this is {}, no text; save its text as a .txt file in UTF-8": "das ist kein Text, sondern {}; speichere den Text als .txt-Datei in UTF-8",
  "this is no text, or in an unknown encoding; save it as a text file in UTF-8": "das ist kein Text oder in einer unbekannten Kodierung; speichere ihn als Textdatei in UTF-8",
  "no article is found in this page; copy its text into a .txt file": "auf dieser Seite ist kein Artikel zu finden; kopiere den Text in eine .txt-Datei",
  "this is a notice (“{}”), no article; copy its text into a .txt file": "das ist ein Hinweis („{}“) und kein Artikel; kopiere den Text in eine .txt-Datei",
  "it cannot be read ({}); look at it in a browser": "nicht lesbar ({}); sieh es dir in einem Browser an",
  "this is a feed, no article; to follow it: python -m bot add {}": "das ist ein Feed, kein Artikel; so folgst du ihm: python -m bot add {}",
  "JSON feeds are not read; give the address of its RSS or Atom feed": "JSON-Feeds werden nicht gelesen; nimm die Adresse des RSS- oder Atom-Feeds",
  "this is no web address; write it like https://example.org/article": "das ist keine Webadresse; schreib sie wie https://example.org/artikel",
  "only addresses that begin with http:// or https:// are fetched": "geholt wird nur, was mit http:// oder https:// beginnt",
  "it cannot be fetched ({}); check the address": "nicht erreichbar ({}); stimmt die Adresse?",
  "no answer in {} s; try again later": "keine Antwort in {} s; versuch es später noch einmal",
  "it leads from address to address, more than {} times": "leitet mehr als {}-mal von Adresse zu Adresse weiter",
  "it is {}, no text; copy its text into a .txt file": "das ist kein Text, sondern {}; kopiere den Text in eine .txt-Datei",
  "it has more than {} bytes; copy its text into a .txt file": "größer als {} Bytes; kopiere den Text in eine .txt-Datei",
  "it takes too long; try again later, or save the page and add its file": "es dauert zu lange; versuch es später, oder speichere die Seite und nimm die Datei",
  "the file has more than {} MB; an article is a text": "die Datei hat mehr als {} MB; ein Artikel ist ein Text",
  "The article has {} MB, more than {} MB; {}.": "Der Artikel hat {} MB, mehr als {} MB; teile ihn in mehrere auf, oder setze LARGEST_ARTICLE (in MB).",
  "this article is there already; to change it, edit that file": "diesen Artikel gibt es schon; bearbeite die Datei, um ihn zu ändern",
  "No title was found. Give it one.": "Der Titel fehlt. Gib einen an.",
  "There is no text to quote, only headings or nothing at all.": "Es gibt keinen Text zum Zitieren, nur Überschriften oder gar nichts.",
};
const KINDS = {
  "a PDF": "ein PDF",
  "an office document or an archive": "ein Office-Dokument oder ein Archiv",
  "an office document": "ein Office-Dokument",
  "an RTF document": "ein RTF-Dokument",
  "a compressed file": "eine komprimierte Datei",
};

/** The error in German; one that is not known here as it is, and said to be English. */
export function germanError(error) {
  for (const [english, german] of Object.entries(GERMAN_ERRORS)) {
    const pattern = english.split("{}").map(escaped).join("(.+)");
    const found = error.match(new RegExp(`^(.+: )?${pattern}$`, "s"));
    if (!found) continue;
    const values = found.slice(2);
    return (found[1] ?? "") + german.replaceAll("{}", () => germanValue(values.shift()));
  }
  return `Der Bot meldet auf Englisch: ${error}`;
}

const germanValue = (value) => KINDS[value] ?? value.replace(/^(\d+)\.(\d+)$/, "$1,$2");

const escaped = (words) => words.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
