import type { Page } from 'playwright-core'

/** What may stand in the parts of a page that hold what other people wrote. */
const allowed = {
  '.comments': {
    tags: 'section div article h2 span p b a time form label textarea input button',
    attributes:
      'id class dir href datetime method action data-swap data-reply aria-labelledby for name rows required value autocomplete tabindex aria-current',
  },
  '.story .body': {
    tags: 'p h2 h3 h4 ul ol li blockquote div table tbody thead tr th td pre a strong em sub sup br span',
    attributes: 'id class href rel tabindex role aria-label scope',
  },
  '.story header': { tags: 'p a h1', attributes: 'class href' },
  '.summary': {
    tags: 'section details summary h2 ol li a span p b time form button',
    attributes: 'id class open href datetime aria-label aria-labelledby method action data-swap',
  },
  '.further': { tags: 'h2 ul li a p', attributes: 'id class href' },
  head: {
    tags: 'meta title link style script',
    attributes: 'charset name content media rel href type title src',
  },
} as const

/**
 * Reads pages of the site with the browser's own parser, which is not the one that cleaned them,
 * and gives whatever stands in them that must not.
 */
export async function strangeMarkup(page: Page, addresses: string[]): Promise<string[]> {
  return page.evaluate(
    async ([allowed, addresses]) => {
      const found: string[] = []
      for (const address of addresses) {
        const answer = await fetch(address)
        if (answer.status >= 500) found.push(`${address}: ${answer.status}`)
        const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
        for (const [place, { tags, attributes }] of Object.entries(allowed)) {
          for (const element of page.querySelectorAll(`${place} *`)) {
            const strange = [
              !tags.split(' ').includes(element.localName) && element.localName,
              ...element
                .getAttributeNames()
                .map((name) => !attributes.split(' ').includes(name) && name),
            ].filter(Boolean)
            if (strange.length > 0)
              found.push(
                `${address} in ${place}: ${strange.join(' ')}: ${element.outerHTML.slice(0, 200)}`,
              )
          }
        }
        for (const element of page.querySelectorAll('[href],[src],[action],[formaction]')) {
          for (const name of ['href', 'src', 'action', 'formaction']) {
            const target = element.getAttribute(name)
            if (target !== null && !/^(?:\/(?!\/)|#|\?|https?:\/\/|mailto:|tel:)/i.test(target))
              found.push(`${address}: ${name} leads to ${target}`)
          }
        }
        const scripts = page.querySelectorAll('script:not([type="application/ld+json"])')
        if (scripts.length > 1) found.push(`${address}: ${scripts.length} scripts`)
        for (const element of page.querySelectorAll('script[type="application/ld+json"]'))
          JSON.parse(element.textContent)
        if (page.querySelector('base,iframe,object,embed,frame,[http-equiv],[style],[srcdoc]'))
          found.push(`${address}: an element that no page of ours has`)
      }
      return found
    },
    [allowed, addresses] as const,
  )
}
