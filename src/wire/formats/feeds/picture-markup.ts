/** How sites mark pictures up in ways that only their style sheets and scripts know, as HTML has it. */
import type { Element, Node } from '../../xml/xml-tree.ts'
import { attribute, descendants } from '../../xml/xml-tree.ts'

/** The same tree with pictures as HTML has them; what has none of them is no copy. */
export function withPlainPictures(tree: Element): Element {
  let isSame = true
  const children = tree.children.map((child): Node => {
    if (typeof child === 'string') return child
    const plain = withPlainPictures(child)
    isSame &&= plain === child
    return plain
  })
  return plainly(isSame ? tree : { ...tree, children })
}

function plainly(element: Element): Element {
  switch (element.name.toLowerCase()) {
    case 'img':
      return loadedAtOnce(element)
    case 'figure':
      return framed.some((name) => descendants(element, name).length > 0)
        ? element
        : { ...element, name: 'div' }
    case 'div':
    case 'p':
      return ofWordPress(element)
    default:
      return element
  }
}

/** What a figure may frame; one without any of it frames words or a link. */
const framed = ['img', 'picture', 'video', 'audio', 'svg', 'iframe', 'image', 'media', 'object']

/** Where scripts find the picture that they load when it is scrolled to. */
const lazySources = ['data-src', 'data-lazy-src', 'data-original', 'data-orig-file']

function loadedAtOnce(image: Element): Element {
  const src = attribute(image, 'src')
  if (src !== undefined && !src.startsWith('data:')) return image
  const lazy = lazySources.map((name) => attribute(image, name)).find((one) => one !== undefined)
  if (lazy === undefined) return image
  return { ...image, attributes: new Map([...image.attributes, ['src', lazy]]) }
}

/** A picture with its caption in the classes of WordPress before it knew HTML's figure. */
function ofWordPress(element: Element): Element {
  const classes = attribute(element, 'class')?.split(/\s+/) ?? []
  if (classes.includes('wp-caption-text')) return { ...element, name: 'figcaption' }
  const isFrame = classes.includes('wp-caption') && descendants(element, 'img').length > 0
  return isFrame ? { ...element, name: 'figure' } : element
}
