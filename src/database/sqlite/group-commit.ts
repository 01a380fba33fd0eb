/** How many transactions may share one commit. More would keep the first one waiting too long. */
export const groupLimit = 64

interface Waiting {
  work: () => Promise<unknown>
  resolve: (value: unknown) => void
  reject: (error: unknown) => void
}

export interface Session {
  begin(): void
  savepoint(): void
  release(): void
  rollbackToSavepoint(): void
  commit(): void
  rollback(): void
}

/**
 * Lets concurrent writers share one commit, and so one wait for the disk. Each runs between its
 * own savepoints, one after the other; one that fails is undone alone. All are told after the
 * commit, so that an answer always means "durable".
 */
export class GroupCommit {
  readonly #session: Session
  readonly #isFinal: (error: unknown) => boolean
  readonly #failed = Promise.withResolvers<void>()
  #queue: Waiting[] = []
  #draining = false
  /** Why nothing is written any more. */
  #end: Error | undefined

  /** `isFinal` tells of a failed commit whether another one could be trusted. */
  constructor(session: Session, isFinal: (error: unknown) => boolean = () => false) {
    this.#session = session
    this.#isFinal = isFinal
  }

  /** Resolves after a failed commit that was final. */
  get failed(): Promise<void> {
    return this.#failed.promise
  }

  run<T>(work: () => Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject })
      if (this.#draining) return
      this.#draining = true
      // One turn of the loop later, every request that was ready has joined the group.
      setImmediate(() => void this.#drain())
    })
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    while (this.#draining) await new Promise((resolve) => setImmediate(resolve))
  }

  async #drain(): Promise<void> {
    while (this.#queue.length > 0) {
      const group = this.#queue.splice(0, groupLimit)
      try {
        if (this.#end !== undefined) throw this.#end
        for (const settle of await this.#commit(group)) settle()
      } catch (error) {
        if (this.#isFinal(error)) this.#end = error as Error
        for (const { reject } of group) reject(error)
        if (this.#end !== undefined) this.#failed.resolve()
      }
    }
    this.#draining = false
  }

  async #commit(group: Waiting[]): Promise<(() => void)[]> {
    const settlements: (() => void)[] = []
    this.#session.begin()
    try {
      for (const { work, resolve, reject } of group) {
        this.#session.savepoint()
        try {
          const value = await work()
          this.#session.release()
          settlements.push(() => resolve(value))
        } catch (error) {
          this.#undo(error)
          settlements.push(() => reject(error))
        }
      }
      this.#session.commit()
    } catch (error) {
      this.#session.rollback()
      throw error
    }
    return settlements
  }

  /** A full disk ends the whole transaction by itself: then it is that error that all must hear. */
  #undo(error: unknown): void {
    try {
      this.#session.rollbackToSavepoint()
    } catch {
      throw error
    }
  }
}
