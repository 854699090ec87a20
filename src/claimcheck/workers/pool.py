"""Worker processes with a deadline and a memory cap: a hostile page costs one source, never the run."""

import asyncio
import contextlib
import os
import signal
import sys
from collections import deque
from collections.abc import Coroutine
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from claimcheck.errors import WorkerFailedError
from claimcheck.extract.body import Unreadable
from claimcheck.model import Reason
from claimcheck.workers.frames import HEADER, length_of, pack, unpack
from claimcheck.workers.jobs import SAVE_TEXT, Examination, Job

MOST_WORKERS = 4
"""More processes cost memory and gain little: the network feeds no more."""
AHEAD = 2
"""Jobs that a worker has at once: the one it works on, and the next, so that it never waits for us."""


@dataclass(frozen=True, slots=True)
class WorkerLimits:
    """What one page may cost."""

    deadline_s: float = 15.0
    memory: int = 1 << 30
    """Bytes of address space of one worker."""
    start_s: float = 60.0
    """For a worker to come up: a cold disk under load takes its time."""


class Pool:
    """As many workers as there are cores and pages, replaced when they die."""

    def __init__(self, pages: int, limits: WorkerLimits | None = None) -> None:
        """Plan for a number of pages."""
        size = max(1, min(len(_cores()), MOST_WORKERS, pages))
        self._places = asyncio.Semaphore(size * AHEAD)
        self._slots = [_Slot(limits or WorkerLimits()) for _ in range(size)]

    async def __aenter__(self) -> Self:
        """Open the pool; no worker comes up before there is need of one."""
        return self

    def start(self) -> None:
        """Have the workers come up, for a page that is on its way."""
        for slot in self._slots:
            slot.fill()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop every worker, busy or not."""
        await asyncio.gather(*(slot.clear() for slot in self._slots))

    async def examine(self, job: Job) -> Examination:
        """Have a page read and its claims judged; a page that breaks its worker is unreadable."""
        async with self._places:
            while True:
                slot = min(self._slots, key=lambda one: one.jobs)
                slot.jobs += 1
                try:
                    worker = await asyncio.shield(slot.fill())
                    return await worker.examine(job)
                except _NotBegunError:
                    continue
                finally:
                    slot.jobs -= 1


class _NotBegunError(Exception):
    """The page before broke the worker: this one has to be given to another."""


class _Slot:
    """A place for one worker at a time."""

    def __init__(self, limits: WorkerLimits) -> None:
        self.jobs = 0
        self._limits = limits
        self._workers: list[asyncio.Task[_Worker]] = []

    def fill(self) -> "asyncio.Task[_Worker]":
        """Have a worker come up, unless there is one of use."""
        if not self._workers or _has_ended(self._workers[-1]):
            self._workers.append(asyncio.create_task(_Worker.start(self._limits)))
        return self._workers[-1]

    async def clear(self) -> None:
        """Stop the workers, those that are still coming up or going too."""
        for task in self._workers:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, WorkerFailedError):
                await (await task).stop()


def _has_ended(task: "asyncio.Task[_Worker]") -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None or task.result().has_ended)


class _Worker:
    """One process, and the jobs that it was given: it works on the first and answers in their order."""

    def __init__(self, process: asyncio.subprocess.Process, limits: WorkerLimits) -> None:
        self._process = process
        self._limits = limits
        self._waiting: deque[asyncio.Future[object]] = deque()
        self._extra_s: deque[float] = deque()
        self._given = asyncio.Event()
        self._stopped = False
        self._serving: asyncio.Task[None] | None = None

    @classmethod
    async def start(cls, limits: WorkerLimits) -> Self:
        """Start a process and wait until it is ready; one that is killed on its way up is replaced, once."""
        try:
            with contextlib.suppress(EOFError, ConnectionError):
                return await cls._come_up(limits)
            return await cls._come_up(limits)
        except (EOFError, OSError) as error:  # a TimeoutError is an OSError
            raise _not_started(limits) from error

    @classmethod
    async def _come_up(cls, limits: WorkerLimits) -> Self:
        spawning = asyncio.create_task(_spawn(limits))
        try:
            process = await asyncio.shield(spawning)
        except asyncio.CancelledError:
            await cls(await spawning, limits).stop()  # half a process cannot be ended cleanly
            raise
        worker = cls(process, limits)
        try:
            async with asyncio.timeout(limits.start_s):
                await worker._receive()
        except BaseException:
            await _to_the_end(worker.stop())
            raise
        worker._serving = asyncio.create_task(worker._serve())
        return worker

    @property
    def has_ended(self) -> bool:
        """Say whether the process takes no more jobs."""
        return self._stopped or self._process.returncode is not None

    async def examine(self, job: Job) -> Examination:
        """Give the process a job and wait for its answer."""
        if self.has_ended or self._process.stdin is None:
            raise _NotBegunError
        answer: asyncio.Future[object] = asyncio.get_running_loop().create_future()
        self._waiting.append(answer)
        self._extra_s.append(job.extra_s)
        self._process.stdin.write(pack(job))
        self._given.set()
        try:
            return _examination(await answer)
        except asyncio.CancelledError:
            if self._waiting and self._waiting[0] is answer:  # a slow page is not waited for
                await asyncio.shield(self.stop())
            raise

    async def _serve(self) -> None:
        """Hand out the answers, until the process ends or one job takes too long."""
        while not self.has_ended:
            await self._given.wait()
            if not self._waiting:
                break  # woken to stop
            answer = await self._next_answer()
            waiting = self._waiting.popleft()
            if not waiting.done():
                waiting.set_result(answer)
            if not self._waiting:
                self._given.clear()
        await self._end()
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_exception(_NotBegunError())

    async def _next_answer(self) -> object:
        deadline_s = self._limits.deadline_s + self._extra_s.popleft()
        try:
            async with asyncio.timeout(deadline_s):
                return await self._receive()
        except TimeoutError:
            self._stopped = True
            seconds = round(deadline_s)
            return Unreadable(
                Reason.TOO_LARGE, f"Reading the page takes longer than {seconds} seconds; {SAVE_TEXT}"
            )
        except (EOFError, OSError):
            self._stopped = True
            return Unreadable(Reason.DAMAGED, f"The process that read the page died of it; {SAVE_TEXT}")
        except Exception as error:  # noqa: BLE001 - of another version: claimcheck was upgraded while it ran
            self._stopped = True
            return f"its answer cannot be read ({error}); if claimcheck was upgraded meanwhile, run it again"

    async def _receive(self) -> object:
        if self._process.stdout is None:
            raise EOFError
        header = await self._process.stdout.readexactly(HEADER)
        return unpack(await self._process.stdout.readexactly(length_of(header)))

    async def stop(self) -> None:
        """Kill the process and wait until it is gone."""
        self._kill()
        self._given.set()
        await (self._serving or self._end())

    def _kill(self) -> None:
        self._stopped = True
        if self._process.returncode is not None:
            return
        with contextlib.suppress(ProcessLookupError):
            if hasattr(signal, "SIGKILL"):
                # not Process.kill(), which looks for the end of the process before asyncio does, and confuses it
                os.kill(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    async def _end(self) -> None:
        self._kill()
        if self._process.stdin is not None:
            self._process.stdin.close()
            with contextlib.suppress(OSError):
                await self._process.stdin.wait_closed()
        await self._process.wait()


async def _to_the_end(ending: Coroutine[Any, Any, None]) -> None:
    """Wait for what must be finished, though we are cancelled meanwhile: a loop that closes earlier complains of it."""
    task = asyncio.ensure_future(ending)
    try:
        await asyncio.shield(task)
    except asyncio.CancelledError:
        await task
        raise


def _not_started(limits: WorkerLimits) -> WorkerFailedError:
    return WorkerFailedError(
        "the process that reads pages does not start",
        hint=f"see what `{sys.executable} -m claimcheck.workers.worker {limits.memory} 10` prints",
    )


async def _spawn(limits: WorkerLimits) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "claimcheck.workers.worker", str(limits.memory), str(round(limits.deadline_s) + 1),
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip


def _examination(answer: object) -> Examination:
    match answer:
        case Examination():
            return answer
        case Unreadable():
            return Examination(answer)
        case _:
            raise WorkerFailedError(f"a worker failed:\n{answer}")


def _cores() -> set[int]:
    try:
        return os.sched_getaffinity(0)
    except AttributeError:
        return set(range(os.cpu_count() or 1))
