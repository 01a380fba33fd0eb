import * as v from 'valibot'
import { boundedPost, endpointOf } from './bounded-post.ts'
import type { ModelConfig, Prompt } from './model.ts'
import { ModelTrouble } from './model.ts'

/** Long enough for three sentences with their evidence, and for no more. */
const mostTokens = 700

export interface Asking {
  signal?: AbortSignal
  /** The most time for one answer, in milliseconds. */
  time?: number
}

/** What the model answers to the prompt, as text. Throws `ModelTrouble`. */
export function askEndpoint(model: ModelConfig, prompt: Prompt, asking: Asking): Promise<string> {
  return protocols[model.kind](model, prompt, asking)
}

const protocols: Record<
  ModelConfig['kind'],
  (model: ModelConfig, prompt: Prompt, asking: Asking) => Promise<string>
> = { openai: askOpenAi, anthropic: askAnthropic }

/** What is asked for: https://json-schema.org, in the subset that every server knows. */
export const answerSchema = {
  type: 'object',
  additionalProperties: false,
  required: ['sentences'],
  properties: {
    sentences: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['text', 'paragraphs'],
        properties: {
          text: { type: 'string' },
          paragraphs: { type: 'array', items: { type: 'integer' } },
        },
      },
    },
  },
}

const chatAnswer = v.object({
  choices: v.pipe(
    v.array(v.object({ message: v.object({ content: v.string() }) })),
    v.minLength(1),
  ),
})

/** The chat completions of OpenAI, Ollama, llama.cpp, vLLM, Mistral and many others. */
async function askOpenAi(model: ModelConfig, prompt: Prompt, asking: Asking): Promise<string> {
  const url = endpointOf(model, '/chat/completions')
  const headers: Record<string, string> =
    model.key === undefined ? {} : { authorization: `Bearer ${model.key}` }
  const plain = {
    model: model.name,
    stream: false,
    messages: [
      { role: 'system', content: prompt.system },
      { role: 'user', content: prompt.user },
    ],
  }
  const wish = {
    temperature: 0,
    max_tokens: mostTokens,
    response_format: {
      type: 'json_schema',
      json_schema: { name: 'summary', strict: true, schema: answerSchema },
    },
  }
  const first = await boundedPost(url, headers, { ...plain, ...wish }, asking)
  // Servers that do not know one of the wishes say 400 or 422; the prompt asks for JSON anyway.
  const isUnknownWish = first.status === 400 || first.status === 422
  const answer = isUnknownWish ? await boundedPost(url, headers, plain, asking) : first
  const { choices } = understood(answer, chatAnswer)
  return choices[0]?.message.content ?? ''
}

const messagesAnswer = v.object({
  content: v.array(v.looseObject({ type: v.string(), text: v.optional(v.string()) })),
})

/** https://docs.anthropic.com/en/api/messages */
async function askAnthropic(model: ModelConfig, prompt: Prompt, asking: Asking): Promise<string> {
  const answer = await boundedPost(
    endpointOf(model, '/v1/messages'),
    {
      'anthropic-version': '2023-06-01',
      ...(model.key === undefined ? {} : { 'x-api-key': model.key }),
    },
    {
      model: model.name,
      max_tokens: mostTokens,
      system: prompt.system,
      messages: [{ role: 'user', content: prompt.user }],
    },
    asking,
  )
  const { content } = understood(answer, messagesAnswer)
  return content.map(({ type, text }) => (type === 'text' ? (text ?? '') : '')).join('')
}

function understood<T>(
  { status, text }: { status: number; text: string },
  schema: v.GenericSchema<unknown, T>,
): T {
  if (status < 200 || status > 299)
    throw new ModelTrouble('refused', `The endpoint answered ${status}.`)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new ModelTrouble('not-understood', 'The endpoint’s answer is no JSON.')
  }
  const parsed = v.safeParse(schema, value)
  if (!parsed.success)
    throw new ModelTrouble('not-understood', 'The endpoint’s answer has another form.')
  return parsed.output
}
