import type { PictureOnList } from '../../pictures/pictures.ts'
import { routes } from '../../routes.ts'
import { html, type Html } from '../../web/html/html.ts'

/** What waits first, then what could do with a text for those who cannot see it, then the rest. */
export function pictureList(pictures: PictureOnList[]): Html {
  const waiting = pictures.filter(({ waits }) => waits)
  const silent = pictures.filter(
    ({ waits, reasons, lacksAlt }) => !waits && reasons.length === 0 && lacksAlt,
  )
  const others = pictures.filter((one) => !waiting.includes(one) && !silent.includes(one))
  return html`<div id="live" data-live="5">
${part('Not shown to readers', waiting, 'No picture waits for anybody.')}
${silent.length > 0 && part('Shown without an alternative text', silent, '')}
${part('The newest', others, 'No other story has a picture.')}
</div>`
}

function part(title: string, pictures: PictureOnList[], empty: string): Html {
  return html`<section><h2>${title}</h2>${
    pictures.length === 0
      ? html`<p class="empty">${empty}</p>`
      : html`<ol class="rows pictures">${pictures.map(row)}</ol>`
  }</section>`
}

function row({ id, slug, words, reasons, preview }: PictureOnList): Html {
  const page = routes.deskPicture.href({ id })
  const thumb =
    preview &&
    html`<img src="${routes.deskPicturePreview.href({ id })}" width="96" height="64" alt="" loading="lazy">`
  return html`<li class="row" data-row="${id}"><span class="thumb">${thumb}</span>
<span class="what"><a href="${page}" dir="auto">${words.caption ?? 'Without a caption'}</a>
${reasons.length === 0 ? html`<small>Readers see it. ${words.credit}</small>` : html`<small class="why">${reasons.join(' ')}</small>`}</span>
<span class="how"><a href="/desk/articles/${slug}">${slug}</a></span></li>`
}
