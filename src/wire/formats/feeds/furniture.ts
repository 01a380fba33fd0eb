/**
 * What programs that make feeds put around a story and nobody wrote: buttons to share and to subscribe,
 * related stories, advertisements, what it hides, "The post … appeared first on …". It leaves the text, with a notice.
 */
import type { Block, Body } from '../../../articles/body/body.ts'
import { textOfSpans } from '../../../articles/body/body.ts'
import type { WireItem } from '../../item.ts'
import { withPlainPictures } from './picture-markup.ts'
import { readBlocks } from '../../markup/read-blocks.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { attribute, line, without } from '../../xml/xml-tree.ts'

/** Classes of elements, each of which only these programs use. */
const furniture = new Set(
  [
    // WordPress with Jetpack, and other plug-ins that share, advertise and relate.
    'sharedaddy sd-sharing sd-like sd-block jp-relatedposts wpcnt wp-block-jetpack-subscriptions',
    'addtoany_share_save_container addtoany_content a2a_kit heateor_sss_sharing_container ssba',
    'wp-block-buttons screen-reader-text essb_links yarpp yarpp-related crp_related mc4wp-form adsbygoogle more-link read-more-link',
    // FeedBurner and Blogger.
    'feedflare blogger-post-footer',
    // Ghost, and what Drupal writes above each text.
    'kg-button-card kg-signup-card kg-cta-card field--name-title field--name-uid field--name-created',
    // Substack.
    'subscription-widget-wrap subscription-widget subscription-widget-wrap-editor button-wrapper',
    'captioned-button-wrap',
    // Instant Articles.
    'op-ad op-tracker op-related-articles op-published op-modified',
  ].flatMap((classes) => classes.split(' ')),
)

/** A link in these words alone leads to the same story. */
const onwards =
  /^[\s([]*(?:(?:read|see) (?:more|the full (?:story|article))|continue reading|(?:weiter|mehr) ?lesen|lire la suite|leer más|seguir leyendo|leia mais|leggi (?:tutto|di più|il seguito)|lees (?:meer|verder)|läs (?:mer|vidare)|les (?:mer|videre)|læs mere|lue lisää|czytaj (?:więcej|dalej)|читать (?:далее|дальше))[\s\])….:»›>→]*$/iu

/** Closing lines, whole, in the languages in which WordPress and Medium write them. */
const closingLines = [
  /^The post .+ (?:appeared first on|first appeared on) .+$/,
  /^Der Beitrag .+ erschien zuerst auf .+$/,
  /^(?:L[’']article|Cet article|L[’']actualité) .+ est apparue? en premier sur .+$/,
  /^La entrada .+ (?:se publicó primero en|aparece primero en|apareció primero en) .+$/,
  /^(?:O post|O artigo|O conteúdo) .+ (?:apareceu primeiro em|aparece primeiro em|apareceu primeiro no) .+$/,
  /^L[’']articolo .+ (?:proviene da|sembra essere il primo su) .+$/,
  /^Het bericht .+ verscheen eerst op .+$/,
  /^Inlägget .+ dök först upp på .+$/,
  /^Indlægget .+ blev først udgivet på .+$/,
  /^Innlegget .+ (?:dukket først opp på|ble først publisert på) .+$/,
  /^Artykuł .+ pochodzi z serwisu .+$/,
  /^Сообщение .+ появил[а-я]+ сначала на .+$/,
  /^.+ was originally published in .+ on Medium, where people are continuing the conversation\b.*$/,
]

/** So far from the end of a text such lines may stand. */
const endLines = 4

/** The blocks of an entry's mark-up without what stands around the story. */
export function readStory(out: WireItem, root: Element): Block[] {
  const isGone = (element: Element): boolean => {
    const gone = isFurniture(element)
    if (gone) fill.notice(out, 'removed', 'what its site puts around a story', line(element))
    return gone
  }
  return withoutClosingLines(out, readBlocks(out, withPlainPictures(without(root, isGone))))
}

function isFurniture(element: Element): boolean {
  const classes = attribute(element, 'class')
  if (classes?.split(/\s+/).some((one) => furniture.has(one))) return true
  // What no reader of the site sees was not written for readers.
  const isHidden = /(?:^|;)\s*display\s*:\s*none/i.test(attribute(element, 'style') ?? '')
  if (isHidden || attribute(element, 'hidden') !== undefined) return true
  return element.name.toLowerCase() === 'a' && onwards.test(line(element) ?? '')
}

/** The same blocks without the lines with which a program ends every text. */
export function withoutClosingLines(out: WireItem, body: Body): Block[] {
  return body.filter((block, at) => {
    if (at < body.length - endLines || block.kind !== 'paragraph') return true
    const text = textOfSpans(block.spans)
    const isClosing = closingLines.some((pattern) => pattern.test(text))
    if (isClosing) fill.notice(out, 'removed', 'what its site puts around a story', text)
    return !isClosing
  })
}
