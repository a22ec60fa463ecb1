"""Settings of posts that cannot be meant are refused in one sentence, with the line and the nearest right one."""

import pytest

from pipeline.config import load
from pipeline.errors import ConfigError

WRONG = {
    '[sosial]\nplatform = ["whatsapp", "instgram"]': 'saluran "instgram" tidak dikenal. Maksudnya instagram?',
    '[sosial]\nutm = ["fesbuk"]': 'saluran "fesbuk" tidak dikenal. Maksudnya facebook?',
    '[sosial]\nutm = ["x", "whatsapp"]': 'utm: tautan untuk whatsapp harus tetap pendek dan bersih; hapus "whatsapp"',
    f'url = "https://{"a" * 190}.desa.id/"': "url terlalu panjang (207 huruf)",
}


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_a_wrong_setting_is_told(tmp_path, text, said):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.toml").write_text(f"# catatan\n{text}\n", "utf-8")

    with pytest.raises(ConfigError, match=r"^content/site\.toml:[23]: ") as told:
        load(tmp_path)
    assert said in f"{told.value}"
