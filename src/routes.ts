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
  picture: route('/pictures/:id/:name'),
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
  push: route('/api/v1/wire/:source'),
  desk: route('/desk'),
  deskSession: route('/desk/session'),
  deskSessionEnd: route('/desk/session/end'),
  deskWire: route('/desk/wire'),
  deskItem: route('/desk/items/:id'),
  deskRelease: route('/desk/items/:id/release'),
  deskRefusal: route('/desk/items/:id/refusal'),
  deskMatch: route('/desk/items/:id/matches/:article'),
  deskRejection: route('/desk/items/:id/matches/:article/rejection'),
  deskJoin: route('/desk/items/:id/story'),
  deskThresholds: route('/desk/matches/thresholds'),
  deskHolds: route('/desk/holds'),
  deskMatches: route('/desk/matches'),
  deskUsage: route('/desk/usage'),
  deskTerritories: route('/desk/usage/territories'),
  deskPhrase: route('/desk/usage/:id'),
  deskSources: route('/desk/sources'),
  deskSource: route('/desk/sources/:name'),
  deskSourceToken: route('/desk/sources/:name/token'),
  deskSourceResumption: route('/desk/sources/:name/resumption'),
  deskQuarantine: route('/desk/quarantine'),
  deskBytes: route('/desk/deliveries/:id/bytes'),
  deskReplays: route('/desk/deliveries/:id/replays'),
  deskArticles: route('/desk/articles'),
  deskArticle: route('/desk/articles/:slug'),
  deskMerge: route('/desk/articles/:slug/merge'),
  deskMerges: route('/desk/merges'),
  deskComments: route('/desk/comments'),
  deskTakedown: route('/desk/comments/:id/takedown'),
  deskRestoration: route('/desk/comments/:id/restoration'),
  deskPictures: route('/desk/pictures'),
  deskPicture: route('/desk/pictures/:id'),
  deskPicturePreview: route('/desk/pictures/:id/preview'),
  deskPictureWords: route('/desk/pictures/:id/words/:article'),
  deskPictureFocus: route('/desk/pictures/:id/focus'),
  deskPictureTerms: route('/desk/pictures/:id/terms'),
  deskPictureFetch: route('/desk/pictures/:id/fetch'),
  deskReceipts: route('/desk/receipts'),
  deskDecisions: route('/desk/decisions'),
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
