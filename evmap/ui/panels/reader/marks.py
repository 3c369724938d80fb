"""How the words of an article are marked: quoted or not, chosen, opened, pointed at, and the words that hedge."""

from collections.abc import Sequence

from msgspec import Struct
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor, QTextFormat
from PySide6.QtWidgets import QTextEdit

from evmap.model import Span
from evmap.ui.theme import Theme


class Marks(Struct, frozen=True):
    """Stretches of an article by what they are marked as, the quietest first: a later one stands over an earlier.

    Attributes:
        unquoted: what the map does not quote.
        chosen: what speaks of the selection.
        named: where the selected concept is named; ``kind`` is its kind.
        opened: the quote that was opened.
        others: cue words of that quote.
        hedges: those of its cue words that make it less sure.
        kind: the kind of the concept that is named.
    """

    unquoted: tuple[Span, ...] = ()
    chosen: tuple[Span, ...] = ()
    named: tuple[Span, ...] = ()
    opened: tuple[Span, ...] = ()
    others: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    kind: str = ""


class Looks:
    """The formats of one theme, made once."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.unquoted = QTextCharFormat()
        self.unquoted.setForeground(theme.colour("muted"))
        self.chosen = self._ground("accent.soft", 0.6)  # all of the article speaks of a hub
        self.opened = self._ground("mark.phrase")
        self.pointed = self._ground("pressed")
        self.pointed.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        self.pointed.setUnderlineColor(theme.colour("accent"))
        self.others, self.hedges = self._cue("muted"), self._cue("hedge")
        for look in (self.unquoted, self.chosen, self.opened, self.pointed, self.others, self.hedges):
            look.clearProperty(QTextFormat.Property.FullWidthSelection)

    def named(self, kind: str) -> QTextCharFormat:
        """How a name of the selected concept looks: on the soft colour of its kind, with a line in its colour."""
        look = self._ground(f"kind.{kind}.fill")
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        look.setUnderlineColor(self._theme.colour(f"kind.{kind}"))
        return look

    def _ground(self, role: str, strength: float = 1.0) -> QTextCharFormat:
        look, colour = QTextCharFormat(), QColor(self._theme.colour(role))
        colour.setAlphaF(strength)
        look.setBackground(colour)
        look.setForeground(self._theme.colour("ink"))
        return look

    def _cue(self, role: str) -> QTextCharFormat:
        look = self._ground("mark.phrase")
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
        look.setUnderlineColor(self._theme.colour(role))
        return look


def selections(cursors: Sequence[QTextCursor], look: QTextCharFormat) -> list[QTextEdit.ExtraSelection]:
    """The stretches under the cursors in one look."""
    found = []
    for cursor in cursors:
        selection = QTextEdit.ExtraSelection()
        selection.cursor, selection.format = cursor, look
        found.append(selection)
    return found
