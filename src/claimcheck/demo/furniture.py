"""What a real news page carries around its article: stylesheets, consent settings, loaders, menus, rails.

It is written by loops, so that pages reach the length of real ones while the files stay small.
"""

import json
from collections.abc import Iterable
from html import escape
from string import Template

_BREAKPOINTS = (("", 0), ("sm", 480), ("md", 768), ("lg", 1100))
_SPACED = ("margin-top", "margin-bottom", "margin-left", "margin-right", "padding-top", "padding-bottom")
_SECTIONS = (
    "City", "Coast", "Islands", "Business", "Weather", "Sport", "Culture", "Books", "Stage", "Food",
    "Travel", "Science", "Schools", "Obituaries", "Crossword", "Puzzles", "Podcasts", "Pictures",
)  # fmt: skip
_LOADER = """\
(function (root) {
  root.className = root.className.replace("no-js", "js");
  var queue = [], seen = {};
  function later(task) { if (!seen[task.name]) { seen[task.name] = true; queue.push(task); } }
  function flush() { while (queue.length) { queue.shift()(); } }
  later(function lazyImages() {
    var images = document.querySelectorAll("img[data-src]");
    for (var i = 0; i < images.length; i += 1) { images[i].src = images[i].getAttribute("data-src"); }
  });
  later(function consentBanner() {
    var banner = document.querySelector("[class*=cookie], [class*=banner]");
    if (banner && !window.localStorage.getItem("$prefix-consent")) { banner.hidden = false; }
  });
  window.addEventListener("load", flush);
}(document.documentElement));"""


def stylesheet(prefix: str, *, steps: int) -> str:
    """Write the utility classes that a build leaves in every page, `steps` sizes of each at four widths."""
    sheets = []
    for name, width in _BREAKPOINTS:
        infix = f"{name}-" if name else ""
        rules = "".join(
            f".{prefix}-{infix}{''.join(part[0] for part in spaced.split('-'))}-{step}{{{spaced}:{step * 4}px}}"
            for spaced in _SPACED
            for step in range(steps)
        )
        sheets.append(f"@media (min-width:{width}px){{{rules}}}" if width else rules)
    return "\n".join(sheets)


def consent_settings(prefix: str, *, partners: int) -> str:
    """Write the settings of a consent banner with so many advertising partners, as JSON."""
    settings = {
        "site": prefix,
        "version": 4,
        "partners": [
            {
                "id": number,
                "name": f"partner-{number:03}",
                "purposes": [purpose for purpose in range(1, 11) if number % purpose == 0],
                "storage": "cookie" if number % 3 else "local",
                "days": 30 * (1 + number % 13),
            }
            for number in range(1, partners + 1)
        ],
    }
    return json.dumps(settings, separators=(",", ":"))


def loader(prefix: str) -> str:
    """Write the script that shows the banner and loads images late."""
    return Template(_LOADER).substitute(prefix=prefix)


def menu(item: str, *, root: str) -> str:
    """Fill a site's markup of one menu item with `href` and `label` for every section."""
    return "\n".join(
        Template(item).substitute(href=f"{root}{section.lower()}/", label=section) for section in _SECTIONS
    )


def rail(card: str, headlines: Iterable[str], *, root: str) -> str:
    """Fill a site's markup of one related story with `href`, `headline` and `image` for every headline."""
    return "\n".join(
        Template(card).substitute(
            href=f"{root}{_slug(headline)}",
            headline=escape(headline),
            image=f"{root}media/{_slug(headline)}.jpg",
        )
        for headline in headlines
    )


def _slug(headline: str) -> str:
    return "-".join("".join(letter if letter.isalnum() else " " for letter in headline.lower()).split())
