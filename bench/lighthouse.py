"""What Lighthouse gives a page, as a telephone on a slow network: ``python -m bench.lighthouse output/site``.

It needs what ``make test`` installs for the browser tests (``tests/browser/install.py``). The score for performance
comes from a simulated network and this computer's speed: it is for the table of the benchmark, never for a test.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from tests.browser.host import Host
from tests.browser.install import FLAGS, MODULES, node, program

KINDS = ("performance", "accessibility", "best-practices", "seo")


class Scores(NamedTuple):
    """Marks of 100 by kind, and the titles of what cost some."""

    marks: dict[str, int]
    lost: list[str]


def scores(place: str | Path, *, kinds: tuple[str, ...] = KINDS) -> Scores:
    """Return the scores of *place*: an address, or the folder of a site (its first page is served and looked at).

    Raises ``RuntimeError`` where Lighthouse cannot look at it.
    """
    if isinstance(place, str) and place.startswith(("http://", "https://")):
        return _looked_at(place, kinds)
    with Host(Path(place)) as url:
        return _looked_at(url, kinds)


def performance(folder: Path, addresses: list[str]) -> dict[str, float]:
    """Return the score for performance of pages of the site in *folder*, by their addresses from its top."""
    with Host(folder) as url:
        return {address: _looked_at(url + address, ("performance",)).marks["performance"] for address in addresses}


def _looked_at(url: str, kinds: tuple[str, ...]) -> Scores:
    surroundings = {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
    with tempfile.TemporaryDirectory(prefix="warta-lighthouse-") as folder:
        report = Path(folder) / "report.json"
        command = [
            str(node()), str(MODULES / "lighthouse" / "cli" / "index.js"), url, "--quiet", "--output=json",
            f"--output-path={report}", "--no-enable-error-reporting", f"--only-categories={','.join(kinds)}",
            f"--chrome-flags={' '.join(['--headless=new', *FLAGS])}",
        ]  # fmt: skip
        # Chromium's profile lies in the folder too, and goes with it.
        surroundings |= {"CHROME_PATH": program("chromium"), "TMPDIR": folder}
        done = subprocess.run(command, env=surroundings, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode or not report.exists():
            raise RuntimeError(f"Lighthouse could not look at {url}: {done.stderr.strip()[-500:]}")
        found = json.loads(report.read_bytes())
    marks = {kind: round(100 * found["categories"][kind]["score"]) for kind in kinds}
    counted = {ref["id"] for kind in kinds for ref in found["categories"][kind]["auditRefs"] if ref["weight"]}
    lost = [found["audits"][name] for name in sorted(counted) if (found["audits"][name]["score"] or 0) < 1]
    binding = [audit for audit in lost if audit["scoreDisplayMode"] not in {"notApplicable", "manual", "informative"}]
    return Scores(marks, [f"{audit['id']}: {audit['title']}" for audit in binding])


if __name__ == "__main__":
    for argument in sys.argv[1:]:
        result = scores(argument)
        print(argument, result.marks, *result.lost, sep="\n  ")
