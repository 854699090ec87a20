"""https: certificates are checked by name, and what is wrong with one is said."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import trustme
from tests.waiting import until

from claimcheck.errors import UsageError
from claimcheck.fetch.client import Fetcher
from claimcheck.fetch.options import FetchOptions
from claimcheck.model import Reason


def context_of(certificate: trustme.LeafCert) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificate.configure_cert(context)
    return context


@pytest.mark.parametrize("host", ["site.test", "site.test."])
async def test_a_page_over_tls(  # noqa: PLR0917 - fixtures and a table's columns
    serve: Any, page: Any, fetch: Any, authority: trustme.CA, ca_bundle: Path, host: str
) -> None:
    """The name goes into SNI and is what the certificate is checked against, though the address was dialled."""
    context = context_of(authority.issue_cert("site.test"))
    names: list[str] = []
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    async with serve({"/": page(b"safe")}, context) as server:
        fetched = await fetch(server.url(host=host), ca_bundle=ca_bundle)
    assert fetched.body == b"safe"
    assert names == ["site.test"]


async def test_a_redirect_from_http_to_https(
    serve: Any, page: Any, fetch: Any, authority: trustme.CA, ca_bundle: Path
) -> None:
    """The commonest redirect of all."""
    routes: dict[str, bytes] = {}
    async with (
        serve({"/": page(b"safe")}, context_of(authority.issue_cert("site.test"))) as safe,
        serve(routes) as server,
    ):
        routes["/"] = page(status=301, Location=safe.url())
        fetched = await fetch(server.url(), ca_bundle=ca_bundle)
    assert (fetched.body, fetched.redirects, fetched.moved_permanently) == (b"safe", (safe.url(),), True)


async def test_a_certificate_for_another_host(
    serve: Any, page: Any, fetch: Any, authority: trustme.CA, ca_bundle: Path
) -> None:
    """The dialled address helps nobody to another's name."""
    async with serve({"/": page()}, context_of(authority.issue_cert("other.test"))) as server:
        fetched = await fetch(server.url(), ca_bundle=ca_bundle)
    assert fetched.reason is Reason.TLS
    assert fetched.detail == "The certificate of site.test is for another host; check the URL."
    assert server.heads == []


async def test_an_expired_certificate(
    serve: Any, page: Any, fetch: Any, authority: trustme.CA, ca_bundle: Path
) -> None:
    """The site has to act, not the editor."""
    yesterday = datetime.now(UTC) - timedelta(days=1)
    async with serve(
        {"/": page()}, context_of(authority.issue_cert("site.test", not_after=yesterday))
    ) as server:
        fetched = await fetch(server.url(), ca_bundle=ca_bundle)
    assert fetched.detail == "The certificate of site.test has expired; the site has to renew it."


async def test_an_unknown_issuer(serve: Any, page: Any, fetch: Any, authority: trustme.CA) -> None:
    """The bundled certificates do not know it; a company's proxy is the usual case."""
    async with serve({"/": page()}, context_of(authority.issue_cert("site.test"))) as server:
        fetched = await fetch(server.url())
    assert (
        fetched.detail == "The certificate of site.test comes from an unknown issuer; open the page by hand."
    )


async def test_a_self_signed_certificate(
    serve: Any, page: Any, fetch: Any, authority: trustme.CA, tmp_path: Path
) -> None:
    """A server that vouches for itself."""
    both = tmp_path / "self.pem"
    both.write_bytes(authority.private_key_pem.bytes() + authority.cert_pem.bytes())
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(both)
    async with serve({"/": page()}, context) as server:
        fetched = await fetch(server.url())
    assert fetched.detail == "The certificate of site.test is self-signed; no authority vouches for it."


async def test_a_server_that_speaks_no_tls(fetch: Any) -> None:
    """http on the https port: the handshake fails, and the library's own word for it is passed on."""

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read(1)
        writer.write(b"HTTP/1.1 400 This is plain HTTP\r\n\r\n")
        await reader.read()
        writer.close()

    listener = await asyncio.start_server(refuse, "127.0.0.1", 0)
    async with listener:
        fetched = await fetch(f"https://site.test:{listener.sockets[0].getsockname()[1]}/")
        await asyncio.sleep(0.01)
    assert fetched.reason is Reason.TLS
    assert fetched.detail.startswith("The TLS handshake with site.test failed (wrong version number)")


async def test_a_server_that_hangs_up_in_the_handshake(fetch: Any) -> None:
    """A reset as any other: asked again, then given up."""
    calls: list[None] = []

    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        calls.append(None)
        writer.close()

    listener = await asyncio.start_server(hang_up, "127.0.0.1", 0)
    async with listener:
        fetched = await fetch(f"https://site.test:{listener.sockets[0].getsockname()[1]}/")
    assert (fetched.reason, len(calls)) == (Reason.RESET, 3)


async def test_a_handshake_that_never_ends(serve: Any, fetch: Any) -> None:
    """A connection without a handshake is no connection; it is closed and given up in time."""
    async with serve({}) as server:  # waits for a request that never comes
        fetched = await fetch(server.url().replace("http:", "https:"), timeout_s=1, attempts=1)
        await until(lambda: all(writer.is_closing() for writer in server.writers))
    assert fetched.reason is Reason.TIMEOUT
    assert "came about within 0.5 s" in fetched.detail


async def test_an_interrupted_handshake_leaves_no_socket(serve: Any, fetch: Any) -> None:
    """Cancelling closes what was half open."""
    async with serve({}) as server:
        waiting = asyncio.create_task(fetch(server.url().replace("http:", "https:")))
        await until(lambda: server.writers)
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting
        await until(lambda: [writer.is_closing() for writer in server.writers] == [True])


@pytest.mark.parametrize("content", [None, "no certificate"])
def test_a_broken_ca_bundle_is_an_error_of_the_run(tmp_path: Path, content: str | None) -> None:
    """Before anything is fetched, with a hint."""
    path = tmp_path / "ca.pem"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=r"cannot read the CA bundle .*ca\.pem") as caught:
        Fetcher(FetchOptions(ca_bundle=path))
    assert caught.value.hint == "--ca-bundle takes a file of PEM certificates"
