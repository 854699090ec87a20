"""Waiting for what happens soon, however busy the machine is."""

import asyncio
import time
from collections.abc import Callable

LONGEST_S = 10.0


async def until(condition: Callable[[], object]) -> None:
    """Wait until a condition holds; it fails the test that it never does."""
    end = time.monotonic() + LONGEST_S
    while not condition():
        assert time.monotonic() < end, "it took too long"
        await asyncio.sleep(0.01)
