import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DocumentText, MOST_COMPARED } from '../../lib/contract/index.ts'
import { placesOf } from '../../lib/gazetteer/index.ts'
import { type LocalServer, startServer } from '../../lib/local/server.ts'
import { drop, launch, open, overflow, type Watched } from './browser.ts'

const root = join(import.meta.dirname, '../..')
const fixture = (slug: string, type: string) => join(root, 'fixtures', slug, `source.${type}`)
const FILES = [
  fixture('rs-backa-palanka-strategy-2023', 'txt'),
  fixture('pl-sandomierz-strategy-2021', 'html'),
  fixture('rs-zajecar-strategy-2025', 'pdf'),
]
const NAMES = ['Bačka Palanka', 'Sandomierz', 'Zaječar']
/** From a drop to the comparison: three documents on a machine that does other things too. */
const SECONDS = 60_000

let data: string
let server: LocalServer
let browser: Browser

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'stratlas-page-'))
  server = await startServer({ data, port: 0 })
  browser = await launch()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await server?.close()
  await rm(data, { recursive: true, force: true })
})

const cellOf = (page: Page) => page.getByRole('button', { name: 'Found in these documents' }).first()

/** The words at the offsets that the address of a page or link says. */
async function wordsAt(address: string): Promise<string> {
  const query = new URL(address, server.address).searchParams
  const [start, end] = (query.get('at') ?? '').split('-').map(Number)
  const reply = await fetch(`${server.address}/v1/documents/${query.get('document')}/text`)
  return ((await reply.json()) as DocumentText).text.slice(start, end)
}

describe('the page', () => {
  let watched: Watched
  let page: Page

  beforeAll(async () => {
    watched = await open(browser, server.address, { viewport: { width: 1280, height: 800 } })
    page = watched.page
  })

  test('says what to do where nothing is there yet', async () => {
    await page.getByRole('heading', { name: 'Nothing to compare yet' }).waitFor()
  })

  test(
    'shows documents dropped on it in the comparison, without a reload',
    async () => {
      await page.evaluate(() => document.body.setAttribute('data-loaded', 'once'))
      await drop(page, FILES)
      for (const name of NAMES) await page.getByRole('columnheader', { name }).waitFor({ timeout: SECONDS })
      await cellOf(page).waitFor()
      expect(await page.getAttribute('body', 'data-loaded')).toBe('once')
    },
    SECONDS * 2,
  )

  test('shows the sentence behind a cell, its words marked where the document has them', async () => {
    await cellOf(page).click()
    const evidence = page.getByRole('complementary').getByRole('figure').first()
    const words = await evidence.locator('mark').textContent()
    expect(words).toBeTruthy()
    expect(await evidence.getByRole('blockquote').textContent()).toContain(words)
    // The language comes with the list of documents, after the words.
    const language = () => evidence.getByRole('blockquote').getAttribute('lang').then(String)
    await expect.poll(language).toMatch(/^(sr-Latn|sr-Cyrl|pl)$/u)
    const link = await evidence.getByRole('link').getAttribute('href')
    expect((await wordsAt(link ?? '')).replace(/\s+/gu, ' ')).toBe(words)
  })

  test('leads from the sentence to the same words in the document', async () => {
    await page.getByRole('complementary').getByRole('figure').first().getByRole('link').click()
    const current = page.locator('mark[aria-current]')
    await current.first().waitFor()
    expect((await current.allTextContents()).join('')).toBe(await wordsAt(page.url()))
    await expect.poll(() => inView(page)).toBe(true)
  })

  test('opens the same view from its address alone', async () => {
    const again = await open(browser, page.url())
    await again.page.locator('mark[aria-current]').first().waitFor()
    await expect.poll(() => inView(again.page)).toBe(true)
    expect([...again.errors, ...again.strangers]).toEqual([])
  })

  test('comes back to the comparison as it was left', async () => {
    await page.goBack()
    await page.getByRole('complementary').getByRole('figure').first().waitFor()
    for (const name of NAMES) expect(await page.getByRole('columnheader', { name }).count()).toBe(1)
  })

  test('works by keyboard: arrows move, Enter opens, Escape closes and returns', async () => {
    await page.getByRole('button', { name: 'Close' }).click()
    await page.getByRole('region', { name: 'Comparison' }).focus()
    // One stop at the file of each column, then one for all cells.
    for (let stop = 0; stop <= NAMES.length; stop++) await page.keyboard.press('Tab')
    const first = await focused(page)
    await page.keyboard.press('ArrowDown')
    const below = await focused(page)
    expect(first).toBeTruthy()
    expect(below).toBeTruthy()
    expect(below).not.toBe(first)
    await page.keyboard.press('Enter')
    await page.getByRole('complementary').getByRole('figure').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('complementary').waitFor({ state: 'detached' })
    expect(await focused(page)).toBe(below)
  })

  test('adds and removes municipalities, and the address says so', async () => {
    await page.getByRole('button', { name: 'Remove Sandomierz' }).click()
    await page.getByRole('columnheader', { name: 'Sandomierz' }).waitFor({ state: 'detached' })
    const kept = new URL(page.url()).searchParams.getAll('municipality')
    expect(kept).toHaveLength(NAMES.length - 1)
    await page.getByRole('combobox', { name: 'Add a municipality' }).fill('sandom')
    await page.getByRole('option', { name: 'Sandomierz' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('columnheader', { name: 'Sandomierz' }).waitFor()
    expect(new URL(page.url()).searchParams.getAll('municipality')).toHaveLength(NAMES.length)
  })

  test('names concepts in the chosen language', async () => {
    await page.getByLabel('Concepts in').selectOption('sr-Cyrl')
    await expect.poll(() => page.locator('th[lang=sr-Cyrl]').first().textContent()).toMatch(/^[\p{sc=Cyrl}\s\p{P}]+$/u)
  })

  test('removes a document with all that it says', async () => {
    await page.goto(`${server.address}/?view=documents&labels=pl`)
    await page.getByRole('link', { name: /Sandomierz/u }).click()
    page.once('dialog', (dialog) => void dialog.accept())
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByRole('heading', { name: 'Documents' }).waitFor()
    await page.getByRole('link', { name: /Sandomierz/u }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Compare' }).click()
    await page.getByRole('columnheader', { name: 'Zaječar' }).waitFor()
    await page.getByRole('columnheader', { name: 'Sandomierz' }).waitFor({ state: 'detached' })
  })

  test('breaks no rule: no error, and nothing asked of another origin', () => {
    expect(watched.errors).toEqual([])
    expect(watched.strangers).toEqual([])
  })
})

describe('on a small screen', () => {
  test.each(['/', '/?dimension=targetGroups&rows=all', '/?view=documents'])('%s fits', async (path) => {
    const { page } = await open(browser, `${server.address}${path}`, { viewport: { width: 360, height: 740 } })
    await page.locator('table, .document-list').first().waitFor()
    expect(await overflow(page)).toBe(0)
  })

  test('a document and the sentences behind a cell fit', async () => {
    const { page } = await open(browser, server.address, { viewport: { width: 360, height: 740 } })
    await cellOf(page).click()
    const link = page.getByRole('complementary').getByRole('figure').first().getByRole('link')
    await link.waitFor()
    expect(await overflow(page)).toBe(0)
    await link.click()
    await page.locator('mark[aria-current]').first().waitFor()
    expect(await overflow(page)).toBe(0)
  })
})

describe('a comparison that is full', () => {
  // Bačka Palanka has documents, the others have none.
  const full = [...new Set(['rs-80063', ...placesOf('RS').map(({ id }) => id)])].slice(0, MOST_COMPARED)
  const address = () => `${server.address}/?${full.map((id) => `municipality=${id}`).join('&')}`
  const compared = (page: Page) => new URL(page.url()).searchParams.getAll('municipality')

  test('says so in the search, and takes no more', async () => {
    const { page, errors } = await open(browser, address())
    await page.getByRole('columnheader', { name: 'Bačka Palanka' }).waitFor()
    const search = page.getByRole('combobox', { name: 'Add a municipality' })
    await search.fill('pl-247201')
    await page.getByText(`${MOST_COMPARED} municipalities are compared, and more do not fit.`).waitFor()
    await search.press('Enter')
    expect(compared(page)).toEqual(full)
    expect(errors).toEqual([])
  })

  test('keeps its municipalities when a document of another one comes, whose long name fits a small screen', async () => {
    const name = `${'dugo'.repeat(30)}.txt`
    await writeFile(join(data, name), 'Opština Knjaževac pruža uslugu pomoć u kući za stara lica.\n')
    const { page } = await open(browser, address(), { viewport: { width: 360, height: 740 } })
    await page.getByRole('columnheader', { name: 'Bačka Palanka' }).waitFor()
    await drop(page, [join(data, name)])
    const added = page.getByRole('region', { name: 'Added documents' }).getByRole('link').first()
    await added.waitFor({ timeout: SECONDS })
    expect(compared(page)).toEqual(full)
    await added.click()
    await page.locator('mark').first().waitFor()
    expect(await overflow(page)).toBe(0)
  })
})

test('arrows upwards enter the offered municipalities at the last', async () => {
  const { page } = await open(browser, `${server.address}/?municipality=rs-70955`)
  const search = page.getByRole('combobox', { name: 'Add a municipality' })
  await search.focus()
  const offered = page.getByRole('listbox', { name: 'Municipalities with documents' }).getByRole('option')
  await offered.nth(1).waitFor()
  await search.press('ArrowUp')
  expect(await offered.last().getAttribute('aria-selected')).toBe('true')
})

describe('what cannot be read', () => {
  test(
    'is said in clear words with its code',
    async () => {
      const empty = join(data, 'empty.txt')
      const picture = join(data, 'picture.pdf')
      await writeFile(empty, '')
      await writeFile(picture, Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'))
      const { page } = await open(browser, server.address)
      await page.getByRole('heading', { name: 'Compare municipalities' }).waitFor()
      await drop(page, [empty, picture])
      const tray = page.getByRole('region', { name: 'Added documents' })
      await tray.getByRole('listitem').filter({ hasText: 'empty.txt' }).getByText('FILE_EMPTY').waitFor()
      const refused = tray.getByRole('listitem').filter({ hasText: 'picture.pdf' }).getByText('IMAGE_DAMAGED')
      await refused.waitFor({ timeout: SECONDS })
    },
    SECONDS * 2,
  )
})

const focused = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-cell'))

/** Are the chosen words inside the window? */
const inView = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const box = document.querySelector('mark[aria-current]')?.getBoundingClientRect()
    return box !== undefined && box.top >= 0 && box.bottom <= innerHeight
  })
