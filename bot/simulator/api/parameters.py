"""From what a request carries to typed parameters, for all methods alike; whatever does not fit is refused.

Telegram itself is lenient: it reads "12abc" as 12, takes any word for false, and passes over parameters that it does
not know. Here each of these is refused, since each is a fault of the client. What the Bot API documents and the
simulator does not model is refused by name (`Parameters.unmodelled`). An empty parameter counts as absent, as with
Telegram.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar, Final, TypeVar, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails, PydanticCustomError

from bot.simulator.errors import BadRequest
from bot.simulator.world.updates import KINDS

_INTEGER: Final = re.compile(r"[+-]?\d{1,19}", re.ASCII)
_TRUE: Final = frozenset({"true", "yes", "1"})
_FALSE: Final = frozenset({"false", "no", "0"})


class Parameters(BaseModel):
    """The parameters of one method. Fields have the Bot API's names."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    unmodelled: ClassVar[frozenset[str]] = frozenset()


class Part(BaseModel):
    """An object within a parameter, such as an entity. Its types are taken strictly: a number is not a string."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    unmodelled: ClassVar[frozenset[str]] = frozenset()

    @model_validator(mode="before")
    @classmethod
    def _check_is_modelled(cls, value: Any) -> Any:
        if isinstance(value, dict) and (unmodelled := sorted(cls.unmodelled & set(value))):
            raise complaint(f'this simulator does not model the field "{unmodelled[0]}" here')
        return value


@dataclass(frozen=True, slots=True)
class Missing:
    """What Telegram says when this parameter is absent."""

    sentence: str


@dataclass(frozen=True, slots=True)
class Within:
    """What Telegram puts before its complaint about a part of this parameter."""

    prefix: str


P = TypeVar("P", bound=Parameters)


def complaint(sentence: str) -> PydanticCustomError:
    """An error that a validator raises to refuse the request with exactly this sentence."""
    return PydanticCustomError("complaint", "{sentence}", {"sentence": sentence})


def read_parameters(model: type[P], method: str, sent: Mapping[str, str]) -> P:
    """The typed parameters of a request.

    Raises:
        BadRequest: one is missing, mistyped, unknown, or not modelled; in Telegram's words where it has any.
    """
    given = {name: value for name, value in sent.items() if value}
    for name, value in given.items():
        if not _is_unicode(value):
            raise BadRequest("strings must be encoded in UTF-8")
        if name in model.unmodelled:
            raise BadRequest(f'this simulator does not model the parameter "{name}" of {method}')
        if name not in model.model_fields:
            raise BadRequest(f'this simulator knows no parameter "{name}" of {method}')
    try:
        return model.model_validate(given)
    except ValidationError as error:
        raise BadRequest(_sentence(model, error.errors()[0])) from None


def _sentence(model: type[Parameters], error: ErrorDetails) -> str:
    notes = _notes(model.model_fields[str(error["loc"][0])])
    if error["type"] == "missing" and len(error["loc"]) == 1:
        missing = next((note for note in notes if isinstance(note, Missing)), None)
        return missing.sentence if missing else f'parameter "{error["loc"][0]}" is required'
    if error["type"] == "complaint":
        return str(error["ctx"]["sentence"])
    return as_description("".join(_prefixes(model, error["loc"])) + _fault(error))


def as_description(sentence: str) -> str:
    """As Telegram writes it after "Bad Request: "."""
    return sentence[:1].lower() + sentence[1:]


def _prefixes(model: type[BaseModel], place: tuple[int | str, ...]) -> Iterator[str]:
    """What is said on the way to a faulty field, within lists and objects."""
    inner: type[BaseModel] | None = model
    for name in place:
        field = inner.model_fields.get(str(name)) if inner else None
        if field:
            yield from (note.prefix for note in _notes(field) if isinstance(note, Within))
            inner = _model_in(field.annotation)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """The object that a field holds: itself, in a list, or perhaps."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


def _notes(field: FieldInfo) -> list[object]:
    """What `Annotated` says of the parameter, also where it may be None."""
    return [
        *field.metadata,
        *(note for choice in get_args(field.annotation) for note in getattr(choice, "__metadata__", ())),
    ]


# The wording of tdutils/td/utils/JsonBuilder.cpp.
_EXPECTED: Final = {
    "int_type": "must be a Number",
    "string_type": "must be of type String",
    "bool_type": "must be of type Boolean",
    "model_type": "must be of type Object",
    "list_type": "must be of type Array",
}


def _fault(error: ErrorDetails) -> str:
    names = [str(place) for place in error["loc"] if isinstance(place, str)]
    if error["type"] == "missing":
        return f'Can\'t find field "{names[-1]}"'
    if error["type"] == "extra_forbidden":
        return f'this simulator knows no field "{names[-1]}" here'
    if error["type"] in _EXPECTED:
        return f'Field "{names[-1]}" {_EXPECTED[error["type"]]}'
    return f'Field "{names[-1]}" is wrong: {error["msg"]}'


def _integer(value: str) -> int:
    if not _INTEGER.fullmatch(value):
        raise complaint(f'this simulator takes only an Integer here, not "{value}"')
    return int(value)


def _flag(value: str) -> bool:
    if value.lower() not in _TRUE | _FALSE:
        raise complaint(f'this simulator takes only a Boolean here, not "{value}"')
    return value.lower() in _TRUE


def _decode(value: str) -> Any:
    try:
        decoded = json.loads(value)
    except ValueError:
        raise complaint(f"can't parse JSON object: {value[:64]}") from None
    if not _is_unicode(json.dumps(decoded, ensure_ascii=False)):
        raise complaint("strings must be encoded in UTF-8")
    return decoded


def _is_unicode(text: str) -> bool:
    # JSON can name half a surrogate pair, \ud83d; no client shows it.
    return not any("\ud800" <= character <= "\udfff" for character in text)


def _strings(value: str) -> Any:
    strings = _decode(value)
    if not isinstance(strings, list) or not all(isinstance(string, str) for string in strings):
        raise complaint("expected an Array of String")
    return strings


def _update_kinds(value: str) -> Any:
    kinds = _strings(value)
    if unknown := sorted(set(kinds) - set(KINDS)):
        raise complaint(f'this simulator knows no kind of update "{unknown[0]}"')
    return kinds


Integer = Annotated[int, BeforeValidator(_integer)]
Flag = Annotated[bool, BeforeValidator(_flag)]
FromJson = BeforeValidator(_decode)
UpdateKinds = Annotated[list[str], BeforeValidator(_update_kinds)]

# A chat by its number, or a public one as "@username".
ChatId = Annotated[str, Missing("chat_id is empty")]
