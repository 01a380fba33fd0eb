export { Pace } from './pace.ts'
export type { Voter } from './voter.ts'
export { voterFrom, voterOn } from './voter.ts'
export { voterCookie, voterIn } from './voter-cookie.ts'
