"""Settings from the command line, a configuration file and the defaults."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.configuration import Configuration, read_configuration
from claimcheck.errors import SettingsError, UsageError
from claimcheck.fetch.headers import HostHeaders, OwnHeader
from claimcheck.fetch.options import FetchOptions
from claimcheck.fetch.proxies import DIRECT, Proxies, Proxy
from claimcheck.model import Claim, ClaimsFile, FailOn
from claimcheck.options import DEFAULT_FAIL_ON
from claimcheck.settings import Settings, merge, min_sources_for

ALL_KEYS = """\
fail-on = ["dead", "lost"]
exit-zero = true
offline = true
timeout = 5
jobs = 4
per_host = 1
allow_private = true
user-agent = "newsroom/1.0"
control-host = "example.net"
proxy = "http://proxy.example:3128"
ca-bundle = "/etc/ours.pem"
cache-dir = "/var/cache/ours"
refresh = true
probe = false
archive = true
archive-url = "http://archive.example/"
min_sources = 2

[headers."www.ft.example"]
Cookie = "env:FT_COOKIE"
X-Desk = "news"
"""
PROXY = Proxy("http", "proxy.example", 3128)
ALL_VALUES = Configuration(
    "claimcheck.toml",
    {
        "fail_on": (FailOn.DEAD, FailOn.LOST),
        "exit_zero": True,
        "offline": True,
        "timeout_s": 5.0,
        "jobs": 4,
        "per_host": 1,
        "allow_private": True,
        "user_agent": "newsroom/1.0",
        "control_host": "example.net",
        "proxy": PROXY,
        "ca_bundle": Path("/etc/ours.pem"),
        "cache_dir": Path("/var/cache/ours"),
        "refresh": True,
        "probe": False,
        "archive": True,
        "archive_url": "http://archive.example",
        "headers": (
            HostHeaders(
                "www.ft.example", None, (OwnHeader("Cookie", "", "FT_COOKIE"), OwnHeader("X-Desk", "news"))
            ),
        ),
        "min_sources": 2,
    },
)


def read(folder: Path, text: str, *, name: str = "claimcheck.toml") -> Configuration:
    """Read a text as the configuration file of a folder."""
    (folder / name).write_text(text, encoding="utf-8")
    return read_configuration(None, folder)


def mistakes_of(folder: Path, text: str, *, name: str = "claimcheck.toml") -> list[str]:
    """List the mistakes of a configuration file."""
    with pytest.raises(SettingsError) as caught:
        read(folder, text, name=name)
    return str(caught.value).splitlines()


def test_the_defaults_are_those_of_the_interface() -> None:
    """Nothing given, nothing configured."""
    assert merge({}, Configuration()) == Settings(
        fail_on=(
            FailOn.DEAD,
            FailOn.CONTRADICTED,
            FailOn.DISPUTED,
            FailOn.NOT_FOUND,
            FailOn.TOO_FEW_SOURCES,
            FailOn.MISSING_QUOTE,
            FailOn.CHANGED,
            FailOn.LOST,
        ),
        fetch=FetchOptions(
            timeout_s=20.0,
            jobs=32,
            per_host=2,
            control_host="example.org",
            proxies=Proxies(),
            ca_bundle=None,
            headers=(),
        ),
        cache_dir=None,
        refresh=False,
        probe=True,
        archive=False,
        archive_url="https://web.archive.org",
    )


def test_the_configuration_outranks_the_defaults() -> None:
    """Its `min_sources` stays apart, for claims files stand between it and the command line."""
    environment = {"FT_COOKIE": "paid=1"}
    assert merge({"jobs": None, "offline": False}, ALL_VALUES, environment=environment) == Settings(
        fail_on=(FailOn.DEAD, FailOn.LOST),
        exit_zero=True,
        fetch=FetchOptions(
            timeout_s=5.0,
            jobs=4,
            per_host=1,
            allow_private=True,
            user_agent="newsroom/1.0",
            control_host="example.net",
            proxies=Proxies(PROXY, PROXY),
            ca_bundle=Path("/etc/ours.pem"),
            headers=(
                HostHeaders(
                    "www.ft.example",
                    None,
                    (OwnHeader("Cookie", "paid=1", "FT_COOKIE"), OwnHeader("X-Desk", "news")),
                ),
            ),
        ),
        cache_dir=Path("/var/cache/ours"),
        refresh=True,
        probe=False,
        archive=True,
        archive_url="http://archive.example",
        min_sources=None,
        config_min_sources=2,
    )


def test_the_command_line_outranks_the_configuration() -> None:
    """A flag that is turned off on the command line is off; `None` stands for not given."""
    given_options = {"fail_on": "none", "offline": False, "timeout_s": 7, "jobs": None, "min_sources": 3}
    settings = merge(given_options, ALL_VALUES, environment={"FT_COOKIE": "paid=1"})
    assert settings.fail_on == ()
    assert settings.offline is False
    assert settings.fetch.timeout_s == 7.0
    assert settings.fetch.jobs == 4
    assert (settings.min_sources, settings.config_min_sources) == (3, 2)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("jobs", 0, "--jobs: 0 is not a whole number from 1 to 1,000"),
        ("jobs", True, "--jobs: true is not a whole number from 1 to 1,000"),
        ("per_host", 1.5, "--per-host: 1.5 is not a whole number from 1 to 100"),
        ("timeout_s", float("nan"), "--timeout: NaN is not a number of seconds above 0, up to 3,600"),
        ("min_sources", 0, "--min-sources: 0 is not a whole number from 1 to 1,000"),
        (
            "user_agent",
            "a\r\nHost: b",
            '--user-agent: "a\\r\\nHost: b" is not a line of printable ASCII characters',
        ),
        (
            "control_host",
            "https://a.b",
            '--control-host: "https://a.b" is not the name of a host, such as example.org',
        ),
        ("offline", 1, "--offline: 1 is neither true nor false"),
        (
            "proxy",
            "socks5://desk:secret@proxy.example",
            "--proxy: this is not the URL of an http or https proxy, such as http://proxy.example.org:3128",
        ),
        ("ca_bundle", " ", '--ca-bundle: " " is not the name of a file or folder'),
        ("cache_dir", "a\0b", '--cache-dir: "a\\u0000b" is not the name of a file or folder'),
        (
            "cache_dir",
            "~no-such-user/x",
            '--cache-dir: "~no-such-user/x" is not the name of a file or folder',
        ),
        ("refresh", "no", '--refresh: "no" is neither true nor false'),
        ("probe", 0, "--probe: 0 is neither true nor false"),
        ("archive", 0, "--archive: 0 is neither true nor false"),
        (
            "archive_url",
            "web.archive.org",
            '--archive-url: "web.archive.org" is not the address of an archive, such as https://web.archive.org',
        ),
        (
            "archive_url",
            "https://a.example/?q",
            '--archive-url: "https://a.example/?q" is not the address of an archive, such as https://web.archive.org',
        ),
        ("fail_on", "daed", "--fail-on: unknown word `daed` (did you mean `dead`?)"),
    ],
)
def test_a_wrong_option_is_a_usage_error(field: str, value: object, expected: str) -> None:
    """The message names the option, the value and what is allowed."""
    with pytest.raises(UsageError) as caught:
        merge({field: value}, Configuration())
    assert str(caught.value) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("dead,lost", (FailOn.DEAD, FailOn.LOST)),
        (" dead , lost, dead,", (FailOn.DEAD, FailOn.LOST)),
        ("missing_quote bad_citation", (FailOn.MISSING_QUOTE, FailOn.BAD_CITATION)),
        ("none", ()),
    ],
)
def test_fail_on_is_a_list_of_words(text: str, expected: tuple[FailOn, ...]) -> None:
    """Blanks and repetitions do not matter."""
    assert merge({"fail_on": text}, Configuration()).fail_on == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("not-found", "--fail-on: unknown word `not-found` (did you mean `not_found`?)"),
        (
            "DEAD,x",
            f"--fail-on: unknown word `DEAD` (did you mean `dead`?); unknown word `x` (known: {', '.join(FailOn)})",
        ),
        ("none,dead", "--fail-on: `none` stands alone"),
        ("", "--fail-on: it names no word; write `none` for a run that nothing fails"),
        (" , ", "--fail-on: it names no word; write `none` for a run that nothing fails"),
    ],
)
def test_an_unknown_word_of_fail_on_is_a_usage_error(text: str, expected: str) -> None:
    """All unknown words are named, and what was meant, or all that are known; a variable that is not set opens no gate."""
    with pytest.raises(UsageError) as caught:
        merge({"fail_on": text}, Configuration())
    assert str(caught.value) == expected


@given(st.lists(st.sampled_from(FailOn), unique=True))
def test_every_word_of_fail_on_is_known(words: list[FailOn]) -> None:
    """What is written with commas is read back in its order."""
    assert merge({"fail_on": ",".join(words) or "none"}, Configuration()).fail_on == tuple(words)


@pytest.mark.parametrize(
    ("command_line", "claim", "file", "configuration", "expected"),
    [
        (5, 4, 3, 2, 5),
        (None, 4, 3, 2, 4),
        (None, None, 3, 2, 3),
        (None, None, None, 2, 2),
        (None, None, None, None, 1),
    ],
)
def test_min_sources_is_the_nearest_to_the_user(
    command_line: int | None, claim: int | None, file: int | None, configuration: int | None, expected: int
) -> None:
    """Command line, then the claim, then the file's policy, then the configuration, then 1."""
    settings = Settings(min_sources=command_line, config_min_sources=configuration)
    a_claim = Claim("x", "X.", line=1, min_sources=claim)
    a_file = ClaimsFile("x.yaml", None, (), (a_claim,), min_sources=file)
    assert min_sources_for(settings, a_file, a_claim) == expected


def test_claimcheck_toml_is_read_before_pyproject_toml(tmp_path: Path) -> None:
    """One file counts; the two are not mixed."""
    (tmp_path / "pyproject.toml").write_text("[tool.claimcheck]\njobs = 9\noffline = true\n")
    assert read_configuration(None, tmp_path) == Configuration("pyproject.toml", {"jobs": 9, "offline": True})
    assert read(tmp_path, "jobs = 8\n") == Configuration("claimcheck.toml", {"jobs": 8})


def test_a_named_file_is_read_in_place_of_the_others(tmp_path: Path) -> None:
    """It has its keys at the top or under `[tool.claimcheck]`."""
    (tmp_path / "claimcheck.toml").write_text("jobs = 8\n")
    (tmp_path / "a.toml").write_text("jobs = 7\n")
    (tmp_path / "b.toml").write_text("[tool.claimcheck]\njobs = 6\n")
    assert read_configuration("a.toml", tmp_path) == Configuration("a.toml", {"jobs": 7})
    assert read_configuration(str(tmp_path / "b.toml"), Path("/")).values["jobs"] == 6


def test_every_setting_can_be_configured(tmp_path: Path) -> None:
    """Keys are the long options, with `-` or `_`; lists may be texts with commas."""
    assert read(tmp_path, ALL_KEYS) == ALL_VALUES
    assert read(tmp_path, "\ufefffail_on = 'dead, lost'").values["fail_on"] == (FailOn.DEAD, FailOn.LOST)
    assert read(tmp_path, "fail-on = []").values["fail_on"] == ()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("pyproject.toml", ""),
        ("pyproject.toml", "tool = 1"),
        ("pyproject.toml", "[tool.ruff]\nline-length = 110"),
    ],
)
def test_a_project_that_says_nothing_of_claimcheck_is_none_of_its_files(
    tmp_path: Path, name: str, text: str
) -> None:
    """The search goes on, or ends without any."""
    assert read(tmp_path, text, name=name) == Configuration()


@pytest.mark.parametrize(("name", "text"), [("pyproject.toml", "[tool.claimcheck]"), ("claimcheck.toml", "")])
def test_a_file_without_settings_sets_nothing(tmp_path: Path, name: str, text: str) -> None:
    """It counts all the same: nothing is looked for elsewhere."""
    assert read(tmp_path, text, name=name) == Configuration(name)


def test_folders_above_are_looked_in_up_to_the_root_of_the_repository(tmp_path: Path) -> None:
    """The nearest file counts; outside of a repository the folder itself is all."""
    folder = tmp_path / "repository" / "docs" / "claims"
    folder.mkdir(parents=True)
    (tmp_path / "claimcheck.toml").write_text("jobs = 8\n")
    assert read_configuration(None, folder) == Configuration()
    (tmp_path / "repository" / ".git").mkdir()
    assert read_configuration(None, folder) == Configuration()
    (tmp_path / "repository" / "pyproject.toml").write_text("[tool.claimcheck]\njobs = 7\n")
    (folder.parent / "pyproject.toml").write_text("[tool.ruff]\n")
    path = str(Path("..", "..", "pyproject.toml"))
    assert read_configuration(None, folder) == Configuration(path, {"jobs": 7})
    (folder / "claimcheck.toml").write_text("jobs = 6\n")
    assert read_configuration(None, folder) == Configuration("claimcheck.toml", {"jobs": 6})


def test_all_mistakes_of_a_configuration_are_told_with_their_lines(tmp_path: Path) -> None:
    """Each names the key, the value and what is allowed."""
    text = """\
job = 3
jobs = "3"
timeout = -1
per-host = 2
per_host = 2
fail_on = ["dead", 1]
offline = "yes"
foo = 1
"fail-on" = 2026-01-01
"""
    assert mistakes_of(tmp_path, text) == [
        "claimcheck.toml:1: unknown key `job` (did you mean `jobs`?)",
        'claimcheck.toml:2: `jobs`: "3" is not a whole number from 1 to 1,000',
        "claimcheck.toml:3: `timeout`: -1 is not a number of seconds above 0, up to 3,600",
        "claimcheck.toml:5: `per_host` is set twice, with `-` and with `_`",
        'claimcheck.toml:6: `fail_on`: ["dead", 1] is neither a list of words nor a text with commas',
        'claimcheck.toml:7: `offline`: "yes" is neither true nor false',
        "claimcheck.toml:8: unknown key `foo` (known: fail-on, exit-zero, offline, timeout, jobs, per-host, allow-private, user-agent, control-host, proxy, ca-bundle, cache-dir, refresh, probe, archive, archive-url, min-sources, headers)",
        'claimcheck.toml:9: `fail-on`: "2026-01-01" is neither a list of words nor a text with commas',
    ]


def test_lines_are_counted_in_the_tools_own_table(tmp_path: Path) -> None:
    """The same key in another tool's table is another key."""
    text = "[tool.other]\njobs = 1\n[ tool . claimcheck ]\n# ours\njobs = 0\n[tool.third]\njobs = 2\n"
    (mistake,) = mistakes_of(tmp_path, text, name="pyproject.toml")
    assert mistake.startswith("pyproject.toml:5: `jobs`: 0 ")
    (mistake,) = mistakes_of(tmp_path, "tool.claimcheck.jobs = 0", name="pyproject.toml")
    assert mistake.startswith("pyproject.toml: `jobs`: 0 ")


def test_mistakes_in_headers_are_told_without_their_values(tmp_path: Path) -> None:
    """With their lines, wherever the tables stand; a secret that is in the wrong place is not printed."""
    text = """\
[tool.claimcheck.headers."www.ft.example"]
Cookie = ["s3cr3t"]
jobs = 5

[ tool . claimcheck ]
jobs = 0

[tool.claimcheck.headers."https://b.example"]  # ours
"Host" = "s3cr3t"

[tool.other]
Cookie = 1

[tool.claimcheck.headers.www.c.example]
Cookie = "s3cr3t"
"""
    assert mistakes_of(tmp_path, text, name="pyproject.toml") == [
        'pyproject.toml:2: `headers."www.ft.example".Cookie`: the value is no text, as in Cookie = "env:SITE_COOKIE"',
        'pyproject.toml:3: `headers."www.ft.example".jobs`: the value is no text, as in Cookie = "env:SITE_COOKIE"',
        'pyproject.toml:9: `headers."https://b.example".Host`: this header is claimcheck\'s own to set',
        'pyproject.toml:8: `headers."https://b.example"`: this is not the name of a host, such as www.example.org or www.example.org:8443',
        'pyproject.toml: `headers.www.c`: the whole host stands in quotes, as in headers."www.example.org"',
        "pyproject.toml:6: `jobs`: 0 is not a whole number from 1 to 1,000",
    ]
    assert mistakes_of(tmp_path, 'headers = "s3cr3t"') == [
        'claimcheck.toml:1: `headers`: this is no table of hosts, such as headers."www.example.org"'
    ]


def test_headers_get_their_values_from_the_environment() -> None:
    """An unset variable stops the run before anything is sent; offline nothing is sent, so nothing is needed."""
    settings = merge({"offline": False}, ALL_VALUES, environment={"FT_COOKIE": "s3cr3t"})
    (host,) = settings.fetch.headers
    assert [(one.name, one.value) for one in host.headers] == [("Cookie", "s3cr3t"), ("X-Desk", "news")]
    assert "s3cr3t" not in repr(settings)
    with pytest.raises(UsageError, match="the environment variable FT_COOKIE is not set"):
        merge({"offline": False}, ALL_VALUES, environment={})
    assert merge({"offline": True}, ALL_VALUES, environment={}).fetch.headers == ()


def test_the_environment_names_a_proxy_where_it_is_asked_to() -> None:
    """Never otherwise."""
    environment = {"HTTPS_PROXY": "http://proxy.example:3128", "NO_PROXY": "here.example"}
    assert merge({}, Configuration(), environment=environment).fetch.proxies == Proxies()
    asked = merge({"proxy": "env"}, Configuration(), environment=environment)
    assert asked.fetch.proxies == Proxies(None, PROXY, ("here.example",))
    assert merge({}, Configuration(values={"proxy": "env"}), environment={}).fetch.proxies == Proxies()
    with pytest.raises(UsageError, match=r"^--proxy env: HTTP_PROXY: this is not the URL"):
        merge({"proxy": "env"}, Configuration(), environment={"HTTP_PROXY": "socks5://desk:secret@a.example"})


def test_a_path_in_a_configuration_stands_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One on the command line stands where the user is; `~` is the user's home in both."""
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    configuration = read(tmp_path, "ca-bundle = 'our/ca.pem'\ncache-dir = '~/cache'")
    assert configuration.values["ca_bundle"] == tmp_path / "our" / "ca.pem"
    assert configuration.values["cache_dir"] == tmp_path / "home" / "cache"
    settings = merge({"ca_bundle": Path("ca.pem"), "cache_dir": "~/cache"}, configuration)
    assert (settings.fetch.ca_bundle, settings.cache_dir) == (Path("ca.pem"), tmp_path / "home" / "cache")


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"jobs = \n", "claimcheck.toml:1:8: this is not TOML: Invalid value"),
        (b"jobs = 'a", 'claimcheck.toml: this is not TOML: Expected "\'" (at end of document)'),
        (b"a = " + b"[" * 100_000, "claimcheck.toml: this is not TOML: "),
        (b"user-agent = '\xfc'", "claimcheck.toml: the file is not UTF-8"),
        (b"tool.claimcheck = 1", "claimcheck.toml: `tool.claimcheck` is not a table"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path, content: bytes, expected: str) -> None:
    """The place is told as far as it is known."""
    (tmp_path / "claimcheck.toml").write_bytes(content)
    with pytest.raises(SettingsError) as caught:
        read_configuration(None, tmp_path)
    assert str(caught.value).startswith(expected)


def test_a_named_file_must_exist(tmp_path: Path) -> None:
    """A misspelt name is not passed over in silence; a folder is no file."""
    with pytest.raises(SettingsError, match=r"no.toml: the configuration file cannot be read: no such file"):
        read_configuration("no.toml", tmp_path)
    with pytest.raises(SettingsError, match="cannot be read"):
        read_configuration(".", tmp_path)


def test_settings_are_quick_to_import() -> None:
    """`--help` waits for this module: nothing heavy comes with it."""
    code = (
        "import sys, claimcheck.settings; "
        "print({'pydantic', 'rapidfuzz', 'yaml', 'httpx', 'rich', 'typer'} & sys.modules.keys())"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "set()"


def test_the_default_words_are_one_tuple() -> None:
    """Other parts show the default without building settings."""
    assert Settings().fail_on is DEFAULT_FAIL_ON


def test_offline_needs_no_proxy_of_the_environment() -> None:
    """One that is wrong keeps nobody from reading a saved copy."""
    environment = {"HTTP_PROXY": "socks5://x:1"}
    assert (
        merge({"offline": True, "proxy": "env"}, Configuration(), environment=environment).fetch.proxies
        == DIRECT
    )
    with pytest.raises(UsageError, match="proxy"):
        merge({"proxy": "env"}, Configuration(), environment=environment)


def test_a_password_for_an_archive_is_in_no_error() -> None:
    """A log would show it."""
    with pytest.raises(UsageError) as caught:
        merge({"archive_url": "https://me:s3cret@archive.example"}, Configuration())
    assert "s3cret" not in str(caught.value)
