"""What ranks the passages, as the settings name it: a Milvus, or nothing but this process."""

from __future__ import annotations

from importlib.util import find_spec

from bot.config.errors import InvalidSettings
from bot.config.settings import Settings
from retrieval import CandidateFinderFactory


def candidate_finder_factory(settings: Settings) -> CandidateFinderFactory | None:
    """Engines on the Milvus that the settings name; None when they name none. Nothing is asked of it yet.

    Raises:
        InvalidSettings: they name one, and its package is not installed.
    """
    uri = settings.milvus_uri
    if uri is None:
        return None
    for package in ("pymilvus", *(("milvus_lite",) if uri.endswith(".db") else ())):
        if find_spec(package) is None:
            raise InvalidSettings(
                f"MILVUS_URI: set, but the package {package} is missing; install it with: pip install {package}"
            )
    from retrieval.milvus import MilvusFinderFactory  # noqa: PLC0415 - only who asks for it pays for it

    token = settings.milvus_token.get_secret_value() if settings.milvus_token else ""
    return MilvusFinderFactory(uri, token, settings.milvus_name)
