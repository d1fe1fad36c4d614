"""The articles that the bot answers from.

In which file:

    encoders, engines    what compares by meaning and what finds passages, as the settings name it
    retrievers           the retriever of a folder
    library              the articles of the running bot, kept up with their folder
    scope                what one chat is answered from
    article_search       articles found by words
    deep_links           an article's name, and the link that opens a chat about it
"""
