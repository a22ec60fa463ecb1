"""The sample newsroom's site as Lighthouse scores it: the performance of its home page and of its newest story."""

import shutil
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from bench.measure import run
from bench.tool import warta
from pipeline.templating.folders import bundled


def scores(work: Path) -> dict[str, float] | str:
    """Build the sample newsroom below *work* and return a score from 0 to 100 by page, or why there is none.

    ``performance(folder, addresses)`` of ``bench.lighthouse`` gives the scores by address.
    """
    if reason := _lacking():
        return reason
    site = built(work / "sample")
    found = import_module("bench.lighthouse").performance(site, list(pages(site).values()))
    return {title: found[address] for title, address in pages(site).items()}


def _lacking() -> str:
    """Return why Lighthouse cannot be asked; empty where it can."""
    if find_spec("bench.lighthouse") is None:
        return "bench/lighthouse.py is not there"
    absent = import_module("tests.browser.install").missing()
    return f"not here: {', '.join(absent)}" if absent else ""


def built(root: Path) -> Path:
    """Build the sample newsroom at *root*, with all desks, and return the folder of its site."""
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(bundled("content"), root / "content")
    run(warta("build", "--json"), root)
    return root / "output" / "site"


def pages(site: Path) -> dict[str, str]:
    """Return the addresses of the pages that are scored: home, and the newest story with a photo."""
    stories = [path.parent for path in site.glob("20??/??/*/index.html") if any(path.parent.glob("*.webp"))]
    newest = max(stories, key=lambda folder: folder.relative_to(site).parts)
    return {"home": "", "a story": f"{newest.relative_to(site).as_posix()}/"}
