"""Barriers that break an article off."""

from claimcheck.recognise.barriers import Barrier
from claimcheck.recognise.said import Said
from claimcheck.recognise.sight import Block, Role, Sight


class _Counted(dict[str, str]):
    """A mapping that counts how often it is asked."""

    asked = 0

    def __getitem__(self, key: str) -> str:
        self.asked += 1
        return super().__getitem__(key)


def test_each_block_is_looked_at_a_few_times_however_many_there_are() -> None:
    """A page of thousands of short blocks after its text costs no more than they do."""
    blocks = [
        Block("A first paragraph of the story that is whole.", Role.PROSE, 9),
        *(Block(f"Line {number}", Role.LINE, 2) for number in range(2_000)),
    ]
    sight = Sight(blocks=tuple(blocks), title="A story", declares_article=True)
    said = Said(sight)
    said.folded = folded = _Counted(said.folded)
    assert Barrier(sight, said).find() is None
    assert folded.asked < 20 * len(blocks)
