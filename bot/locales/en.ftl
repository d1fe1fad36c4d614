# The bot's texts in English. Format: Project Fluent, https://projectfluent.org/fluent/guide/
# { $name } is replaced; all else may be reworded freely. A change shows after a restart.

# --- Source and quote

# Where it stands; the title only where several articles answer
place = { $count ->
    [one] paragraph { $paragraphs }
   *[other] paragraphs { $paragraphs }
}
source-line = { $title }, { $place }
attributed-line = { $voices } · { $source }
# Enumerations: before "and" all but the last, with commas between them
enumeration = { $first } and { $last }
# Who says it. "probably" when it is not certain; several are enumerated.
voice-sure = according to { $speaker }
voice-weak = probably according to { $speaker }
# When it is no name, but words of another language: as they stand in the article
voice-named = according to the article: { $speaker }
voice-named-weak = according to the article, probably: { $speaker }
voice-unnamed = without saying clearly who says so
# When part of the quote is the article's own voice
voices-in-part = in part { $voices }
refused = { $articles ->
    [one] The article does not answer that.
   *[other] None of the articles answers that.
}
# When the articles do not have a word of the question
refused-part = { $articles ->
    [one] The article does not answer that; { $words } { $count ->
        [one] does
       *[other] do
    } not occur in it.
   *[other] None of the articles answers that; { $words } { $count ->
        [one] does
       *[other] do
    } not occur in them.
}
# Behind it in a private chat, above sample questions that are answered
refused-samples = But try these:
# When the question's language cannot be read: whether the article answers is then not known
cannot-read = I only understand questions in the language of the articles here.
cannot-read-de = I only understand questions in German here.
cannot-read-en = I only understand questions in English here.
# Above a quote that may be what is meant; nothing is claimed
nearest = What comes nearest:
# Above a quote: what of the question the article does not say. Words are in quotation marks already, figures without
unsupported-absent = { $articles ->
    [one] Not in the article: { $words }.
   *[other] Not in the articles: { $words }.
}
unsupported-in-this-article = Not in this article: { $words }.
unsupported-instead = The article says { $instead } here, not { $words }.
unsupported-elsewhere = The article doesn't say this of { $words }.
# Who does it in the article, when the question has it the other way round
unsupported-role = The other way round: in the article, it is { $instead }.
unsupported-role-unnamed = In the article, it is the other way round.
# The article has a "not" that the question does not have; it denies it by another word
unsupported-with = The article says this here with { $instead }.
unsupported-denied = The article denies that here.
unsupported-opposite = The article says { $instead } here, not { $words }.
# Under a quote (or two) that is in another language than the question
untranslated = { $quotes ->
    [one] The quote is in the language of the article.
   *[other] The quotes are in the language of the { $articles ->
        [one] article.
       *[other] articles.
    }
}
untranslated-de = { $quotes ->
    [one] The quote is in German, the language of the article.
   *[other] The quotes are in German, the language of the { $articles ->
        [one] article.
       *[other] articles.
    }
}
untranslated-en = { $quotes ->
    [one] The quote is in English, the language of the article.
   *[other] The quotes are in English, the language of the { $articles ->
        [one] article.
       *[other] articles.
    }
}
# When the search cannot be reached: whether the article answers is then not known
cannot-look = I cannot look it up just now. Please ask me again in a few minutes.
cannot-look-inline = I cannot look it up just now
# Under quotes from two articles, to see which is newer
dated-line = { $source } · { $date }
found-words = Matches: { $words }

# --- Asking on about a quote

lean-on-nothing = What does that refer to? Reply with it to one of my quotes, then I know.
around = Around this passage it says:
# Who says it; speakers are names
says = According to the article, this is from { $speakers }.
says-probably = probably { $speaker }
says-rest = For the rest I find no source there.
# Something may have been missed: what is said is that nothing was found, not that nothing is there.
says-article = Around this sentence I find nobody to whom the article attributes it.
# guests: who answers in the interview
says-interview = { $count ->
    [0] Around this sentence I cannot find who says it. The article is an interview.
   *[other] Around this sentence I cannot find who says it. The article is an interview with { $guests }.
}
says-unnamed = The article reports somebody here; around this sentence I cannot find whom.
no-more = I have found no more about it in the article.
no-reason = I find no reason around this passage.
not-around = I do not find that around this passage.

# --- Checking quotations

# Above the article's own words
verdict-exact = Word for word in the article.
verdict-shortened = Shortened. In the article:
verdict-shortened-by = Shortened by { $words }. In the article:
verdict-absent = { $articles ->
    [one] This quotation is not in the article.
   *[other] This quotation is in none of the articles.
}
# What differs: in the message that is checked, and in the article
verdict-replaced = The message has { $written }, the article { $original }.
verdict-added = The message adds { $written }.
verdict-moved = The message has { $written } in another place.
verdict-several = In the message: { $changes }.
change-replaced = { $written } for { $original }
change-added = { $written } added
change-moved = { $written } in another place
change-left-out = { $original } left out
changes-more = { $count ->
    [one] one more change
   *[other] { $count } more changes
}
# Who says it in the article, when the message names somebody else
verdict-speaker = In the article, { $speaker } says this, not { $named }.
# Behind "Word for word in the article."
verdict-speaker-there = But { $speaker } says it there, not { $named }.
verdict-speaker-other = In the article, somebody other than { $named } says this.
quotations-more = Nothing here about the other quotations.
# A claim without quotation marks: what the article says about it; never whether it is true
claim-found = About that, the article says:
claim-none = { $articles ->
    [one] I find nothing about that in the article.
   *[other] I find nothing about that in the articles.
}
claim-none-part = { $articles ->
    [one] I find nothing about that in the article; { $words } { $count ->
        [one] does
       *[other] do
    } not occur in it.
   *[other] I find nothing about that in the articles; { $words } { $count ->
        [one] does
       *[other] do
    } not occur in them.
}
check-what = What shall I check? Reply to the message with { $command }, or write the quotation after it.
check-empty = I find no quotation in it, and no statement to look up.
# About a forwarded message, above the button
check-offer = { $articles ->
    [one] Shall I check whether that is what the article says?
   *[other] Shall I check whether that is what the articles say?
}
check-it = Check quotations

# --- What does not ask the text

topic-author = Written by { $authors }.
topic-published = Published on { $date }.
topic-publisher = Published by { $publisher }
topic-url = The article is here: { $title }
topic-unknown = That is not stated.
overview-of-which = These are the articles I have. Tap one to see what it is about:
which-article = Which article do you mean? Tap it:
# In the terminal (python -m bot ask), above the articles, each behind its name
which-article-option = Which article do you mean? Ask it with --article and the name in front:
talk-thanks = You’re welcome!
talk-greeting = { $articles ->
    [one] Hello! Ask me about the article.
   *[other] Hello! Ask me about the articles.
}
talk-farewell = See you!
talk-who = { $articles ->
    [one] I’m a bot: I answer questions about an article with quotes from it.
   *[other] I’m a bot: I answer questions about articles with quotes from them.
}
talk-insult = Sorry that didn’t help. Feel free to try another question.
talk-laugh = Glad you like it! Any other question?
talk-other = { $articles ->
    [one] Feel free to ask me about the article.
   *[other] Feel free to ask me about the articles.
}

# --- Greeting and help

greeting = { $articles ->
    [one] I answer questions about this article, always with quotes from it:
   *[other] I answer questions about { $articles } articles, always with quotes from them:
}
and-more = … and { $count } more
greeting-examples = Just ask, for example:
greeting-ask = Just ask.
# The same in a group
greeting-examples-group = Ask with { $command }, for example:
greeting-ask-group = Ask with { $command } and your question.

# One idea a line, and at most eight lines on a phone
help-private = Just write your question, no command.
help-group = { $command } and your question
help-group-reply = Or reply to a message of mine.
help-mention = Or write { $mention } in a message.
help-no-mention = Just writing { $mention } may not reach me.
help-answer = I answer with a quote and its source.
help-refused = { $articles ->
    [one] If the article does not say, I tell you.
   *[other] If no article says so, I tell you.
}
help-groups = In groups: { $command } …
help-article = { $articles ->
    [one] { $command }: what it is about
   *[other] { $command }: list; with words: search
}
help-check = { $command }: check quotations
help-sources = { $command }: who is quoted

too-many = That is a lot of questions at once. In a minute I will answer you again.
# A short line on top of the screen: to too many taps on buttons
too-many-taps = I can't keep up with that. Please tap again in a minute.
# To voice messages, stickers and photos without text
text-only = I can only answer text. Please write me your question.
# What is kept: a list, and what else holds
privacy = All I keep:
privacy-question = your question, until it is answered
privacy-numbers = for two days, chat and message numbers
privacy-rate = for one minute, how often you ask
privacy-choice = which article the chat has chosen
privacy-group = Nothing else from the group.
privacy-telegram = In Telegram, its own privacy policy holds.

welcome = { $articles ->
    [one] Hello! I answer questions about { $title } with quotes from it.
   *[other] Hello! I answer questions about { $articles } articles with quotes from them.
}
welcome-ask-mention = To ask: { $command } and your question, or reply to a message of mine; writing { $mention } reaches me, too.
welcome-ask-no-mention = To ask: { $command } and your question, or reply to a message of mine; just writing { $mention } may not reach me.

ask-something = What would you like to know? Ask me a question about the article, for example:
ask-something-plain = What would you like to know? Ask me a question about the article.
stale-button = The article has changed, this passage is no longer there as it was. Just ask me again.

# --- Article

article-source = Source: { $parts }
article-source-unknown = Source: not stated
article-by = by { $authors }
article-outline = Outline:
article-outline-line = { $heading } (from paragraph { $paragraph })
articles-list = { $articles ->
    [one] 1 article
   *[other] { $articles } articles, the newest first
}
articles-found = { $articles ->
    [one] 1 article about “{ $words }”
   *[other] { $articles } articles about “{ $words }”
}
# Behind the two, when not all fit on a page
articles-range = ({ $first }–{ $last })
articles-not-found = I find no article about “{ $words }”.
all-articles = All articles
copy-link = Copy link
read-article = To the article
# On the button when four others stand beside it
read-article-short = Article

# --- Answering from one article only

only-this = Answer only from this
from-all = Answer from all
search-all = Search all articles
settled = Here I answer only from this article:
settled-here = Here I answer only from this article.
settled-now = From now on I answer here only from this article.
unsettled-now = From now on I answer here from all articles.
choice-gone = The article that I was to answer from here is no longer there. I answer from all again.
admins-only = Which article I answer from here is for the administrators of the group to choose.
not-checked = Telegram does not tell me just now whether you are an administrator here. Please try again in a moment.
link-unknown = I do not have the article that this link is for, or no longer.

# --- Who is quoted

voices-here = Who is quoted
back-to-article = Back to the article
voices-by-article = I show who is quoted article by article. Choose one:

voices = { $articles ->
    [one] Who is quoted in the article:
   *[other] Who is quoted in the articles:
}
voices-none = { $articles ->
    [one] The article reports nobody's words, or I do not recognise it.
   *[other] The articles report nobody's words, or I do not recognise it.
}
voice-line = • { $speaker }: { $count ->
    [one] 1 passage
   *[other] { $count } passages
}
# What the article reports without saying clearly whom
voice-hearsay = Without a clear name
voice-heading = { $speaker }, passage { $number } of { $count }
inline-ask = Ask me in a private chat
context = Context
# When two quotes stand in one message
context-of = Context { $number }
back-to-quote = Back to the quote
copy = Copy
voices-all = Everybody who is quoted
# How many more quotes there are
more = More ({ $count })
# On the pages behind: back, on, and between them where one is
# Shown for a moment on a tap
quote-position = Quote { $page } of { $count }
turn-back = ◀
turn-back-from = ◀ { $page } of { $count }
turn-on-from = { $page } of { $count } ▶

# --- Why this quote? (python -m bot ask --explain, and beside the answer on the page)

explain-question = Question: { $question }
explain-words = Words that it is about, and how much of each the best sentence has
explain-no-words = None of its words names a thing to look for.
explain-in-sentence = is in the best sentence
explain-in-article = is only elsewhere in the article
explain-missing = is missing in the article
explain-passages = The best passages, compared with the best one
explain-no-passages = Nothing of it occurs.
explain-passage = paragraph { $paragraph }
explain-passage-of = { $article }, paragraph { $paragraph }
explain-reading = Read: how likely the passage answers
explain-read-answer = answer: “{ $answer }”
explain-read-nothing = no answer in it
explain-decision = How it was decided
explain-signal-sentence = meaning of the best sentence
explain-signal-passage = meaning of its paragraph
explain-signal-sentence-words = words in the best sentence
explain-signal-passage-words = words in its paragraph
explain-line = that the article answers
explain-verdict-answer = An answer, since the line is { $answer } %.
explain-verdict-nearest = Only the nearest: an answer needs { $answer } % and no doubt, a refusal less than { $nearest } %.
explain-verdict-none = No answer, since the line is { $nearest } %.
explain-doubt-no-date = Doubt: It is asked when, and the sentence names no time.
explain-doubt-no-duration = Doubt: It is asked how long, and the sentence names no duration.
explain-doubt-no-age = Doubt: An age is asked for, and the sentence names none.
explain-doubt-no-price = Doubt: An amount is asked for, and the sentence names none.
explain-doubt-no-number = Doubt: A number is asked for, and the sentence names none.
explain-doubt-no-name = Doubt: A name is asked for, and the sentence names none.
explain-doubt-no-reason = Doubt: It is asked why, and the sentence gives no reason.
explain-doubt-unknown-speaker = Doubt: Whoever is said to have said it does not occur in the article.
explain-doubt-unknown-year = Doubt: A year of the question does not occur in the article.
explain-doubt-unknown-name = Doubt: A name of the question does not occur in the article.
explain-doubt-unknown-number = Doubt: A number of the question does not occur in the article.
explain-doubt-nothing-new = Doubt: The sentence says no more than the question.
explain-doubt-other-word = Doubt: In place of a word of the question stands another one that only looks like it.
explain-quote = Quote { $number }: paragraph { $paragraph }, characters { $places }
explain-own-voice = nobody found whom the article reports here
explain-nobody = nobody by name
explain-strong = sure
explain-fair = fairly sure
explain-weak = not sure
explain-rule = rule { $rule }: { $summary }
explain-cue = rule { $rule }, by “{ $cue }”: { $summary }

# --- Quotations checked (python -m bot ask --check)

check-nothing = No quotation found.
check-line = Line { $line }, { $verdict }: { $quotation }
check-exact = word for word
check-shortened = shortened
check-altered = altered
check-absent = in no article
check-changed = The text has “{ $written }”, the article “{ $original }”
check-added = The text has “{ $written }”, the article does not
check-left-out = Left out: “{ $words }”
check-wrong-speaker = In the text by { $named }; not in the article

# --- Menu and description in Telegram
menu-ask = { $articles ->
    [one] Ask a question about the article
   *[other] Ask a question about the articles
}
menu-check = Check whether a quotation is in the article
menu-article = { $articles ->
    [one] What it is about and where it comes from
   *[other] Articles: list and search
}
menu-sources = { $articles ->
    [one] Who is quoted in the article
   *[other] Who is quoted in the articles
}
menu-help = How to ask me
menu-privacy = What is kept
description = { $articles ->
    [one] I answer questions about an article with verbatim quotes, and say where they stand and who says it. When the article does not answer, I say so.
   *[other] I answer questions about articles with verbatim quotes, and say where they stand and who says it. When no article answers, I say so.
}
short-description = { $articles ->
    [one] Questions about the article, answered with verbatim quotes.
   *[other] Questions about articles, answered with verbatim quotes.
}

# --- Quotation marks around titles: opening and closing; the second pair for those within the title
quotation-marks = “”
quotation-marks-inner = ‘’

# --- Date, in strftime's placeholders
date-format = %Y-%m-%d
