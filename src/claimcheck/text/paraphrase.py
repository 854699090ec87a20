"""Words that news use for one another, and words that say the opposite: a small table kept by hand.

A line is a concept; what stands behind the bar is its opposite. A word may stand in several lines. Only words that
journalists exchange freely belong here: "shares" and "stock", "fell" and "dropped", not "war" and "battle". A verb of two
words is written with a plus.
"""

from dataclasses import dataclass
from functools import cache

from claimcheck.text.apart import apart_from
from claimcheck.text.words import key_of

_TABLE = """
# up and down, more and less
rise grow increase climb gain jump surge soar up higher add advance swell escalate expand uptick growth uptrend accelerate skyrocket spike | plummet shed fall drop decline decrease shrink slump plunge down lower lose slip slide dip sink tumble downturn dwindle ease reduce reduction cut loss recede
raise boost lift increase hike bolster heighten | cut reduce lower trim slash decrease curb shrink scale diminish halve
boost help aid benefit strengthen improve enhance bolster | hurt harm damage undermine weaken impair dent hamper
hard difficult tough harder hardest toughest | easy simple easier easiest
better improve improved stronger | worse worsen worsened deteriorate weaker
strengthen strong stronger robust firm | weaken weak weaker fragile
genuine authentic | fake forged counterfeit
tighten toughen stiffen | loosen relax soften
uphold affirm | overturn quash void reverse strike+down
veto | sign
exceed surpass top beat | miss undershoot
die | survive unhurt unharmed alive
advance | retreat withdraw recede
resign quit | stay remain
dissolve disband | form
sue | settle
fine penalize | spare exempt
collapse crumble | stand survive
severe serious grave | mild slight minor
appreciate | depreciate weaken
more greater larger bigger higher exceed above over | less fewer smaller lower below under
most majority bulk
minority few least
expensive costly dear pricey pricier | cheap cheaper inexpensive affordable
high higher tall | low lower
highest maximum peak top | lowest minimum bottom
lead leading ahead | trail trailing lag
ahead | behind
upgrade | downgrade
inflow | outflow
long longer lengthy extended lasting
short shorter brief
large big huge major massive considerable significant substantial vast sizeable great
small minor little slight tiny modest negligible
wide broad widespread extensive
narrow limited
fast quick rapid swift speedy faster quicker
slow slower sluggish gradual
early earlier initially first before prior previously former
late later after subsequent afterwards following
first opening debut initial inaugural maiden
last final closing
new latest fresh recent novel
old former previous older
double twofold twice
half halve
extra additional further another added more
accelerate hasten quicken speed | slow delay brake
heat warm hot warmer hotter | cool cold cooler colder chill
heavy heavier
light lighter
rich wealthy affluent well-off | poor impoverished needy
young younger youth
old older elderly senior aged
near close nearby adjacent next
far distant remote
inside within indoors
outside outdoors
north northern | south southern
east eastern | west western
optional voluntary
mandatory compulsory required obligatory
temporary interim provisional acting
rare rarely seldom uncommon
common often frequent frequently regularly usual
constant continuous continual steady persistent | sporadic intermittent occasional
stable steady unchanged flat constant
volatile unstable
safe secure safer
dangerous unsafe hazardous risky
easy easier simple simpler
hard difficult harder tough tougher tricky
legal lawful legalize legitimate constitutional
illegal unlawful illicit unconstitutional
true correct accurate right valid
false wrong untrue incorrect inaccurate mistaken
possible feasible
likely probable probably expected | unlikely improbable
alive survive survivor | dead die death killed deceased
full entire whole complete all
empty partial part
open reopen
close closed shut shuttered
present attend attended attending
absent missed skipped
domestic national
foreign overseas abroad
regular normal usual ordinary typical conventional
unusual abnormal exceptional extraordinary
known famous renowned well-known prominent celebrated
unknown obscure
enough sufficient adequate
insufficient inadequate lacking
large larger big bigger huge major massive | small smaller minor tiny
fast faster quick quicker rapid | slow slower sluggish
wide widen widened broaden | narrow narrowed
safe safer | dangerous unsafe hazardous
legal legalize legitimate | illegal illicit
true accurate | false untrue inaccurate
importer import | exporter export
arrive arrival enter | leave depart departure exit
include | exclude
win winner won victory victor triumph | lose loser lost
most majority | fewest minority
rich richest wealthy | poor poorest
long longer longest | short shorter shortest
early earlier | late later
older elder | younger
oldest | youngest
public | private
open opened opening | close closed closing shut
buy bought buyer purchase | sell sold seller
# for and against
accept approve back support endorse welcome agree favor embrace authorize sanction | reject refuse oppose block veto decline resist dismiss spurn rebuff
praise applaud hail laud commend celebrate welcome | condemn criticize denounce blast slam attack decry fault lambast
support supporter backer ally advocate proponent champion | opponent critic rival foe adversary detractor
allow permit let enable authorize legalize | ban forbid prohibit bar outlaw block prevent disallow
confirm admit acknowledge concede verify affirm | deny dispute refute reject contradict
impose introduce adopt enact levy | lift scrap repeal abolish remove revoke drop end
pass approve carry adopt enact ratify | fail reject defeat
agree consent accept | disagree refuse dispute
like love prefer enjoy favor
dislike hate loathe
want wish desire seek hope
unwilling reluctant
trust confidence faith believe
distrust doubt mistrust
positive | negative
optimistic hopeful upbeat bullish | pessimistic gloomy bearish
guilty convicted convict conviction | innocent acquitted cleared exonerated acquit
attack assault strike raid offensive
defend defense protect
promise pledge vow commit undertake guarantee
keep retain maintain preserve hold remain stay continue
keep retain preserve | abandon drop scrap ditch discard axe eliminate
# start and end, come and go
begin start open launch commence kick initiate resume onset
end stop close halt finish conclude cease terminate cancel suspend
launch unveil introduce release debut reveal roll present announce | withdraw recall discontinue
continue proceed persist extend ongoing remain
stop halt cease suspend pause interrupt discontinue
found establish create set form start launch begin
build construct erect develop create make assemble manufacture produce
demolish destroy dismantle raze
create make produce generate develop design devise craft compose
arrive reach enter land come join
leave depart quit exit withdraw
join joined enter member sign enrol enroll
return back rejoin
hire appoint employ recruit name nominate promote | fire dismiss sack oust remove
resign quit step depart leave
stay remain join
elect vote choose pick select
move relocate transfer shift
advance forward onward ahead
retreat back
before prior ahead preceding earlier
postpone delay defer push late
reopen restart resume revive
appear emerge surface
disappear vanish
enter entry
include contain comprise consist feature incorporate involve
exclude omit except
# win and lose, buy and sell, give and take
win victory triumph prevail clinch take secure
beat defeat edge overcome rout trounce | lose
score goal net
buy acquire purchase acquisition takeover bought snap
sell sale offload divest disposal
sell sale market
give grant award hand provide donate supply offer present contribute
take seize withhold deprive
receive get obtain gain earn accept secure
lend loan
pay spend cost fund finance payment expend fork
earn make income revenue takings
profit profitable surplus gain earnings | loss deficit
owe debt liable
succeed success successful achieve accomplish manage | fail failure flop
lead head run chair direct command oversee chief helm
capture seize take grab confiscate arrest
release free liberate
save rescue preserve
lose waste squander
catch arrest detain apprehend custody capture seize nab
release free escape
attract draw lure
send dispatch deliver ship transmit
teach train instruct educate
# say and think
say tell state declare announce report add note comment remark according explain describe mention disclose reveal speak claim
announce declare reveal unveil disclose publish release
claim allege assert contend maintain argue insist accuse
argue contend reason
ask request urge call demand appeal seek press
urge encourage advise recommend counsel call push
warn caution alert alarm
think believe consider regard view see deem feel reckon
expect predict forecast project anticipate foresee estimate outlook projection
estimate calculate reckon assess put
show demonstrate reveal indicate suggest find prove display present
find discover detect identify learn establish conclude determine locate spot
study research investigate examine analyze survey probe explore analysis inquiry look
investigation probe inquiry enquiry
answer reply respond response react reaction
discuss talk debate negotiate negotiation conversation talks dialogue
decide rule decision determine resolve choose ruling verdict judgment judgement
accuse charge allege blame indict count
suspect alleged suspected
question query ask interview
explain clarify elaborate
write author pen draft
publish print issue release
name call dub title
know aware
remember recall
plan intend aim mean want propose scheme design intention due schedule
try attempt seek endeavor effort bid
compare contrast
describe depict portray characterize
mock ridicule tease
apologize apology sorry
# people and bodies
man male
woman female
child kid children minor youngster youth infant
mother mom mum | father dad
husband spouse partner
brother | sister
person people resident individual human citizen
worker employee staff staffer workforce personnel labor
boss chief head leader executive ceo director president chairman
doctor physician medic clinician practitioner gp
lawyer attorney solicitor counsel barrister advocate
judge justice court tribunal magistrate
prosecutor attorney
police officer officers policeman cop cops
soldier troop troops military army force
official officials authority authorities spokesperson
spokesman spokeswoman spokesperson representative rep aide
politician lawmaker legislator mp senator congressman representative parliamentarian
minister secretary
government administration cabinet state authorities
parliament legislature congress assembly senate house chamber
prime premier
candidate contender nominee
voter electorate
scientist researcher academic expert
expert specialist analyst scholar
analyst economist strategist
journalist reporter correspondent
author writer novelist
player footballer athlete
coach manager
customer client consumer shopper buyer user
seller vendor
owner proprietor
passenger rider traveller traveler commuter
driver motorist
tourist visitor traveller traveler
student pupil
teacher educator
patient sufferer
victim casualty
refugee migrant asylum
immigrant migrant
protester demonstrator protestor activist
protest demonstration rally march unrest
firm company business corporation enterprise group maker
startup start-up
bank lender
shop store retailer outlet
supermarket grocer
airline carrier
carmaker automaker
hospital clinic
school college
university college
newspaper paper daily
website site
agency body organization
team side squad club
union labor
audience viewer spectator crowd
fan supporter
winner champion victor
founder cofounder co-founder
billionaire magnate tycoon mogul
singer vocalist musician
actor actress star
film movie picture
song track tune single
album record
show program series production
episode instalment installment
book novel volume title
photo picture image photograph
video footage clip
performance gig concert show
game match fixture
tournament championship competition contest cup
season campaign
title trophy crown
# things and events
car vehicle automobile auto
truck lorry
plane aircraft jet airplane airliner
ship vessel boat
train rail railway
bike motorcycle motorbike
flight journey trip
trip visit journey travel tour
phone handset smartphone telephone mobile
computer laptop pc
device gadget machine
chip semiconductor
app application
software program
screen display
house home residence dwelling property
flat apartment
building structure
road street highway
city town
country nation state
region area district zone province territory
world global worldwide globally globe international planet earth
nationwide national nationally countrywide
border frontier boundary
place site location spot venue
land ground territory
sea ocean
river stream
forest wood woodland
storm hurricane typhoon cyclone tempest
flood flooding deluge inundation
fire blaze wildfire inferno
earthquake quake tremor
crash collision accident wreck
explosion blast bomb detonation
war conflict fighting hostilities
peace truce ceasefire
battle fight clash combat
weapon arms gun firearm
shooting gunfire
murder kill killing homicide slay slain
kill dead die death fatal fatality deadly lethal casualty
injure injury wound hurt
disease illness sickness infection condition
virus infection
infect infection contract catch
epidemic outbreak pandemic
drug medicine medication
vaccine vaccination jab shot inoculation dose immunization
treatment therapy treat cure remedy
surgery operation
test trial exam examination
symptom sign
cancer tumor
money cash fund funding funds
price cost fee charge rate tariff
fare price fee toll
tax levy duty tariff
wage salary pay income earnings
budget spending expenditure
revenue sales turnover
share stock equity shares
shareholder investor stakeholder
investment invest funding stake
market exchange
deal agreement accord pact treaty contract settlement
merger takeover acquisition
loan credit
debt borrowing
fine penalty punish sanction
law legislation act statute bill rule regulation
rule regulation law guideline
ban prohibition suspension embargo moratorium restriction
sanction embargo
lawsuit suit case sue litigation complaint
trial court hearing
sentence jail imprison prison jailed
jail prison gaol imprisonment custody incarcerate
crime offense
theft steal robbery rob burglary stolen heist
fraud scam swindle
evidence proof
testify testimony witness
election vote poll ballot polls
poll survey
referendum plebiscite
crisis emergency
problem issue trouble difficulty challenge
risk danger threat hazard
threat threaten menace
mistake error fault blunder
cause reason trigger lead spark provoke prompt result produce bring
result outcome consequence effect
effect impact influence consequence
change alter shift modify amend revise adjust overhaul
replace substitute swap supplant
repair fix mend restore
use employ utilize deploy usage
need require necessary necessity demand
help assist aid support assistance
relief aid help
work function operate
job post position role
task job
meeting summit conference talks gathering
meet gather assemble convene
speech address remarks
letter note
statement declaration
document file paper record
list roster
report study paper
data figures statistics information
figure number amount total sum
share proportion percentage portion fraction
quantity amount volume
average mean typical
target goal aim objective
limit cap ceiling restrict restriction curb
standard norm
size scale extent
weight heaviness
length duration
height tall
speed pace rate velocity
birth born
birthday anniversary
anniversary mark celebrate jubilee commemorate
marry wedding marriage wed
divorce split separate
relationship tie link bond
link connect tie connection associate relate
separate split divide
join combine merge unite
share divide
spread expand extend
cover span
fill occupy
carry transport bear
hold host stage
host stage organize
take remove
remove delete eliminate strip
break shatter fracture
destroy ruin wreck devastate
protect guard shield safeguard
check inspect verify examine review
review assess evaluate
watch view observe see
listen hear
look appear seem
search seek hunt
hide conceal
avoid evade dodge escape
bypass circumvent evade sidestep dodge
safeguard guardrail protection
disable deactivate
solution settlement resolution compromise
ability capability capacity
vulnerability flaw weakness loophole
citizenship nationality
flee escape run
chase pursue
fight battle combat struggle
push drive press
pull drag
hit strike punch slap
fall collapse
collapse fail crumble
sleep hibernate hibernation torpor
eat consume consumption
drink consume
food meal
live reside dwell inhabit home
wait await
play perform
win award prize
award prize honor
rank rate place
chance odds probability likelihood possibility
opportunity chance
choice option alternative
right entitlement
freedom liberty
power energy electricity
oil crude petroleum
gas petrol gasoline fuel
climate weather
emission pollution
waste rubbish trash garbage litter
tree plant
animal creature wildlife
moon lunar
mars martian
sun solar
space orbit
rocket launcher
year annual yearly annually
month monthly
week weekly
day daily
hour hourly
quarter quarterly
recent recently lately
currently now present
soon shortly
finally eventually ultimately
almost nearly
about roughly approximately around
entirely completely wholly fully totally
only solely sole just
mainly mostly primarily largely chiefly
especially particularly notably
despite although though
together jointly joint
alone solo single
online internet web digital
electric battery-powered
autonomous self-driving driverless
upcoming forthcoming next coming future
past previous former
ex-president former
dormant inactive
hunger appetite
obese overweight
thin slim
clear obvious plain evident
unclear uncertain unknown
important key crucial vital essential significant critical central indispensable
main primary chief principal major key
special particular
different distinct various
similar alike same identical comparable equal
happy glad pleased delighted
afraid scared fear worry concern fearful
worry concern fear anxiety anxious concerned
surprise astonish amaze shock stun
tired exhausted
ill sick unwell
# verbs of two words
turn+down reject refuse decline dismiss
step+down stand+down resign quit
call+off cancel scrap
put+off push+back postpone delay defer
take+over acquire buy purchase acquisition takeover
set+up establish found create
look+into investigate probe examine
give+up surrender relinquish abandon
hand+over surrender deliver
pass+out faint collapse
come+up devise invent propose
lay+off dismiss fire layoff
shut+down close+down close shut closure
carry+on go+on continue
carry+out conduct perform execute
cut+back scale+back reduce cut
find+out learn discover
point+out note
rule+out exclude
leave+out omit exclude
break+out erupt start begin
tear+down knock+down pull+down demolish
fall+through fail collapse
hand+out give+out distribute
make+up offset compensate
step+up ramp+up increase intensify
go+up rise increase
go+down fall drop
go+back come+back return
pull+out back+out withdraw withdrawal
take+part participate join
take+place happen occur
kick+off start begin
turn+up show+up arrive appear
work+out solve resolve calculate
take+down remove
sign+up register enrol enroll
put+out extinguish
put+forward propose suggest
sign+off approve
lash+out hit+out criticize attack
bail+out rescue bailout
hold+up delay
bring+down lower reduce topple
track+down find trace locate
wipe+out destroy eliminate
use+up exhaust consume
run+out expire
speed+up accelerate
slow+down decelerate slow
split+up separate divorce
grow+up raise
pay+back repay reimburse
play+down downplay
back+down relent yield
drop+out withdraw
live+up meet
stand+by support
# further matters of the news
queue line
rent lease
reprisal retribution retaliation retaliatory revenge
expel deport deportation expulsion
hurl throw toss fling
rim edge
reunite rejoin unite
juror jury
plead admit confess
consent approval permission
revamp redesign overhaul renovate refurbish
bundle package
unlock free release
recount testify
monitor observe observation
tentative uncertain preliminary provisional
trooper soldier troop
condition disease illness disorder ailment
incident episode
scoreless goalless
wary cautious
loan borrow
possible potential
toll tally count
graft corruption bribery
envoy ambassador diplomat
gunman shooter
sentence term
glitch bug fault error
outage blackout
shortage scarcity lack
spark trigger prompt cause ignite
curb limit restrict rein
mull consider weigh contemplate
topple oust depose
merger merge combine
pollute pollution contaminate contamination
crash collision collide
tuition fee
inmate prisoner detainee
bail bond
fine penalty penalize
heir successor
ancestor forebear
tenant renter
stake share holding
dividend payout
bankrupt insolvent insolvency bankruptcy
layoff redundancy
deadline cutoff
coalition alliance
truce ceasefire armistice
missile rocket
drone uav
runway airstrip
harbor port
cargo freight
cyclist biker
pedestrian walker
downpour rain rainfall
snowfall snow
crop harvest
cattle livestock
nuclear atomic
spacecraft probe craft capsule
experiment trial test
tomb grave
relic artefact artifact
painting canvas
exhibition exhibit
premiere debut
director filmmaker
goalkeeper keeper
striker forward
referee umpire
semifinal semis
relegate relegation
transfer signing
stadium arena venue
inform tell notify
compete vie contest
struggle difficulty trouble
angry furious outraged anger outrage fury
disappointed dismayed disappointment
unusual rare uncommon
wealth fortune
poverty poor
coastal seaside coast
island isle
suburb outskirts
motorway highway freeway
neighborhood district
beverage drink
alcohol liquor
exercise workout
kidney renal
lung pulmonary respiratory
heart cardiac
bacteria germ bacterium
pregnant pregnancy
newborn baby infant
teenager teen adolescent
relative family kin
eatery restaurant
# countries and their people
usa america american
unitedkingdom britain british
england english
scotland scottish
ireland irish
wales welsh
france french
germany german
spain spanish
italy italian
portugal portuguese
netherlands dutch
belgium belgian
switzerland swiss
austria austrian
sweden swedish
norway norwegian
denmark danish
finland finnish
poland polish
ukraine ukrainian
russia russian
china chinese
japan japanese
korea korean
india indian
pakistan pakistani
israel israeli
palestine palestinian
iran iranian
iraq iraqi
syria syrian
turkey turkish
egypt egyptian
greece greek
hungary hungarian
romania romanian
bulgaria bulgarian
brazil brazilian
mexico mexican
canada canadian
australia australian
africa african
europe european europeanunion
asia asian
"""


@dataclass(frozen=True, slots=True)
class Meanings:
    """The keys that mean nearly what a key means, and those that mean the opposite."""

    alike: frozenset[str] = frozenset()
    opposite: frozenset[str] = frozenset()


_NONE = Meanings()


def phrase_key(key: str, particle: str) -> str:
    """Give the key of a verb of two words, `turn+down`; that of the verb alone where the table has no such verb."""
    joined = f"{key}+{particle.lower()}"
    return joined if joined in _table() else key


def meanings_of(key: str) -> Meanings:
    """Give the keys that news use for a key, and those that say the opposite."""
    return _table().get(key, _NONE)


@cache
def _table() -> dict[str, Meanings]:
    found: dict[str, tuple[set[str], set[str]]] = {}
    for line in _TABLE.strip().splitlines():
        if line.startswith("#"):
            continue
        left, _, right = line.partition("|")
        sides = [frozenset(filter(None, map(_key_of, side.split()))) for side in (left, right)]
        for mine, other in (sides, sides[::-1]):
            for key in mine:
                alike, opposite = found.setdefault(key, (set(), set()))
                alike.update(mine - {key} - apart_from(key))
                opposite.update(other)
    return {key: Meanings(frozenset(alike), frozenset(opposite)) for key, (alike, opposite) in found.items()}


def _key_of(entry: str) -> str:
    verb, plus, particle = entry.partition("+")
    return f"{key_of(verb)}{plus}{particle}"
