"""What the window tells by itself: notices above the map, and how far a layout is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow
    from evmap.ui.messages.notice import NoticeBar
    from evmap.ui.parts.work import WorkBar
    from evmap.ui.theme import Theme


class Telling:
    """The bars of one window, each made when it is first needed.

    Attributes:
        notice: the bar for notices, once there was one.
        work: how far a layout is, once there was one.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.notice: NoticeBar | None = None
        self.work: WorkBar | None = None

    @property
    def notices(self) -> bool:
        """Whether there is a notice to be seen."""
        return self.notice is not None and self.notice.isVisible()

    def tell(self, text: str) -> None:
        """Show a notice."""
        if self.notice is None:
            from evmap.ui.messages.notice import NoticeBar

            self.notice = NoticeBar(self._window.theme)
            self.notice.closed.connect(self._window.refresh)
            self._window.hold_above(self.notice)
        self.notice.tell(text)

    def show_work(self, text: str) -> None:
        """A layout has begun, with what it is called; without a name, it is over."""
        if not text:
            if self.work is not None:
                self.work.hide()
            return
        if self.work is None:
            from evmap.ui.parts.work import WorkBar

            arranging = self._window.arranging
            self.work = WorkBar(self._window.theme)
            self.work.cancelled.connect(arranging.cancel)
            arranging.run.progressed.connect(self.work.tell)
            self._window.status.hold(self.work)
        self.work.begin(text)

    def set_theme(self, theme: Theme) -> None:
        """Take another theme."""
        for bar in (self.notice, self.work):
            if bar is not None:
                bar.set_theme(theme)
