import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { ArticleText, SummaryCheck } from '../summaries-tools.ts'

/** What somebody pasted, and what the checker found in it. */
export interface Trial {
  read: ArticleText
  result: SummaryCheck
}

/** Paste an article and a summary, see what the checker says of each sentence. */
export function tryForm(typed: { article: string; summary: string }, trial?: Trial): Html {
  return html`${trial && findings(trial)}
    <form class="trial" method="post" action="${routes.deskSummaryTry.href()}">
      <p><label for="article">Article <small>The first line is its headline; blank lines part paragraphs.</small></label>
      <textarea id="article" name="article" rows="16" required>
${typed.article}</textarea></p>
      <p><label for="summary">Summary <small>One sentence or several.</small></label>
      <textarea id="summary" name="summary" rows="8" required>
${typed.summary}</textarea></p>
      <p class="links"><button>Check</button> ${!trial && html`<a href="${routes.deskSummaryTry.href()}?example">Show me an example</a>`}</p>
    </form>`
}

const verdicts = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'cannot-check': 'Cannot be checked',
}

function findings({ read, result }: Trial): Html {
  return html`<section class="trial-result"><h2>${verdicts[result.verdict]} <small>as a whole, ${result.score.toFixed(2)} of 1</small></h2>
<ol>${result.sentences.map((sentence) => found(sentence, read))}</ol></section>`
}

function found(sentence: SummaryCheck['sentences'][number], read: ArticleText): Html {
  const { text, verdict, score, evidence, findings } = sentence
  return html`<li><p class="claim">${text}</p>
<p><b class="state ${verdict}">${verdicts[verdict]}</b> <span class="score">${score.toFixed(2)}</span></p>
${findings.length > 0 && html`<ul>${findings.map((words) => html`<li>${words}</li>`)}</ul>`}
${evidence.map((each) => passage(each, read))}</li>`
}

/** The paragraph that a sentence rests on, with the words that carry it marked. */
function passage(
  { paragraph, start, end }: { paragraph: number; start: number; end: number },
  { paragraphs }: ArticleText,
): Html {
  const text = paragraphs[paragraph - 1] ?? ''
  return html`<blockquote><small>Paragraph ${paragraph}</small> ${text.slice(0, start)}<mark>${text.slice(start, end)}</mark>${text.slice(end)}</blockquote>`
}
