"""A file is written whole or not at all."""

import os
from pathlib import Path

import pytest

from evmap.storage.atomic import write_atomically


def test_writes_a_new_file_with_common_permissions(tmp_path: Path) -> None:
    mask = os.umask(0o022)
    try:
        write_atomically(tmp_path / "a", b"new")
    finally:
        os.umask(mask)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644
    assert os.listdir(tmp_path) == ["a"]  # noqa: PTH208


def test_replaces_a_file_and_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a"
    target.write_bytes(b"old")
    target.chmod(0o600)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o600


def test_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    (tmp_path / "link").symlink_to("real")
    write_atomically(tmp_path / "link", b"new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    for name in ("folder", "pipe", "missing/file"):
        with pytest.raises(OSError, match=r"Is |No such"):
            write_atomically(tmp_path / name, b"new")
    assert sorted(os.listdir(tmp_path)) == ["folder", "pipe"]  # noqa: PTH208


def test_a_long_name_is_no_trouble(tmp_path: Path) -> None:
    target = tmp_path / ("n" * 250)
    write_atomically(target, b"new")
    assert target.read_bytes() == b"new"
