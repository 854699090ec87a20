"""Words that say the opposite of each other, as news use them: a small table kept by hand."""

from claimcheck.text.words import key_of

_PAIRS = """
accept approve back support endorse welcome agree | reject refuse oppose block veto decline resist criticise criticize
rise grow increase climb gain jump surge soar higher expand | fall drop decline decrease shrink slump plunge lower cut reduce
win beat defeat victory | lose loss defeated
pass approve carry | fail reject
begin start open launch resume | end stop close halt cancel suspend shut
allow permit legalise legalize | ban forbid prohibit bar outlaw
confirm admit acknowledge | deny dispute
impose introduce adopt | lift scrap repeal abolish remove
buy acquire purchase | sell
include | exclude
arrive enter join | leave depart quit withdraw exit
hire appoint employ | fire dismiss sack oust
guilty convicted | innocent acquitted cleared
early | late
strong strengthen | weak weaken
improve better | worsen worse deteriorate
succeed success | fail failure
praise | condemn criticise criticize
first | last
most majority | minority few
increase raise | cut lower
attack | defend
alive survive | dead die
"""
OPPOSITES: dict[str, frozenset[str]] = {}
"""Key -> the keys of its opposites."""
for _line in _PAIRS.strip().splitlines():
    _left, _right = (frozenset(map(key_of, side.split())) for side in _line.split("|"))
    for _key in _left:
        OPPOSITES[_key] = OPPOSITES.get(_key, frozenset()) | _right
    for _key in _right:
        OPPOSITES[_key] = OPPOSITES.get(_key, frozenset()) | _left
