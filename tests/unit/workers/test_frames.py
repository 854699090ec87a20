"""Messages between a run and its workers."""

import io

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.extract.body import Body, Unreadable
from claimcheck.model import Reason
from claimcheck.workers.frames import HEADER, length_of, pack, read_frame, unpack
from claimcheck.workers.jobs import Examination, Job

texts = st.text(st.characters(codec=None))
messages = st.one_of(
    st.builds(Job, body=st.builds(Body, st.binary(), st.none() | texts, st.none() | texts, texts)),
    st.builds(Examination, st.builds(Unreadable, st.sampled_from(Reason), texts)),
    texts,
)


@given(st.lists(messages, max_size=4))
def test_messages_come_out_as_they_went_in(sent: list[object]) -> None:
    """One after the other, half characters and all, then the end of the stream."""
    stream = io.BytesIO(b"".join(map(pack, sent)))
    assert [read_frame(stream) for _ in sent] == sent
    assert read_frame(stream) is None


@given(messages)
def test_a_frame_says_how_long_it_is(message: object) -> None:
    """The header has a fixed size, and counts the bytes after it."""
    frame = pack(message)
    assert length_of(frame[:HEADER]) == len(frame) - HEADER
    assert unpack(frame[HEADER:]) == message


def test_a_stream_that_ends_in_a_header_is_at_its_end() -> None:
    """The other side is gone: there is nothing to read."""
    assert read_frame(io.BytesIO(pack("x")[: HEADER - 1])) is None
