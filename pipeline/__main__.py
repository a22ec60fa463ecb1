"""``python -m pipeline`` is ``warta``."""

from pipeline.cli.main import main

main()
