"""Writing a file so that it is either all there or as it was before, whatever happens in between."""

import contextlib
import os
import stat
import tempfile
from pathlib import Path


def write_atomically(path: Path, data: bytes) -> None:
    """Write a file beside its target, then put it in the target's place.

    A link is followed, so that what it leads to is replaced and the link stays. A target keeps its permissions.
    Raises ``OSError`` and leaves nothing behind when it cannot be written.
    """
    target = Path(os.path.realpath(path))
    mode = _mode_for(target)
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name[:64]}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
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
