"""Worker processes: whatever a page does to one, it costs that page, and no process is left behind."""

import asyncio
import gc
import os
import signal
import subprocess
import sys
import time
import warnings
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TypeVar

import pytest
from tests.waiting import until

from claimcheck.errors import WorkerFailedError
from claimcheck.extract.body import Body, Unreadable
from claimcheck.judge.questions import Question
from claimcheck.model import Document, Reason, State, Verdict
from claimcheck.workers.frames import HEADER, length_of, unpack
from claimcheck.workers.jobs import Examination, Job
from claimcheck.workers.pool import Pool, WorkerLimits

STORY = "<p>The harbour council bought fifty electric ferries from two shipyards, after a long night of talks.</p>"
SLOW = "<p>A short paragraph of six words.</p>" * 100_000
"""Takes seconds to read on any machine."""

Result = TypeVar("Result")
linux_only = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")


def job(content: str, *questions: str, content_type: str = "text/html") -> Job:
    body = Body(content.encode(), content_type, None, "https://a.example/")
    asked = tuple(Question("a", f"claim-{index}", text) for index, text in enumerate(questions))
    return Job(body=body, questions=asked, wants_text=True)


def in_pool(
    use: Callable[[Pool], Awaitable[Result]], *, pages: int = 1, limits: WorkerLimits | None = None
) -> Result:
    async def run() -> Result:
        async with Pool(pages, limits) as pool:
            pool.start()
            return await use(pool)

    return asyncio.run(run())


def children(parent: int) -> set[int]:
    """List the worker processes of a process that are alive."""
    found = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                state, ppid = (entry / "stat").read_text().rpartition(") ")[2].split()[:2]
                command = (entry / "cmdline").read_bytes()
            except OSError:  # ended while we looked
                continue
            if int(ppid) == parent and state != "Z" and b"claimcheck.workers.worker" in command:
                found.add(int(entry.name))
    return found


def is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(") ")[2][0] != "Z"
    except OSError:
        return False


async def workers_of(pool: Pool) -> set[int]:
    """Give the process of the one worker, once it has come up and read a page."""
    await pool.examine(job(STORY))
    return children(os.getpid())


async def begin(*pages: str, pool: Pool) -> list[asyncio.Task[Examination]]:
    """Give pages to a worker that has come up, and let it begin with the first."""
    tasks = [asyncio.create_task(pool.examine(job(text))) for text in pages]
    await asyncio.sleep(0.3)
    return tasks


def reason_of(examination: Examination) -> Reason | None:
    return examination.document.reason if isinstance(examination.document, Unreadable) else None


# --- pages ----------------------------------------------------------------------------------------------------------


def test_a_page_is_read_and_its_claims_are_judged_in_their_order() -> None:
    """A judgement for each question, and the text where it is wanted."""
    claims = ("The council bought fifty electric ferries.", "Penguins won the chess match.")
    examination = in_pool(lambda pool: pool.examine(job(STORY, *claims)))
    assert isinstance(examination.document, Document)
    assert "fifty electric ferries" in examination.document.text
    verdicts = [judgement.finding.verdict for judgement in examination.judgements]
    assert verdicts == [Verdict.SUPPORTED, Verdict.NOT_FOUND]


def test_answers_come_in_the_order_of_the_pages() -> None:
    """More pages than workers, long ones and short ones: each caller gets the answer to its own."""
    texts = [f"Page {number} speaks. " * (2000 if number % 3 == 0 else 1) for number in range(8)]

    async def use(pool: Pool) -> list[Examination]:
        return await asyncio.gather(*(pool.examine(job(text, content_type="text/plain")) for text in texts))

    found = [one.document for one in in_pool(use, pages=12)]
    assert [document.text if isinstance(document, Document) else None for document in found] == [
        text.strip() for text in texts
    ]


MONSTERS = {
    "nested": ("<div>" * 10_000 + STORY, "text/html"),
    "nested tables": ("<table><tr><td>" * 10_000 + STORY, "text/html"),
    "paragraphs": (SLOW, "text/html"),
    "one word": ("<p>" + "x" * 5_000_000, "text/html"),
    "one plain word": ("x" * 5_000_000, "text/plain"),
    "quotes": ("> " * 20_000 + "x", "text/markdown"),
    "nothing": ("<p> </p>", "text/html"),
    "JSON": ('<script type="application/ld+json">' + "[" * 200_000 + "</script>" + STORY, "text/html"),
}


def test_monstrous_pages_end_as_documents_or_as_unreadable() -> None:
    """Each within its deadline, none with an exception; a page like others that comes after them is read."""

    async def use(pool: Pool) -> list[Examination]:
        jobs = [job(text, "Ferries were bought.", content_type=kind) for text, kind in MONSTERS.values()]
        return [*await asyncio.gather(*map(pool.examine, jobs)), await pool.examine(job(STORY))]

    started = time.monotonic()
    *monsters, last = in_pool(use, pages=len(MONSTERS), limits=WorkerLimits(deadline_s=1.2))
    assert time.monotonic() - started < 40
    for name, examination in zip(MONSTERS, monsters, strict=True):
        document = examination.document
        assert isinstance(document, Document) or document.reason.state is State.UNREADABLE, name
    assert isinstance(last.document, Document)


# --- what a page may cost -------------------------------------------------------------------------------------------


def test_a_page_that_takes_too_long_is_too_large() -> None:
    """The next one is read, by a new worker."""

    async def use(pool: Pool) -> list[Examination]:
        return [await pool.examine(job(SLOW)), await pool.examine(job(STORY))]

    slow, quick = in_pool(use, limits=WorkerLimits(deadline_s=0.9))
    assert slow.document == Unreadable(
        Reason.TOO_LARGE,
        "Reading the page takes longer than 1 seconds; save its text and name the file as `snapshot:`.",
    )
    assert isinstance(quick.document, Document)


@pytest.mark.skipif(sys.platform != "linux", reason="the cap is on address space, which Linux alone enforces")
def test_a_page_that_takes_too_much_memory_is_too_large() -> None:
    """Wherever the memory runs out, in the parser too, it costs that page and no run; the next one is read."""
    large = "<b x=y>a</b>" * 1_000_000

    async def use(pool: Pool) -> list[Examination]:
        return [await pool.examine(job(large)), await pool.examine(job(STORY))]

    heavy, light = in_pool(use, limits=WorkerLimits(memory=200_000_000))
    assert reason_of(heavy) in {Reason.TOO_LARGE, Reason.DAMAGED}
    assert isinstance(light.document, Document)


@linux_only
def test_a_worker_that_is_killed_costs_one_page() -> None:
    """By the system, for memory, or by hand: the page is damaged, and a new worker reads those that waited behind it."""

    async def use(pool: Pool) -> tuple[list[Examination], set[int], set[int]]:
        before = await workers_of(pool)
        tasks = await begin(SLOW, STORY, STORY, pool=pool)
        for pid in before:
            os.kill(pid, signal.SIGKILL)
        return await asyncio.gather(*tasks), before, children(os.getpid())

    (killed, *others), before, now = in_pool(use)
    assert killed.document == Unreadable(
        Reason.DAMAGED,
        "The process that read the page died of it; save its text and name the file as `snapshot:`.",
    )
    assert [isinstance(one.document, Document) for one in others] == [True, True]
    assert (len(before), len(now)) == (1, 1)
    assert before != now


@linux_only
def test_a_worker_that_is_killed_while_idle_costs_one_page_at_most() -> None:
    """The pool goes on."""

    async def use(pool: Pool) -> list[Examination]:
        await pool.examine(job(STORY))
        for pid in children(os.getpid()):
            os.kill(pid, signal.SIGKILL)
        await until(lambda: not children(os.getpid()))
        return [await pool.examine(job(STORY)) for _ in range(2)]

    first, second = in_pool(use)
    assert reason_of(first) in {None, Reason.DAMAGED}
    assert isinstance(second.document, Document)


async def kill_on_the_way_up(*, times: int) -> None:
    """Kill the one worker of a pool before it is ready, and then those that come in its place."""
    for _ in range(times):
        await until(lambda: children(os.getpid()))
        for pid in children(os.getpid()):
            os.kill(pid, signal.SIGKILL)
        await until(lambda: not children(os.getpid()))


@linux_only
def test_a_worker_that_is_killed_while_it_comes_up_costs_no_page() -> None:
    """It had none yet: another one comes up in its place."""

    async def use(pool: Pool) -> Examination:
        reading = asyncio.create_task(pool.examine(job(STORY)))
        await kill_on_the_way_up(times=1)
        return await reading

    assert isinstance(in_pool(use).document, Document)


@linux_only
def test_workers_that_are_killed_one_after_the_other_do_not_start() -> None:
    """Whatever kills them would go on for ever."""

    async def use(pool: Pool) -> Examination:
        reading = asyncio.create_task(pool.examine(job(STORY)))
        await kill_on_the_way_up(times=2)
        return await reading

    with pytest.raises(WorkerFailedError, match="does not start"):
        in_pool(use)


def test_an_error_of_our_own_is_raised_with_its_traceback() -> None:
    """It is a bug, and must not look like a page that cannot be read; the pool can be used on."""
    broken = Job(body=job(STORY).body, questions=(None,))  # type: ignore[arg-type]  # the bug

    async def use(pool: Pool) -> Examination:
        with pytest.raises(WorkerFailedError, match="a worker failed") as raised:
            await pool.examine(broken)
        assert "Traceback (most recent call last)" in str(raised.value)
        assert "AttributeError" in str(raised.value)
        return await pool.examine(job(STORY))

    assert isinstance(in_pool(use).document, Document)


def test_a_worker_that_does_not_come_up_is_an_error_with_a_hint() -> None:
    """No page can be read then, and someone has to find out why."""
    with pytest.raises(WorkerFailedError, match="does not start") as raised:
        in_pool(lambda pool: pool.examine(job(STORY)), limits=WorkerLimits(start_s=0.001))
    assert "claimcheck.workers.worker" in (raised.value.hint or "")
    assert isinstance(raised.value.__cause__, TimeoutError)


def test_a_worker_that_cannot_be_started_is_the_same_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system has no process left, or Python has gone."""
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with pytest.raises(WorkerFailedError, match="does not start") as raised:
        in_pool(lambda pool: pool.examine(job(STORY)))
    assert isinstance(raised.value.__cause__, FileNotFoundError)


# --- no process is left behind --------------------------------------------------------------------------------------


@linux_only
def test_a_cancelled_page_takes_its_process_along() -> None:
    """Ctrl-C must not wait for a slow page; those that waited behind it are read."""

    async def use(pool: Pool) -> Examination:
        busy = await workers_of(pool)
        slow, waiting = await begin(SLOW, STORY, pool=pool)
        slow.cancel()
        with pytest.raises(asyncio.CancelledError):
            await slow
        assert busy
        assert not any(map(is_alive, busy))
        return await waiting

    assert isinstance(in_pool(use).document, Document)


def test_a_page_that_is_cancelled_before_its_turn_takes_no_answer_of_another() -> None:
    """Each of the others gets its own."""

    async def use(pool: Pool) -> list[str]:
        texts = [f"Page {number} speaks." for number in range(6)]
        tasks = [asyncio.create_task(pool.examine(job(text, content_type="text/plain"))) for text in texts]
        await asyncio.sleep(0)
        tasks[1].cancel()
        tasks[4].cancel()
        done = await asyncio.gather(*tasks, return_exceptions=True)
        documents = [one.document for one in done if isinstance(one, Examination)]
        return [one.text for one in documents if isinstance(one, Document)]

    assert in_pool(use) == [f"Page {number} speaks." for number in (0, 2, 3, 5)]


@linux_only
def test_closing_a_pool_ends_every_worker() -> None:
    """Idle, busy or just coming up; also when the run fails."""

    async def use(pool: Pool) -> set[int]:
        await pool.examine(job(STORY))
        busy = asyncio.create_task(pool.examine(job(SLOW)))
        await asyncio.sleep(0.1)
        busy.cancel()
        raise OSError(children(os.getpid()))

    with pytest.raises(OSError) as raised:
        in_pool(use, pages=4)
    assert raised.value.args[0]
    assert children(os.getpid()) == set()


@linux_only
def test_a_pool_that_is_closed_at_once_leaves_no_process() -> None:
    """Its workers were still coming up."""

    async def nothing(pool: Pool) -> None:
        await asyncio.sleep(0.02)

    in_pool(nothing, pages=4)
    assert children(os.getpid()) == set()


def test_nothing_is_left_to_the_garbage_collector() -> None:
    """Every pipe and transport is closed by us."""

    async def use(pool: Pool) -> list[Examination]:
        return await asyncio.gather(*(pool.examine(job(text)) for text in (SLOW, STORY, STORY)))

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        in_pool(use, pages=2, limits=WorkerLimits(deadline_s=0.5))
        gc.collect()
    assert [str(one.message) for one in caught] == []


PARENT = f"""
import asyncio
from claimcheck.extract.body import Body
from claimcheck.workers.jobs import Job
from claimcheck.workers.pool import Pool, WorkerLimits

def job(text):
    return Job(body=Body(text.encode(), "text/html", None, "https://a.example/"))

async def main():
    async with Pool(2, WorkerLimits(deadline_s=1.4)) as pool:
        await pool.examine(job({STORY!r}))
        print("ready", flush=True)
        await pool.examine(job("<p>A short paragraph of six words.</p>" * 100_000))

asyncio.run(main())
"""


@linux_only
def test_workers_do_not_outlive_a_run_that_is_killed() -> None:
    """Nobody tells them: the idle one sees its input end, the busy one its deadline."""
    with subprocess.Popen([sys.executable, "-c", PARENT], stdout=subprocess.PIPE) as parent:
        assert parent.stdout is not None
        assert parent.stdout.readline() == b"ready\n"
        time.sleep(0.2)
        workers = children(parent.pid)
        parent.kill()
    assert workers
    asyncio.run(until(lambda: not any(map(is_alive, workers))))


def test_an_answer_that_cannot_be_read_ends_the_run_and_hangs_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A claimcheck that is upgraded while it runs has workers of another version, whose answers it does not know."""

    def read(payload: bytes) -> object:
        message = unpack(payload)
        if message != "ready":
            raise AttributeError("Can't get attribute 'Novelty'")
        return message

    monkeypatch.setattr("claimcheck.workers.pool.unpack", read)

    async def use(pool: Pool) -> Examination:
        async with asyncio.timeout(20):
            return await pool.examine(job(STORY))

    with pytest.raises(WorkerFailedError, match="Novelty"):
        in_pool(use)


# --- the process itself ---------------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT for one process")
def test_a_worker_leaves_ctrl_c_to_its_parent_and_ends_with_its_input() -> None:
    """Ctrl-C reaches the whole group; what a worker prints is frames and nothing else."""
    command = [sys.executable, "-m", "claimcheck.workers.worker", str(1 << 30), "10"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as worker:
        assert worker.stdin is not None
        assert worker.stdout is not None
        header = worker.stdout.read(HEADER)
        assert unpack(worker.stdout.read(length_of(header))) == "ready"
        worker.send_signal(signal.SIGINT)
        time.sleep(0.1)
        assert worker.poll() is None
        worker.stdin.close()
        assert worker.stdout.read() == b""
        assert worker.wait(5) == 0
