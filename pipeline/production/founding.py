"""A new newsroom in a folder of its own."""

import shutil
from datetime import date
from pathlib import Path
from typing import Literal

from pipeline.content.folder import is_temporary
from pipeline.errors import OutputError, UsageError
from pipeline.language import _
from pipeline.templating.folders import bundled

IGNORE = "# Dibuat ulang oleh warta; tidak perlu disimpan.\n/output/\n.warta/\n/kirim/\n"

PROFILE = """\
---
# Profil perpustakaan Anda. Ganti semua isian di bawah ini, lalu hapus baris contoh.
# Nama berkas ini menjadi alamat halamannya: ganti juga, sebelum menulis laporan pertama.
nama: Perpustakaan Desa Anda (ganti nama ini)
tingkat: desa
# Kode wilayah desa Anda menurut Kemendagri: provinsi.kabupaten.kecamatan.desa
wilayah: "32.04.99.2999"
alamat:
kontak: {telepon: "", whatsapp: "", surel: ""}
tentang:
contoh: ya
---
Ceritakan perpustakaan Anda: sejak kapan ada, siapa yang mengelola, kapan buka.
"""


Kind = Literal["sample", "empty", "training"]


def set_up(folder: Path, kind: Kind, *, today: date) -> None:
    """Make a newsroom in *folder*: the sample one, an empty one, or one whose reports are to be mended in a training.

    Raises ``UsageError`` where *folder* already holds something, ``OutputError`` where it cannot be written.
    """
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise UsageError(_("{folder} sudah ada isinya. Pilih nama folder lain.").format(folder=folder))
        if kind == "empty":
            _bare(folder / "content", today)
        else:
            shutil.copytree(*_copied(kind, folder), ignore=_unwanted, dirs_exist_ok=True)
        (folder / ".gitignore").write_text(IGNORE, "utf-8")
    except OSError as error:
        said = _("Tidak dapat menulis ke {folder}: {reason}.")
        raise OutputError(said.format(folder=folder, reason=error.strerror or error)) from error


def _copied(kind: Kind, folder: Path) -> tuple[Path, Path]:
    """Return what is copied, and where to; a training brings its exercises, too."""
    return (bundled("training"), folder) if kind == "training" else (bundled("content"), folder / "content")


def _unwanted(_folder: str, names: list[str]) -> set[str]:
    """Return those of *names* that are nobody's sample: what people sent in, and what editors leave behind."""
    return {name for name in names if is_temporary(name) or name == "inbox"}


def _bare(content: Path, today: date) -> None:
    (content / f"stories/{today:%Y/%m}").mkdir(parents=True)
    (content / "libraries").mkdir()
    (content / "pages").mkdir()
    shutil.copyfile(bundled("content") / "site.toml", content / "site.toml")
    (content / "libraries" / "perpustakaan-desa-anda.md").write_text(PROFILE, "utf-8")
