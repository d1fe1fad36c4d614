"""How the command line fails: our own errors become their text on standard error and an exit code, no traceback."""

from __future__ import annotations

from typing import Any

import click

from bot.cli.output.encoding import replace_closed_streams, substitute_unencodable
from bot.cli.output.printing import echo_error
from bot.config.errors import BotError, InvalidSettings
from content import ContentError
from retrieval import RetrievalError

FAILED = 1
WRONG_USAGE = 2

# Told in lines, without a traceback. Also those of the system: a full disk, a file that is not to be read.
FAILURES = (BotError, ContentError, RetrievalError, OSError)


class FailingGroup(click.Group):
    """A group of commands, any of which may raise our own errors."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Runs the command line, whatever encoding its output has, or none at all."""
        replace_closed_streams()
        substitute_unencodable()
        return super().main(*args, **kwargs)

    def invoke(self, ctx: click.Context) -> Any:
        """Runs the command; its failure ends the process."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise  # whoever read has read enough: click ends at once
        except FAILURES as error:
            echo_error(str(error))
            ctx.exit(exit_code(error))


def exit_code(error: BaseException) -> int:
    """How the process ends by this error."""
    return WRONG_USAGE if isinstance(error, InvalidSettings) else FAILED
