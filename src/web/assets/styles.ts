import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { minifyCss } from './minify-css.ts'

/** What every page for readers begins with. */
const page = ['web/assets/ground.css', 'web/assets/base.css']

/**
 * The style sheet of each kind of page, as it stands inside `<style>`. The same bytes for every
 * page of a kind, because the Content-Security-Policy names them by their hash.
 */
export const styles = {
  front: sheet(...page, 'articles/pages/teaser.css', 'articles/pages/front.css'),
  article: sheet(
    ...page,
    'articles/pages/article.css',
    'summaries/summary.css',
    'moods/moods.css',
    'comments/pages/comments.css',
  ),
  plain: sheet(...page, 'web/assets/plain.css', 'moods/moods.css', 'comments/pages/comments.css'),
  desk: sheet(
    'web/assets/ground.css',
    'desk/desk.css',
    'desk/desk-forms.css',
    'desk/desk-texts.css',
    'desk/pictures/pictures-desk.css',
    'summaries/desk/trying.css',
  ),
}

export type Look = keyof typeof styles

/** What `style-src` allows for each kind of page, with its quotation marks. */
export const styleSources: Record<Look, string> = {
  front: source(styles.front),
  article: source(styles.article),
  plain: source(styles.plain),
  desk: source(styles.desk),
}

function sheet(...files: string[]): string {
  const text = files.map((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'))
  return minifyCss(text.join('\n'))
}

function source(css: string): string {
  return `'sha256-${createHash('sha256').update(css).digest('base64')}'`
}
