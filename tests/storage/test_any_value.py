"""Whatever value stands anywhere in a map's files, the check tells it in lines and never breaks down."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from evmap.storage.faults import MapFaults
from evmap.storage.opening import open_map
from tests.storage.breaking import told_of
from tests.storage.small_map import FILES, SmallMap

VALUE = re.compile(r"^([a-z]+ = ).*$", re.MULTILINE)
TOML = [name for name in FILES if name.endswith(".toml")]
LINE = re.compile(r"(map|concepts|links|left-out|tensions|tours|articles|places|big-picture)[\w./-]*(:\d+)?: .+")


@pytest.mark.parametrize(
    "value", ["3", "true", "2024-01-01", '""', "[]", "{}", "[{}]", '["x", 1]', '[["x"]]', "{ a.b = 1 }"]
)
@pytest.mark.parametrize("name", TOML)
def test_any_value_in_the_place_of_any_other(small: SmallMap, name: str, value: str) -> None:
    text = small.read(name).replace('[\n    "cargo",\n]', '["cargo"]')
    for match in VALUE.finditer(text):
        small.write(name, f"{text[: match.start()]}{match[1]}{value}{text[match.end() :]}")
        for told in told_of(small):
            assert LINE.fullmatch(told), told


@pytest.mark.parametrize("name", [name for name in FILES if name not in ("places.json", "big-picture.json")])
def test_any_file_cut_off_anywhere(small: SmallMap, name: str) -> None:
    data = small.read(name).encode()
    for end in range(0, len(data), 23):
        small.write(name, data[:end])
        for told in told_of(small):
            assert LINE.fullmatch(told), told


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    data=st.one_of(st.binary(), st.text().map(str.encode), st.from_regex(r"[\[\]{}\",:0-9a-z\\]{0,40}").map(str.encode))
)
def test_any_bytes_as_an_exported_map(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "out.json"
    path.write_bytes(data)
    with pytest.raises(MapFaults) as caught:
        open_map(path)
    assert "\n" not in str(caught.value)
