import { parentPort } from 'node:worker_threads'
import type { Answered, Asked } from './thread.ts'

/** Answers what this thread is asked, one question after the other. One that throws has no answer. */
export function answering<Question, Answer>(answerTo: (question: Question) => Answer): void {
  const port = parentPort
  if (port === null) throw new Error('This file is a thread, which another one begins.')
  const say = (answered: Answered<Answer>) => port.postMessage(answered)
  port.on('message', ({ id, question }: Asked<Question>) => {
    try {
      say({ id, answer: answerTo(question) })
    } catch {
      say({ id })
    }
  })
  say({ isReady: true })
}
