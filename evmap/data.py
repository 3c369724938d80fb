"""The one place that knows where resources/ and seeds/ lie, in a checkout and in a wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _home() -> Path:
    """The folder that holds ``resources`` and ``seeds``: the package in a wheel, its parent in a checkout."""
    return _PACKAGE if (_PACKAGE / "resources").is_dir() else _PACKAGE.parent


HOME = _home()
RESOURCES = HOME / "resources"
SEEDS = HOME / "seeds"
SHIPPED_MAP = RESOURCES / "maps" / "extracellular-vesicles"
