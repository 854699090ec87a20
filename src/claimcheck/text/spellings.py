"""British and American spellings of one word, written in one way: an editor in London cites a paper in Washington."""

import re

_ISE = (
    "analog antagon apolog author capital categor central character civil colon commercial computer critic crystal democrat digit "
    "digital economis emphas energ equal fantas fertil final formal general global harmon homogen hospital hypnot ideal immun industrial "
    "item jeopard legal legitim liberal local margin maxim mechan memor minim mobil modern monopol national natural neutral normal optim "
    "organ ostrac oxid patron penal personal polar polit popular prior priorit privat public random rational real recogn regular "
    "revolution revital scrutin sensation social special stabil standard steril stigmat subsid summar symbol sympath synchron terror "
    "theor traumat urban util vandal vapor victim visual weapon"
)
_OUR = "arm behavi cand clam col enam endeav fav flav harb hon hum lab neighb od parl rig rum sav savi splend tum val vap vig"
_RE = "calib cent fib lit lust meag met sab somb spect theat"
_RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"^((?:de|dis|re|un)?(?:{'|'.join(_ISE.split())}))is(?=e|ing|ation)", r"\1iz"),
        (r"^(anal|catal|dial|paral)ys(?=e(?!s)|ing)", r"\1yz"),
        (rf"^((?:dis|re)?(?:{'|'.join(_OUR.split())}))our", r"\1or"),
        (rf"({'|'.join(_RE.split())})re(?=s?$)", r"\1er"),
        (r"^(cent|theat)re(?=d$)", r"\1ere"),
        (r"^(defen|licen|offen|preten)ce", r"\1se"),
        (r"^(an|h|leuk|tox)aem", r"\1em"),
        (r"^(encyclop|orthop|p)aed", r"\1ed"),
        (
            r"^(cancel|dial|fuel|jewel|label|level|marvel|model|quarrel|rival|signal|total|travel|tunnel)l(?=e[dr]|ing)",
            r"\1",
        ),
        (r"^practis(?=e|ing)", "practic"),
        (r"^gynaec", "gynec"),
        (r"^foet(?=us|al)", "fet"),
        (r"^oe(?=soph|strog)", "e"),
        (r"^diarrhoe", "diarrhe"),
    )
)
_BRITISH = re.compile(r"is[eia]|our|re[ds]?$|ys[ei]|ence|ae|oe|ll")
"""What any of them is seen by: most words are not worth a longer look."""
_WORDS = {
    british: american
    for pair in (
        "aeroplane airplane, aluminium aluminum, catalogue catalog, cheque check, cosy cozy, enrol enroll, fulfil fulfill, grey gray, jewellery jewelry, "
        "kerb curb, mould mold, moustache mustache, plough plow, programme program, pyjamas pajamas, sceptic skeptic, "
        "sceptical skeptical, sceptics skeptics, scepticism skepticism, skilful skillful, storey story, sulphur sulfur, tonne ton, tyre tire"
    ).split(", ")
    for british, american in [pair.split()]
}


def americanise(word: str) -> str:
    """Write an English word in small letters as Americans spell it."""
    plural = "s" if word not in _WORDS and word.endswith("s") else ""
    stem = word.removesuffix(plural) if plural else word
    if stem in _WORDS:
        return _WORDS[stem] + plural
    for pattern, replacement in _RULES if _BRITISH.search(word) else ():
        word, found = pattern.subn(replacement, word)
        if found:
            break
    return word
