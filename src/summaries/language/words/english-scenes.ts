/**
 * How English features begin before they come to their news: the light, the weather, what somebody
 * was doing with his hands. Patterns of what paints, and of what is news all the same.
 */
const when = 'morning|afternoon|evening|night|dawn|dusk|daybreak|sunrise|sunset|day|noon|midnight'
const weather =
  'cold|chilly|cool|warm|hot|sultry|humid|gr[ae]y|misty|foggy|rainy|drizzly|damp|wet|sunny|crisp|frosty|icy|snowy|windy|stormy|bright|dark|moonless|moonlit|quiet|still|lazy|balmy|bitter(?:ly cold)?|blustery|sweltering|overcast|cloudless|clear'
const postures =
  'sits?|sat|stands?|stood|leans?|leaned|leant|squats?|squatted|crouche[sd]|kneels?|knelt|perche[sd]|huddle[sd]?|lingers?|lingered|waits?|waited|stares?|stared|gaze[sd]?|glance[sd]?|peers?|peered|nods?|nodded|smile[sd]?|grins?|grinned|sighs?|sighed|shrugs?|shrugged|whispers?|whispered|wipe[sd]?|rubs?|rubbed|sips?|sipped|stirs?|stirred|strolls?|strolled|shuffle[sd]?|trudge[sd]?|paces?|paced|clutche[sd]|cradle[sd]|hums?|hummed'
const doing =
  'sitting|standing|leaning|squatting|crouching|kneeling|perched|huddled|lingering|staring|gazing|glancing|peering|smiling|grinning|sipping|stirring|strolling|shuffling|trudging|pacing|clutching|cradling|humming|wiping|rubbing|folding|mending|sweeping|stacking|sorting|pouring|chatting|laughing|dozing|drifting|glowing|gleaming|glistening|flickering|fluttering|swaying|creaking|rustling|dripping|steaming|lapping|circling|unloading|peeling|knitting|untangling'
const senses =
  'smell(?:s|ed|ing)?|scent|aroma|stench|whiff|glow(?:s|ed)?|gleam(?:s|ed)?|glisten(?:s|ed)?|glint(?:s|ed)?|shimmer(?:s|ed)?|flicker(?:s|ed)?|flutter(?:s|ed)?|sway(?:s|ed)?|creak(?:s|ed)?|rustle[sd]?|murmur(?:s|ed)?|hiss(?:es|ed)?|drips?|dripped|drift(?:s|ed)?|dust|mist|fog|drizzle|breeze|sunlight|moonlight|shadows?|silence|hush|steam|gulls?|birdsong'

/** What paints; each counts once. */
export const englishScenes: readonly RegExp[] = [
  new RegExp(`\\b(?:${weather}),?(?: [\\p{L}]+){0,2} (?:${when})\\b`, 'iu'),
  /^(?:It (?:is|was) (?:just |nearly |almost |still |barely |well )?(?:before|after|past|dawn|dusk|dark|early|late|\w+ (?:o'clock|a\.?m|p\.?m))|(?:As|When|While) (?:the )?(?:sun|dawn|dusk|rain|snow|light|night|fog|mist|tide|clock)|(?:Under|Beneath|Against|Inside|Outside|Behind|Beside|Along|Down|Above|Amid|Deep|High|Past|Through) )/,
  new RegExp(
    `\\b(?:is|are|was|were) (?:[\\p{L}]+ ){0,2}(?:${doing})\\b|(?<!\\b(?:has|have|had|to|not) )\\b(?:${postures})\\b`,
    'u',
  ),
  new RegExp(`\\b(?:${senses})\\b`, 'u'),
  new RegExp(`(?:, |\\bwith \\p{L}[\\p{L} ]*? )(?:still |slowly |quietly )?(?:${doing})\\b`, 'u'),
]

/** What somebody who only paints does not say. */
export const englishNews =
  /\b(?:sa(?:id|ys)|told|tells|announce[sd]?|confirm(?:s|ed)|report(?:s|ed|edly)|according|alleged(?:ly)?|ruled|approve[sd]|banned|vote[sd]|elected|resign(?:s|ed)|arrest(?:s|ed)|charged|accused|convicted|sentenced|jailed|sued|killed|died|dead|deaths?|injured|wounded|shot|attack(?:s|ed)?|crash(?:es|ed)?|explo(?:sion|ded)|earthquake|found|missing|police|court|witness(?:es)?|judge|minister|president|government|parliament|officials?|authorities|spokes(?:man|woman|person)|billion|million|percent|per cent|will|plans? to|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|tomorrow|last (?:week|month|year|night)|this (?:week|month|year))\b|[$£€₱%]|\d{3}/
