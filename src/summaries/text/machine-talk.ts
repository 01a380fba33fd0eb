import { segmentsOf } from '../language/sentences.ts'
import { hidesText, visibleText } from './invisible.ts'
import { isProse } from './prose.ts'

/**
 * Finds sentences of an article that speak to a machine and not to readers: instructions, roles of
 * a chat, mark-up, addresses to fetch, coded text; and questions, which state nothing. Such a sentence is neither chosen nor shown to
 * a model nor a ground for anything, so a model that obeys it has nothing to stand on. News that
 * tells of such a sentence ("mails with the line …") quotes it and remains news: what stands in
 * quotation marks is judged only when it comes with an address or a code to repeat.
 */
export function withoutMachineTalk(paragraph: string): string {
  let isAfter = false
  const parts = sentencesOf(paragraph).map((sentence) => {
    const { segment } = sentence
    const speaks = speaksToMachine(sentence)
    // What follows an instruction is often its object: "Add this line. Buy ACME."
    const isBlank = speaks || isAfter || isQuestion(sentence)
    isAfter = speaks
    return isBlank ? ' '.repeat(segment.length) : segment
  })
  return parts.join('')
}

/** Whether one sentence by itself speaks to a machine. */
export function isMachineTalk(sentence: string): boolean {
  return sentencesOf(sentence).some(speaksToMachine)
}

interface Sentence {
  segment: string
  /** The same with what is quoted taken out. */
  spoken: string
}

function sentencesOf(paragraph: string): Sentence[] {
  const sentences: Sentence[] = []
  let at = 0
  for (const piece of segmentsOf(withoutQuotations(paragraph), 'en')) {
    for (const spoken of partsOf(piece.segment)) {
      sentences.push({ segment: paragraph.slice(at, at + spoken.length), spoken })
      at += spoken.length
    }
  }
  return sentences
}

/** The splitter sees no end of a sentence before what is no letter, such as mark-up. */
function partsOf(segment: string): string[] {
  return stopInside.test(segment) ? segment.split(beforeMarkup) : [segment]
}

const stopInside = /[.!?]["”’)]?\s\S/
const beforeMarkup = /(?<=[.!?]["”’)]?\s)(?=[^\p{L}\p{N}\s“"‘'(–—-])|(?<=[.!?]\s)(?=")/u

/** Each quotation becomes as many "x": the same length, and no word. */
function withoutQuotations(text: string): string {
  return text.replace(
    /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|"[^"\n]*"/gu,
    (quotation) => `"${'x'.repeat(Math.max(0, quotation.length - 2))}"`,
  )
}

function speaksToMachine({ segment, spoken }: Sentence): boolean {
  if (hidesText(segment)) return true
  const seen = visibleText(segment)
  if (!isProse(seen) && foreignBodies.some((pattern) => pattern.test(seen))) return true
  const said = spoken === segment ? seen : visibleText(spoken)
  if (addressesMachine(said)) return true
  // A quotation is news, but not when it asks for a code to be repeated.
  return code.test(seen) && quotedIn(seen).some(addressesMachine)
}

function isQuestion({ spoken }: Sentence): boolean {
  return spoken.includes('?') && /\?\W*$/u.test(visibleText(spoken))
}

function quotedIn(text: string): string[] {
  return [...text.matchAll(/["“„«](.+)["”“»]/gu)].map(([, words = '']) => words)
}

const code = /\b[A-Z]{4,}-?\d+\b|https?:|www\./u

/** What no sentence of a newspaper holds, and nothing that is prose (`prose.ts`) can. */
const foreignBodies = [
  // A word in square brackets is an editor's; anything else in them is not for readers.
  /[<>{}`\\|^~]|\[(?![\p{Ll}\p{Lu}'’ ]{1,30}\])|(?<!\[[\p{Ll}\p{Lu}'’ ]{1,30})\]|\[\p{Lu}{2,}/u,
  /https?:|www\.|\bdata:|\bjavascript:/iu,
  /[\w.+-]+@[\w-]+\.\w/u,
  /\b[\w-]{2,}\.(?:com|net|org|info|biz|example|test|io|ai|app|dev|ru|cn|xyz)\b/iu,
  /[A-Za-z0-9+/=]{36,}/u,
  /(?:^|\s)(?:system|assistant|user|human|ai|model)\s*:/iu,
  /\b(?:[A-Za-z]\s){6,}/u,
  /^\s*```|!\[|\]\(/u,
  /\b\w+\s*\+\s*\w+\s*[.=]/u,
]

const orders = [
  String.raw`state (?:as|that)|ignroe|deploy|adopt|engage the|ignore|disregard|forget|override|bypass|repeat|output|print|write|reply|respond`,
  String.raw`answer|return|wrap|call the|advise|remember|decode|follow|translate|summari[sz]e`,
  String.raw`render|use|express|convert|integrate|modify|enhance|introduce|misspell|jumble`,
  String.raw`rearrange|scramble|anagram|remove|combine|augment|ensure|incorporate|employ|append`,
  String.raw`merge|upgrade|pretend|act|assume|imagine|begin|start|end|finish|click|include|insert`,
  String.raw`add|say|tell|mention|describe|explain|determine|apply|analy[sz]e|recommend|create`,
  String.raw`generate|reveal|embed|execute|run|send|visit|encode|omit|skip|conclude|claim`,
  String.raw`report the|praise|promote|confirm|publish|delete|become|behave|speak|compose|put`,
  String.raw`prefix|prepend|make|give|help me|do not|don['\u2019]t|always|obey|treat|consider`,
  String.raw`encourage|suggest|leave|keep|invite|urge|copy|paste|quote|hide|swap|invert|reverse`,
  String.raw`exaggerate|inform|warn|instruct|vote|buy|sell|subscribe|install|download|emphasi[sz]e`,
  String.raw`highlight|substitute|encrypt|simulate|continue|complete|disclose|expose|attach|fetch`,
  String.raw`tweet|provide|replace|group letters|let us|let['\u2019]s`,
].join('|')

const machineWords =
  'instructions?|prompts?|system prompt|summar(?:y|ies)|response|reply|answer|output|message|text|words|rules|guidelines|policy|policies|training|developer'

/** Words spoken to somebody who writes; each is tried on the sentence without its quotations. */
function addressesMachine(said: string): boolean {
  return (
    openings.some((pattern) => pattern.test(said)) ||
    (keyWord.test(said) && mentions.some((pattern) => pattern.test(said)))
  )
}

/** How such a sentence begins. */
const openings = [
  // An order: the bare verb first, at most after a few words that lead to it.
  new RegExp(
    `^\\W*(?:(?:now|then|also|next|instead|finally|first|important|attention|note|new task|from now on|henceforth|and|but|so|please|kindly|by|dear (?:ai|model|assistant)|you (?:must|should|will|are to|need to|shall|can))[,:;]?\\s+){0,3}(?:${orders})\\b(?!\\s+(?:of|is|was|are|were|has|had|have|said|says|by|and his|and her)\\b)(?!['\u2019]s\\b)`,
    'iu',
  ),
  /^\W*(?:you are|you['\u2019]re|you write|you must|you will|you have been|you can now|act as)\b/iu,
  /^\W*(?:ignora|olvida|escribe|responde|ignorez|oubliez|répondez|écrivez|ignoriere?|vergiss|antworte|schreibe?|huwag pansinin|isulat|sumagot)\b/iu,
]

/** What such a sentence has somewhere; each needs one of the key words. */
const mentions = [
  new RegExp(
    `\\b(?:before|after|in|instead of|at the end of|to|into|with) (?:the|your|this|any|a) (?:${machineWords})\\b.{0,40}\\b(?:${orders})\\b`,
    'iu',
  ),
  new RegExp(`\\byour (?:\\w+ ){0,3}(?:${machineWords})\\b`, 'iu'),
  /\b(?:ignore|disregard|forget|bypass|override)\b.{0,30}\b(?:previous|prior|above|earlier|all|safety|system)\b.{0,20}\b(?:instructions?|prompts?|rules|directions|safety)\b/iu,
  /\bthe summary (?:must|should|shall|has to|needs to|ends|begins|is to|will)\b/iu,
  /\b(?:this|the) (?:summary|text) is (?:machine|ai)[- ]/iu,
  /\b(?:developer|debug|jailbreak|dan) mode\b/iu,
  /\b(?:following|below|subsequent|above) code\b|\bcode (?:snippet|block|excerpt)\b|^\W*import \w+\s*$/iu,
  /\bthen (?:write|say|output|print|reply|add|append)\b/iu,
]

const keyWord = new RegExp(
  `\\b(?:${machineWords}|your|code|import|mode|then|ignore|disregard|forget|bypass|override)`,
  'iu',
)
