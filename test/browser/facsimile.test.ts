import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { DocumentPage, DocumentReply } from '../../lib/contract/index.ts'
import { type LocalServer, startServer } from '../../lib/local/server.ts'
import type { Picture } from '../../lib/ocr/picture.ts'
import { turned } from '../../lib/ocr/picture.ts'
import { type Glyph, glyphsOf } from '../support/glyphs.ts'
import { picturesOf, pngOf, strip, tiffOf } from '../support/scan.ts'
import { drop, launch, open, overflow } from './browser.ts'

const root = join(import.meta.dirname, '../..')
const PRINT = join(root, 'fixtures/rs-zajecar-strategy-2025/source.pdf')
const SECONDS = 60_000

let data: string
let server: LocalServer
let browser: Browser
/** The letters of the pages of the print, and the documents by the kind of their files. */
let glyphs: Glyph[][]
let records: Record<string, DocumentReply>

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stratlas-page-'))
  server = await startServer({ data, port: 0 })
  browser = await launch()
  const bytes = await readFile(PRINT)
  glyphs = await glyphsOf(bytes)
  const [picture] = await picturesOf(bytes, [1])
  const scan = join(data, 'scan.png')
  const below = strip(picture as Picture, [0.5, 1])
  await writeFile(scan, pngOf(turned(below, 2)))
  const fax = join(data, 'fax.tif')
  await writeFile(fax, tiffOf([strip(picture as Picture, [0, 0.1]), below]))
  const { page } = await open(browser, server.address)
  await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor()
  await drop(page, [PRINT, scan, fax])
  const list = async () => DocumentPage.parse(await json('/v1/documents')).items
  const isReady = async () =>
    expect((await list()).map(({ status }) => status)).toEqual(['analysed', 'analysed', 'analysed'])
  await vi.waitFor(isReady, { timeout: SECONDS, interval: 200 })
  const replies = (await list()).map(async ({ links }) => DocumentReply.parse(await json(links.record)))
  records = Object.fromEntries((await Promise.all(replies)).map((record) => [record.source.mediaType, record]))
}, SECONDS * 3)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(data, { recursive: true, force: true })
})

const json = async (path: string): Promise<unknown> => (await fetch(`${server.address}${path}`)).json()

/** Opens a mention of a service of the print on a page, or of the scan, in its document. */
async function openMention(mediaType: string, number: number, options: BrowserContextOptions = {}) {
  const { id = '', services = [] } = records[mediaType] ?? {}
  const mention = services.flatMap(({ mentions }) => mentions).find((one) => one.page === number)
  if (!mention) throw new Error(`Nothing is found on page ${number}.`)
  const watched = await open(browser, `${server.address}/?document=${id}&at=${mention.start}-${mention.end}`, options)
  const asked: string[] = []
  watched.page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  const button = watched.page.getByRole('button', { name: 'Show on the page' })
  await button.waitFor()
  return { ...watched, asked, button, mention }
}

/** The sides of the outlines, in the measure of the page. */
const outlinesOn = (page: Page) =>
  page
    .locator('dialog rect')
    .evaluateAll((rects) =>
      rects.map((rect) => ['x', 'y', 'width', 'height'].map((name) => Number(rect.getAttribute(name)))),
    )

const letters = (words: string) => words.replace(/[^\p{L}\p{N}]/gu, '')

/** What pdfium paints inside the outlines. */
async function outlined(page: Page, number: number): Promise<string> {
  const inside = (await outlinesOn(page)).flatMap(([x = 0, y = 0, width = 0, height = 0]) =>
    (glyphs[number - 1] ?? []).filter(
      (glyph) => glyph.x > x && glyph.x < x + width && glyph.y > y && glyph.y < y + height,
    ),
  )
  return letters(inside.map(({ letter }) => letter).join(''))
}

/** Share of dark pixels of the canvas under the first outline. */
const inkUnder = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector('canvas')
    const [whole, part] = [canvas, document.querySelector('rect')].map((one) => one?.getBoundingClientRect())
    if (!canvas || !whole || !part) return 0
    const scale = canvas.width / whole.width
    const sides = [part.x - whole.x, part.y - whole.y, part.width, part.height].map((side) => side * scale)
    const [x = 0, y = 0, width = 1, height = 1] = sides
    const pixels = canvas.getContext('2d')?.getImageData(x, y, width, height).data ?? new Uint8ClampedArray()
    return pixels.filter((value, i) => i % 4 === 0 && value < 128).length / (pixels.length / 4)
  })

const isInView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const [desk, rect] = ['.desk', 'rect'].map((name) => document.querySelector(name)?.getBoundingClientRect())
    return !!desk && !!rect && rect.top >= desk.top && rect.bottom <= desk.bottom && rect.left >= desk.left
  })

describe('a page as it was printed', () => {
  test('shows the words of the evidence outlined, and loads what draws it only then', async () => {
    const { page, asked, button, mention, errors, strangers } = await openMention('application/pdf', 1)
    expect(asked.filter((path) => /facsimile|pdf/u.test(path))).toEqual([])
    await button.click()
    await page.locator('dialog rect').first().waitFor()
    expect(asked.filter((path) => /facsimile|pdf-worker/u.test(path))).toHaveLength(2)
    expect(await outlined(page, 1)).toBe(letters(mention.text))
    expect(await inkUnder(page)).toBeGreaterThan(0.03)
    await expect.poll(() => isInView(page)).toBe(true)
    expect([...errors, ...strangers]).toEqual([])
  })

  test('is turned and closed by keyboard, which comes back to where it was', async () => {
    const { page, button, mention } = await openMention('application/pdf', 2)
    await button.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Page 2 of 2').waitFor()
    await page.locator('dialog rect').first().waitFor()
    expect(await outlined(page, 2)).toBe(letters(mention.text))
    await dialog.getByRole('button', { name: 'Previous' }).focus()
    await page.keyboard.press('Enter')
    await dialog.getByText('Page 1 of 2').waitFor()
    await page.getByRole('img', { name: 'No words of the evidence stand on this page' }).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Show on the page')
  })

  test('opens from the sentence behind a cell, and Escape closes it alone', async () => {
    const { page } = await open(browser, server.address)
    await page.getByRole('button', { name: 'Found in these documents' }).first().click()
    await page.getByRole('button', { name: 'Show on the page' }).first().click()
    await page.locator('dialog rect').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    expect(await page.getByRole('complementary').count()).toBe(1)
  })

  test('fits a small screen', async () => {
    const { page, button } = await openMention('application/pdf', 1, { viewport: { width: 390, height: 740 } })
    await button.click()
    await page.locator('dialog rect').first().waitFor()
    await expect.poll(() => isInView(page)).toBe(true)
    expect(await overflow(page)).toBe(0)
    for (const name of ['Previous', 'Next', 'Close'])
      expect((await page.getByRole('dialog').getByRole('button', { name }).boundingBox())?.x).toBeGreaterThan(0)
  })
})

test.each([
  ['a scan that lies on its head', 'image/png', 1],
  ['the second picture of a TIFF', 'image/tiff', 2],
])('%s shows its words where they stand', async (_, mediaType, number) => {
  const { page, button, errors, strangers } = await openMention(mediaType, number)
  await button.click()
  await page.locator('dialog rect').first().waitFor()
  expect(await inkUnder(page)).toBeGreaterThan(0.03)
  await expect.poll(() => isInView(page)).toBe(true)
  expect([...errors, ...strangers]).toEqual([])
})
