"""Words that news use near one another, and that tell different acts or things all the same: a bill approved is not enacted.

They stand in one line of the tables of `claimcheck.text.paraphrase` or `claimcheck.text.ways`, beside a word that each may stand
for. Of a pair, none tells the other: what one page has of the one is no support for the other.
"""

from functools import cache

from claimcheck.text.words import key_of

_TABLE = """
abandon: axe eliminate scrap
accept: grant pass receive
acquit: clear innocent
admit: confirm plead tell
approve: carry enact sanction welcome
arrest: capture detain seize
attack: condemn raid strike
avoid: escape evade
back: rejoin retreat return uphold
ban: embargo prevent restriction
block: ban dismiss oppose outlaw
bomb: blast explosion
chairman: ceo executive
charge: accuse blame fee
claim: disclose report reveal
close: expire
cure: treat treatment
decline: cut loss veto
deliver: send ship
demand: appeal ask request
destroy: demolish dismantle
develop: build manufacture produce
die: casualty shoot
diplomat: ambassador
director: ceo filmmaker president
divorce: separate split split+up
donate: present provide supply
drop: eliminate fire lose loss recall reduce repeal
employ: deploy
empty: part partial
equal: comparable
expel: deport
fail: collapse
fall: collapse slow
fine: sanction
finish: cancel halt
fire: remove
found: create form launch set start
give: contribute
hand: award
hire: bring name nominate promote
hold: continue
house: congress
hurricane: storm typhoon
increase: add
indict: accuse blame
infant: child youth
introduce: adopt reveal
join: arrive merge remain stay
kill: shoot stab
launch: announce resume show unveil
law: bill guideline rule
lawsuit: case complaint
lawyer: advocate
legal: allow constitutional enable
legislate: bill
lift: abolish hike
loan: borrow
locate: detect
lose: dismiss fire miss
manufacture: assemble
mp: lawmaker
negotiate: discuss talk
new: enact
nominate: appoint
nominee: candidate
offer: award give grant
oppose: reject veto
oust: dismiss
outbreak: epidemic pandemic
overhaul: amend
overweight: obese
pause: cease discontinue
pay: buy
peace: ceasefire truce
plan: design propose want
plead: confess
pledge: guarantee
poll: ballot election
president: leader
prison: custody detainee
prohibition: moratorium
promise: guarantee
prosecutor: attorney
protester: activist rally
prove: indicate present suggest
push: delay postpone
quit: depart
raid: assault
raise: add donate gather
rate: price
ratify: pass
reach: enter land
recall: cancel discontinue
refugee: migrant
refuse: disagree resist turn
refute: deny
regulation: guideline
release: announce escape show
remove: reduce
resident: citizen
resign: depart leave
resolution: compromise
robbery: burglary theft
rocket: launcher missile
sanction: embargo
schedule: propose want
school: college
scrap: call+off
search: hunt
secretary: minister
seek: search
select: election
senate: assemble congressman house politician
sentence: imprison jail
settle: decide end reach
spot: identify
stakeholder: shareholder
start: resume
state: country nation
stop: close interrupt
summit: meeting
support: accept aide authorize sanction
suspend: ban cancel close discontinue finish terminate
take: buy confiscate recall win withhold
takeover: merger
tariff: fee price tax
throw: overturn
topple: lower
town: city
transfer: sign
treaty: agreement settlement
trial: hearing test
trim: slash
tumor: cancer
unconstitutional: illegal
unharmed: alive
unhurt: survive
unrest: march rally
use: deploy employ
verdict: decision rule
verify: admit check review
vote: approve election oppose reject
wage: earnings
war: fighting
weaken: damage
weapon: gun
welcome: authorize
win: award pass
withhold: seize
"""
"""Before the colon one of each pair of a line."""


def apart_from(key: str) -> frozenset[str]:
    """Give the keys that a key is apart from; of a verb of two words, as `claimcheck.text.paraphrase` writes them."""
    return _table().get(key, frozenset())


@cache
def _table() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _TABLE.strip().splitlines():
        first, _, others = line.partition(":")
        for one, other in ((key_of(first), key_of(other)) for other in others.split()):
            found.setdefault(one, set()).add(other)
            found.setdefault(other, set()).add(one)
    return {key: frozenset(apart) for key, apart in found.items()}
