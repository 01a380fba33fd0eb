/** A thread for the test of threads: it adds, fails, hangs or ends as it is asked. */
import { answering } from '../src/threads/answering.ts'

answering((question: number[] | 'fail' | 'hang' | 'end') => {
  if (question === 'fail') throw new Error('It cannot.')
  while (question === 'hang') continue
  if (question === 'end') process.exit(3)
  return question.reduce((sum, number) => sum + number, 0)
})
