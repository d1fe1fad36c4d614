import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retrieval.errors import UnreadableDictionary
from retrieval.translation.dictzip import DictzipFile
from tests.dictionaries import dictzipped

TEXT = "Brücke, Fähre, Straße und Öl. ".encode() * 20


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> DictzipFile:
    path = tmp_path_factory.mktemp("dictzip") / "words.dict.dz"
    path.write_bytes(dictzipped(TEXT))
    return DictzipFile(path)


def test_gzip_can_unpack_it_too() -> None:
    assert gzip.decompress(dictzipped(TEXT)) == TEXT


@given(st.integers(0, len(TEXT) - 1), st.integers(0, 300))
def test_any_part_can_be_read(file: DictzipFile, start: int, length: int) -> None:
    length = min(length, len(TEXT) - start)
    assert file.read(start, length) == TEXT[start : start + length]


def test_the_whole_can_be_read(file: DictzipFile) -> None:
    assert file.whole() == TEXT


@pytest.mark.parametrize("content", [b"", b"words", gzip.compress(TEXT), dictzipped(TEXT)[:30]])
def test_other_files_are_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "words.dict.dz"
    path.write_bytes(content)
    with pytest.raises(UnreadableDictionary, match=r"words\.dict\.dz"):
        DictzipFile(path)


def test_a_place_beyond_the_end_and_damage_are_told(tmp_path: Path, file: DictzipFile) -> None:
    with pytest.raises(UnreadableDictionary, match="ends before"):
        file.read(len(TEXT) + 500, 10)
    packed = bytearray(dictzipped(TEXT))
    packed[-200:-100] = b"\xff" * 100
    path = tmp_path / "words.dict.dz"
    path.write_bytes(packed)
    with pytest.raises(UnreadableDictionary, match="damaged"):
        DictzipFile(path).whole()
