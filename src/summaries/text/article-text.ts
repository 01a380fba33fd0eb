import type { Article } from '../../articles/articles.ts'
import { paragraphsOf } from '../../articles/body/body.ts'
import { isMachineTalk, withoutMachineTalk } from './machine-talk.ts'
import type { ArticleText } from '../checker/source.ts'

/** What of an article a summary can rest on. */
export type Told = Pick<
  Article,
  'headline' | 'body' | 'language' | 'publishedAt' | 'dateline' | 'standfirst'
>

/**
 * The article as summaries rest on it: paragraphs as the page numbers them, to the character, but
 * blank where a sentence speaks to machines or where a person struck it out. What is blank can be
 * neither chosen nor claimed.
 */
export function articleTextOf(article: Told, struck: readonly string[] = []): ArticleText {
  const { dateline, standfirst } = article
  return {
    headline: isMachineTalk(article.headline) ? '' : article.headline,
    paragraphs: paragraphsOf(article.body).map((text) =>
      withoutSentences(withoutMachineTalk(text), struck),
    ),
    language: article.language,
    publishedAt: article.publishedAt,
    ...(dateline === undefined || isMachineTalk(dateline) ? {} : { dateline }),
    ...(standfirst === undefined || isMachineTalk(standfirst) ? {} : { standfirst }),
  }
}

function withoutSentences(paragraph: string, struck: readonly string[]): string {
  return struck.reduce(
    (text, sentence) =>
      sentence === '' ? text : text.replaceAll(sentence, ' '.repeat(sentence.length)),
    paragraph,
  )
}

/** Whether two states of an article say the same, so that whoever examined one examined both. */
export function saysTheSame(before: Told, after: Told): boolean {
  const said = ({ headline, standfirst, dateline, language, publishedAt, body }: Told) =>
    JSON.stringify([headline, standfirst, dateline, language, publishedAt, paragraphsOf(body)])
  return said(before) === said(after)
}
