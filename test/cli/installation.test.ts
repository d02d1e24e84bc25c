import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Comparison } from '../../lib/contract/index.ts'
import { type LocalServer, startServer } from '../../lib/local/server.ts'
import { sample, stratlas } from './run.ts'

let folder: string
let server: LocalServer
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stratlas-cli-'))
  server = await startServer({ data: join(folder, 'data'), port: 0 })
  await writeFile(join(folder, 'empty.txt'), '')
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})

const data = () => join(folder, 'data')
const PLACES = ['Бачка Паланка', 'ruda slaska'] as const

describe('against a running installation', () => {
  beforeAll(async () => {
    const samples = [sample('rs-backa-palanka-strategy-2019', 'pdf'), sample('pl-ruda-slaska-strategy-2015', 'pdf')]
    const { status, stdout, stderr } = await stratlas(
      'upload',
      ...samples,
      join(folder, 'empty.txt'),
      '--api',
      server.address,
    )
    expect(stdout.match(/analysed/g)).toHaveLength(2)
    expect(stderr).toContain('FILE_EMPTY')
    expect(status).toBe(1)
    await server.idle()
  })

  test('compare says the same over the API, over its data, and as the API itself', async () => {
    const query = PLACES.map((place) => `municipality=${encodeURIComponent(place)}`).join('&')
    const reply = Comparison.parse(await (await fetch(`${server.address}/v1/compare?${query}`)).json())
    expect(reply.rows.length).toBeGreaterThan(3)
    for (const where of [
      ['--api', server.address],
      ['--data', data()],
    ]) {
      const { stdout } = await stratlas('compare', ...PLACES, '--format', 'json', ...where)
      expect(JSON.parse(stdout)).toEqual(reply)
    }
  })

  test('compare draws a table and says what its marks mean', async () => {
    const { stdout } = await stratlas('compare', ...PLACES, 'Bor', '--data', data())
    expect(stdout).toMatch(/Bačka Palanka \(1\) +Ruda Śląska \(1\) +Bor \(0\)/)
    expect(stdout).toContain('· Not found in these documents')
  })

  test('compare says where there is nothing to compare', async () => {
    const { stdout } = await stratlas('compare', 'Bor', '--data', data())
    expect(stdout).toMatch(/^ +Bor \(0\)\nNothing found in these documents\.\n/)
  })

  test('compare writes a line for each cell', async () => {
    const { stdout } = await stratlas(
      'compare',
      ...PLACES,
      '--format',
      'csv',
      '--dimension',
      'periods',
      '--data',
      data(),
    )
    expect(stdout).toContain('periods,strategy,Strategy,,rs-80063,Bačka Palanka,found,')
  })

  test('reanalyse says what it would touch, does it, and has nothing to do when it is done', async () => {
    const run = async (...more: string[]) => (await stratlas('reanalyse', '--api', server.address, ...more)).stdout
    expect(await run()).toMatch(/^0 of \d documents are being analysed again/)
    expect(await run('--all', '--dry-run')).toMatch(/^2 of \d documents would be .* about 0\.00 USD in the cloud/)
    expect(await run('--all')).toMatch(/^2 of \d documents are being analysed again/)
    await server.idle()
    expect(await (await fetch(`${server.address}/v1/documents`)).json()).toMatchObject({
      items: expect.arrayContaining([expect.objectContaining({ revision: 2, status: 'analysed' })]),
    })
  })

  test('export writes the same data set over the API and over its data', async () => {
    const [near, far] = [join(folder, 'near.csv'), join(folder, 'far.csv')]
    await stratlas('export', '--format', 'csv', '--out', near, '--data', data())
    await stratlas('export', '--format', 'csv', '--out', far, '--api', server.address)
    expect(await readFile(near, 'utf8')).toBe(await readFile(far, 'utf8'))
    const { stdout } = await stratlas('export', '--format', 'jsonl', '--out', '-', '--data', data())
    expect(stdout.trimEnd().split('\n').length).toBe((await readFile(near, 'utf8')).trimEnd().split('\r\n').length - 1)
  })

  test('export writes what the name of the file says, and names the folder that is missing', async () => {
    const lines = join(folder, 'all.jsonl')
    await stratlas('export', '--out', lines, '--data', data())
    expect((await readFile(lines, 'utf8')).startsWith('{"municipality":')).toBe(true)
    const { stderr } = await stratlas('export', '--out', join(folder, 'none', 'x.csv'), '--data', data())
    expect(stderr).toContain(`There is no folder ${join(folder, 'none')} to write into`)
  })
})

test.each([
  [['compare', 'Atlantis', '--api', 'SERVER'], 'MUNICIPALITY_UNKNOWN'],
  [['compare', 'Bor', '--data', '/nowhere'], 'PATH_NOT_FOUND'],
  [['compare', 'Bor', '--api', 'http://127.0.0.1:1'], 'API_UNREACHABLE'],
  [['upload', '/nowhere.pdf', '--api', 'SERVER'], 'PATH_NOT_FOUND'],
  [['export', '--out', '/nowhere/x.csv', '--api', 'SERVER'], 'PATH_NOT_FOUND'],
])('%j ends with status 1 and the code %s', async (args, code) => {
  const { status, stderr } = await stratlas(...args.map((word) => (word === 'SERVER' ? server.address : word)))
  expect(stderr).toMatch(new RegExp(`^${code}: `))
  expect(status).toBe(1)
})

test('serve on a busy port says so', async () => {
  const port = new URL(server.address).port
  const { status, stderr } = await stratlas('serve', '--port', port, '--data', join(folder, 'other'))
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^PORT_BUSY: .*--port/)])
})
