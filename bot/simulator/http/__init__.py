"""The Bot API over HTTP: an ASGI application, and a server of it in a thread."""
