"""HTML and CSS are written as their standards say: the Nu HTML checker finds no error, and has nothing to advise."""

import json
import shutil
import subprocess

import pytest

from tests.browser.install import MODULES, java

pytestmark = pytest.mark.browser


POLICY = "violates Content Security Policy (meta tag)"
"""What the checker says of the site's policy is left out: for it a file has no ``'self'``, and it takes JSON-LD for a
script. The browser itself tells what the policy forbids (``reader.py``)."""


def faults(*files: object) -> list[str]:
    """Return what the checker says of *files* (HTML and CSS, or folders of them), one line for each place."""
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    # A stack of 2 MB: the checker's own advice, for pages that nest deep.
    command = [java(), "-Xss2m", "-jar", jar, "--also-check-css", "--skip-non-html", "--format", "json", "--stdout"]
    done = subprocess.run([*command, "--exit-zero-always", *files], capture_output=True, check=True)
    return [
        f"{found['url'].removeprefix('file:')}:{found.get('lastLine')}: {found['message']} {found.get('extract', '')!r}"
        for found in json.loads(done.stdout)["messages"]
        if POLICY not in found["message"]
    ]


def test_no_page_and_no_stylesheet_has_a_fault(website):
    found = faults(website.folder)

    assert not found, "\n".join(found)


def test_the_checker_reads_every_kind_of_file(website, tmp_path):
    """The bar itself: one fault in a page and one in a stylesheet, which may be far below."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    shutil.copyfile(website.file(""), below / "index.html")
    (below / "satu.html").write_text("<!doctype html><html lang=id><title>x</title><p><h1>x</h1></p>")
    (below / "satu.css").write_text("p { colour: red }")
    found = faults(tmp_path)

    assert [line.split(":")[0].rpartition("/")[2] for line in sorted(found)] == ["satu.css", "satu.html"]
