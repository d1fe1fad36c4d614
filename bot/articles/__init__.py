"""The articles that the bot answers from.

In which file:

    encoders             what compares by meaning, and what reads, as the settings name it
    candidate_finders    what finds passages outside this process, if the settings name any
    retrievers           the retriever of a folder
    library              the articles that the bot answers from now
    reading_progress     how far reading them is
    folder_watcher       replaces them when their folder changes; with its help:
    finder_readiness     whether those finders can be asked
    background_encoding  vectors of many articles, made while questions are answered
    scope                what one chat is answered from
    article_search       articles found by words
    identifiers          what stands for an article where there is little room
    deep_links           the link that opens a chat about an article
"""
