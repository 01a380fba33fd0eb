/**
 * The summarizer and the checker for use without the rest of Standfirst: pure functions, no
 * database, no network, no dependency. The package's entry point `standfirst/summaries`.
 */
export { check, type SummaryCheck } from './checker/check.ts'
export { checkSentence, type SentenceCheck, type Verdict } from './checker/check-sentence.ts'
export type { ArticleText } from './checker/source.ts'
export { languageOf, languages } from './language/languages.ts'
export { type Recognition, recognizedLanguage } from './language/recognition.ts'
export type { Language } from './language/language.ts'
export { type Extract, type ExtractOptions, summarize } from './extract/summarize.ts'
