/** Every address of the site, named once. Links, redirects and tests are built from here. */
export const routes = {
  front: route('/'),
  section: route('/sections/:section'),
  search: route('/search'),
  article: route('/articles/:slug'),
  mood: route('/articles/:slug/mood'),
  comments: route('/articles/:slug/comments'),
  comment: route('/articles/:slug/comments/:id'),
  recommendation: route('/articles/:slug/comments/:id/recommendation'),
  summary: route('/articles/:slug/summary'),
  summaryHiding: route('/articles/:slug/summary/hiding'),
  summaryFlags: route('/articles/:slug/summary/flags'),
  summaryFlag: route('/articles/:slug/summary/flags/:id'),
  summaryRegister: route('/summaries/:file'),
  deskSummaries: route('/desk/summaries'),
  deskSummary: route('/desk/summaries/of/:id'),
  deskExamination: route('/desk/summaries/of/:id/examination'),
  deskFlagAnswer: route('/desk/summaries/flags/:id/answer'),
  deskSummaryPolicy: route('/desk/summaries/policy'),
  deskSummaryTry: route('/desk/summaries/try'),
  deskSummaryRecordCsv: route('/desk/summaries/record.csv'),
  deskSummaryRecordJson: route('/desk/summaries/record.json'),
  pictures: route('/pictures/:name'),
  feeds: route('/feeds/:file'),
  sectionFeeds: route('/feeds/sections/:file'),
  sitemap: route('/sitemap.xml'),
  newsSitemap: route('/news-sitemap.xml'),
  robots: route('/robots.txt'),
  manifest: route('/manifest.webmanifest'),
  icon: route('/icon.svg'),
  iconPng: route('/icon-:size'),
  appleIcon: route('/apple-touch-icon.png'),
  favicon: route('/favicon.ico'),
  scripts: route('/scripts/:file'),
  live: route('/health/live'),
  ready: route('/health/ready'),
  metrics: route('/metrics'),
} as const

export interface Route<Path extends string> {
  /** As the router wants it. */
  pattern: Path
  /** The address with its parts filled in and encoded. */
  href: (...parts: PartsOf<Path> extends never ? [] : [Record<PartsOf<Path>, string>]) => string
}

type PartsOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PartsOf<`/${Rest}`>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never

function route<const Path extends string>(pattern: Path): Route<Path> {
  return {
    pattern,
    href: (...[parts]) =>
      pattern.replace(/:(\w+)/g, (_, name: string) =>
        encodeURIComponent((parts as Record<string, string> | undefined)?.[name] ?? ''),
      ),
  }
}
