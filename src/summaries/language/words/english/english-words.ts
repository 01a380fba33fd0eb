import { type Language, wordSet } from '../../language.ts'

/** Word lists by class, as they stand in print; the checker compares them by stem. */
export const englishWords: Language['words'] = {
  negation: wordSet(`not no never none nobody nothing neither nor nowhere without n't`),
  nearNegation: wordSet(`fail deny refuse decline lack avoid prevent reject refute dismiss rule_out
    hardly barely scarcely rarely seldom cancel abandon unable unlikely unknown
    unaware untrue false impossible except`),
  month: wordSet(`january february march april may june july august september october november
    december jan feb mar apr jun jul aug sept sep oct nov dec`),
  weekday: wordSet(
    `monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun`,
  ),
  day: wordSet(`today yesterday tomorrow tonight last next previous ago morning afternoon evening
    night spring summer autumn winter weekend midnight noon recently later earlier this_week
    this_month this_year this_season this_summer this_spring this_autumn this_winter this_weekend
    this_morning this_afternoon this_evening`),
  unit: wordSet(`second minute hour day week fortnight month year decade century percent % percentage
    point mile kilometre kilometer km metre meter m centimetre centimeter cm millimetre mm inch foot
    ft yard acre hectare square kilogram kilo kg gram g ton tonne pound lb ounce oz stone litre liter
    gallon pint barrel dollar cent euro pence penny pounds yen yuan rupee peso franc $ £ € ¥ ₱ ₹
    degree celsius fahrenheit mph kph knot watt kilowatt megawatt gigawatt volt hundred thousand
    million billion trillion dozen`),
  possibility: wordSet(`may might could would should can possible possibly perhaps maybe likely
    probable probably potential potentially reportedly allegedly allege alleged apparently
    apparent suspect suspected accuse accused charge claim believe think expect plan hope intend aim
    want seek consider propose threaten suggest appear seem purported supposed presumed rumour rumor
    unconfirmed if unless whether attempt try`),
  certainty: wordSet(`will shall must certain certainly definite definitely clearly undoubtedly
    always proven prove confirm convict guilty inevitable surely decide actually finally already`),
  comparison: wordSet(`more less fewer most least greater smaller larger bigger higher lower above
    below over under before after until since during ahead behind than
    twice thrice double triple half quarter third rise fall increase decrease about nearly
    almost roughly approximately`),
  quantifier: wordSet(`all every each any some many much several various both half only just first
    last hundreds thousands millions billions dozens scores majority minority most few another other
    same different enough entire whole half`),
  reporting: wordSet(`say tell state announce report add claim explain insist argue write tweet
    declare reveal describe comment reply respond warn note stress admit acknowledge testify according
    speak suggest call urge ask`),
  pronoun:
    wordSet(`i you he she it we they me him her us them my your his its our their mine yours hers
    ours theirs myself yourself himself herself itself ourselves themselves this that these those who
    whom whose which what`),
  filler:
    wordSet(`also however too then now still even just indeed meanwhile very really quite so well
    here there yet again currently simply thus therefore moreover furthermore`),
  function:
    wordSet(`the a an of to in on at by for from with and or but as be have do that than into
    onto upon about against between among through during around near out up down off while when where
    why how because although though since till per via within along across toward towards if s t re ve
    ll d 's get such there it its mr mrs ms being`),
}
