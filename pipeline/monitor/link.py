"""Links of feeds: which may be followed, and which two are one."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit

LONGEST = 2_000

TRACKING = frozenset(
    (  # noqa: SIM905  forty names, one to a line, are no easier to read
        "fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid igshid igsh twclid ttclid li_fat_id mc_cid mc_eid "
        "_ga _gl _hsenc _hsmi mkt_tok oly_anon_id oly_enc_id vero_id wickedid ref_src ref_url spm cmpid cmp ncid "
        "at_medium at_campaign xtor sr_share guccounter tbclid rb_clickid s_cid ml_subscriber ml_subscriber_hash"
    ).split()
)
"""Parameters that say how a reader came and nothing of what is read; besides, all that begin with ``utm_``."""

PORTS = {"http": 80, "https": 443}


def link(raw: str, base: str = "") -> str:
    r"""Return *raw* as a whole address of ``http`` or ``https``, empty where it is none.

    Control characters go first: browsers skip them, so ``java\x03script:`` is one word to them. What else cannot be
    seen (it may turn the direction of what is read) makes it no link. A relative one is taken from *base*.
    """
    bare = "".join(sign for sign in raw if sign > "\x1f" and sign != "\x7f").strip().replace(" ", "%20")
    try:
        own, whole = urlsplit(bare), urljoin(base, bare)
        parts = urlsplit(whole)
        good = parts.scheme in PORTS and bool(parts.hostname) and "@" not in parts.netloc and parts.port != 0
        good = good and bool(own.netloc or not own.scheme) and whole.isprintable()
    except ValueError:
        return ""
    return whole if bare and good and len(whole) <= LONGEST else ""


def normalized(url: str) -> str:
    """Return what two addresses of one page have in common: the form in which they are compared, never followed.

    Host in lower case without ``www.``, ``https`` for ``http``, no fragment, default port, tracking parameter or slash
    at the end. The path keeps its case, parameters their order. Empty for what is no address.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
    except ValueError:
        return ""
    if parts.scheme not in PORTS or not host:
        return ""
    if ":" in host:
        host = f"[{host}]"
    netloc = host.removeprefix("www.") if port in (None, *PORTS.values()) else f"{host.removeprefix('www.')}:{port}"
    kept = [(key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _tracks(key)]
    return urlunsplit(("https", netloc, parts.path.rstrip("/"), urlencode(kept), ""))


def untracked(url: str) -> str:
    """Return *url* without parameters that say how a reader came: as it may be printed, and followed."""
    parts = urlsplit(url)
    if not parts.query:
        return url
    kept = [part for part in parts.query.split("&") if not _tracks(part.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(kept)))


def _tracks(key: str) -> bool:
    return key.lower().startswith("utm_") or key.lower() in TRACKING
