import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { Hono } from 'hono'
import { routes } from '../routes.ts'
import { answerPublic, drawnFile, notFound } from '../web/pages/answers.ts'
import type { House } from '../web/house.ts'

const icons: Record<string, string> = {
  '192.png': 'icon-192.png',
  '512.png': 'icon-512.png',
  'maskable-512.png': 'icon-maskable-512.png',
}

/** What makes the site installable: https://www.w3.org/TR/appmanifest/ */
export function pwaRoutes(house: House): Hono {
  const app = new Hono()
  app.get(routes.manifest.pattern, (c) =>
    answerPublic(c, house, () =>
      Promise.resolve(
        drawnFile(
          house,
          'application/manifest+json; charset=utf-8',
          JSON.stringify(manifestOf(house)),
          [],
        ),
      ),
    ),
  )
  app.get(routes.icon.pattern, (c) => fileAnswer(c, house, 'icon.svg', 'image/svg+xml'))
  app.get(routes.appleIcon.pattern, (c) =>
    fileAnswer(c, house, 'apple-touch-icon.png', 'image/png'),
  )
  app.get(routes.favicon.pattern, (c) => fileAnswer(c, house, 'icon-192.png', 'image/png'))
  app.get(routes.iconPng.pattern, (c) => {
    const file = icons[c.req.param('size') ?? '']
    return file === undefined ? notFound(c, house) : fileAnswer(c, house, file, 'image/png')
  })
  return app
}

function manifestOf({ site }: House): object {
  return {
    name: site.name,
    short_name: site.name.length <= 12 ? site.name : site.name.split(' ').at(-1),
    description: site.motto,
    lang: site.language,
    id: '/',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    background_color: '#fdfcf9',
    theme_color: '#fdfcf9',
    icons: [
      { src: '/icon.svg', type: 'image/svg+xml', sizes: 'any' },
      { src: '/icon-192.png', type: 'image/png', sizes: '192x192' },
      { src: '/icon-512.png', type: 'image/png', sizes: '512x512' },
      { src: '/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
    ],
  }
}

function fileAnswer(c: Context, house: House, file: string, type: string): Promise<Response> {
  return answerPublic(c, house, () =>
    Promise.resolve(drawnFile(house, type, readFileSync(new URL(file, import.meta.url)), [])),
  )
}
