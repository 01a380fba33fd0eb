/**
 * Takes comments and needless white space out of a style sheet. Strings stay as they are, and so do
 * the spaces that part selectors and the operands of `calc()`.
 */
export function minifyCss(css: string): string {
  return css
    .split(/("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\/\*[^]*?\*\/)/)
    .map((piece, index) => (index % 2 === 0 ? tightened(piece) : stringOnly(piece)))
    .join('')
    .trim()
}

function stringOnly(piece: string): string {
  return piece.startsWith('/*') ? '' : piece
}

function tightened(piece: string): string {
  return piece
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}')
}
