"""Coming in without a password: a link, a PIN, and nothing that can be guessed."""

import re
import threading

import pytest

from pipeline.newsroom.people import INVITED, LONGEST, NEVER, pause
from tests.newsroom.conftest import NOW, PINS


def test_a_link_lets_in_whom_it_is_for_and_nobody_after(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    token = web.token(sari)
    phone, other = web.visitor(), web.visitor()
    for _ in range(3):  # chats open a link to show a preview of it
        assert "Ibu Sari" in other.get(f"/masuk/{token}").text
    came = phone.post(f"/masuk/{token}", data={"pin": "27 09 45", "ulang": "270945"})
    assert (came.status_code, came.headers["location"]) == (303, "/")
    assert "Ibu Sari" in phone.get("/saya").text
    assert other.get(f"/masuk/{token}").status_code == 404
    assert other.post(f"/masuk/{token}", data={"pin": PINS[1], "ulang": PINS[1]}).status_code == 404
    assert other.get("/saya").headers["location"] == "/masuk?ke=/saya"


def test_two_who_open_one_link_at_once_do_not_both_come_in(web):
    token = web.token(web.add("Ibu Sari", "kontributor", "alfa"))
    found = []

    def open_it(pin: str) -> None:
        found.append(web.visitor().post(f"/masuk/{token}", data={"pin": pin, "ulang": pin}).status_code)

    threads = [threading.Thread(target=open_it, args=(pin,)) for pin in PINS]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == [303, 404, 404]


@pytest.mark.parametrize(
    ("pin", "again", "said"),
    [
        ("12345", "12345", "enam angka"), ("abcdef", "abcdef", "enam angka"), ("270945", "270946", "belum sama"),
        ("123456", "123456", "mudah ditebak"), ("987654", "987654", "mudah ditebak"),
        ("111111", "111111", "mudah ditebak"), ("121212", "121212", "mudah ditebak"),
        ("٢٧٠٩٤٥", "٢٧٠٩٤٥", "enam angka"),
        ("", "", "enam angka"), ("2" * 9_999, "2" * 9_999, "enam angka"),
    ],
)  # fmt: skip
def test_a_pin_that_is_none_or_easy_to_guess_is_told_so(web, pin, again, said):
    token = web.token(web.add("Ibu Sari", "kontributor", "alfa"))
    answer = web.visitor().post(f"/masuk/{token}", data={"pin": pin, "ulang": again})
    assert answer.status_code == 422
    assert said in answer.text
    assert "set-cookie" not in answer.headers


def test_a_link_ends_after_two_weeks_and_when_there_is_a_newer_one(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    first, second = web.token(sari), web.token(sari)
    assert web.visitor().get(f"/masuk/{first}").status_code == 404
    assert web.visitor().get(f"/masuk/{second}").status_code == 200
    web.clock.at = NOW + INVITED
    assert web.visitor().get(f"/masuk/{second}").status_code == 404


def test_a_second_device_needs_the_link_and_the_pin(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    web.enter(sari)
    token, other = web.token(sari), web.visitor()
    assert other.post(f"/masuk/{token}", data={"pin": PINS[1], "ulang": PINS[1]}).status_code == 422
    assert other.post(f"/masuk/{token}", data={"pin": PINS[0]}).status_code == 303
    assert len(web.office.people.devices(sari.id)) == 2


def test_the_pin_opens_a_known_device_again_with_another_session(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    phone = web.enter(sari)
    before = phone.cookies["sesi"]
    assert phone.post("/keluar").status_code == 303
    assert "sesi" not in phone.cookies
    assert phone.get("/saya").status_code == 303
    assert "Ibu Sari" in phone.get("/masuk").text
    assert phone.post("/masuk", data={"pin": PINS[0], "ke": "/saya"}).headers["location"] == "/saya"
    assert phone.cookies["sesi"] != before
    phone.cookies.set("sesi", before)
    assert phone.get("/saya").status_code == 303  # the old one is dead


def test_a_session_that_a_stranger_chose_is_never_taken_over(web):
    token = web.token(web.add("Ibu Sari", "kontributor", "alfa"))
    phone = web.visitor()
    phone.cookies.set("sesi", "pilihanku")
    phone.cookies.set("perangkat", "pilihanku")
    phone.post(f"/masuk/{token}", data={"pin": PINS[0], "ulang": PINS[0]})
    assert "pilihanku" not in {cookie.value for cookie in phone.cookies if cookie.domain == "127.0.0.1"}


def test_sessions_end_when_they_rest_or_are_old(web):
    phone = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    for day in range(20, 180, 20):
        web.clock.at = NOW + day * 86_400
        assert phone.get("/saya").status_code == 200
    web.clock.at = NOW + LONGEST
    assert phone.get("/saya").status_code == 303
    other = web.enter(web.add("Pak Budi", "kontributor", "beta"))
    web.clock.at += 31 * 86_400
    assert other.get("/saya").status_code == 303


def test_wrong_pins_make_wait_longer_and_longer_until_only_a_new_link_helps(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    phone = web.enter(sari)
    phone.post("/keluar")
    waits = []
    for _ in range(9):
        answer = phone.post("/masuk", data={"pin": "000001"})
        assert answer.status_code == 422
        waits.append(int(found[1]) if (found := re.search(r"setelah (\d+) menit", answer.text)) else 0)
        right = phone.post("/masuk", data={"pin": PINS[0]}) if waits[-1] else None
        assert right is None or right.status_code == 422  # while one must wait, the right one opens nothing either
        web.clock.at += 60 * waits[-1]
    assert waits == [0, 0, 0, 0, 1, 5, 15, 60, 0]
    web.clock.at += 365 * 86_400
    assert "tautan baru" in phone.post("/masuk", data={"pin": PINS[0]}).text
    token = web.token(sari, renew=True)
    assert phone.post(f"/masuk/{token}", data={"pin": PINS[2], "ulang": PINS[2]}).status_code == 303


def test_the_right_pin_in_time_forgives_the_wrong_ones(web):
    phone = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    for _ in range(3):
        for _ in range(3):
            assert phone.post("/masuk", data={"pin": "000001"}).status_code == 422
        assert phone.post("/masuk", data={"pin": PINS[0]}).status_code == 303


def test_a_hundred_guesses_at_once_are_no_more_than_four(web):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    people, found = web.office.people, []
    web.enter(sari)
    threads = [
        threading.Thread(target=lambda: found.append(people._tried(sari.id, "000001", at=NOW))) for _ in range(40)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    tried = web.office.database.reads.execute("SELECT failures FROM person WHERE id = ?", (sari.id,)).fetchone()[0]
    assert tried == 5
    assert all(found)


def test_pauses_grow_and_end_in_none():
    assert [pause(number) for number in (0, 4, 5, 6, 7, 8, 9, 99)] == [0, 0, 60, 300, 900, 3_600, NEVER, NEVER]


def test_one_network_cannot_try_links_for_ever(web):
    found = [web.visitor().get(f"/masuk/tebak-{number}").status_code for number in range(40)]
    assert found == [404] * 30 + [429] * 10
    web.clock.at += 700
    assert web.visitor().get("/masuk/tebak").status_code == 404


def test_what_is_kept_opens_nothing(web, tmp_path):
    sari = web.add("Ibu Sari", "kontributor", "alfa")
    token = web.token(sari)
    phone = web.visitor()
    phone.post(f"/masuk/{token}", data={"pin": PINS[0], "ulang": PINS[0]})
    kept = b"".join(path.read_bytes() for path in (tmp_path / "kabar/.warta/state").glob("ruang.sqlite*"))
    for secret in (token, PINS[0], phone.cookies["sesi"], phone.cookies["perangkat"]):
        assert secret.encode() not in kept
    assert (tmp_path / "kabar/.warta/state/ruang.kunci").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    "to", ["//jahat.example", "https://jahat.example", "/\\jahat.example", "\\\\jahat.example", "javascript:alert(1)",
           "/%0d%0aSet-Cookie: x=1", "jahat", "", "/\tjahat", "http:jahat.example", "/a\r\nb: c"]
)  # fmt: skip
def test_nobody_is_led_elsewhere(web, to):
    phone = web.enter(web.add("Ibu Sari", "kontributor", "alfa"))
    for answer in (phone.get("/masuk", params={"ke": to}), phone.post("/masuk", data={"pin": PINS[0], "ke": to})):
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/")
        assert not answer.headers["location"].startswith(("//", "/\\"))
        assert "jahat" not in answer.headers["location"].partition("?")[0] or to.startswith("/%0d")
        assert "x" not in answer.cookies
