import { wordPairs } from '../../language.ts'

/** Pairs that turn a statement round. Compared by stem, so one form of each is enough. */
export const englishAntonyms = wordPairs(`
  accept/reject agree/refuse agree/disagree allow/ban allow/forbid permit/prohibit approve/reject
  arrest/release detain/free jail/free arrive/depart arrive/leave attack/defence attack/defense
  attack/defend begin/end start/finish start/stop start/end open/close best/worst better/worse
  good/bad confirm/deny admit/deny convict/acquit guilty/innocent criticise/praise criticize/praise
  condemn/praise dead/alive die/survive kill/save kill/rescue defeat/victory defeat/win early/late
  earlier/later succeed/fail pass/fail success/failure rise/fall increase/decrease grow/shrink
  gain/lose gain/loss climb/drop raise/cut raise/lower up/down high/low higher/lower highest/lowest
  female/male woman/man girl/boy mother/father son/daughter brother/sister husband/wife
  improve/worsen strengthen/weaken strong/weak stronger/weaker injured/unharmed hurt/unhurt
  join/leave join/quit stay/leave remain/leave enter/exit large/small larger/smaller largest/smallest
  big/small bigger/smaller biggest/smallest long/short longer/shorter legal/illegal lawful/unlawful
  likely/unlikely possible/impossible able/unable find/lose win/lose north/south east/west
  northern/southern eastern/western old/young old/new older/younger oldest/youngest private/public
  return/leave safe/dangerous safe/unsafe security/danger violent/peaceful war/peace support/oppose
  back/oppose favour/oppose for/against with/without buy/sell borrow/lend lend/borrow hire/fire
  appoint/dismiss build/destroy demolish/build create/destroy love/hate like/dislike friend/enemy
  ally/enemy rich/poor wealthy/poor cheap/expensive easy/difficult easy/hard light/heavy light/dark
  hot/cold warm/cool wet/dry full/empty fast/slow quick/slow inside/outside indoor/outdoor
  above/below over/under before/after first/last ahead/behind more/less more/fewer most/least
  most/fewest many/few always/never often/rarely all/none everybody/nobody everyone/no_one
  everything/nothing majority/minority include/exclude lead/trail attract/repel protect/harm
  protect/endanger help/hinder help/harm encourage/discourage remember/forget push/pull send/receive
  give/take show/hide reveal/conceal reveal/hide tighten/loosen tighten/ease deploy/withdraw
  advance/retreat invade/withdraw upgrade/downgrade profit/loss surplus/deficit boom/bust
  optimistic/pessimistic positive/negative true/false truth/lie correct/wrong right/wrong right/left
  right/incorrect accurate/inaccurate known/unknown happy/unhappy happy/sad hope/fear calm/angry
  satisfied/dissatisfied popular/unpopular healthy/sick healthy/ill normal/abnormal usual/unusual
  regular/irregular official/unofficial formal/informal domestic/foreign local/foreign
  national/local urban/rural ancient/modern temporary/permanent partial/complete partial/full
  major/minor senior/junior maximum/minimum upper/lower top/bottom front/back near/far
  wide/narrow broad/narrow deep/shallow thick/thin rough/smooth sharp/blunt loud/quiet
  visible/invisible armed/unarmed conscious/unconscious married/single married/divorced
  pregnant/barren sober/drunk awake/asleep present/absent present/former former/current
  former/future past/future voluntary/compulsory voluntary/forced optional/mandatory
  accelerate/slow expand/contract expand/shrink extend/shorten maintain/abandon keep/scrap
  retain/lose defend/attack uphold/overturn ratify/reject sign/veto vote_for/vote_against
  promote/demote promote/relegate welcome/condemn celebrate/mourn thank/blame reward/punish
  trust/distrust obey/defy comply/defy surrender/resist loyal/disloyal stable/unstable
  stable/critical mild/severe minor/serious lenient/harsh simple/complex clear/unclear certain/uncertain
  certain/doubtful benefit/damage friendly/hostile landslide/narrow enable/prevent cause/prevent
  lift/impose impose/lift lifted/imposed relax/tighten sink/float land/take_off board/disembark
  employ/dismiss unemployed/employed host/visitor home/away import/export buyer/seller teacher/pupil
  victim/attacker prosecution/defence prosecutor/defendant landlord/tenant doctor/patient
  evacuate/occupy lock/unlock block/allow suspend/resume resume/halt continue/stop continue/halt
  activate/deactivate attach/detach connect/disconnect connected/unrelated related/unrelated
  he/she his/her him/her himself/herself mr/mrs mr/ms mr/miss sir/dame
  king/queen prince/princess boyfriend/girlfriend uncle/aunt nephew/niece grandfather/grandmother
  qualify/disqualify appear/disappear cover/uncover load/unload agree_to/refuse_to
`)
