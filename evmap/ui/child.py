"""Work in a process of its own while the window stays as quick as ever; it can be ended at any moment."""

import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, Signal

import evmap

_log = logging.getLogger(__name__)

PROBLEM = b"problem "
_PATIENCE_MS = 5000


class Child(QObject):
    """One run at a time of a process that reads what it is to do, and writes lines.

    A line is the share of the work that is done, or at the end a word and JSON after it: the one that an answer begins
    with, or "problem" with what is wrong, in words. A process that stays is told more with ``send``, what it answers is
    ``heard`` line by line, and it ends with ``cancel``.

    Args:
        answer: the word, with the space after it, that an answer begins with.
        what: what is done, for the log.
        parent: what it ends with.

    Signals:
        progressed(float): the share of the work that is done.
        failed(str): the run is over without an answer; carries why, in words.
        ended(): the run is over, whichever way; comes before what else is told, and alone after a cancel.
    """

    progressed = Signal(float)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, answer: bytes, what: str, parent: QObject) -> None:
        super().__init__(parent)
        self._word, self._what = answer, what
        self._process: QProcess | None = None
        self._answer = b""

    @property
    def running(self) -> bool:
        """Whether a run is under way."""
        return self._process is not None

    def begin(self, worker: Sequence[str], request: bytes, *, stays: bool = False) -> None:
        """Begin a run; one that is under way goes on.

        Args:
            worker: the arguments of Python.
            request: what the process reads.
            stays: whether it is to be told more later.
        """
        if self._process is not None:
            return
        self._answer = b""
        self._process = process = QProcess(self)
        process.setProcessEnvironment(_environment())
        process.readyReadStandardOutput.connect(self._read)
        process.finished.connect(self._finish)
        process.errorOccurred.connect(self._fault)
        process.start(sys.executable, list(worker))
        process.write(request)
        if not stays:
            process.closeWriteChannel()

    def send(self, request: bytes) -> None:
        """Tell more to a process that stays; nothing, if it is gone."""
        if self._process is not None:
            self._process.write(request)

    def cancel(self) -> None:
        """End the run and wait until its process is gone: that takes a moment only."""
        process = self._release()
        if process is not None:
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()
            self.ended.emit()

    def answered(self, answer: bytes) -> None:
        """The run is over; take its answer as JSON."""
        raise NotImplementedError

    def heard(self, answer: bytes) -> None:
        """A line with an answer or a problem came."""
        self._answer = answer

    def _read(self) -> None:
        if self._process is None:
            return
        while self._process.canReadLine():
            line = bytes(self._process.readLine().data())
            if line.startswith((self._word, PROBLEM)):
                self.heard(line)
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
        if self._answer.startswith(self._word):
            self.answered(self._answer[len(self._word) :])
        elif self._answer.startswith(PROBLEM):
            self.failed.emit(msgspec.json.decode(self._answer[len(PROBLEM) :], type=str))
        else:
            _log.warning("%s ended without an answer: %s", self._what, said)
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
