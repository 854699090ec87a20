"""What tells which way a thing went, without being another word for it: what rose is up, who was killed is dead.

These are weaker than what news use for one another (`claimcheck.text.paraphrase`): they are looked for only in a sentence that
tells what the verb is about. In front of the colon stand verbs that have an opposite, behind it what tells their way.
"""

from functools import cache

from claimcheck.text.apart import apart_from
from claimcheck.text.words import key_of

_TABLE = """
rise grow increase climb gain jump surge soar advance swell escalate expand widen broaden accelerate strengthen improve heighten extend raise boost lift hike: up more higher above stronger larger bigger longer rise raise grow increase widen broaden add gain jump lift spread extend expand double triple peak record
fall drop decline decrease shrink slump plunge lower lose slip slide dip sink tumble ease reduce recede cut trim slash curb diminish narrow weaken: down fewer less lower below weak off lose fall drop cut reduce shrink slow minimize halve shed shave strike remove
slip: push delay postpone later
win beat defeat edge rout trounce overcome earn: win victory beat defeat past over top topple edge knock oust eliminate champion title gold triumph take receive award grant give get obtain secure land clinch pick faster
lose: defeat beat loss fall down past knock eliminate spoil go miss without kill die dead
die kill: death dead die kill fatal victim murder shoot stab execute lose fatality body toll
survive: alive live escape rescue
end close finish stop shut conclude: end finish close stop halt fold wrap conclude complete over cease last final shut go lose scrap cancel expire
open launch introduce release unveil reveal debut: start begin debut unveil reveal new first open launch release show
hire appoint employ recruit name nominate: add appoint name join bring choose pick tap become new
fire: shoot shot gun
fire dismiss sack remove oust: fire sack dismiss drop remove oust lose reject
back support endorse approve accept agree welcome favor embrace authorize consent: support back corroborate confirm endorse approve accept pass clear yes vote grant sign deal adopt
reject refuse decline oppose resist spurn: not no refuse reject against vote turn deny decline rebuff
ban forbid prohibit bar outlaw block prevent: stop block bar suspend outlaw halt not illegal ban
allow permit let enable authorize legalize: can may could able free open legal permit let
keep retain remain stay preserve stand: still stay remain hold keep continue stand same without
leave depart exit resign quit: leave go depart quit exit step out former resign move
arrive enter: come arrive reach in land enter
withdraw retreat recall discontinue: take back retract pull remove drop cancel
collapse crumble fail: fail fall break end down
overturn quash void reverse: override reverse quash scrap overrule throw
uphold affirm: uphold back keep confirm stand
buy purchase: buy purchase take acquire pay own
admit confirm acknowledge concede: admit confirm acknowledge plead say said tell told
deny dispute refute: deny reject not no
impose introduce adopt enact levy: impose put place introduce slap new
carry pass adopt ratify: carry pass win take
settle: decide determine agree reach end
raise: collect gather donate
announce declare: say said says told tells reveal publish
include: among such like with contain
"""


def ways_of(key: str) -> frozenset[str]:
    """Give the keys, and the words without content, that tell the same way as a verb; none for one in no line."""
    return _table().get(key, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _TABLE.strip().splitlines():
        verbs, _, ways = line.partition(":")
        for verb in verbs.split():
            found.setdefault(key_of(verb), set()).update(key_of(way) or way for way in ways.split())
    return {key: frozenset(ways) - apart_from(key) for key, ways in found.items()}
