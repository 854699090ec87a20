"""How a host name that people write goes over the wire."""

import re
import socket
import unicodedata
from contextlib import suppress
from urllib.parse import unquote

_DOTS = re.compile("[.。]")  # the other full stops of UTS 46 become these two by NFKC
# what UTS 46 maps to nothing: soft hyphens, zero-width spaces and joiners, variation selectors of emoji
_INVISIBLE = re.compile("[\u00ad\u034f\u180b-\u180d\u200b\u2060\ufe00-\ufe0f\ufeff]")
_ON_THE_WIRE = re.compile(r"[a-z0-9_.-]+")


def plain_host(written: str) -> str | None:
    """Return a host as browsers send it: lower case, punycode, numbers as an IPv4 address; `None` for what is no name.

    The IDNA library refuses names that registries sell (emoji), and full-width letters that readers type; whether a
    name exists is up to its name server.
    """
    name = _INVISIBLE.sub("", unicodedata.normalize("NFKC", unquote(written)).lower())
    plain = ".".join(label if label.isascii() else _punycode(label) for label in _DOTS.split(name))
    if not _ON_THE_WIRE.fullmatch(plain):
        return None
    return ipv4_of(plain) or plain


def ipv4_of(name: str) -> str | None:
    """Return the address that the C library reads in numbers: 127.1, 0177.0.0.1, 0x7f000001; `None` for a name."""
    last = name.rstrip(".").rpartition(".")[2].lower()
    if last.isdecimal() or last.startswith("0x"):
        with suppress(OSError):
            return socket.inet_ntoa(socket.inet_aton(name.rstrip(".")))
    return None


def _punycode(label: str) -> str:
    return f"xn--{label.encode('punycode').decode('ascii')}"
