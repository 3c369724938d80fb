"""``python -m evmap``."""

from evmap.cli import main

raise SystemExit(main())
