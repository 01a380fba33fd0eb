import { groups } from '../../language.ts'

/**
 * Words and phrases that newspapers use for one another. A group must hold in most sentences of
 * news, in both directions; what only sometimes means the same (said, claimed) has no place here.
 */
export const englishSynonyms = groups(`
say = state = comment = remark
announce = declare = unveil
help = assist = aid
begin = start = commence = kick off
child = kid = youngster
kill = left dead = leave dead = slay
die = lost their life = lost his life = lost her life = lost their lives = lose their life = passed away = pass away = perish
injure = hurt = wound
near = close to = nearby
several = a number of = various = numerous = a handful of
try = attempt
u.s = united states = united states of america = usa = u.s.a = america
u.k = uk = united kingdom = britain = great britain
u.n = un = united nations
e.u = eu = european union
more than = over = in excess of = upwards of
less than = fewer than = under
about = around = approximately = roughly = some
nearly = almost = close to
because of = due to = owing to = as a result of = thanks to
because = since = as
before = prior to = ahead of
after = following = in the wake of
now = currently = at present = presently = at the moment
buy = purchase = acquire
large = big = huge = massive = enormous = vast
small = little = tiny = minor
about = regarding = concerning = on the subject of
show = demonstrate = reveal = indicate
end = finish = conclude
get = obtain = receive = gain
need = require
use = utilise = utilize = employ
allow = permit = let
ask = request
build = construct
job = post = role
house = home
car = vehicle
street = road
company = firm = business
police = police officer = officers = cops
money = cash = funds
rich = wealthy = affluent
poor = impoverished
quick = fast = rapid = swift
quickly = fast = rapidly = swiftly
important = significant = key = crucial = vital
sick = ill = unwell
illness = disease = sickness
hospital = medical center = medical centre
doctor = physician = medic
lawyer = attorney = solicitor = barrister
movie = film
picture = photo = photograph = image
photographer = cameraman
boss = chief = head = leader = director
chief executive = ceo = chief executive officer
prime minister = pm = premier
football = soccer
blast = explosion
explode = blow up = detonate
fire = blaze
gunman = shooter = attacker
attack = assault = strike
shoot = gun down = open fire
crash = collision = accident = wreck
arrest = detain = apprehend = take into custody = taken into custody
jail = prison = imprison = put behind bars
jailed = imprisoned = sentenced to prison
murder = homicide
steal = rob
protest = demonstration = rally
protester = demonstrator = activist = campaigner
law = legislation
election = poll = vote
country = nation = state
town = city
town = village
area = region = zone = district
center = centre
group = organization = organisation
government = administration = authorities
official = officials
worker = employee = staff = staffer
pupil = student
school = academy
university = college
study = research
researcher = scientist = academic
expert = specialist
victory = win = triumph
beat = defeat = overcome
match = game = fixture = tie
player = footballer
goal = strike
champion = title holder = winner
win = clinch
cut = reduce = slash = lower = trim
rise = increase = climb = grow = go up = jump = soar = surge = raise = gain
fall = decrease = drop = decline = go down = plunge = slump = dip = tumble
profit = earnings
cost = price
expensive = costly = pricey
give = hand = provide = offer = supply
find = discover = uncover
rescue = save
look for = search for = seek
look = appear = seem
think = believe
want = wish = would like
like = enjoy
hope = aspire
plan = intend = aim
stay = remain
leave = depart = exit
arrive = reach = get to
return = come back = go back
visit = travel to
move = relocate
live = reside
talk = speak = discuss
talk = discussion = negotiation
deal = agreement = pact = accord = settlement
argue = contend = maintain
warn = caution
tell = inform
reply = respond = answer
praise = hail = applaud = commend = laud
criticise = criticize = condemn = slam = blast = denounce = lambast
fight = battle = clash
fighter = militant = insurgent = rebel = extremist
soldier = troop = serviceman
war = conflict
weapon = arm = gun = firearm
bomb = explosive = device
plane = aircraft = jet = airplane = aeroplane
ship = vessel = boat
storm = hurricane = cyclone = typhoon
quake = earthquake = tremor
baby = infant = newborn
teenager = teen = adolescent
man = male
woman = female
mother = mom = mum = mam
father = dad
wife = spouse
husband = spouse
marry = wed = tie the knot
wedding = marriage
friend = pal = mate
famous = well known = renowned = celebrated = famed
celebrity = star
new = latest = fresh
old = elderly
aged = age = year old
happy = glad = pleased = delighted
angry = furious = outraged = irate
sad = upset
shocked = stunned = appalled
afraid = scared = frightened = terrified
dangerous = hazardous = risky = perilous
hard = difficult = tough
easy = simple
whole = entire
main = chief = primary = principal = major
last = final
often = frequently = regularly
again = once more
only = just = merely
quite = rather = fairly
maybe = perhaps = possibly
alleged = suspected
happen = occur = take place = took place = taken place
cause = lead to = led to = result in = trigger
stop = halt = cease
close = shut
open = inaugurate
join = sign for
sign = join
choose = pick = select = opt
get rid of = remove = scrap = axe = abolish
ban = prohibit = outlaw = bar
approve = pass = back = endorse = support
oppose = object to = be against
agree = consent
refuse = decline = reject = turn down
deny = refute = dispute
admit = confess = acknowledge = concede
promise = vow = pledge = swear
reject = rebuff = spurn
own = possess
make = create = produce = manufacture
break = smash = shatter
repair = fix = mend
hide = conceal
keep = retain
throw = hurl = toss = fling
hit = strike = slam into = crash into
run = operate = manage
take part = participate = compete
carry out = conduct = perform = undertake
set up = establish = found
find out = learn = discover
point out = note
call off = cancel
put off = postpone = delay
look into = investigate = probe = examine
deal with = handle = tackle = address
bring up = raise
go on = continue = proceed = carry on
give up = quit = resign = step down = stand down
turn up = appear = show up
work out = calculate
sort = kind = type
part = portion
percent = per cent = % = pc = percentage
kilometre = kilometer = km = kilometres = kilometers
metre = meter
kilogram = kg = kilo
pound = lb = lbs
mile per hour = miles per hour = mph = miles an hour
dollar = $ = usd
euro = €
jan = january
feb = february
apr = april
aug = august
sept = september = sep
oct = october
nov = november
dec = december
mon = monday
tue = tuesday = tues
wed = wednesday
thu = thursday = thurs
fri = friday
sat = saturday
sun = sunday
twitter = tweet
post = publish = upload = share
social media = social network
internet = web
mobile phone = cell phone = cellphone = mobile
television = tv
programme = program = show = series
`)
