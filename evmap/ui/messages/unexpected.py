"""An exception that nobody expected: one dialog in plain words, instead of a slot that silently did nothing."""

from __future__ import annotations

import sys
import threading
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from evmap import __version__

if TYPE_CHECKING:
    from evmap.ui.messages.report import ReportDialog

WORDS = (
    "EV Map met something it did not expect. Your map and the articles are unchanged. You can go on; if the window "
    "behaves oddly, close it and start again. The details below help whoever looks for the cause."
)


class Unexpected(QObject):
    """Installed as ``sys.excepthook``. Shows one dialog at a time: a fault in painting would come with every frame."""

    _met = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._open: ReportDialog | None = None
        self._met.connect(self._show)

    def install(self) -> None:
        """Take over from Python, which would only print."""
        sys.excepthook = self.meet
        threading.excepthook = self._meet_in_thread

    def meet(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Print as Python does, and show the dialog; from another thread, ask the window's thread to."""
        sys.__excepthook__(kind, error, trace)
        if issubclass(kind, KeyboardInterrupt):
            QTimer.singleShot(0, QApplication.quit)
            return
        self._met.emit(details_of(kind, error, trace))

    def _meet_in_thread(self, met: threading.ExceptHookArgs) -> None:
        if met.exc_value is not None and met.exc_type is not SystemExit:
            self.meet(met.exc_type, met.exc_value, met.exc_traceback)

    def _show(self, details: str) -> None:
        from PySide6.QtCore import QThread

        if self._open is not None or QThread.currentThread() is not self.thread():
            return
        from evmap.ui.messages.report import ReportDialog

        self._open = ReportDialog("Something went wrong", WORDS, details, QApplication.activeWindow())
        self._open.finished.connect(self._on_closed)
        self._open.open()

    def _on_closed(self) -> None:
        self._open = None


def details_of(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Versions and the traceback, to copy."""
    import platform
    import traceback

    from PySide6.QtCore import qVersion

    versions = f"EV Map {__version__}, Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}"
    return versions + "\n\n" + "".join(traceback.format_exception(kind, error, trace))
