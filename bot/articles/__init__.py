"""The articles that the bot answers from.

In which file:

    encoders, engines    what compares by meaning and what finds passages, as the settings name it
    retrievers           the retriever of a folder
    library              the articles of the running bot, kept up with their folder
    scope                what one chat is answered from
    article_search       articles found by words
    identifiers          what stands for an article where there is little room
    deep_links           the link that opens a chat about an article
"""
