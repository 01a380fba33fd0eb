/** Files that are no text, told by their first bytes: pictures and archives named .xml do arrive. */
const signatures: [number[], string][] = [
  [[0x89, 0x50, 0x4e, 0x47], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x49, 0x49, 0x2a, 0x00], 'a TIFF picture'],
  [[0x4d, 0x4d, 0x00, 0x2a], 'a TIFF picture'],
  [[0x52, 0x49, 0x46, 0x46], 'a RIFF file (picture or sound)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
]

export function looksBinary(bytes: Uint8Array): string | undefined {
  return signatures.find(([signature]) => signature.every((byte, at) => bytes[at] === byte))?.[1]
}
