"""Worker processes with a deadline and a memory cap: a hostile page costs one source, never the run."""

import asyncio
import contextlib
import os
import sys
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from claimcheck.errors import ClaimcheckError
from claimcheck.extract.body import Unreadable
from claimcheck.jobs import Examination, Job
from claimcheck.model import Reason
from claimcheck.workers.frames import HEADER, length_of, pack, unpack

MOST_WORKERS = 4
"""More processes cost memory and gain little: the network feeds no more."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one page may cost."""

    deadline_s: float = 15.0
    memory: int = 1 << 30
    """Bytes of address space of one worker."""
    start_s: float = 60.0
    """For a worker to come up: a cold disk under load takes its time."""


class WorkerFailedError(ClaimcheckError):
    """A worker cannot be started, or our own code failed in it."""


class Pool:
    """As many workers as there are cores and pages, started when needed and replaced when they die."""

    def __init__(self, pages: int, limits: WorkerLimits | None = None) -> None:
        """Plan for a number of pages."""
        self._limits = limits or WorkerLimits()
        self._size = max(1, min(len(_cores()), MOST_WORKERS, pages))
        self._places = asyncio.Semaphore(self._size)
        self._coming: list[asyncio.Task[_Worker]] = []
        self._idle: list[_Worker] = []
        self._all: set[_Worker] = set()

    async def __aenter__(self) -> Self:
        """Open the pool; the workers come up while the first pages are fetched."""
        self._coming = [asyncio.create_task(self._start()) for _ in range(self._size)]
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop every worker, busy or not."""
        for task in self._coming:
            task.cancel()
        await asyncio.gather(*self._coming, return_exceptions=True)
        await asyncio.gather(*(worker.stop() for worker in self._all))

    async def examine(self, job: Job) -> Examination:
        """Have a page read and its claims judged; a page that breaks its worker is unreadable."""
        async with self._places:
            worker = await self._take()
            try:
                answer = await self._ask(worker, job)
            except BaseException:
                self._all.discard(worker)
                await asyncio.shield(worker.stop())
                raise
            if worker.process.returncode is None and worker.usable:
                self._idle.append(worker)
            else:
                self._all.discard(worker)
            return answer

    async def _take(self) -> "_Worker":
        if self._idle:
            return self._idle.pop()
        return await (self._coming.pop() if self._coming else self._start())

    async def _start(self) -> "_Worker":
        worker = await _Worker.start(self._limits)
        self._all.add(worker)
        return worker

    async def _ask(self, worker: "_Worker", job: Job) -> Examination:
        try:
            async with asyncio.timeout(self._limits.deadline_s):
                answer = await worker.ask(job)
        except TimeoutError:
            await worker.stop()
            seconds = round(self._limits.deadline_s)
            return Examination(
                Unreadable(Reason.TOO_LARGE, f"Reading the page takes longer than {seconds} seconds.")
            )
        except (EOFError, OSError):
            await worker.stop()
            return Examination(Unreadable(Reason.DAMAGED, "The process that read the page died of it."))
        match answer:
            case Examination():
                return answer
            case Unreadable():
                return Examination(answer)
            case _:
                raise WorkerFailedError(f"a worker failed:\n{answer}")


class _Worker:
    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self.process = process
        self.usable = True

    @classmethod
    async def start(cls, limits: WorkerLimits) -> Self:
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-P", "-m", "claimcheck.workers.worker", str(limits.memory), str(round(limits.deadline_s) + 1),
            stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        worker = cls(process)
        try:
            async with asyncio.timeout(limits.start_s):
                await worker._receive()
        except (EOFError, OSError, TimeoutError) as error:
            await worker.stop()
            raise WorkerFailedError(
                "the process that reads pages does not start",
                hint=f"see what `{sys.executable} -m claimcheck.workers.worker {limits.memory} 10` prints",
            ) from error
        except BaseException:
            await asyncio.shield(worker.stop())
            raise
        return worker

    async def ask(self, job: Job) -> object:
        if self.process.stdin is None:
            raise EOFError
        self.process.stdin.write(pack(job))
        await self.process.stdin.drain()
        return await self._receive()

    async def _receive(self) -> object:
        if self.process.stdout is None:
            raise EOFError
        header = await self.process.stdout.readexactly(HEADER)
        return unpack(await self.process.stdout.readexactly(length_of(header)))

    async def stop(self) -> None:
        """Kill the process and wait until it is gone."""
        self.usable = False
        with contextlib.suppress(ProcessLookupError):
            self.process.kill()
        if self.process.stdin is not None:
            self.process.stdin.close()
            with contextlib.suppress(OSError):
                await self.process.stdin.wait_closed()
        await self.process.wait()


def _cores() -> set[int]:
    try:
        return os.sched_getaffinity(0)
    except AttributeError:
        return set(range(os.cpu_count() or 1))
