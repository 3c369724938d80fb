"""Tests, benchmarks and pictures; the folders mirror evmap/."""
