import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { LoadJob, LoadResult } from './processes/load.process.ts'

/** A process of ours that answers each message with one of its own. */
export class Helper {
  readonly #child: ChildProcess

  constructor(file: string, environment: NodeJS.ProcessEnv, flags: readonly string[]) {
    this.#child = fork(join(import.meta.dirname, file), {
      serialization: 'advanced',
      execArgv: ['--disable-warning=ExperimentalWarning', ...flags],
      env: { ...process.env, ...environment },
    })
  }

  get pid(): number {
    return this.#child.pid ?? 0
  }

  ask<T>(question: object): Promise<T> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`It ended with ${code}.`))
      this.#child.once('exit', gone)
      this.#child.once('message', (answer: { result: T } | { failed: string }) => {
        this.#child.off('exit', gone)
        if ('failed' in answer) reject(new Error(answer.failed))
        else resolve(answer.result)
      })
      this.#child.send(question)
    })
  }

  end(): void {
    this.#child.kill('SIGKILL')
  }
}

/** What a measurement leaves behind is cleared away however it ends. */
export class Bench {
  readonly #helpers: Helper[] = []
  readonly #folders: string[] = []
  #load: Helper | undefined

  start(file: string, environment: NodeJS.ProcessEnv = {}, flags: readonly string[] = []): Helper {
    const helper = new Helper(file, environment, flags)
    this.#helpers.push(helper)
    return helper
  }

  folder(): string {
    const folder = mkdtempSync(join(tmpdir(), 'standfirst-bench-'))
    this.#folders.push(folder)
    return folder
  }

  /** The load comes from a process of its own, always the same one. */
  load(job: LoadJob): Promise<LoadResult> {
    this.#load ??= this.start('processes/load.process.ts')
    return this.#load.ask<LoadResult>(job)
  }

  end(): void {
    for (const helper of this.#helpers) helper.end()
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true })
  }
}
