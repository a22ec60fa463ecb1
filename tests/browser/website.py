"""A site in a folder: its pages, and what kind each of them is."""

from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

REDIRECT = 'http-equiv="refresh"'
KITS = 9
"""Every so many kits one is looked at."""

PHOTO = '<figure class="photo'


class Website(NamedTuple):
    """The files of *folder*, served at *url* (with a slash at the end)."""

    folder: Path
    url: str

    def pages(self) -> list[str]:
        """Return the addresses of all pages, relative to ``url``; an old address that redirects is none.

        Share kits are long and made of one template: some of them, far apart, stand for all.
        """
        files = sorted(self.folder.rglob("*.html"))
        found = [self._address(file) for file in files if REDIRECT not in file.read_text("utf-8")]
        kits = [address for address in found if address.endswith("/bagikan/")]
        return [address for address in found if address not in kits or address in kits[::KITS]]

    def kinds(self) -> dict[str, str]:
        """Return one page of each kind. Of a kind it does not know it takes one page for each first segment."""
        found: dict[str, str] = {}
        for address in self.pages():
            found.setdefault(self._kind(address), address)
        return found

    def at(self, address: str) -> str:
        """Return where the page *address* is served."""
        return self.url + quote(address)

    def file(self, address: str) -> Path:
        """Return the file of the page *address*."""
        return self.folder / (f"{address}index.html" if address.endswith("/") or not address else address)

    def _address(self, file: Path) -> str:
        name = file.relative_to(self.folder).as_posix()
        return name.removesuffix("index.html") if file.name == "index.html" else name

    def _kind(self, address: str) -> str:
        first, *rest = address.rstrip("/").split("/")
        if first == "bukti" and rest:
            return self._evidence(*rest)
        if not first.isdecimal():
            deeper = " below" if rest else ""
            province = " province" if first == "wilayah" and rest and "." not in rest[0] else ""
            own = "page" if not rest and address.endswith("/") and not self._is_hub(address) else first
            return f"{own}{deeper}{province}" or "home"
        if len(rest) == 1:
            return "month"
        if len(rest) == 2:
            return "story with photos" if PHOTO in self.file(address).read_text("utf-8") else "story without photos"
        return f"story: {'/'.join(rest[2:])}" if rest else "year"

    @staticmethod
    def _evidence(key: str, *rest: str) -> str:
        """Return the kind of a page of evidence: whose it is, and of what."""
        whose = {"semua": "all"}.get(key) or ("region" if key[:1].isdecimal() else "library")
        below = "" if not rest else "sources" if rest[0].isdecimal() else rest[0]
        return f"evidence: {below or whose}"

    def _is_hub(self, address: str) -> bool:
        """Whether *address* is no page that people wrote: those have nothing below them, nor a name of ours."""
        inside = [entry for entry in self.file(address).parent.iterdir() if entry.is_dir()]
        return bool(inside) or address in {"arsip/", "cari/"}
