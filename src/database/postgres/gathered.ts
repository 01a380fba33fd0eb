import type { CompiledQuery, PostgresPool } from 'kysely'
import type { Database } from '../engine.ts'
import { NotRun } from './batch.ts'
import type { ClientAnswer } from './direct.ts'
import { askedDirectly, resultOf } from './direct.ts'
import { outageOf } from './postgres-errors.ts'

/** The most questions that wait for one another's answers on one connection. */
const mostTogether = 32

/**
 * What only asks and is quick. A write that travelled with others would be undone by the failure of
 * one of them, and to look for a part of a word takes as long as the table is large.
 */
const quick = /^select\b(?!.*\blike\b)/s

interface Question {
  query: CompiledQuery
  resolve: (answer: ClientAnswer) => void
  reject: (error: unknown) => void
}

/**
 * The database outside of transactions. Questions that are asked in one turn of the event loop, by
 * whomever, take one connection and travel as one batch, which the server answers as a whole: to
 * send and to receive costs more than most of them do.
 */
export function gathered(pool: PostgresPool): Database {
  let waiting: Question[] = []
  const send = () => {
    const questions = waiting
    waiting = []
    for (let from = 0; from < questions.length; from += mostTogether)
      void askTogether(pool, questions.slice(from, from + mostTogether), wait)
  }
  const wait = (question: Question) => {
    waiting.push(question)
    if (waiting.length === 1) setImmediate(send)
  }
  return askedDirectly(async (query) => {
    const answer = await new Promise<ClientAnswer>((resolve, reject) => {
      const question = { query, resolve, reject }
      if (quick.test(query.sql)) wait(question)
      else void askTogether(pool, [question], wait)
    })
    return resultOf(answer)
  })
}

/** Where one fails, those after it were not run and are asked `again`. */
async function askTogether(
  pool: PostgresPool,
  questions: readonly Question[],
  again: (question: Question) => void,
): Promise<void> {
  const client = await pool.connect().catch((error: unknown) => {
    for (const { reject } of questions) reject(error)
  })
  if (client === undefined) return
  let isLost = false
  const answered = questions.map(({ query }) => client.query<unknown>(query.sql, query.parameters))
  await Promise.all(
    answered.map((answer, i) => {
      const question = questions[i] as Question
      return answer.then(question.resolve, (error: unknown) => {
        if (error instanceof NotRun) return again(question)
        isLost ||= outageOf(error) === 'away'
        question.reject(error)
      })
    }),
  )
  client.release(isLost)
}
