/** `words` are one sentence for the operator; they never hold what the other side sent. */
export interface OutgoingRefusal {
  reason:
    | 'bad-address'
    | 'forbidden-port'
    | 'forbidden-address'
    | 'unknown-name'
    | 'no-connection'
    | 'bad-certificate'
    | 'too-slow'
    | 'too-large'
    | 'too-many-redirects'
    | 'downgrade'
    | 'bad-encoding'
    | 'broken-answer'
    | 'stopped'
  words: string
}

export function refused(
  reason: OutgoingRefusal['reason'],
  words: string,
): { refused: OutgoingRefusal } {
  return { refused: { reason, words } }
}
