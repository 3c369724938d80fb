"""What a window does about paper: it asks what is wanted and where to, has it drawn, and tells how it went."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from evmap.model import Tour
from evmap.ui.canvas.tips import view_title
from evmap.ui.paper.dialogs import HandoutDialog, PictureDialog
from evmap.ui.paper.press import Press
from evmap.ui.parts.work import WorkBar
from evmap.workspace import Seen
from evmap.workspace.paper import HandoutOrder, Order, PictureOrder, today

if TYPE_CHECKING:
    from evmap.ui.main_window import MainWindow

_FILTERS = {"png": "Images (*.png)", "svg": "SVG pictures (*.svg)", "pdf": "PDF (*.pdf)"}
_SHOWN_AFTER_MS = 400
"""What is quickly done shows no progress."""


class Office(QObject):
    """Carries out the commands about paper for one window.

    Attributes:
        press: what draws.
        work: how far it is.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._order: Order | None = None
        self.press = Press(self)
        self.press.done.connect(self._on_done)
        self.press.failed.connect(self._on_failed)
        self.press.ended.connect(self._on_ended)
        self.work = WorkBar(window.theme)
        self.work.cancelled.connect(self.cancel)
        self.press.progressed.connect(self._on_progress)
        self._share, self._target = 0.0, Path()
        window.status.hold(self.work)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SHOWN_AFTER_MS)
        self._later.timeout.connect(self._show_work)

    def ask_for_picture(self) -> PictureDialog:
        """Ask which picture of the map is wanted."""
        window = self._window
        canvas = window.canvas
        canvas.hurry()
        title = view_title(window.workspace.index, canvas.viewing, 0)[0].partition(":")[0] or "Atlas"
        self._picture = PictureDialog(title, canvas.shot.size, window.theme, window.settings, window)
        self._picture.wanted.connect(self._on_picture)
        self._picture.open()
        return self._picture

    def ask_for_handout(self) -> HandoutDialog:
        """Ask which tour is wanted on paper: one of all that have steps, or the talk that is made from the map."""
        from evmap.workspace.talk.automatic import automatic_tour

        workspace = self._window.workspace
        desk, chosen = workspace.touring.desk, workspace.touring.chosen
        tours = [tour for tour in desk.all if tour.steps]
        tours.append(automatic_tour(workspace.map, workspace.index))
        window = self._window
        self._handout = HandoutDialog(tours, chosen, window.theme, window.settings, window)
        self._handout.wanted.connect(self._on_handout)
        self._handout.open()
        return self._handout

    def print_tour(self, tour: Tour, *, notes: bool = True, page: str = "a4") -> None:
        """Ask where a tour is to be printed to, one's own too."""
        self._ask_where(HandoutOrder(tour, page, notes, today()), "pdf", tour.title)

    def picture_order(self, dialog: PictureDialog) -> PictureOrder:
        """The picture that was asked for, of what the window shows."""
        canvas, asking = self._window.canvas, self._window.workspace.asking
        shot = canvas.shot
        in_view = not dialog.what.currentData()
        return PictureOrder(
            form=dialog.file_form.currentData(),
            viewing=canvas.viewing,
            lens=asking.lens,
            filters=asking.filters,
            fades=asking.fades,
            spotlight=shot.spotlight,
            size=dialog.chosen_size,
            seen=Seen(shot.camera.scale, shot.camera.x, shot.camera.y) if in_view else None,
            level=int(shot.level) if in_view else None,
            aspect=canvas.laid_out_for,
            theme=dialog.theme_name.currentData(),
            text=self._window.theme.text,
            legend=dialog.legend.isChecked(),
            times=dialog.times.currentData() if dialog.times.isEnabled() else 1,
            date=today(),
        )

    def start(self, order: Order, target: Path) -> None:
        """Have an order drawn to a file."""
        if self.press.running:
            self._window.tell("Something is being drawn still. Wait for it, or cancel it in the status line.")
            return
        self._share, self._target = 0.0, target
        self._later.start()
        self.press.start(self._window.workspace, order, target)
        self._window.refresh()

    @property
    def busy(self) -> bool:
        """Whether something is being drawn."""
        return self.press.running

    def cancel(self) -> None:
        """Draw no further; no file is left behind."""
        self.press.cancel()

    def _on_picture(self) -> None:
        order = self.picture_order(self._picture)
        self._ask_where(order, order.form, self._window.workspace.map.title)

    def _on_handout(self) -> None:
        dialog = self._handout
        self.print_tour(
            dialog.chosen_tour, notes=bool(dialog.readers.currentData()), page=str(dialog.page.currentData())
        )

    def _ask_where(self, order: Order, form: str, title: str) -> None:
        window = self._window
        self._order = order
        dialog = QFileDialog(window, "Save as", window.settings.last_folder, _FILTERS[form])
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(form)
        dialog.selectFile(f"{_file_name(title)}.{form}")
        dialog.fileSelected.connect(self._on_place)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_place(self, name: str) -> None:
        order, self._order = self._order, None
        if order is not None:
            self._window.settings.last_folder = str(Path(name).parent)
            self.start(order, Path(name))

    def _show_work(self) -> None:
        if self.press.running:
            self.work.set_theme(self._window.theme)
            self.work.begin("Drawing")
            self.work.tell(self._share)

    def _on_progress(self, share: float) -> None:
        self._share = share
        self.work.tell(share)

    def _on_done(self, target: str) -> None:
        self._window.tell(f"Saved as {target}.")

    def _on_failed(self, why: str) -> None:
        self._later.stop()
        self._window.tell(f"{self._target} was not saved. {why}")

    def _on_ended(self) -> None:
        self._later.stop()
        self.work.hide()
        self._window.refresh()


def _file_name(title: str) -> str:
    """A title as the name of a file on any system."""
    return re.sub(r"[^\w\- ]+", "", title).strip()[:60].strip() or "map"
