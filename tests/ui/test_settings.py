"""What is kept between starts."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from PySide6.QtCore import QSettings

from evmap.ui.settings import Setting, Settings


def test_defaults_at_the_first_start(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    assert (settings.theme, settings.legend, settings.details, settings.minimap) == ("", True, True, True)
    assert (settings.geometry, settings.widths, settings.last_folder) == (b"", (), "")
    assert settings.reduced_motion is False
    assert settings.text_size == 100
    assert (settings.wheel, settings.wheel_reversed, settings.letter_keys) == ("zoom", False, True)
    assert settings.hints_seen == 0
    assert settings.complaint == ""


def test_everything_comes_back_as_what_it_was(tmp_path: Path) -> None:
    first = Settings(tmp_path / "s.ini")
    first.theme = "dark"
    first.text_size = 225
    first.wheel, first.wheel_reversed = "scroll", True
    first.letter_keys = False
    first.hints_seen = 3
    first.legend = False
    first.reduced_motion = True
    first.widths = (200, 800, 340)
    first.geometry = bytes(range(256))
    first.last_folder = "/home/ä, b;c=d/[x] “y” \\z"
    first.flush()
    second = Settings(tmp_path / "s.ini")
    assert second.theme == "dark"
    assert second.text_size == 225
    assert (second.wheel, second.wheel_reversed, second.letter_keys) == ("scroll", True, False)
    assert second.hints_seen == 3
    assert second.legend is False
    assert second.reduced_motion is True
    assert second.widths == (200, 800, 340)
    assert second.geometry == bytes(range(256))
    assert second.last_folder == "/home/ä, b;c=d/[x] “y” \\z"
    assert second.complaint == ""


@pytest.mark.parametrize(
    "text",
    [
        "[General]\nlegend=false\n",
        "[General]\ntheme=mauve\n",
        "[General]\nwidths=1 2 x\n",
        "[General]\nwidths=-4 2 1\n",
        "[General]\nwidths=1, 2, 3\n",
        "[General]\ngeometry=zz\n",
        "[General]\ntext_size=large\n",
        "[General]\nwheel=spin\n",
        "[General]\nwheel_reversed=1\n",
        "[General]\nletter_keys=true\n",
        "[General]\nreduced_motion=\n",
        "[General]\nhints_seen=-1\n",
        "[General]\ntext_size=4000\n",
        "[General]\nlast_folder=a, b\n",
        "this is no settings file\n\x00\x01\n",
        "[General\nlegend=yes\n",
    ],
)
def test_a_damaged_file_gives_defaults_and_says_so_once(tmp_path: Path, text: str) -> None:
    path = tmp_path / "s.ini"
    path.write_text(text, encoding="utf-8")
    damaged = Settings(path)
    assert "damaged" in damaged.complaint
    assert (damaged.theme, damaged.legend, damaged.widths, damaged.geometry) == ("", True, (), b"")
    assert (tmp_path / "s.damaged.ini").read_text(encoding="utf-8") == text
    assert Settings(path).complaint == ""


def test_what_a_newer_version_keeps_is_no_damage(tmp_path: Path) -> None:
    path = tmp_path / "s.ini"
    path.write_text("[General]\ntheme=dark\nnovelty=@Variant(1)\n", encoding="utf-8")
    settings = Settings(path)
    assert settings.theme == "dark"
    assert settings.complaint == ""


def test_nothing_is_written_as_a_type_that_ini_files_lose(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.ini")
    settings.legend = False
    settings.flush()
    raw = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    assert raw.value("legend") == "no"


@pytest.mark.parametrize("trial", range(3))
@given(data=st.data())
@hypothesis_settings(max_examples=60, deadline=None)
def test_no_file_whatever_is_in_it_stops_the_start(trial: int, data: st.DataObject) -> None:
    """Kept values cut off, changed and mixed with others; or anything at all."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "s.ini"
        first = Settings(path)
        first.theme, first.text_size, first.widths, first.geometry = "dark", 150, (200, 800, 340), b"\x01\x02"
        first.flush()
        whole = path.read_bytes()
        cut, junk = data.draw(st.integers(0, len(whole))), data.draw(st.binary(max_size=40))
        path.write_bytes((whole[:cut] + junk + whole[cut + len(junk) :], junk, whole[:cut] + junk)[trial])
        read = Settings(path)
        for name, setting in vars(Settings).items():
            if isinstance(setting, Setting):
                value = getattr(read, name)
                assert type(value) is type(setting.default)
        assert Settings(path).complaint == ""
