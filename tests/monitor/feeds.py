"""Small feeds, as outlets write them."""


def rss(*numbers: int, title: str = "Perpustakaan desa nomor {} ramai dikunjungi warga", name: str = "koran") -> bytes:
    items = "".join(
        f"<item><title>{title.format(number)}</title><link>https://{name}.example/kabar/{number}?utm_source=rss</link>"
        f'<guid isPermaLink="false">{name}-{number}</guid>'
        f"<pubDate>Sen, 05 Agu 2024 10:{number % 60:02}:00 WIB</pubDate></item>"
        for number in numbers
    )
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{name}</title>{items}</channel></rss>'.encode()


def listed(*feeds: tuple[str, str], more: str = "") -> str:
    return "\n".join(f'[[sumber]]\nnama = "{name}"\numpan = "{url}"\n{more}' for name, url in feeds)
