/** Plays chains against an intake: delivers file by file and looks after each. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type { Chain, ChainStep } from './chains.ts'
import { pathOf } from './chains.ts'
import type { Intake } from './intake.ts'
import { addressOf } from './intake.ts'
import type { Addresses } from './observe.ts'
import { differences } from './observe.ts'

export interface Played {
  chain: Chain
  /** What differed from the expected states; the chain passed when nothing did. */
  differed: string[]
  /** Looks once more at the last state, which nothing that came since may have changed. */
  lookAgain: (intake: Intake) => Promise<string[]>
}

/** Ends at the first step that differs, since the following ones build on it. */
export async function playChain(chain: Chain, intake: Intake): Promise<Played> {
  const addresses: Addresses = new Map()
  for (const step of chain.steps) {
    await deliver(chain, step, addresses, intake)
    const found = await settled(chain, step, addresses, intake)
    if (found.length > 0) {
      const differed = found.map((words) => `after ${step.file}: ${words}`)
      return { chain, differed, lookAgain: () => Promise.resolve([]) }
    }
  }
  const last = chain.steps.at(-1)
  return {
    chain,
    differed: [],
    lookAgain: async (after) => {
      const found = last ? await differences(chain, last, addresses, after) : []
      return found.map((words) => `at the end of all chains: ${words}`)
    },
  }
}

async function deliver(
  chain: Chain,
  step: ChainStep,
  addresses: Addresses,
  intake: Intake,
): Promise<void> {
  const path = pathOf(chain, step.file)
  const { articles } = await intake.deliver({ path, bytes: readFileSync(path) })
  const known = addresses.get(step.item) ?? []
  const guid = chain.guids[step.item] ?? ''
  const headline = step.after.headline ?? ''
  const templated =
    intake.page === undefined ? [] : [addressOf(intake.page, { guid, headline, word: chain.word })]
  addresses.set(step.item, [...new Set([...known, ...articles, ...templated])])
}

/** A state may take a moment to show; what is right at once is not waited for. */
async function settled(
  chain: Chain,
  step: ChainStep,
  addresses: Addresses,
  intake: Intake,
): Promise<string[]> {
  const end = Date.now() + intake.within
  for (;;) {
    const found = await differences(chain, step, addresses, intake)
    if (found.length === 0 || Date.now() >= end) return found
    await wait(50)
  }
}
