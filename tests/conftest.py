"""What every test shares: no address but loopback can be reached."""

import socket
from collections.abc import Callable
from typing import Any

import pytest

_connect = socket.socket.connect


def _refuse(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6} and not str(address[0]).startswith(
            ("127.", "::1")
        ):
            raise RuntimeError(f"a test tried to reach {address}")
        return connect(self, address)

    return guarded


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket.socket, "connect", _refuse(_connect))
