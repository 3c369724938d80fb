"""Writing a file so that it is either all there or as it was before, whatever happens in between."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path


class Draft:
    """A file beside its target, which takes the target's place once it is whole.

    A link is followed, so that what it leads to is replaced and the link stays. A target keeps its permissions.
    Whoever makes a draft commits or discards it.

    Attributes:
        path: the file to write.

    Raises:
        OSError: nothing can be written beside the target.
    """

    def __init__(self, path: Path) -> None:
        self._target = Path(os.path.realpath(path))
        self._mode = _mode_for(self._target)
        prefix = f".{self._target.name[:64]}."
        self._descriptor, name = tempfile.mkstemp(prefix=prefix, suffix=".part", dir=self._target.parent)
        self.path = Path(name)

    def write(self, data: bytes) -> None:
        """Write the whole file, down to the disk."""
        with os.fdopen(self._take(), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def commit(self) -> None:
        """Put it in the target's place."""
        self._let_go()
        self.path.chmod(self._mode)
        self.path.replace(self._target)

    def discard(self) -> None:
        """Leave nothing of it behind, and the target as it was."""
        self._let_go()
        with contextlib.suppress(OSError):
            self.path.unlink()

    def _take(self) -> int:
        descriptor, self._descriptor = self._descriptor, -1
        return descriptor

    def _let_go(self) -> None:
        descriptor = self._take()
        if descriptor >= 0:
            os.close(descriptor)


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its target, then put it in the target's place.

    Raises ``OSError`` and leaves nothing behind when it cannot be written.
    """
    draft = Draft(path)
    try:
        draft.write(data)
        draft.commit()
    except BaseException:
        draft.discard()
        raise


def _mode_for(target: Path) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    try:
        found = target.stat()
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
    if not stat.S_ISREG(found.st_mode):
        raise IsADirectoryError(21, "Is a directory" if stat.S_ISDIR(found.st_mode) else "Is not a file", str(target))
    return stat.S_IMODE(found.st_mode)
