"""Secrets in files of their own, as systemd, Docker and Kubernetes hand them over: `NAME_FILE` names the file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.config.errors import InvalidSettings
from bot.config.variables import ENCODING, file_variables, find_variable

SUFFIX = "_FILE"


def read_secret_files(names: Iterable[str], environment: Mapping[str, str] = os.environ) -> Mapping[str, str]:
    """What the files hold that the variables `NAME_FILE` name, by these names.

    As with all settings, those of the environment stand before those of `.env`.

    Raises:
        InvalidSettings: one cannot be read or is empty, or its setting is set beside it; one line each. The path is not
            shown: somebody may have written the secret itself there.
    """
    read, faults = {}, []
    for name in names:
        value, path = _first_set(name, environment)
        if value and path:
            faults.append(f"{name}, {name}{SUFFIX}: both are set; set one of them")
        elif path:
            try:
                read[name] = _content(Path(path))
            except (OSError, ValueError) as error:
                why = error.strerror if isinstance(error, OSError) else error
                faults.append(
                    f"{name}{SUFFIX}: the file that it names cannot be used ({why}); write the path of a file that "
                    "holds the secret and that this user may read"
                )
    if faults:
        raise InvalidSettings("\n".join(faults))
    return read


def _first_set(name: str, environment: Mapping[str, str]) -> tuple[str, str]:
    """The values of `NAME` and `NAME_FILE`: those of the environment, if it has one of them, else those of `.env`."""
    for variables in (environment, file_variables()):
        found = find_variable(name, variables), find_variable(name + SUFFIX, variables)
        if any(found):
            return found
    return "", ""


def _content(path: Path) -> str:
    try:
        content = path.read_text(ENCODING).strip()
    except UnicodeDecodeError:
        raise ValueError("it is not in UTF-8") from None
    if not content:
        raise ValueError("it is empty")
    return content
