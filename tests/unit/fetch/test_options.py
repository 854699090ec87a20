"""What the fetch options refuse."""

import pytest

from claimcheck.errors import UsageError
from claimcheck.fetch.options import FetchOptions


def test_the_user_agent_is_honest() -> None:
    """It names the tool and passes for no browser."""
    agent = FetchOptions().user_agent
    assert agent.startswith("claimcheck/")
    assert "Mozilla" not in agent


@pytest.mark.parametrize("agent", ["käse", "a\r\nX-Injected: 1", "tab\there"])
def test_a_user_agent_that_cannot_be_sent_is_refused(agent: str) -> None:
    """Before anything is fetched, with a hint."""
    with pytest.raises(UsageError, match="cannot be sent") as caught:
        FetchOptions(user_agent=agent)
    assert caught.value.hint == "use printable ASCII characters"
