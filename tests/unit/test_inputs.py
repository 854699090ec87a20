"""Claims files on disk and on standard input."""

import io
import json
import os
import threading
from pathlib import Path

import pytest

from claimcheck.claims.load import LEAST
from claimcheck.errors import ClaimsFileError, UsageError
from claimcheck.inputs import find_claims_files, load_claims_files
from claimcheck.model import ClaimsFile

TEXT = "version: 1\nsources: [https://a.example/x]\nclaims: [{text: Wasser für alle}]\n"
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(path: str, content: str | bytes = TEXT) -> str:
    """Write a file with its folders, and return its path."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def load(*paths: str, stdin: bytes = b"") -> tuple[ClaimsFile, ...]:
    """Load claims files with something on standard input."""
    return load_claims_files(paths, io.BytesIO(stdin))


def mistakes_of(*paths: str, stdin: bytes = b"") -> list[str]:
    """List the mistakes of all files."""
    with pytest.raises(ClaimsFileError) as caught:
        load(*paths, stdin=stdin)
    return list(map(str, caught.value.mistakes))


def test_a_folder_stands_for_all_claims_files_below_it() -> None:
    """Locks, saved reports, hidden files and folders, and files of other kinds are left out; the rest is sorted."""
    for path in ("f/b.yaml", "f/a.yml", "f/sub/c.json", "f/D.YAML"):
        write(path)
    for path in ("f/a.lock.json", "f/notes.md", "f/.hidden.yaml", "f/.git/x.yaml", "f/sub/.x/y.yaml"):
        write(path)
    write("f/report.json", json.dumps({"schema_version": 1, "files": []}, indent=2))
    write("f/sorted.json", json.dumps({"claims": [], "schema_version": 1}))
    write("f/list.json", '["schema_version"]')
    write("f/damaged.json", '{"claims": ')
    write("f/deep.json", "[" * 200_000)
    assert find_claims_files(["f"]) == (
        "f/D.YAML",
        "f/a.yml",
        "f/b.yaml",
        "f/damaged.json",
        "f/deep.json",
        "f/list.json",
        "f/sub/c.json",
    )


def test_without_paths_the_folder_claims_is_read() -> None:
    """It is where `claimcheck init` writes."""
    write("claims/x.yaml")
    assert find_claims_files([]) == ("claims/x.yaml",)


def test_without_paths_and_folder_the_way_to_a_first_file_is_shown() -> None:
    """A newcomer is told the next step."""
    with pytest.raises(UsageError, match="no folder `claims/`") as caught:
        find_claims_files([])
    assert "claimcheck init" in str(caught.value.hint)


def test_a_file_named_twice_is_read_once() -> None:
    """By itself, by its folder, by a link, by another spelling: the first one counts."""
    write("f/x.yaml")
    Path("link.yaml").symlink_to("f/x.yaml")
    assert find_claims_files(["./f/x.yaml", "f", "link.yaml", "f/../f/x.yaml"]) == ("./f/x.yaml",)


def test_a_folder_that_links_to_itself_comes_to_an_end() -> None:
    """Links to folders are not followed."""
    write("f/x.yaml")
    Path("f/again").symlink_to(".", target_is_directory=True)
    assert find_claims_files(["f"]) == ("f/x.yaml",)


def test_missing_paths_are_named_all_at_once() -> None:
    """The message says which ones, and why."""
    write("x.yaml")
    with pytest.raises(UsageError) as caught:
        find_claims_files(["no.yaml", "x.yaml", "x.yaml/y", "n\0l"])
    assert str(caught.value).splitlines() == [
        "`no.yaml` cannot be read: no such file or directory",
        "`x.yaml/y` cannot be read: not a directory",
        "`n\0l` cannot be read: this is no path",
    ]


def test_a_folder_without_claims_files_is_an_error() -> None:
    """Nothing checked is never a pass."""
    write("f/x.lock.json", "{}")
    with pytest.raises(UsageError, match="`f` holds no claims file"):
        find_claims_files(["f"])


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_folder_that_cannot_be_listed_is_an_error() -> None:
    """Skipping it would pass its claims unchecked."""
    write("f/sub/x.yaml")
    write("f/y.yaml")
    Path("f/sub").chmod(0)
    try:
        with pytest.raises(UsageError, match="`f/sub` cannot be read: permission denied"):
            find_claims_files(["f"])
    finally:
        Path("f/sub").chmod(0o700)


@pytest.mark.skipif(IS_ROOT, reason="root may read everything")
def test_a_file_without_permission_is_a_mistake() -> None:
    """It is reported beside the mistakes of other files."""
    Path(write("x.yaml")).chmod(0)
    assert mistakes_of("x.yaml") == [
        "x.yaml:1:1: the file cannot be read: permission denied (check its permissions)"
    ]


def test_files_are_loaded_in_their_order() -> None:
    """Each keeps the path that it was given by; `-` is standard input."""
    write("b.yaml")
    write("f/a.json", '{"version": 1, "sources": ["https://a.example/x"], "claims": [{"text": "x"}]}')
    files = load("./b.yaml", "-", "f", "-", stdin=TEXT.encode())
    assert [file.path for file in files] == ["./b.yaml", "-", "f/a.json"]
    assert files[0].claims == files[1].claims


def test_a_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """What Windows editors add is no part of the text."""
    write("x.yaml", b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    assert load("x.yaml")[0].claims[0].text == "Wasser für alle"


def test_mistakes_of_all_files_are_reported_at_once() -> None:
    """One run shows everything that is to be mended."""
    write("a.yaml", TEXT.replace("text", "txt"))
    write("b.yaml", "")
    assert mistakes_of("a.yaml", "b.yaml", "-") == [
        f"-:1:1: the file is empty (the least that one needs: {LEAST})",
        "a.yaml:3:10: `text` is missing (a claim is a sentence: `text: …`)",
        "a.yaml:3:11: unknown key `txt` (did you mean `text`?)",
        f"b.yaml:1:1: the file is empty (the least that one needs: {LEAST})",
    ]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode("utf-16"), "1:1: the file is saved as UTF-16 (save it as UTF-8)"),
        (TEXT.encode("utf-32"), "1:1: the file is saved as UTF-16 (save it as UTF-8)"),
        (TEXT.encode("utf-16-le"), "1:1: the file looks like UTF-16 (save it as UTF-8)"),
        (TEXT.encode("utf-16-be"), "1:1: the file looks like UTF-16 (save it as UTF-8)"),
        (b"PK\3\4\0\0\0abc", "1:1: this is a binary file (a claims file is text: YAML or JSON)"),
        (b"\0" * 100, "1:1: this is a binary file (a claims file is text: YAML or JSON)"),
        (
            TEXT.replace("\n", "\r\n").encode("cp1252"),
            "3:25: the byte 0xFC is not UTF-8 (save the file as UTF-8; it is probably in another encoding, such as Windows-1252)",
        ),
    ],
)
def test_a_file_that_is_not_utf_8_is_a_mistake(content: bytes, expected: str) -> None:
    """The place is where the first wrong byte stands, and the hint says how to save the file."""
    write("x.yaml", content)
    assert mistakes_of("x.yaml") == [f"x.yaml:{expected}"]


def test_a_huge_file_is_refused_by_its_size() -> None:
    """It is not read at all: this one has a terabyte of nothing."""
    with Path("x.yaml").open("wb") as stream:
        stream.truncate(10**12)
    assert mistakes_of("x.yaml") == [
        "x.yaml:1:1: the file has more than 10 MB (split it into several claims files)"
    ]


def test_a_huge_standard_input_is_refused() -> None:
    """A stream has no size: reading stops at the limit."""
    stdin = io.BytesIO(b"a" * 20_000_000)
    with pytest.raises(ClaimsFileError, match="-:1:1: the file has more than 10 MB"):
        load_claims_files(["-"], stdin)
    assert stdin.tell() == 10_000_001


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_like_a_file() -> None:
    """A shell's `<(…)` hands over a pipe."""
    os.mkfifo("pipe")
    writer = threading.Thread(target=lambda: Path("pipe").write_text(TEXT, encoding="utf-8"))
    writer.start()
    assert load("pipe")[0].path == "pipe"
    writer.join()


def test_a_saved_copy_is_looked_for_on_disk() -> None:
    """It is a file in the claims file's folder; a folder or an impossible name is none."""
    text = "version: 1\nsources: {a: {url: https://a.example/, snapshot: NAME}}\nclaims: [{text: x}]"
    write("f/saved/a.html", "<p>")
    write("f/good.yaml", text.replace("NAME", "saved/a.html"))
    write("f/folder.yaml", text.replace("NAME", "saved"))
    write("f/long.yaml", text.replace("NAME", "a" * 5000))
    assert load("f/good.yaml")[0].sources[0].snapshot == "f/saved/a.html"
    assert "`f/saved` does not exist" in mistakes_of("f/folder.yaml")[0]
    assert "does not exist" in mistakes_of("f/long.yaml")[0]


def test_a_folder_is_searched_for_files_alone(tmp_path: Path) -> None:
    """A pipe would be waited for, and a saved report is no claims file, whatever its ending."""
    (tmp_path / "claims.yaml").write_text("version: 1\n", "utf-8")
    (tmp_path / "run.yaml").write_text('{"schema_version": 1}', "utf-8")
    os.mkfifo(tmp_path / "pipe.json")
    assert find_claims_files([str(tmp_path)]) == ((tmp_path / "claims.yaml").as_posix(),)


@pytest.mark.parametrize(
    ("path", "said", "hint"),
    [("", "an empty path", "working folder"), ("https://osk.example/a", "cannot be read", "claimcheck text")],
)
def test_what_is_no_path_is_told(path: str, said: str, hint: str) -> None:
    """An unset variable does not stand for the working folder, and a page is read by another command."""
    with pytest.raises(UsageError, match=said) as caught:
        find_claims_files([path])
    assert hint in str(caught.value.hint)
