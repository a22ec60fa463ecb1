"""Where the time of a cold build goes: one process under cProfile, the top forty by own time and by all below."""

import cProfile
import pstats
import shutil
from pathlib import Path

from pipeline.production.build import Order, build
from pipeline.production.newsroom import Newsroom

MOST = 40


def cold(root: Path) -> None:
    """Build the newsroom at *root* with nothing made before, site only, in this process; print where the time went."""
    for folder in (".warta", "output"):
        shutil.rmtree(root / folder, ignore_errors=True)
    profile = cProfile.Profile()
    report = profile.runcall(build, Newsroom(root), Order(only=("site",), jobs=1))
    print(f"made {report.made}; seconds by stage: {report.seconds}")
    stats = pstats.Stats(profile)
    for order in ("cumulative", "tottime"):
        stats.sort_stats(order).print_stats(MOST)
    stats.dump_stats(root.parent / "profile.pstats")
    print(f"All of it: {root.parent / 'profile.pstats'} (python -m pstats)")
