import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html.ts'
import type { SummaryCheck } from '../summaries-tools.ts'

/** Paste an article and a summary, see what the checker says of each sentence. */
export function tryForm(typed: { article: string; summary: string }, result?: SummaryCheck): Html {
  return html`${result && findings(result)}
    <form class="write" method="post" action="${routes.deskSummaryTry.href()}">
      <label for="article">Article; the first line is its headline, paragraphs are parted by blank lines</label>
      <textarea id="article" name="article" rows="12" required>
${typed.article}</textarea>
      <label for="summary">Summary</label>
      <textarea id="summary" name="summary" rows="4" required>
${typed.summary}</textarea>
      <div><button>Check</button></div>
    </form>`
}

const verdicts = {
  supported: 'Supported',
  'not-supported': 'Not supported',
  'cannot-check': 'Cannot be checked',
}

function findings({ verdict, sentences }: SummaryCheck): Html {
  return html`<section><h2>${verdicts[verdict]}</h2><ol>${sentences.map(
    ({ text, verdict, score, evidence, findings }) =>
      html`<li><p>${text}</p><p><b>${verdicts[verdict]}</b>, ${score.toFixed(2)}. ${evidence.map(({ paragraph }) => `Paragraph ${paragraph}. `)}${findings.join(' ')}</p></li>`,
  )}</ol></section>`
}
