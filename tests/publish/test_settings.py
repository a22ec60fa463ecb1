"""``[terbit.NAMA]``: what is wrong is said with its line, and secrets are refused."""

import pytest

from pipeline.config import load
from pipeline.errors import ConfigError


@pytest.fixture
def told(tmp_path):
    """Return what is said of a ``site.toml`` with these lines."""

    def say(lines: str) -> str:
        (tmp_path / "content").mkdir(exist_ok=True)
        (tmp_path / "content/site.toml").write_text(f'nama = "Kabar"\n\n{lines}', "utf-8")
        with pytest.raises(ConfigError) as error:
            load(tmp_path)
        return str(error.value)

    return say


@pytest.mark.parametrize(
    ("lines", "line", "words"),
    [
        ('[terbit.situs]\njenis = "foldr"\n', 3, 'jenis = "folder"'),
        ('[terbit.situs]\nfolder = "/srv"\n', 3, "jenis"),
        ('[terbit.situs]\njenis = "sftp"\n', 3, 'alamat = "…"'),
        ('[terbit."Situs Kami"]\njenis = "folder"\nfolder = "x"\n', 3, "huruf kecil"),
        ('[terbit.situs]\njenis = "folder"\nfoldr = "x"\n', 5, "terbit.situs.folder"),
        ('[terbit.situs]\njenis = "folder"\nfolder = "x"\nwebsub = "hub"\n', 6, "websub"),
        ('[terbit.situs]\njenis = "sftp"\nalamat = "sftp://a/b"\nkata_sandi = "x"\n', 6, "rahasia"),
        ('[terbit.situs]\njenis = "s3"\nember = "b"\naws_secret_access_key = "x"\n', 6, "~/.aws"),
        ('[terbit.situs]\njenis = "sftp"\nalamat = "sftp://web:sandi@a/b"\n', 5, "agen SSH"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(told, lines, line, words):
    said = told(lines)
    assert said.startswith(f"content/site.toml:{line}: ")
    assert words in said
    assert "sandi@" not in said


def test_targets_are_read(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text('[terbit.situs]\njenis = "folder"\nfolder = "../web"\n', "utf-8")
    assert load(tmp_path).terbit["situs"].folder == "../web"
