"""What the app costs, measured by hand and never by the tests: ``python -m tests.benchmarks``."""
