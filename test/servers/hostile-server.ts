import assert from 'node:assert/strict'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo, Server, Socket } from 'node:net'
import { connect, createServer as createRawServer } from 'node:net'
import type { Outgoing, OutgoingRequest, OutgoingSettings } from '../../src/outgoing/outgoing.ts'
import { fetchOutside } from '../../src/outgoing/outgoing.ts'

export const publicAddress = '93.184.215.14'
/** The scenes are played with shorter times; the proportions are those of `outgoingLimits`. */
export const limits = { connect: 300, total: 1200, body: 1024 * 1024 }

/** Plays one hostile server for one request, and fails where that is not bounded. */
export async function meet(
  server: Server,
  request: Partial<OutgoingRequest> = {},
  settings: OutgoingSettings = {},
): Promise<{ result: Outgoing; dialled: string[]; ms: number }> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const dialled: string[] = []
  const begun = performance.now()
  const result = await fetchOutside(
    { address: 'http://feed.example/', ...request },
    {
      limits,
      resolve: () => Promise.resolve([publicAddress]),
      dial: (addresses) => {
        dialled.push(...addresses)
        return connect(port, '127.0.0.1')
      },
      ...settings,
    },
  )
  const ms = performance.now() - begun
  for (const socket of sockets) socket.destroy()
  server.close()
  assert.ok(ms < limits.total + 400, `it took ${Math.round(ms)} ms`)
  return { result, dialled, ms }
}

export const saying = (listener: RequestListener): Server => createServer(listener)
export const raw = (talk: (socket: Socket) => void): Server => createRawServer(talk)

export function reasonOf(result: Outgoing): string {
  return 'refused' in result ? result.refused.reason : `answer ${result.answer.status}`
}
