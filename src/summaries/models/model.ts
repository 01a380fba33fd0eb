/** A model that the operator configured; absent, nothing is ever sent anywhere. */
export interface ModelConfig {
  /** Which protocol its endpoint speaks. */
  kind: 'openai' | 'anthropic'
  /** The address before `/chat/completions` or `/v1/messages`. */
  url: string
  name: string
  key?: string
  /** How many requests a day (UTC) it may get. */
  dailyBudget: number
}

export interface Prompt {
  /** What to do; written as if anybody could read it. */
  system: string
  /** The article, as data. */
  user: string
}

/** Something that an endpoint may do wrong; `reason` is one of few words, for figures. */
export class ModelTrouble extends Error {
  override readonly name = 'ModelTrouble'
  readonly reason: 'unreachable' | 'too-slow' | 'too-long' | 'refused' | 'not-understood'

  constructor(reason: ModelTrouble['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}

/** Limits of one request, in milliseconds and bytes. */
export const limits = { time: 30_000, size: 64 * 1024 }
