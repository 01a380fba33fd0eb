import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { PageStore } from './pages/page-store.ts'

export interface Metrics {
  request(method: string, route: string, status: number, seconds: number): void
  /** In the text format of Prometheus. */
  text(): Promise<string>
  readonly type: string
}

const seconds = [0.001, 0.005, 0.02, 0.1, 0.5, 2, 10]

export function metricsOf(pages: PageStore): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'standfirst_request_seconds',
    help: 'Time to answer, by method, route and status; kept public pages are counted apart.',
    labelNames: ['method', 'route', 'status'],
    buckets: seconds,
    registers: [registry],
  })
  const kept = new Counter({
    name: 'standfirst_kept_pages_total',
    help: 'Requests answered from memory.',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(pages.served)
    },
  })
  const drawn = new Counter({
    name: 'standfirst_drawn_pages_total',
    help: 'Public pages drawn.',
    registers: [registry],
    collect() {
      this.reset()
      this.inc(pages.drawn)
    },
  })
  const memory = new Gauge({
    name: 'standfirst_kept_pages_bytes',
    help: 'Memory that kept pages take.',
    registers: [registry],
    collect() {
      this.set(pages.bytes)
    },
  })
  void [kept, drawn, memory]
  return {
    request: (method, route, status, taken) => requests.observe({ method, route, status }, taken),
    text: () => registry.metrics(),
    type: registry.contentType,
  }
}
