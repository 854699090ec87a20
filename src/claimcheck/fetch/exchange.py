"""One attempt at a URL: request after request along its redirects, within one time limit."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import httpcore
import httpx

from claimcheck.fetch import trouble
from claimcheck.fetch.decode import ACCEPT_ENCODING, BodyDecoder, DecodeError
from claimcheck.fetch.headers import join_cookies
from claimcheck.fetch.hosts import Host, Hosts, Turn
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.response import FetchFailure, Known, Snapshot
from claimcheck.fetch.targets import location_of, page_at
from claimcheck.fetch.trouble import FetchError, Trouble
from claimcheck.urls import without_credentials

_ACCEPT = b"text/html,application/xhtml+xml,application/pdf;q=0.9,text/plain;q=0.8,*/*;q=0.5"
_PERMANENT = frozenset({301, 308})
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_BROKEN = (httpcore.NetworkError, httpcore.ProtocolError)


class Exchange:
    """The state of one attempt: where it is, what it passed, the cookies it was given and the time it has left.

    Cookies live as long as the attempt: sites that set one and redirect to themselves would loop without, and
    nothing is carried from one URL of the run to another.
    """

    def __init__(
        self, url: str, *, options: FetchOptions, hosts: Hosts, turn: Turn, known: Known | None = None
    ) -> None:
        """Stand before the first request; `known` is an earlier answer that the server may confirm."""
        self._url = url
        self._own_url = without_credentials(url)
        self._known = known
        self._options = options
        self._hosts = hosts
        self._turn = turn
        self._left_s = options.timeout_s
        self._cookies = httpx.Cookies()
        self._asked: set[tuple[str, str]] = set()
        self._redirects: list[str] = []
        self._is_permanent = True
        self._has_answer = False
        self._status: int | None = None
        self._received = 0

    async def run(self, now: Callable[[], datetime]) -> Snapshot:
        """Follow the URL to its final answer; raise `FetchError` where there is none."""
        target = page_at(httpx.URL(), self._url)
        if target is None:
            raise FetchError(trouble.no_such_host(self._url))
        while True:
            answer = await self._ask(target)
            if isinstance(answer, httpx.URL):
                target = answer
                continue
            response, body = answer
            return Snapshot(
                url=self._url,
                final_url=self._redirects[-1] if self._redirects else self._own_url,
                status=response.status_code,
                body=body,
                retrieved_at=now(),
                headers=tuple(response.headers.multi_items()),
                redirects=tuple(self._redirects),
                moved_permanently=bool(self._redirects) and self._is_permanent,
            )

    def failure(self, seen: Trouble, now: Callable[[], datetime]) -> FetchFailure:
        """Report a trouble of this attempt, with what was answered before it."""
        final_url = self._redirects[-1] if self._redirects else self._own_url
        return FetchFailure(
            url=self._url,
            reason=seen.reason,
            detail=seen.detail,
            final_url=final_url if self._has_answer else None,
            redirects=tuple(self._redirects),
            status=self._status,
            retrieved_at=now() if self._has_answer else None,
            unresolved=seen.unresolved,
        )

    async def _ask(self, target: httpx.URL) -> httpx.URL | tuple[httpx.Response, bytes]:
        """Send one request; return where it leads on to, or the final answer."""
        request = self._request(target)
        name = target.raw_host.decode("ascii")
        name = name.rstrip(".") or name  # the root's dot makes no other host
        self._status, self._received = None, 0
        host = await self._turn.at(name)
        host.require_reachable()
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            async with asyncio.timeout(self._left_s):
                return await self._send(request, host)
        except TimeoutError as error:
            seen = self._out_of_time(name)
            if clock() - started < self._options.timeout_s / 2:
                seen = replace(seen, silent=False)  # others used the time up: it tells nothing of this host
            host.note_trouble(seen)
            raise FetchError(seen) from error
        except FetchError as error:
            host.note_trouble(error.trouble)
            raise
        finally:
            self._left_s -= clock() - started

    def _out_of_time(self, name: str) -> Trouble:
        if self._status is None:
            return trouble.no_answer(name, self._options.timeout_s)
        return trouble.body_too_slow(name, self._options.timeout_s, self._received)

    async def _send(self, request: httpx.Request, host: Host) -> httpx.URL | tuple[httpx.Response, bytes]:
        transport = await self._hosts.transport(host, request.url)
        try:
            response = await transport.handle_async_request(request)
        except _BROKEN as error:
            raise FetchError(trouble.no_head(host.name, error)) from error
        try:
            host.note_answer()
            self._has_answer, self._status = True, response.status_code
            if response.status_code not in _REDIRECTS:
                return response, await self._read(response, host.name)
            response.request = request
            self._cookies.extract_cookies(response)
            return self._redirected(request.url, response)
        finally:
            await response.aclose()

    def _request(self, target: httpx.URL) -> httpx.Request:
        headers = [
            (b"Host", target.netloc),  # httpx would decode the name first, and refuses emoji domains
            (b"User-Agent", self._options.user_agent.encode()),
            (b"Accept", _ACCEPT),
            (b"Accept-Encoding", ACCEPT_ENCODING.encode()),
        ]
        request = httpx.Request("GET", target, headers=headers)
        if self._redirects:
            request.headers.encoding = "utf-8"  # servers set cookies that are no ASCII
            self._cookies.set_cookie_header(request)
        for own in self._hosts.own_headers(target):
            given = request.headers.get("cookie") if own.name.lower() == "cookie" else None
            request.headers[own.name] = join_cookies(own.value, given) if given else own.value
        if self._known is not None and str(target) == str(httpx.URL(self._known.final_url)):
            request.headers.update(self._known.validators)
        page = str(target.copy_with(fragment=None)), request.headers.get("cookie", "")
        if page in self._asked:  # with another cookie the same URL may well answer another thing
            raise FetchError(trouble.redirects_in_circles(page[0]))
        self._asked.add(page)
        return request

    def _redirected(self, target: httpx.URL, response: httpx.Response) -> httpx.URL:
        location = location_of(response)
        onward = page_at(target, location) if location else None
        if onward is None:
            raise FetchError(trouble.redirect_nowhere(response.status_code, location))
        self._redirects.append(str(onward))
        self._is_permanent = self._is_permanent and response.status_code in _PERMANENT
        if len(self._redirects) > self._options.max_redirects:
            raise FetchError(trouble.redirects_without_end(self._options.max_redirects))
        return onward

    async def _read(self, response: httpx.Response, host: str) -> bytes:
        limit = self._options.max_wire_bytes
        declared = response.headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > limit:
            raise FetchError(trouble.too_large(limit))
        try:
            encoding = response.headers.get("content-encoding", "")
            decoder = BodyDecoder(encoding, max_bytes=self._options.max_body_bytes)
            async for chunk in response.aiter_raw():
                self._received += len(chunk)
                if self._received > limit:
                    raise FetchError(trouble.too_large(limit))
                decoder.feed(chunk)
            return decoder.finish()
        except DecodeError as error:
            raise FetchError(trouble.body_refused(host, error)) from error
        except _BROKEN as error:
            raise FetchError(trouble.cut_short(host, self._received)) from error
