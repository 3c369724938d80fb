"""The small map, fresh for each test."""

from tests.storage.conftest import small

__all__ = ["small"]
