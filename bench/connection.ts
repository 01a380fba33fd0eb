import { once } from 'node:events'
import type { Socket } from 'node:net'
import { connect } from 'node:net'

export interface Answered {
  status: number
  /** Bytes of head and body. */
  bytes: number
}

const headEnd = Buffer.from('\r\n\r\n')
const lengthLine = /\r\ncontent-length: (\d+)/i

/**
 * One kept connection that sends the next request when the last one is answered. It reads as much
 * of HTTP as our answers use, and so little that the machine's time goes to the server measured.
 */
export class Connection {
  readonly #socket: Socket
  /** A head that has not come to its end. */
  #head: Buffer | undefined
  #missing = 0
  #status = 0
  #bytes = 0
  #answered: (answer: Answered) => void = () => undefined
  #failed: (error: Error) => void = () => undefined

  private constructor(socket: Socket) {
    this.#socket = socket
    socket.setNoDelay(true)
    socket.on('data', (chunk) => this.#take(chunk))
    socket.on('error', (error) => this.#failed(error))
    socket.on('close', () => this.#failed(new Error('The server closed the connection.')))
  }

  static async to(port: number): Promise<Connection> {
    const socket = connect(port, '127.0.0.1')
    await once(socket, 'connect')
    return new Connection(socket)
  }

  ask(request: Uint8Array): Promise<Answered> {
    return new Promise((resolve, reject) => {
      this.#answered = resolve
      this.#failed = reject
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#missing > 0) this.#missing -= chunk.length
    else this.#takeHead(this.#head === undefined ? chunk : Buffer.concat([this.#head, chunk]))
    if (this.#missing > 0 || this.#head !== undefined) return
    const answer = { status: this.#status, bytes: this.#bytes }
    this.#bytes = 0
    this.#answered(answer)
  }

  #takeHead(bytes: Buffer): void {
    const end = bytes.indexOf(headEnd)
    this.#head = end === -1 ? bytes : undefined
    if (end === -1) return
    const head = bytes.toString('latin1', 0, end)
    this.#status = Number(head.slice(9, 12))
    const length = Number(lengthLine.exec(head)?.[1] ?? 0)
    this.#missing = length - (bytes.length - end - headEnd.length)
  }
}
