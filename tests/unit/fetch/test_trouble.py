"""What is said of troubles that no loopback server can bring about."""

import errno
import socket
import ssl

import httpcore
import pytest

from claimcheck.fetch import trouble
from claimcheck.model import Reason


def verification(code: int) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError("certificate verify failed")
    error.verify_code, error.verify_message = code, "the library's words"
    return error


@pytest.mark.parametrize(
    ("error", "reason", "words"),
    [
        (OSError(errno.EHOSTUNREACH, "Connect call failed"), Reason.REFUSED, "(No route to host)"),
        (socket.gaierror(socket.EAI_NONAME, "no such scope"), Reason.REFUSED, "no such scope"),
        (ConnectionResetError(), Reason.RESET, "closed the connection without an answer"),
    ],
)
def test_a_connection_that_does_not_come_about(error: OSError, reason: Reason, words: str) -> None:
    """The system's own word for it is passed on."""
    seen = trouble.not_connected("site.test", 443, error)
    assert seen.reason is reason
    assert words in seen.detail


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (verification(9), "is not valid yet; check this machine's clock"),
        (verification(19), "comes from an authority of the site's own"),
        (verification(23), "was revoked"),
        (verification(28), "was not accepted (the library's words)"),
        (ssl.SSLError(1, "no reason"), "the handshake broke off"),
    ],
)
def test_tls_that_fails(error: ssl.SSLError, words: str) -> None:
    """Each kind has its sentence, the rare ones the library's."""
    seen = trouble.tls_failed("site.test", error)
    assert seen.reason is Reason.TLS
    assert words in seen.detail


def test_a_request_that_cannot_be_sent() -> None:
    """Only a cookie can make it so: all else is ours. The library's words quote it, and the user's own beside it."""
    seen = trouble.no_head("site.test", httpcore.LocalProtocolError("Illegal header value b'session=s3cr3t'"))
    assert (seen.reason, seen.transient) == (Reason.DAMAGED, False)
    assert "set cookies that cannot be sent back" in seen.detail
    assert "s3cr3t" not in seen.detail


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (socket.gaierror(socket.EAI_NONAME, "no such name"), Reason.DNS),
        (UnicodeError("label too long"), Reason.DNS),
        (socket.gaierror(socket.EAI_AGAIN, "try again"), Reason.TIMEOUT),
        (socket.gaierror(socket.EAI_FAIL, "the server failed"), Reason.TIMEOUT),
        (OSError(errno.EMFILE, "too many open files"), Reason.TIMEOUT),
    ],
)
def test_only_a_name_that_does_not_exist_is_dead(error: OSError | UnicodeError, reason: Reason) -> None:
    """A name server that fails, and a machine at its limits, tell nothing of the host."""
    assert trouble.unresolved("site.test", error).reason is reason
