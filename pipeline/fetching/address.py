"""Which addresses may be asked: of the web (``http``, ``https``), and of machines (none of a private network)."""

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from pipeline.fetching.failure import AddressError, ForbiddenError
from pipeline.fetching.policy import LOCAL, Policy
from pipeline.language import _

PORTS = {"http": 80, "https": 443}
LONGEST = 2_000

Resolver = Callable[[str, int], Sequence[str]]
"""From a name and a port to all its addresses, as written by ``inet_ntop``; raises ``OSError`` where there is none."""

_V4 = ipaddress.IPv4Network
_V6 = ipaddress.IPv6Network
# IANA's registries of special addresses. `is_global` of Python 3.11 takes some of these for ordinary ones, and those of
# version 6 that carry one of version 4 (NAT64, 6to4, Teredo) lead wherever that leads.
_NEVER = (
    _V4("0.0.0.0/8"), _V4("192.0.0.0/24"), _V4("192.88.99.0/24"), _V4("100.64.0.0/10"), _V4("198.18.0.0/15"),
    _V6("64:ff9b::/96"), _V6("64:ff9b:1::/48"), _V6("2002::/16"), _V6("2001::/32"), _V6("100::/64"), _V6("5f00::/16"),
    _V6("3fff::/20"), _V6("fec0::/10"), _V6("::/96"),
)  # fmt: skip
_OFFICE = (
    _V4("10.0.0.0/8"), _V4("172.16.0.0/12"), _V4("192.168.0.0/16"), _V4("127.0.0.0/8"),
    _V6("fc00::/7"), _V6("::1/128"),
)  # fmt: skip


class Address(NamedTuple):
    """An address of the web that may be asked, in the form in which it is sent."""

    url: str
    scheme: str
    host: str
    port: int


def checked(url: str, policy: Policy) -> Address:
    """Return *url* as it is asked for, without its fragment; raises ``AddressError`` where it never is."""
    text = url.strip()
    try:
        parts = urlsplit(text)
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        raise AddressError(_("{url}: alamat web ini tidak dapat dibaca.").format(url=_shown(url))) from None
    if parts.scheme not in PORTS:
        raise AddressError(_("{url}: hanya alamat http:// dan https:// yang diambil.").format(url=_shown(url)))
    if not host or len(text) > LONGEST or any(sign <= " " or sign in "\x7f\\" for sign in text):
        raise AddressError(_("{url}: alamat web ini tidak dapat dibaca.").format(url=_shown(url)))
    if "@" in parts.netloc:
        said = _("{host}: nama pengguna atau kata sandi tidak boleh ada di dalam alamat web.")
        raise AddressError(said.format(host=host))
    if port is not None and port not in PORTS.values() and not policy.local:
        said = _("{host}: porta {port} tidak diambil, hanya 80 dan 443.")
        raise AddressError(said.format(host=host, port=port))
    netloc = _ascii(host, url)
    if port is not None and port != PORTS[parts.scheme]:
        netloc = f"{netloc}:{port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return Address(urlunsplit((parts.scheme, netloc, path, query, "")), parts.scheme, host, port or PORTS[parts.scheme])


def _ascii(host: str, url: str) -> str:
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        raise AddressError(_("{url}: alamat web ini tidak dapat dibaca.").format(url=_shown(url))) from None


def _shown(url: str) -> str:
    plain = "".join(sign if sign.isprintable() else "?" for sign in url.strip())
    return plain if len(plain) <= 120 else f"{plain[:119]}…"


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for all addresses of *host*."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def allowed(host: str, addresses: Sequence[str], policy: Policy) -> Sequence[str]:
    """Return *addresses* of *host* if every one may be asked; one that may not spoils them all.

    A name with a public and a private address is how somebody would get in: which of the two is used is chance. Raises
    ``ForbiddenError``.
    """
    for address in addresses:
        if not (public(address) or (policy.local and _office(address))):
            said = _(
                "{host}: namanya menuju alamat jaringan pribadi ({address}), yang tidak diambil. "
                "Untuk jaringan kantor sendiri: {variable}=1."
            )
            raise ForbiddenError(said.format(host=host, address=address, variable=LOCAL))
    return addresses


def public(address: str) -> bool:
    """Whether *address* (of version 4 or 6) is one of the public internet."""
    found = _read(address)
    return (
        found is not None
        and found.is_global
        and not (found.is_multicast or found.is_reserved or found.is_link_local or found.is_unspecified)
        and not any(found in network for network in _NEVER if network.version == found.version)
    )


def _office(address: str) -> bool:
    """Whether *address* is of this computer or of a private network; what is link-local never is asked."""
    found = _read(address)
    return found is not None and any(found in network for network in _OFFICE if network.version == found.version)


def _read(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    """Return *address*, that of version 4 within one of version 6 (``::ffff:10.0.0.1``) as what it leads to."""
    try:
        found = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found
