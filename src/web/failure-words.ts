import type { ProblemWords } from './pages/answers.ts'

/** What a reader hears when the house itself fails: its database is away, its disk full, or a fault. */
export const failureWords = {
  away: {
    status: 503,
    title: 'Not just now',
    wrong: 'The newsroom’s database does not answer at the moment.',
    remedy: 'Please try again in a moment. If you sent something, look first whether it is there.',
    retryAfter: 5,
  },
  full: {
    status: 507,
    title: 'There is no room left',
    wrong: 'The disk of this site is full, so nothing new could be kept.',
    remedy: 'Reading goes on. Please keep what you wrote and send it again later.',
    retryAfter: 60,
  },
  fault: {
    status: 500,
    title: 'Something went wrong here',
    wrong: 'The site could not do this. It has been noted.',
    remedy: 'Please try again in a moment.',
  },
} as const satisfies Record<string, ProblemWords>
