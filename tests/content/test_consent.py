from datetime import date

import pytest

from pipeline.content.consent import CHANNELS, Consent
from pipeline.content.moment import Moment
from pipeline.content.story_reader import read_story


def read(consent: str) -> tuple[Consent, list[str]]:
    """Return the consent of a quote with ``izin:`` *consent*, and the codes of what is wrong with it."""
    head = ["---", "judul: a", "tanggal: 12 Mei 2023", "perpustakaan: p", "ringkasan: a"]
    quote = f"kutipan: {{teks: Saya malu., nama: Ibu S., izin: {consent}}}"
    read = read_story("content/stories/2023/05/a.md", "\n".join([*head, quote, "---", "Isi."]).encode())
    assert read.story is not None
    return read.story.quotes[0].consent, [problem.code for problem in read.problems]


@pytest.mark.parametrize("word", ["ya", "Ya", "yes", "true", "y", "t", "'ya'", "iya"])
def test_yes_is_consent_for_all_channels(word):
    assert read(word) == (Consent(given=True, channels=CHANNELS), [])


@pytest.mark.parametrize("word", ["tidak", "Tidak", "no", "false", "n"])
def test_no_is_no(word):
    assert read(word) == (Consent(given=False), [])


def test_consent_may_have_limits():
    written = "{ref: 12/2023, kanal: [web, cetak], sampai: 2027-01-01, dicabut: 1 Mei 2026, wali: ya}"

    assert read(written) == (
        Consent(
            given=True,
            channels=("web", "cetak"),
            reference="12/2023",
            until=Moment(date(2027, 1, 1)),
            revoked=Moment(date(2026, 5, 1)),
            guardian=True,
        ),
        [],
    )


def test_english_words_read_the_same():
    english = "{reference: 12/2023, channels: [web, print, social, press], until: 2027-01-01, guardian: no}"
    indonesian = "{ref: 12/2023, kanal: [web, cetak, sosial, pers], sampai: 2027-01-01, wali: tidak}"

    assert read(english) == read(indonesian)
    assert read(english)[0].channels == CHANNELS


def test_one_channel_needs_no_list():
    assert read("{kanal: web}")[0].channels == ("web",)


def test_a_misspelt_channel_is_never_taken_for_all():
    assert read("{kanal: [sosal]}") == (Consent(given=True, channels=()), ["kanal-tidak-dikenal"])
    assert read("{kanal: {}}")[0].channels == ()


@pytest.mark.parametrize("key", ["sampai", "dicabut"])
def test_a_limit_that_cannot_be_read_is_a_no(key):
    assert read(f"{{{key}: nanti, wali: ya}}") == (Consent(given=False, unclear=True), ["izin-tanggal"])


@pytest.mark.parametrize("written", ["lisan", "{}", "[ya]"])
def test_what_is_unclear_is_a_no_that_nobody_said(written):
    assert read(written) == (Consent(given=False, unclear=True), ["izin-tidak-jelas"])


@pytest.mark.parametrize("written", ["{tidak}", "{Tidak: ya}", "{no, wali: ya}"])
def test_a_no_in_brackets_is_a_no(written):
    assert read(written) == (Consent(given=False), ["izin-tidak-jelas"])


def test_nothing_said_is_a_warning():
    assert read("") == (Consent(given=None), ["kutipan-tanpa-izin"])
