import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { AnalysisRecord, DIMENSIONS } from '../../lib/contract/index.ts'
import { COLUMNS } from '../../lib/export/index.ts'
import { sample, stratlas } from './run.ts'

const TEXT =
  'Strategija socijalne zaštite opštine Požega 2019–2022.\n\nOpština Požega pruža uslugu pomoć u kući za stare.\n'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stratlas-cli-'))
  await mkdir(join(folder, 'inner'))
  const files: readonly (readonly [string, string | Uint8Array])[] = [
    ['b.txt', TEXT],
    ['inner/c.txt', `${TEXT}Drugi.\n`],
    ['empty.txt', ''],
    ['picture.pdf', new TextEncoder().encode('GIF89a')],
    ['.hidden.txt', TEXT],
    ['b.gold.json', '{}'],
  ]
  for (const [name, content] of files) await writeFile(join(folder, name), content)
})
afterAll(() => rm(folder, { recursive: true }))

const recordsOf = (ndjson: string): AnalysisRecord[] =>
  ndjson
    .trimEnd()
    .split('\n')
    .map((line) => AnalysisRecord.parse(JSON.parse(line)))

describe('analyze', () => {
  test('takes of a folder what is a document by its content, in order', async () => {
    const { status, stdout } = await stratlas('analyze', folder, '--format', 'ndjson', '--jobs', '2')
    expect(status).toBe(0)
    expect(recordsOf(stdout).map(({ source }) => source.key)).toEqual(
      ['b.txt', 'inner/c.txt'].map((name) => join(folder, name)),
    )
  })

  test('says what it leaves out of a folder, and where there is nothing to take', async () => {
    const { stderr } = await stratlas('analyze', folder)
    expect(stderr).toBe(
      `${folder}: left out, as no document: ${['empty.txt', 'picture.pdf'].map((name) => join(folder, name)).join(', ')}.\n`,
    )
    await mkdir(join(folder, '.bare'))
    expect((await stratlas('analyze', join(folder, '.bare'))).stderr).toContain('there is no document in this folder')
  })

  test('takes of a folder also what says only at its end that it is a Word document', async () => {
    const inner = join(folder, '.late')
    await mkdir(inner)
    const head = Buffer.from('d0cf11e0a1b11ae1', 'hex')
    const late = [head, Buffer.alloc(2 ** 17), Buffer.from('WordDocument', 'utf16le')]
    await writeFile(join(inner, 'a.doc'), Buffer.concat(late))
    const { stdout, status } = await stratlas('analyze', inner, '--format', 'ndjson')
    expect(recordsOf(stdout).map(({ problems }) => problems[0]?.code)).toEqual(['OFFICE_DAMAGED'])
    expect(status).toBe(1)
  })

  test('gives the text where it is asked for, and all words stand in it', async () => {
    const { stdout } = await stratlas('analyze', sample('rs-zajecar-news-2024', 'html'), '--format', 'ndjson', '--text')
    const [record] = recordsOf(stdout)
    const mentions = DIMENSIONS.flatMap((dimension) => record?.[dimension].flatMap((claim) => claim.mentions) ?? [])
    expect(mentions.length).toBeGreaterThan(0)
    for (const { start, end, text } of mentions) expect(record?.text?.slice(start, end)).toBe(text)
  })

  test('records what cannot be read, does the rest, and ends with status 1', async () => {
    const paths = ['empty.txt', 'picture.pdf', 'missing.txt', 'b.txt'].map((name) => join(folder, name))
    const { status, stdout, stderr } = await stratlas('analyze', ...paths, '--format', 'json')
    const records = AnalysisRecord.array().parse(JSON.parse(stdout))
    expect(records.map((record) => [record.status, record.problems[0]?.code])).toEqual([
      ['failed', 'FILE_EMPTY'],
      ['failed', 'TYPE_UNSUPPORTED'],
      ['analysed', undefined],
    ])
    expect(stderr).toContain('PATH_NOT_FOUND')
    expect(status).toBe(1)
  })

  test('writes claims as a table, or for people', async () => {
    const csv = await stratlas('analyze', join(folder, 'b.txt'), '--format', 'csv')
    expect(csv.stdout.split('\r\n')[0]).toBe(COLUMNS.join(','))
    const pretty = await stratlas('analyze', join(folder, 'b.txt'))
    expect(pretty.stdout).toContain(join(folder, 'b.txt'))
    expect(pretty.stdout).not.toContain('\u001b')
  })
})

test('explain shows each line with the mentions that begin in it', async () => {
  const { status, stdout } = await stratlas('explain', join(folder, 'b.txt'))
  expect(status).toBe(0)
  expect(
    stdout
      .split('\n')
      .filter((line) => !line.startsWith('    '))
      .join('\n'),
  ).toBe(`${TEXT}\n`)
  expect(stdout).toMatch(/⟨services home-care → older-persons⟩ “pomoć u kući” \d\.\d\d service\/\S+: /)
})

test('explain says that a folder is no file', async () => {
  const { status, stderr } = await stratlas('explain', folder)
  expect([status, stderr]).toEqual([1, `PATH_UNREADABLE: ${folder} is a folder. Name a file.\n`])
})

describe('what is not understood', () => {
  test.each([
    [['fly'], 'There is no command "fly"'],
    [['analyze'], 'Name at least one'],
    [['analyze', 'x', '--colour'], "Unknown option '--colour'"],
    [['analyze', 'x', '--format', 'stone'], '--format is one of'],
    [['analyze', 'x', '--jobs', 'many'], '--jobs is a number'],
    [['upload', 'x'], '--api'],
    [['serve', '--port', '99999'], '--port is a number'],
    [['export'], '--out'],
    [['export', 'all', '--out', '-'], '"all" is one too many'],
    [['serve', '4300'], '"4300" is one too many'],
    [['reanalyse', 'x', '--api', 'http://127.0.0.1:1'], '"x" is one too many'],
    [['help', 'fly'], 'There is no command "fly"'],
  ])('%j ends with status 2 and says why', async (args, words) => {
    const { status, stderr, stdout } = await stratlas(...args)
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain(words)
  })

  test('help lists the commands, and each says how it is called', async () => {
    const { stdout } = await stratlas()
    for (const name of ['analyze', 'explain', 'serve', 'upload', 'compare', 'export']) {
      expect(stdout).toContain(`  ${name}`)
      expect((await stratlas(name, '--help')).stdout).toMatch(new RegExp(`^Usage: stratlas ${name} `))
    }
  })
})
