"""Whether finders outside this process, such as a Milvus, can be asked: made ready, and tried again while away."""

from __future__ import annotations

import asyncio
import logging

from retrieval import CandidateFinderFactory, CandidatesUnavailable, Retriever

_LOGGER = logging.getLogger(__name__)


class FinderReadiness:
    """Keeps engines ready for the retriever that answers; the log tells once when they cannot be reached, and when
    they can again. Without engines all is ready."""

    def __init__(self, engines: CandidateFinderFactory | None) -> None:
        self._engines = engines
        self._is_prepared = engines is None
        self._reported = ""

    @property
    def fault(self) -> str | None:
        """Why nothing can be looked up now, one line; None: it can, as far as is known."""
        if self._engines is None:
            return None
        return self._engines.fault or (None if self._is_prepared else "The articles are being loaded.")

    async def prepare(self, retriever: Retriever) -> None:
        """Has the engines load what the retriever finds by; raises nothing."""
        if self._engines is None:
            return
        try:
            await asyncio.to_thread(retriever.prepare)
        except CandidatesUnavailable as error:
            self.report(str(error))
        except Exception as error:  # nor may anything else end the trying
            if str(error) != self._reported:
                _LOGGER.exception("The engines could not be made ready; this is tried again.")
            self._reported = str(error)
        else:
            self._is_prepared = True
            self.report("")

    def report(self, fault: str) -> None:
        """Logs that they cannot be reached, or (empty) can again, if that is news."""
        if fault and fault != self._reported:
            _LOGGER.warning("%s (Until then, nothing can be looked up; the bot says so, and tries again.)", fault)
        elif self._reported and not fault:
            _LOGGER.info("Questions can be looked up again.")
        self._reported = fault

    def stop(self) -> None:
        """Has them load nothing more."""
        if self._engines is not None:
            self._engines.stop()
