import type { ShownPicture } from '../pictures/pictures.ts'
import { addressOf, contentTypes, previewOf } from '../pictures/pictures.ts'
import type { Article } from './article.ts'
import { bodyMarkup } from './body/body.html.ts'
import { textOf } from './body/body.ts'
import { isReserved, reservationInWords } from './terms/for-machines.ts'

/** What only the intake knows of an article that came by wire. */
export interface Origin {
  uri: string
  version: string
  source: string
  format: string
  firstCreated?: string
  versionCreated?: string
  urgency?: number
  /** The address of the text at its source. */
  link?: string
  /** Somebody in the house has changed the text. */
  edited: boolean
}

/** The canonical item in ninjs 3.x keys, as anybody may read it: no notes to editors. */
export function articleJson(
  article: Article,
  origin: Origin | undefined,
  address: string,
  summary?: object,
): object {
  const { headline, standfirst } = article
  return {
    $schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.1.json',
    uri: origin?.uri ?? address,
    version: origin?.version ?? String(article.revision),
    type: 'text',
    pubStatus: 'usable',
    urgency: origin?.urgency,
    firstCreated: origin?.firstCreated ?? article.publishedAt,
    versionCreated: origin?.versionCreated ?? article.updatedAt,
    language: article.language,
    headlines: [{ role: 'main', value: headline }],
    by: article.byline,
    dateline: article.dateline,
    slugline: article.slugline,
    creditline: article.creditline,
    located: article.located,
    subjects: article.subjects,
    descriptions:
      standfirst === undefined
        ? []
        : [{ role: 'summary', contentType: 'text/plain', value: standfirst }],
    bodies: [
      { role: 'main', contentType: 'text/html', value: bodyMarkup(article.body).toString() },
    ],
    copyrightNotice: article.copyrightNotice,
    rightsInfo: isReserved(article) ? { dataMining: miningProhibited } : undefined,
    infoSources: article.agency === undefined ? undefined : [{ name: article.agency }],
    associations: picturesOf(article.pictures, new URL(address).origin),
    standfirst: { ...houseFieldsOf(article, origin), address, summary },
  }
}

/** https://ns.useplus.org/LDF/ldf-XMPSpecification#DataMining */
const miningProhibited = 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED'

/** What is ours in the item, under the one key. */
function houseFieldsOf(article: Article, origin: Origin | undefined): object {
  return {
    source: origin?.source ?? 'house',
    format: origin?.format ?? 'house',
    origin: origin && {
      link: origin.link,
      version: origin.version,
      versionCreated: origin.versionCreated,
      edited: origin.edited,
    },
    held: [],
    bodyText: textOf(article.body),
    notices: [],
    revision: article.revision,
    section: article.section,
    publishedAt: article.publishedAt,
    updatedAt: article.updatedAt,
    corrections: article.corrections,
  }
}

/** The article as plain text, as a teleprinter would have had it. */
export function articleText(article: Article): string {
  const lines = [
    article.headline,
    article.standfirst,
    [article.byline, article.agency]
      .filter((name, i, all) => name !== undefined && all.indexOf(name) === i)
      .join(', '),
    `Published ${article.publishedAt}, updated ${article.updatedAt}`,
    ...article.corrections.map(({ at, text }) => `Correction, ${at}: ${text}`),
    [article.dateline, textOf(article.body)].filter(Boolean).join(' '),
    [article.creditline, article.copyrightNotice].filter(Boolean).join('. '),
    isReserved(article) && reservationInWords,
  ]
  return `${lines.filter(Boolean).join('\n\n')}\n`
}

/** schema.org's NewsArticle, with corrections as CorrectionComment (https://schema.org/correction). */
export function jsonLdOf(
  article: Article,
  site: { name: string; origin: string },
  { summaryLd, origin }: { summaryLd?: object | undefined; origin?: Origin | undefined } = {},
): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.headline,
    description: article.standfirst,
    datePublished: article.publishedAt,
    dateModified: article.updatedAt,
    inLanguage: article.language,
    dateline: article.dateline,
    author:
      article.byline === undefined
        ? undefined
        : { '@type': article.agency ? 'Organization' : 'Person', name: article.byline },
    sourceOrganization:
      article.agency === undefined ? undefined : { '@type': 'Organization', name: article.agency },
    copyrightNotice: article.copyrightNotice,
    creditText: article.creditline,
    publisher: { '@type': 'Organization', name: site.name, url: site.origin },
    mainEntityOfPage: `${site.origin}/articles/${article.slug}`,
    isBasedOn: origin && basisOf(article, origin),
    contributor: origin?.edited ? { '@type': 'Organization', name: site.name } : undefined,
    hasPart: summaryLd,
    image: imagesIn(article.pictures, site.origin),
    correction:
      article.corrections.length === 0
        ? undefined
        : article.corrections.map(({ text, at }) => ({
            '@type': 'CorrectionComment',
            text,
            datePublished: at,
          })),
  }
}

/** The wire's own text, in the version that this one follows. */
function basisOf({ agency, publishedAt }: Article, origin: Origin): object {
  return {
    '@type': 'NewsArticle',
    identifier: origin.uri,
    version: origin.version,
    url: origin.link,
    dateCreated: origin.firstCreated ?? origin.versionCreated ?? publishedAt,
    dateModified: origin.versionCreated,
    provider: agency === undefined ? undefined : { '@type': 'Organization', name: agency },
  }
}

/** The pictures as ninjs associations, with every rendition that readers can have. */
function picturesOf(pictures: readonly ShownPicture[] = [], origin: string): object[] | undefined {
  if (pictures.length === 0) return undefined
  return pictures.map((picture, i) => ({
    name: i === 0 ? 'featureimage' : `picture-${i + 1}`,
    type: 'picture',
    pubStatus: 'usable',
    headlines: [],
    altText: picture.alt === '' ? undefined : picture.alt,
    descriptions: [{ role: 'caption', contentType: 'text/plain', value: picture.caption }],
    creditline: picture.credit,
    digitalSourceType: picture.madeByMachine,
    renditions: picture.renditions.map((one) => ({
      name: `${one.shape}-${one.width}-${one.format}`,
      href: origin + addressOf(picture.id, one),
      contentType: contentTypes[one.format],
      width: one.width,
      height: one.height,
      sizeInBytes: one.size,
    })),
  }))
}

/** https://developers.google.com/search/docs/appearance/structured-data/article */
function imagesIn(pictures: readonly ShownPicture[] = [], origin: string): object[] | undefined {
  const [first] = pictures
  if (!first) return undefined
  return (['whole', 'landscape'] as const).flatMap((shape) => {
    const image = previewOf(first, shape)
    if (!image) return []
    return {
      '@type': 'ImageObject',
      url: origin + addressOf(first.id, image),
      width: image.width,
      height: image.height,
      caption: first.caption,
      creditText: first.credit,
    }
  })
}
