"""What compares questions and articles by meaning, as the settings name it."""

from __future__ import annotations

from bot.config.network import check_network_variables
from bot.config.settings import AUTO, OFF, Settings
from retrieval import WORDS_ALONE, Encoder
from retrieval.encoder import RemoteEncoder, WordsAlone, default_encoder


def encoder_of(settings: Settings) -> Encoder | WordsAlone:
    """The encoder that the settings name; without one, words alone. Nothing is started or asked yet.

    Raises:
        InvalidSettings: it is a server, and the environment's variables for the network cannot be used.
    """
    if settings.encoder == OFF:
        return WORDS_ALONE
    if settings.encoder == AUTO:
        return default_encoder() or WORDS_ALONE
    check_network_variables()
    key = settings.encoder_key.get_secret_value() if settings.encoder_key else ""
    return RemoteEncoder(settings.encoder, settings.encoder_model or "", key)
