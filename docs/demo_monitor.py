"""``make demo-monitor``: the sample newsroom reads feeds of invented outlets on this computer, and finds itself.

The newsroom is a copy in a folder of its own: what is kept there is nobody's. Nothing leaves this computer.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from datetime import datetime, timedelta
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

ROOT = Path(__file__).parents[1]
ARCHIVE = Path(__file__).with_suffix(".toml")
HOST, PORT = "127.0.0.1", 8631
"""As in ``content/press/sumber.toml`` of the sample newsroom."""

DAYS = ("Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des")
ZONES = {7: "WIB", 8: "WITA", 9: "WIT"}


def pages(base: str, archive: dict[str, Any]) -> dict[str, tuple[str, bytes]]:
    """Return everything that is served, by path: its type and its bytes. *base* is where, without a slash."""
    found: dict[str, tuple[str, bytes]] = {}
    for medium in archive["media"]:
        folder = medium["folder"]
        items = []
        for number, item in enumerate(medium["berita"], 1):
            path = f"/{folder}/berita-{number}.html"
            outlet = item.get("media", medium["nama"])
            page = (
                f'<!doctype html><html lang="id"><meta charset="utf-8"><title>{escape(item["judul"])} - '
                f"{escape(outlet)}</title><h1>{escape(item['judul'])}</h1><p>{escape(item['isi'])}</p></html>\n"
            )
            found[path] = ("text/html; charset=utf-8", page.encode())
            items.append({**item, "media": outlet, "url": base + path})
        form = {"rss": rss, "atom": atom, "cari": search}[medium["bentuk"]]
        found[f"/{folder}/umpan.xml"] = ("application/xml; charset=utf-8", form(medium["nama"], items).encode())
    return found


def rss(name: str, items: list[dict[str, Any]]) -> str:
    """Return an RSS feed whose dates are in Indonesian, as those of many outlets are."""
    return _rss(name, [_item(item, spoken(item["tanggal"]), "") for item in items])


def search(name: str, items: list[dict[str, Any]]) -> str:
    """Return what a search of news gives: each item says whose it is."""
    rows = []
    for item in items:
        source = f'<source url="https://media.example/">{escape(item["media"])}</source>'
        titled = {**item, "judul": f"{item['judul']} - {item['media']}"}
        rows.append(_item(titled, format_datetime(item["tanggal"]), source))
    return _rss(name, rows)


def _rss(name: str, rows: list[str]) -> str:
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel><title>{escape(name)}</title>'
        f"<link>http://{HOST}:{PORT}/</link><description>Arsip rekaan</description>\n{''.join(rows)}</channel></rss>\n"
    )


def _item(item: dict[str, Any], date: str, more: str) -> str:
    body = escape(f"<p>{escape(item['isi'])}</p>")
    return (
        f"<item><title>{escape(item['judul'])}</title><link>{escape(item['url'])}</link>"
        f'<guid isPermaLink="false">{sha256(item["judul"].encode()).hexdigest()[:16]}</guid>'
        f"<pubDate>{date}</pubDate><description>{body}</description>{more}</item>\n"
    )


def atom(name: str, items: list[dict[str, Any]]) -> str:
    """Return an Atom feed."""
    rows = "".join(
        f"<entry><title>{escape(item['judul'])}</title><id>{escape(item['url'])}</id>"
        f'<link href="{escape(item["url"])}?utm_source=umpan"/><updated>{item["tanggal"].isoformat()}</updated>'
        f"<summary>{escape(item['isi'])}</summary></entry>\n"
        for item in items
    )
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
        f"<title>{escape(name)}</title><id>urn:contoh</id><updated>2026-11-20T00:00:00Z</updated>\n{rows}</feed>\n"
    )


def spoken(moment: datetime) -> str:
    """Return a moment as Indonesian feeds write it: ``Sen, 02 Nov 2026 09:15:00 WIB``."""
    hours = (moment.utcoffset() or timedelta()) // timedelta(hours=1)
    day, month = DAYS[moment.weekday()], MONTHS[moment.month - 1]
    return f"{day}, {moment:%d} {month} {moment:%Y %H:%M:%S} {ZONES[hours]}"


def serve(archive: dict[str, Any], port: int = PORT) -> ThreadingHTTPServer:
    """Serve *archive* until the server that is returned is shut down; port 0 takes any that is free."""

    class Archive(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            kind, data = there.get(self.path.partition("?")[0], ("", b""))
            tag = f'"{sha256(data).hexdigest()[:16]}"'
            if not kind:
                self.send_error(404)
            elif self.headers.get("If-None-Match") == tag:
                self.send_response(304)
                self.end_headers()
            else:
                self.send_response(200)
                for name, value in (("Content-Type", kind), ("Content-Length", f"{len(data)}"), ("ETag", tag)):
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(data)

        def log_message(self, *_said: object) -> None:
            """Say nothing: the commands speak."""

    server = ThreadingHTTPServer((HOST, port), Archive)
    there = pages(f"http://{HOST}:{server.server_address[1]}", archive)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def newsroom(folder: Path, port: int = PORT) -> Path:
    """Make a copy of the sample newsroom in *folder*, without its invented clippings of these months; return it."""
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.rmtree(folder / "content/kliping/2026", ignore_errors=True)
    sources = folder / "content/press/sumber.toml"
    sources.write_text(sources.read_text("utf-8").replace(f":{PORT}/", f":{port}/"), "utf-8")
    return folder


def main() -> int:
    """Poll, let somebody look at what was found, and build the site that shows it."""
    server = serve(tomllib.loads(ARCHIVE.read_text("utf-8")))
    with tempfile.TemporaryDirectory(prefix="warta-monitor-", ignore_cleanup_errors=True) as place:
        room = newsroom(Path(place))
        steps = [["monitor", "--sekarang"], ["monitor", "--tinjau"], ["build", "--only", "site"]]
        for step in steps if sys.stdin.isatty() else [["monitor", "--sekarang"], ["monitor", "--tinjau", "--json"]]:
            sys.stdout.write(f"$ warta {' '.join(step)}\n")
            sys.stdout.flush()
            command = [sys.executable, "-m", "pipeline", *step, "--root", f"{room}"]
            subprocess.run(command, check=False, env={**os.environ, "WARTA_LOKAL": "1"})
        if sys.stdin.isatty():
            input(f"Lihat {room}/output/site/liputan/index.html, lalu tekan Enter; salinan ini kemudian dihapus. ")
    server.shutdown()
    return 0


if __name__ == "__main__":
    sys.exit(main())
