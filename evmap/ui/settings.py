"""What the window remembers between starts: one typed value each, kept as text in one INI file.

QSettings is never asked for a type: an INI file gives it "false" (which is true) and a list for a text with commas.
Every value is written as plain text and read back by our own strict readers; one that cannot be read is its default.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, overload

from PySide6.QtCore import QSettings

from evmap.workspace import Lens

if TYPE_CHECKING:
    from PySide6.QtCore import QByteArray

Value = TypeVar("Value")

TEXT_SIZES = (80, 90, 100, 110, 125, 150, 175, 200, 225)
"""The sizes that larger and smaller step through, in per cent."""

WHEELS = ("zoom", "scroll")
"""What the wheel does on the map by itself; with Ctrl it zooms in either case."""


class ReaderPlace(StrEnum):
    """Where an article is read."""

    BY_WIDTH = "by width"  # beside the map in a wide window, else in its place
    BESIDE = "beside"
    INSTEAD = "instead"


class Setting(Generic[Value]):
    """One remembered value: its name in the file, its default, and how it is written as text."""

    def __init__(
        self, name: str, default: Value, read: Callable[[str], Value], write: Callable[[Value], str] = str
    ) -> None:
        self.name = name
        self.default = default
        self._read = read
        self._write = write

    @overload
    def __get__(self, holder: None, owner: type[Settings]) -> Setting[Value]: ...

    @overload
    def __get__(self, holder: Settings, owner: type[Settings]) -> Value: ...

    def __get__(self, holder: Settings | None, owner: type[Settings]) -> Setting[Value] | Value:
        if holder is None:
            return self
        raw = holder.raw(self.name)
        if raw is None:
            return self.default
        try:
            return self._read(raw)
        except ValueError:
            return self.default

    def __set__(self, holder: Settings, value: Value) -> None:
        holder.store(self.name, self._write(value))

    def is_readable(self, raw: str) -> bool:
        """Whether a text from the file can be read as this value."""
        try:
            self._read(raw)
        except ValueError:
            return False
        return True


def _read_flag(raw: str) -> bool:
    if raw not in ("yes", "no"):
        raise ValueError(raw)
    return raw == "yes"


def _write_flag(value: bool) -> str:
    return "yes" if value else "no"


def _read_widths(raw: str) -> tuple[int, ...]:
    widths = tuple(int(part) for part in raw.split())
    if any(not 0 <= width <= 20_000 for width in widths):
        raise ValueError(raw)
    return widths


def _write_widths(value: tuple[int, ...]) -> str:
    return " ".join(map(str, value))


def _read_bytes(raw: str) -> bytes:
    return bytes.fromhex(raw)


def _read_theme(raw: str) -> str:
    from evmap.ui.theme import THEME_NAMES

    if raw and raw not in THEME_NAMES:
        raise ValueError(raw)
    return raw


def _read_text_size(raw: str) -> int:
    size = int(raw)
    if not TEXT_SIZES[0] <= size <= TEXT_SIZES[-1]:
        raise ValueError(raw)
    return size


def _read_names(raw: str) -> tuple[str, ...]:
    return tuple(raw.split())


def _read_hints(raw: str) -> int:
    number = int(raw)
    if not 0 <= number <= 99:
        raise ValueError(raw)
    return number


def _read_notes_size(raw: str) -> int:
    size = int(raw)
    if not 12 <= size <= 60:
        raise ValueError(raw)
    return size


def _read_pixels(raw: str) -> int:
    times = int(raw)
    if not 1 <= times <= 4:
        raise ValueError(raw)
    return times


def _read_size(raw: str) -> str:
    if raw and not all(part.isdecimal() for part in raw.split("x", 1)):
        raise ValueError(raw)
    return raw


def one_of(name: str, *values: str) -> Setting[str]:
    """One of a few words; the first is the default."""

    def read(raw: str) -> str:
        if raw not in values:
            raise ValueError(raw)
        return raw

    return Setting(name, values[0], read)


def flag(name: str, default: bool) -> Setting[bool]:
    """A yes or no."""
    return Setting(name, default, _read_flag, _write_flag)


class Settings:
    """The remembered values. A damaged file gives defaults; ``complaint`` then says so, once.

    Attributes:
        complaint: what to tell the user about the file, empty if it is fine.
    """

    geometry = Setting[bytes]("geometry", b"", _read_bytes, bytes.hex)
    widths = Setting[tuple[int, ...]]("widths", (), _read_widths, _write_widths)
    theme = Setting[str]("theme", "", _read_theme)
    text_size = Setting[int]("text_size", 100, _read_text_size)
    legend = flag("legend", True)
    details = flag("details", True)
    minimap = flag("minimap", True)
    reduced_motion = flag("reduced_motion", False)
    wheel = one_of("wheel", *WHEELS)
    wheel_reversed = flag("wheel_reversed", False)
    recent_commands = Setting[tuple[str, ...]]("recent_commands", (), _read_names, " ".join)
    letter_keys = flag("letter_keys", True)
    hints_seen = Setting[int]("hints_seen", 0, _read_hints)
    reader_place = Setting[ReaderPlace]("reader_place", ReaderPlace.BY_WIDTH, ReaderPlace)
    lens = Setting[Lens]("lens", Lens.KIND, Lens)
    filters_fade = flag("filters_fade", False)
    class_screen = Setting[str]("class_screen", "", str)
    notes_size = Setting[int]("notes_size", 20, _read_notes_size)
    last_folder = Setting[str]("last_folder", "", str)
    picture_whole = flag("picture_whole", True)
    picture_form = one_of("picture_form", "png", "svg", "pdf")
    picture_size = Setting[str]("picture_size", "1600x1000", _read_size)  # empty: as large as every phrase needs
    picture_pixels = Setting[int]("picture_pixels", 2, _read_pixels)
    picture_theme = Setting[str]("picture_theme", "", _read_theme)  # empty: that of the window
    picture_legend = flag("picture_legend", True)
    handout_notes = flag("handout_notes", True)
    handout_page = one_of("handout_page", "a4", "letter")

    def __init__(self, path: Path | None = None) -> None:
        self.complaint = ""
        self._file = self._open(path)
        if self._is_damaged():
            self._start_again()

    @property
    def folder(self) -> Path:
        """Where the file lies; what else is kept between starts lies beside it."""
        return Path(self._file.fileName()).parent

    def raw(self, name: str) -> str | None:
        """The text of a value, or nothing if it is not kept (or is not a text)."""
        value = self._file.value(name)
        return value if isinstance(value, str) else None

    def store(self, name: str, text: str) -> None:
        """Keep a value. A file that cannot be written is no reason to disturb anyone: the next start has defaults."""
        self._file.setValue(name, text)

    def preferences(self) -> dict[str, object]:
        """What the settings dialog is about, by attribute: to be put back with :meth:`take`."""
        return {name: getattr(self, name) for name in PREFERENCES}

    def take(self, values: Mapping[str, object]) -> None:
        """Keep some values by attribute."""
        for name, value in values.items():
            setattr(self, name, value)

    def flush(self) -> None:
        """Write now."""
        self._file.sync()

    @staticmethod
    def _open(path: Path | None) -> QSettings:
        if path is not None:
            return QSettings(str(path), QSettings.Format.IniFormat)
        return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "evmap", "evmap")

    def _is_damaged(self) -> bool:
        if self._file.status() is QSettings.Status.FormatError or not _reads_as_ini(Path(self._file.fileName())):
            return True
        known = {each.name: each for each in vars(type(self)).values() if isinstance(each, Setting)}
        for key in self._file.allKeys():
            value = self._file.value(key)
            if key in known and not (isinstance(value, str) and known[key].is_readable(value)):
                return True
        return False

    def _start_again(self) -> None:
        """Put the damaged file aside, so that nothing is lost and the complaint comes only once."""
        path = Path(self._file.fileName())
        aside = path.with_suffix(".damaged.ini")
        self.complaint = (
            f"The settings file was damaged, so the window starts with its defaults. The old file is now {aside}."
        )
        try:
            path.replace(aside)
        except OSError:
            self.complaint = f"The settings file {path} is damaged, so the window starts with its defaults."
        self._file.clear()
        self._file.sync()


PREFERENCES = ("theme", "text_size", "reduced_motion", "filters_fade", "wheel", "wheel_reversed", "letter_keys")
"""What a person chooses in the settings dialog; the other values are only remembered."""

DEFAULTS: Mapping[str, object] = {name: vars(Settings)[name].default for name in PREFERENCES}


def _reads_as_ini(path: Path) -> bool:
    """Whether every line of a file says something. QSettings passes over what it cannot read without a word."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return True
    except (OSError, UnicodeDecodeError):
        return False
    return all(not line or line[0] in ";#[" or "=" in line for line in map(str.strip, lines))


def to_bytes(data: QByteArray) -> bytes:
    """Qt's bytes as Python's."""
    return bytes(data.data())
