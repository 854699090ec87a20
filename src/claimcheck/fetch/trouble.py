"""What went wrong on the way to a page: a reason, a sentence, and whether trying again may help."""

import os
import socket
import ssl
from dataclasses import dataclass

import httpcore

from claimcheck.fetch.decode import DecodeError, TooLargeError
from claimcheck.model import Reason


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why one exchange with one host failed."""

    reason: Reason
    detail: str
    transient: bool = False
    """Worth another attempt."""
    unresolved: bool = False
    """The host name got no address."""
    silent: bool = False
    """The host kept us waiting and never said a word."""


_NO_SUCH_NAME = {getattr(socket, name, None) for name in ("EAI_NONAME", "EAI_NODATA")}
"""What a name server says of a name that does not exist; all else says that it could not tell."""


class FetchError(Exception):
    """Carries a `Trouble` out of the HTTP library; never leaves this package."""

    def __init__(self, trouble: Trouble) -> None:
        """Keep the trouble; its sentence is the message."""
        super().__init__(trouble.detail)
        self.trouble = trouble


def unresolved(host: str, error: OSError | UnicodeError) -> Trouble:
    """Say why a name has no address: it does not exist, or nobody could tell."""
    if isinstance(error, OSError) and getattr(error, "errno", None) not in _NO_SUCH_NAME:
        detail = f"The name server gave no answer for {host}; try again later."
        return Trouble(Reason.TIMEOUT, detail, transient=True, unresolved=True, silent=True)
    return Trouble(Reason.DNS, f"The host {host} does not exist; check the URL for a typo.", unresolved=True)


def lookup_too_slow(host: str, seconds: float) -> Trouble:
    """Say that nobody answered for a name."""
    detail = f"Looking up {host} took more than {seconds:g} s; try again later."
    return Trouble(Reason.TIMEOUT, detail, transient=True, unresolved=True, silent=True)


def private_address(host: str, address: str) -> Trouble:
    """Say which address was refused, and what would allow it."""
    shown = f"The address {host}" if host == address else f"The host {host} resolves to {address}, which"
    detail = f"{shown} is not on the public internet; --allow-private would fetch it."
    return Trouble(Reason.PRIVATE_ADDRESS, detail)


def connect_too_slow(host: str, seconds: float) -> Trouble:
    """Say that no connection came about in time."""
    detail = f"No connection to {host} came about within {seconds:g} s; try again later."
    return Trouble(Reason.TIMEOUT, detail, transient=True, silent=True)


def not_connected(host: str, port: int, error: OSError) -> Trouble:
    """Say why no connection came about."""
    if isinstance(error, ConnectionRefusedError):
        detail = f"The host {host} refused the connection on port {port}; no server runs there at the moment."
        return Trouble(Reason.REFUSED, detail)
    if isinstance(error, ConnectionResetError | ConnectionAbortedError | BrokenPipeError):
        return connection_lost(host)
    # asyncio puts its own words in `strerror`
    seen = os.strerror(error.errno) if error.errno and error.errno > 0 else str(error)
    detail = f"There is no way to the host {host} ({seen}); check this machine's network."
    return Trouble(Reason.REFUSED, detail)


def connection_lost(host: str) -> Trouble:
    """Say that the server hung up before it answered."""
    detail = f"The server of {host} closed the connection without an answer; try again later."
    return Trouble(Reason.RESET, detail, transient=True)


def no_answer(host: str, seconds: float) -> Trouble:
    """Say that an exchange took its whole time without an answer."""
    detail = f"The server of {host} gave no answer within {seconds:g} s; try again later or raise --timeout."
    return Trouble(Reason.TIMEOUT, detail, silent=True)


def body_too_slow(host: str, seconds: float, received: int) -> Trouble:
    """Say that an exchange took its whole time while the answer was still coming."""
    detail = f"The server of {host} was still sending after {seconds:g} s ({received:,} bytes so far); raise --timeout."
    return Trouble(Reason.TIMEOUT, detail)


def too_large(limit: int) -> Trouble:
    """Say that an answer is beyond the limit on the wire."""
    detail = f"The page has more than {limit:,} bytes on the wire; save a copy and name it as the source's snapshot."
    return Trouble(Reason.TOO_LARGE, detail)


_VERIFY_CODES = {
    9: "is not valid yet; check this machine's clock",
    10: "has expired; the site has to renew it",
    18: "is self-signed; no authority vouches for it",
    19: "comes from an authority of the site's own; open the page by hand",
    20: "comes from an unknown issuer; open the page by hand",
    21: "comes from an unknown issuer; open the page by hand",
    23: "was revoked; the site has to renew it",
    62: "is for another host; check the URL",
    64: "is for another address; check the URL",
}  # X509_V_ERR_* of OpenSSL; the ssl module does not name them


def tls_failed(host: str, error: ssl.SSLError) -> Trouble:
    """Say what was wrong with a certificate or a handshake."""
    if isinstance(error, ssl.SSLCertVerificationError):
        wrong = _VERIFY_CODES.get(error.verify_code, f"was not accepted ({error.verify_message})")
        return Trouble(Reason.TLS, f"The certificate of {host} {wrong}.")
    seen = (getattr(error, "reason", None) or "the handshake broke off").replace("_", " ").lower()
    return Trouble(Reason.TLS, f"The TLS handshake with {host} failed ({seen}); open the page in a browser.")


def no_proxy(address: str, seen: Trouble) -> Trouble:
    """Say that the way out is blocked: that says nothing of the page, so no host is called dead for it."""
    detail = f"The proxy {address} cannot be used; check --proxy. {seen.detail}"
    return Trouble(Reason.NETWORK, detail, transient=seen.transient)


def no_credentials(address: str) -> Trouble:
    """Say that the proxy does not know us."""
    detail = f"The proxy {address} asks for a name and password; write them as --proxy http://name:password@{address}."
    return Trouble(Reason.NETWORK, detail)


def no_tunnel(host: str, address: str, status: int) -> Trouble:
    """Say that the proxy opened no way to an https host: it will not, or the host did not answer it."""
    detail = f"The proxy {address} opened no way to {host} (HTTP {status}); "
    if status >= 500:
        return Trouble(Reason.HTTP_5XX, f"{detail}the host may be down, try again later.", transient=True)
    return Trouble(Reason.REFUSED, f"{detail}ask who runs the proxy.")


def no_head(host: str, error: Exception) -> Trouble:
    """Say why a request got no answer: the line broke, or what came is no HTTP."""
    if isinstance(
        error, httpcore.LocalProtocolError
    ):  # its words quote the cookies, the user's own among them
        return Trouble(
            Reason.DAMAGED,
            f"The server of {host} set cookies that cannot be sent back; open the page in a browser.",
        )
    if isinstance(error, httpcore.RemoteProtocolError):
        return Trouble(
            Reason.DAMAGED,
            f"The answer of {host} is not valid HTTP, or has headers beyond all measure; open the page in a browser.",
        )
    return connection_lost(host)


def cut_short(host: str, received: int) -> Trouble:
    """Say that an answer began and never came whole."""
    detail = f"The transfer from {host} broke off, or went wrong, after {received:,} bytes; try again later."
    return Trouble(Reason.DAMAGED, detail, transient=True)


def body_refused(host: str, error: DecodeError) -> Trouble:
    """Say why a body that came whole cannot be read."""
    reason = Reason.TOO_LARGE if isinstance(error, TooLargeError) else Reason.DAMAGED
    return Trouble(
        reason, f"The body that {host} sent {error}; save a copy and name it as the source's snapshot."
    )


def no_such_host(url: str) -> Trouble:
    """Say that a URL names no host that could exist."""
    return Trouble(Reason.DNS, f"The URL {url[:200]} has no valid host name or port; check it for a typo.")


def redirect_nowhere(status: int, location: str) -> Trouble:
    """Say that a redirect has no target that could be followed."""
    target = f"to {location[:200]!r}, which is no web page" if location else "without saying where to"
    return Trouble(
        Reason.REDIRECT_LOOP, f"The server redirects ({status}) {target}; open the page in a browser."
    )


def redirects_in_circles(url: str) -> Trouble:
    """Say that a redirect leads back to a URL that was passed already."""
    return Trouble(
        Reason.REDIRECT_LOOP, f"The redirects lead back to {url[:200]}; open the page in a browser."
    )


def redirects_without_end(limit: int) -> Trouble:
    """Say that the redirects go on and on."""
    return Trouble(
        Reason.REDIRECT_LOOP, f"There are more than {limit} redirects; open the page in a browser."
    )
