"""Lays a map out in a process of its own while the window stays as quick as ever; it can be ended at any moment."""

import logging
import os
import sys
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import evmap
from evmap.layout.worker import PLACES, PROBLEM, request
from evmap.model import ConceptMap, Places

_log = logging.getLogger(__name__)

WORKER: tuple[str, ...] = ("-m", "evmap.layout.worker")
_PATIENCE_MS = 5000


class LayingOut(QObject):
    """One run at a time.

    Signals:
        progressed(float): the share of the work that is done.
        found(object): the run is over; carries the new places.
        failed(str): the run is over without places; carries why, in words.
        ended(): the run is over, whichever way; comes before the two above, and alone after a cancel.
    """

    progressed = Signal(float)
    found = Signal(object)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._process: QProcess | None = None
        self._answer = b""

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    def start(self, concept_map: ConceptMap) -> None:
        """Begin a run; one that is under way goes on."""
        if self._process is not None:
            return
        self._answer = b""
        self._process = process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fault)
        process.start(sys.executable, list(WORKER))
        process.write(request(concept_map))
        process.closeWriteChannel()

    def cancel(self) -> None:
        """End the run and wait until its process is gone: that takes a moment only."""
        process = self._release()
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()
            self.ended.emit()

    def _read(self) -> None:
        if self._process is None:
            return
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            if line.startswith((PLACES, PROBLEM)):
                self._answer = line
            else:
                self.progressed.emit(float(line))

    def _finish(self) -> None:
        self._read()
        process = self._release()
        if process is not None:
            said = bytes(process.readAllStandardError().data()).decode(errors="replace").strip()
            process.deleteLater()
            self._tell(said)

    def _fault(self, error: QProcess.ProcessError) -> None:
        """Only a process that never began says nothing more."""
        if error is QProcess.ProcessError.FailedToStart:
            process = self._release()
            if process is not None:
                said = process.errorString()
                process.deleteLater()
                self._tell(said)

    def _tell(self, said: str) -> None:
        self.ended.emit()
        if self._answer.startswith(PLACES):
            self.found.emit(msgspec.json.decode(self._answer[len(PLACES) :], type=Places))
        elif self._answer.startswith(PROBLEM):
            self.failed.emit(msgspec.json.decode(self._answer[len(PROBLEM) :], type=str))
        else:
            _log.warning("The layout ended without an answer: %s", said)
            self.failed.emit(said.splitlines()[-1] if said else "It stopped without a word.")

    def _release(self) -> QProcess | None:
        """Let go of the process: whatever it says from now on is not heard."""
        process, self._process = self._process, None
        if process is not None:
            process.readyReadStandardOutput.disconnect(self._read)
            process.finished.disconnect(self._finish)
            process.errorOccurred.disconnect(self._fault)
        return process


def _environment() -> QProcessEnvironment:
    """This process's, with the package where it can be found from any folder."""
    environment = QProcessEnvironment.systemEnvironment()
    home = str(Path(evmap.__file__).resolve().parent.parent)
    path = environment.value("PYTHONPATH")
    environment.insert("PYTHONPATH", os.pathsep.join(part for part in (home, path) if part))
    return environment
