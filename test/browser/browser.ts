import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'

/** A real Chromium from the registry, with the web's own rules in force: the package's arguments would lift some of them. */
export async function launch(): Promise<Browser> {
  const executablePath = await sparticuz.executablePath()
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--no-zygote', '--disable-gpu'] })
}

/** A page and what went wrong on it. */
export interface Watched {
  readonly page: Page
  /** Errors of scripts, of the console and of the content security policy. */
  readonly errors: readonly string[]
  /** Addresses asked for on any other origin. */
  readonly strangers: readonly string[]
}

/** Opens an address in a fresh context and watches it. */
export async function open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Watched> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce', ...options })).newPage()
  page.setDefaultTimeout(90_000)
  const errors: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(address).origin) strangers.push(request.url())
  })
  await page.goto(address)
  return { page, errors, strangers }
}

/** Drops files on the middle of the page as a hand does it, through the browser's own input. */
export async function drop(page: Page, files: readonly string[]): Promise<void> {
  const input = await page.context().newCDPSession(page)
  const { width, height } = page.viewportSize() ?? { width: 800, height: 600 }
  const data = { items: [], files: [...files], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await input.send('Input.dispatchDragEvent', { type, x: width / 2, y: height / 2, data })
  await input.detach()
}

/** How many pixels the page is wider than its window. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
