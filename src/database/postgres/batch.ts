import pg from 'pg'

/** One statement on its way, and who waits for its answer. */
export interface Statement {
  text: string
  values: readonly Value[]
  /** Under which the server keeps it prepared; undefined: it does not. */
  name: string | undefined
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
}

export interface Answer {
  command: string
  rowCount: number
  rows: Record<string, unknown>[]
}

/** A statement of a batch that the server did not run, because one before it failed. */
export class NotRun extends Error {
  override readonly name = 'NotRun'
}

type Parser = (text: string) => unknown
type Columns = { name: string; parse: Parser }[]

/** The columns of prepared statements, which the server then need not tell each time. */
const described = new WeakMap<object, Map<string, Columns>>()

/**
 * Statements that are sent, and answered, in one go: the server says nothing before it has run all
 * of them, or one has failed, and then runs none of the rest. node-postgres has each one answered
 * by itself, and told each time which columns it gives.
 */
export class Batch extends pg.Query {
  // What node-postgres reads of a query.
  declare name: string | undefined
  declare text: string
  callback: (error: Error | null | undefined) => void
  readonly query_timeout: number
  readonly #statements: readonly Statement[]
  readonly #types: pg.TypeOverrides
  #known = new Map<string, Columns>()
  #submitted: Record<string, string> = {}
  /** The statement that the server answers now. */
  #at = 0
  #columns: Columns | undefined
  #rows: Record<string, unknown>[] = []

  /** Gives up after `patience`, in milliseconds. */
  constructor(statements: readonly Statement[], types: pg.TypeOverrides, patience: number) {
    super('')
    this.query_timeout = patience
    this.#statements = statements
    this.#types = types
    // Called by its timer with what it has to say; and through `handleError`.
    this.callback = (error) => {
      if (error) this.#fail(error)
    }
    this.#begin()
    this.submit = (connection) => this.#send(connection as unknown as Wire)
  }

  #begin(): void {
    const statement = this.#statements[this.#at]
    this.name = statement?.name
    this.text = statement?.text ?? ''
    this.#columns = this.name === undefined ? undefined : this.#known.get(this.name)
    this.#rows = []
  }

  #send(wire: Wire): Error | null {
    this.#known = columnsOn(wire)
    this.#submitted = wire.submittedNamedStatements
    wire.stream.cork()
    try {
      for (const statement of this.#statements) this.#sendOne(wire, statement)
      wire.sync()
    } finally {
      wire.stream.uncork()
    }
    this.#begin()
    return null
  }

  #sendOne(wire: Wire, { text, values, name }: Statement): void {
    const isParsed =
      name !== undefined &&
      (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]) !== undefined
    if (!isParsed) {
      wire.parse({ text, name: name ?? '', types: undefined })
      if (name !== undefined) wire.submittedNamedStatements[name] = text
    }
    wire.bind({ statement: name ?? '', values })
    if (name === undefined || !this.#known.has(name)) wire.describe({ type: 'P', name: '' })
    wire.execute({})
  }

  handleRowDescription({ fields }: { fields: pg.FieldDef[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({
      name,
      parse: this.#types.getTypeParser(dataTypeID, 'text') as unknown as Parser,
    }))
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {}
    const columns = this.#columns ?? []
    for (let i = 0; i < columns.length; i++) {
      const { name, parse } = columns[i] as Columns[number]
      const field = fields[i] ?? null
      row[name] = field === null ? null : parse(field)
    }
    this.#rows.push(row)
  }

  handleCommandComplete({ text }: { text: string }): void {
    if (this.name !== undefined) this.#known.set(this.name, this.#columns ?? [])
    const words = text.split(' ')
    const answer = { command: words[0] ?? '', rowCount: Number(words.at(-1)), rows: this.#rows }
    this.#statements[this.#at]?.resolve(answer)
    this.#at++
    this.#begin()
  }

  handleReadyForQuery(): void {
    // Its timer ends with it.
    this.callback(null)
  }

  handleError(error: Error): void {
    this.callback(error)
  }

  #fail(error: Error): void {
    const [failed, ...rest] = this.#statements.slice(this.#at)
    this.#at = this.#statements.length
    failed?.reject(error)
    // Of a connection that ended, nobody knows what the server still ran.
    const isRefused = error instanceof pg.DatabaseError && error.severity === 'ERROR'
    const ofRest = isRefused ? new NotRun(error.message, { cause: error }) : error
    for (const { name, reject } of rest) {
      if (name !== undefined) delete this.#submitted[name]
      reject(ofRest)
    }
  }
}

/** What this uses of the connection of node-postgres. */
interface Wire {
  stream: { cork: () => void; uncork: () => void }
  parsedStatements: Record<string, string>
  submittedNamedStatements: Record<string, string>
  parse(statement: { text: string; name: string; types: undefined }): void
  bind(portal: { statement: string; values: readonly Value[] }): void
  describe(portal: { type: 'P'; name: '' }): void
  execute(portal: object): void
  sync(): void
}

function columnsOn(wire: Wire): Map<string, Columns> {
  const known = described.get(wire) ?? new Map<string, Columns>()
  described.set(wire, known)
  return known
}

/** As the protocol carries values: as text, and bytes as they are. */
export type Value = string | Buffer | null

export function valueOf(value: unknown): Value {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || Buffer.isBuffer(value)) return value
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.byteLength)
  if (typeof value === 'object')
    throw new Error('A value for the database is a text, a number, a truth value or bytes.')
  return String(value)
}
