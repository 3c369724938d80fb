"""Reads a theme's TOML: a title, whether it is dark, how large its type is, and a colour for every role.

A theme is read on the way to the first window, where importing ``tomllib`` alone would cost ten milliseconds. The files
need only comments, one table and ``key = value`` lines, and of TOML only these are read; a test holds the shipped files
against ``tomllib``.
"""

from pathlib import Path
from typing import NamedTuple

from evmap.ui.theme.roles import ROLES

_HEX = frozenset("0123456789abcdef")


class BadThemeError(ValueError):
    """A theme's file does not say what a theme must say; the message names file, line and remedy."""


class ThemeData(NamedTuple):
    """What a theme's file says."""

    name: str
    title: str
    is_dark: bool
    scale: float
    colours: dict[str, str]


def read_theme_file(path: Path) -> ThemeData:
    """Read and check the theme at ``path``; its name is the file's.

    Raises:
        BadThemeError: A line cannot be read, or a role is missing, unknown or not ``#rrggbb``.
    """
    head: dict[str, str] = {}
    colours: dict[str, str] = {}
    into = head
    for number, raw in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        line = raw.strip()
        if line == "[colours]":
            into = colours
        elif line and not line.startswith("#"):
            key, value = _key_and_value(line, f"{path.name}:{number}")
            into[key] = value
    _check(colours, path.name)
    return ThemeData(
        path.stem, head.get("title", path.stem), head.get("dark") == "true", float(head.get("scale", 1)), colours
    )


def _key_and_value(line: str, where: str) -> tuple[str, str]:
    # By hand: to compile a pattern for it would take longer than to read the whole file.
    key, _, value = (part.strip() for part in line.partition("="))
    quoted = value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else None
    plain = value in ("true", "false") or value.replace(".", "", 1).isdecimal()
    if not key.strip('"') or (not plain and (quoted is None or '"' in quoted or "\\" in quoted)):
        raise BadThemeError(f'{where}: cannot read "{line}"; write key = "value", true, false or a number')
    return key.strip('"'), value if quoted is None else quoted


def _check(colours: dict[str, str], file: str) -> None:
    for role in ROLES:
        if role not in colours:
            raise BadThemeError(f'{file}: no colour for "{role}"; add it below [colours]')
    for role, value in colours.items():
        if role not in ROLES:
            raise BadThemeError(f'{file}: "{role}" is no role; the roles are listed in evmap/ui/theme/roles.py')
        if len(value) != 7 or value[0] != "#" or not _HEX.issuperset(value[1:]):
            raise BadThemeError(f'{file}: "{role}" is "{value}"; write a colour as #rrggbb in lower case')
