"""The demo's web pages: each outlet's template, filled with the furniture of its site."""

from dataclasses import dataclass
from importlib.resources import files
from string import Template

from claimcheck.demo.furniture import consent_settings, loader, menu, rail, stylesheet

_FOLDER = files("claimcheck.demo") / "pages"
_CARDS_PER_PAGE = 8


@dataclass(frozen=True, slots=True)
class Page:
    """One page as its outlet builds it; `menu_item` and `card` are the markup of one link and one related story."""

    template: str
    path: str
    prefix: str
    """What the outlet's class names begin with."""
    menu_item: str
    card: str
    steps: int = 20
    partners: int = 100
    charset: str = "utf-8"


KESTREL_TIMES = Page(
    template="kestrel-times",
    path="/kestrel-times/2026/09/09/harbour-city-switches-off-its-talking-meters",
    prefix="kt",
    menu_item='    <li class="kt-nav__item"><a href="$href">$label</a></li>',
    card=(
        '<article class="kt-card"><a href="$href"><img loading="lazy" data-src="$image" alt="" width="320" height="200">'
        "<h3>$headline</h3></a></article>"
    ),
    steps=30,
    partners=180,
)
ELLAVANE_LEDGER = Page(
    template="ellavane-ledger",
    path="/ellavane-ledger/business/story.php?id=20418",
    prefix="el",
    menu_item='<tr><td bgcolor="#DDDDD0"><font size="2"><a href="$href">$label</a></font></td></tr>',
    card=(
        '<tr><td><a href="$href"><img src="$image" width="60" height="40" border="0" align="left" alt=""></a>'
        '<font size="2"><a href="$href">$headline</a></font></td></tr>'
    ),
)
SARNEL_POST = Page(
    template="sarnel-post",
    path="/sarnel-post/news/2026-09-12-council-stops-meter-rollout.html",
    prefix="sp",
    menu_item='<span class="sp_tab"><a href="$href">$label</a></span> |',
    card='<div class="sp_teaser"><img src="$image" alt="" /><a href="$href">$headline</a><br /><small>more …</small></div>',
    partners=120,
    charset="windows-1252",
)
GULLWIRE = Page(
    template="gullwire",
    path="/gullwire/amp/meter-readers-return-to-port-ellavane",
    prefix="gw",
    menu_item='<li><a href="$href">$label</a></li>',
    card=(
        '<li><a href="$href"><amp-img src="$image" width="160" height="90" alt=""></amp-img>'
        '<span class="gw-next__title">$headline</span></a></li>'
    ),
    steps=24,
)
LANTERNSIDE = Page(
    template="lanternside",
    path="/lanternside/2026/who-pays-for-the-grey-boxes/",
    prefix="ln",
    menu_item='<a class="ln-nvi" href="$href"><span class="ln-nvt">$label</span></a>',
    card=(
        '<div class="ln-crd"><div class="ln-crm"><img src="$image" alt="" loading="lazy"/></div>'
        '<div class="ln-crt"><a href="$href">$headline</a></div></div>'
    ),
    steps=36,
    partners=240,
)
READABLE = (KESTREL_TIMES, ELLAVANE_LEDGER, SARNEL_POST, GULLWIRE, LANTERNSIDE)


def render(page: Page, *, origin: str) -> bytes:
    """Build one article page; `origin` is scheme, host and port of the server."""
    root = f"{origin}/{page.template}/"
    text = _template(page.template).substitute(
        origin=origin,
        url=f"{origin}{page.path}",
        styles=stylesheet(page.prefix, steps=page.steps),
        consent=consent_settings(page.prefix, partners=page.partners),
        loader=loader(page.prefix),
        menu=menu(page.menu_item, root=root),
        cards=rail(page.card, headlines(page), root=root),
    )
    return text.encode(page.charset)


def render_not_found(*, origin: str) -> bytes:
    """Build the friendly page that stands where an article is gone."""
    return (
        _template("not-found")
        .substitute(
            origin=origin,
            styles=stylesheet(KESTREL_TIMES.prefix, steps=KESTREL_TIMES.steps),
            menu=menu(KESTREL_TIMES.menu_item, root=f"{origin}/kestrel-times/"),
        )
        .encode()
    )


def render_bot_wall() -> bytes:
    """Build the page that turns programs away."""
    return _template("bot-wall").substitute().encode()


def headlines(page: Page) -> tuple[str, ...]:
    """List the related stories of a page; no two outlets share one, for shared text would look copied."""
    lines = (_FOLDER / "headlines.txt").read_text(encoding="utf-8").splitlines()
    first = READABLE.index(page) * _CARDS_PER_PAGE
    return tuple(lines[first : first + _CARDS_PER_PAGE])


def _template(name: str) -> Template:
    return Template((_FOLDER / f"{name}.html").read_text(encoding="utf-8"))
