import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Claim, DocumentFilter, Edge, Finding, Outcome, Page, Store } from '../../lib/store/index.ts'
import { Clock } from '../support/clock.ts'
import { edge, finding, outcome, profile, source } from '../support/items.ts'

interface Stores {
  create(now: () => Date): Promise<Store>
  close(): Promise<void>
}

const ID = 'a'.repeat(20)

/** What every store does. */
export function storeContract(name: string, open: () => Promise<Stores>) {
  describe(`store: ${name}`, () => {
    let home: Stores
    let store: Store
    let clock: Clock
    beforeAll(async () => {
      home = await open()
    })
    afterAll(() => home.close())
    beforeEach(async () => {
      clock = new Clock()
      store = await home.create(clock.now)
    })
    afterEach(() => store.close())

    const claimOf = (owner: string, revision = 1, id = ID): Claim => ({ id, revision, owner })

    const finish = async (id: string, result: Partial<Outcome> = {}, findings: Finding[] = []) => {
      const { item } = await store.receive(id, source({ sha256: id }))
      const claim = claimOf('finisher', item.revision, id)
      await store.claim(claim, 60)
      await store.replaceFindings(claim, findings)
      await store.finish(claim, { ...outcome, ...result })
    }

    describe('documents', () => {
      it('are recorded on their first arrival only', async () => {
        const first = await store.receive(ID, source({ key: 'uploads/a' }))
        const second = await store.receive(ID, source({ key: 'uploads/b' }))
        expect(first).toMatchObject({ isNew: true, item: { id: ID, status: 'received', revision: 1, published: null } })
        expect(second).toMatchObject({
          isNew: false,
          item: { ...first.item, also: ['uploads/b'], updatedAt: second.item.updatedAt },
        })
        expect(await store.receive(ID, source({ key: 'uploads/b' }))).toEqual(second)
        expect(await store.document(ID)).toEqual(second.item)
        expect(await store.document('b'.repeat(20))).toBeUndefined()
      })

      it('are recorded once where several arrive at once', async () => {
        const all = await Promise.all(Array.from({ length: 5 }, () => store.receive(ID, source())))
        expect(all.filter(({ isNew }) => isNew)).toHaveLength(1)
      })

      it('live on under another key where one is taken off them, and keep their last', async () => {
        await store.receive(ID, source({ key: 'uploads/a' }))
        await store.receive(ID, source({ key: 'uploads/b' }))
        await store.claim(claimOf('a'), 60)
        expect(await store.leave(ID, 'uploads/a')).toBe(true)
        await store.finish(claimOf('a'), { ...outcome, source: source({ key: 'uploads/a', pages: 3 }) })
        const left = await store.document(ID)
        expect(left).toMatchObject({ status: 'analysed', source: { key: 'uploads/b', pages: 3 } })
        expect(await store.leave(ID, 'uploads/b')).toBe(false)
        expect(await store.document(ID)).toEqual(left)
        expect(await store.leave('b'.repeat(20), 'uploads/b')).toBe(false)
      })

      it('hold keys until another takes them or the key is forgotten', async () => {
        const [first, second] = ['a', 'b'].map((letter) => ({ document: letter.repeat(20), order: letter }))
        if (!first || !second) throw new Error('missing')
        expect(await store.holder('uploads/a')).toBeUndefined()
        expect(await store.hold('uploads/a', first, undefined)).toBe(true)
        expect(await store.hold('uploads/a', second, undefined)).toBe(false)
        expect(await store.hold('uploads/a', second, second)).toBe(false)
        expect(await store.holder('uploads/a')).toEqual(first)
        expect(await store.hold('uploads/a', second, first)).toBe(true)
        await store.forget('uploads/a', first.document)
        expect(await store.holder('uploads/a')).toEqual(second)
        await store.forget('uploads/a', second.document)
        expect(await store.holder('uploads/a')).toBeUndefined()
      })

      it('carry what was found once they are finished', async () => {
        await finish(ID, { title: 'Strategija', concepts: { services: ['home-care'] }, from: 2019, to: null })
        expect(await store.document(ID)).toMatchObject({
          status: 'analysed',
          title: 'Strategija',
          concepts: { services: ['home-care'] },
          from: 2019,
          to: null,
          published: 1,
          owner: null,
          lockedUntil: null,
        })
      })

      it('are counted by status and language, all of them or the newest', async () => {
        expect(await store.tally(10)).toEqual({
          documents: { received: 0, reading: 0, analysed: 0, failed: 0 },
          languages: {},
          municipalities: 0,
          isComplete: true,
        })
        await finish('a'.repeat(20))
        await finish('b'.repeat(20), { language: 'pl' })
        await finish('c'.repeat(20), { status: 'failed', language: null })
        await store.receive('d'.repeat(20), source({ sha256: 'd' }))
        for (const id of ['rs-70955', 'rs-70327']) await store.putProfile(id, profile({ municipality: id }), [])
        expect(await store.tally(4)).toEqual({
          documents: { received: 1, reading: 0, analysed: 2, failed: 1 },
          languages: { sr: 1, pl: 1, und: 2 },
          municipalities: 2,
          isComplete: true,
        })
        const { documents, isComplete } = await store.tally(2)
        expect(Object.values(documents).reduce((sum, count) => sum + count)).toBe(isComplete ? 4 : 2)
      })

      it('are gone with all that hung on them when they are removed', async () => {
        await finish(ID, {}, [finding({ document: ID })])
        await store.remove(ID)
        await store.remove(ID)
        expect(await store.document(ID)).toBeUndefined()
        expect(await store.findings('rs-70955')).toEqual([])
        expect((await store.documents({}, { limit: 10 })).items).toEqual([])
      })
    })

    describe('claims', () => {
      beforeEach(async () => {
        await store.receive(ID, source())
      })

      it('are given to one worker at a time', async () => {
        const given = await Promise.all(['a', 'b', 'c'].map((owner) => store.claim(claimOf(owner), 60)))
        expect(given.filter(Boolean)).toHaveLength(1)
        expect((await store.document(ID))?.status).toBe('reading')
      })

      it('are refused for a document that is unknown, newer or finished', async () => {
        expect(await store.claim(claimOf('a', 1, 'b'.repeat(20)), 60)).toBe(false)
        expect(await store.claim(claimOf('a', 2), 60)).toBe(false)
        await finish(ID)
        expect(await store.claim(claimOf('a'), 60)).toBe(false)
        await store.reopen(ID, 2)
        expect(await store.claim(claimOf('a', 1), 60)).toBe(false)
        expect(await store.claim(claimOf('a', 2), 60)).toBe(true)
      })

      it('pass to another when they have run out, and the first can write no more', async () => {
        await store.claim(claimOf('slow'), 60)
        clock.advance(59)
        expect(await store.claim(claimOf('quick'), 60)).toBe(false)
        clock.advance(2)
        expect(await store.claim(claimOf('quick'), 60)).toBe(true)
        expect(await store.replaceFindings(claimOf('slow'), [finding({ document: ID })])).toBeUndefined()
        expect(await store.finish(claimOf('slow'), outcome)).toBe(false)
        expect(await store.finish(claimOf('quick'), outcome)).toBe(true)
        expect(await store.finish(claimOf('quick'), outcome)).toBe(false)
      })

      it('may be renewed and let go of by their owner', async () => {
        await store.claim(claimOf('a'), 60)
        expect(await store.claim(claimOf('a'), 120)).toBe(true)
        clock.advance(90)
        expect(await store.claim(claimOf('b'), 60)).toBe(false)
        await store.claim(claimOf('a'), 0)
        expect(await store.claim(claimOf('b'), 60)).toBe(true)
      })

      it('end with a newer revision', async () => {
        await store.claim(claimOf('a'), 60)
        expect(await store.reopen(ID, 2)).toBe(true)
        expect(await store.replaceFindings(claimOf('a'), [finding({ document: ID })])).toBeUndefined()
        expect(await store.finish(claimOf('a'), outcome)).toBe(false)
        expect(await store.document(ID)).toMatchObject({ status: 'received', revision: 2, owner: null })
      })
    })

    describe('reopening', () => {
      it('opens a revision once and never goes back', async () => {
        await finish(ID)
        expect(await store.reopen(ID, 3)).toBe(true)
        expect(await store.reopen(ID, 3)).toBe(true)
        expect(await store.reopen(ID, 2)).toBe(false)
        expect(await store.document(ID)).toMatchObject({ revision: 3, published: 1, status: 'received' })
        await finish(ID)
        expect(await store.reopen(ID, 3)).toBe(false)
        expect(await store.reopen('b'.repeat(20), 1)).toBe(false)
      })
    })

    describe('findings', () => {
      const codes = async (municipality: string) => (await store.findings(municipality)).map(({ code }) => code).sort()

      it('count when their revision is finished, not before', async () => {
        await store.receive(ID, source())
        await store.claim(claimOf('a'), 60)
        const written = finding({ document: ID, quotes: [] })
        expect(await store.replaceFindings(claimOf('a'), [written])).toEqual(['rs-70955'])
        expect(await store.findings('rs-70955')).toEqual([])
        await store.finish(claimOf('a'), outcome)
        expect(await store.findings('rs-70955')).toEqual([written])
      })

      it('of a newer revision replace the older ones in every municipality, and all of these are to be aggregated', async () => {
        const inBoth = ['rs-70955', 'rs-71102'].flatMap((municipality) =>
          ['home-care', 'day-care'].map((code) => finding({ document: ID, municipality, code })),
        )
        await finish(ID, {}, inBoth)
        await store.reopen(ID, 2)
        const claim = claimOf('again', 2)
        await store.claim(claim, 60)
        const changed = [
          finding({ document: ID, municipality: 'rs-71102', code: 'day-care' }),
          finding({ document: ID, municipality: 'pl-3062', code: 'shelter' }),
        ]
        expect(await store.replaceFindings(claim, changed)).toEqual(['pl-3062', 'rs-70955', 'rs-71102'])
        await store.finish(claim, outcome)
        expect(await codes('rs-70955')).toEqual([])
        expect(await codes('rs-71102')).toEqual(['day-care'])
        expect(await codes('pl-3062')).toEqual(['shelter'])
        expect((await store.document(ID))?.touched).toEqual(['pl-3062', 'rs-70955', 'rs-71102'])
      })

      it('are the same however often they are written', async () => {
        await store.receive(ID, source())
        await store.claim(claimOf('a'), 60)
        await store.replaceFindings(claimOf('a'), [finding({ document: ID, code: 'x' })])
        for (const _ of [1, 2]) await store.replaceFindings(claimOf('a'), [finding({ document: ID, code: 'y' })])
        await store.finish(claimOf('a'), outcome)
        expect(await codes('rs-70955')).toEqual(['y'])
      })

      it('of many concepts are all there, and all gone after', async () => {
        const many = Array.from({ length: 120 }, (_, i) => finding({ document: ID, code: `c-${i}` }))
        await finish(ID, {}, many)
        expect(await codes('rs-70955')).toHaveLength(120)
        await store.reopen(ID, 2)
        await finish(ID, {}, [])
        expect(await codes('rs-70955')).toEqual([])
      })

      it('of different documents and odd codes stay apart', async () => {
        const odd = ['@Fond „Ana i Vlade Divac“', '@a#b', '@a%23b', 'strategy:2019/2022', '@!', '@ ']
        await finish(
          ID,
          {},
          odd.map((code) => finding({ document: ID, code })),
        )
        await finish(
          'b'.repeat(20),
          {},
          odd.map((code) => finding({ document: 'b'.repeat(20), code })),
        )
        expect(await codes('rs-70955')).toEqual([...odd, ...odd].sort())
      })
    })

    describe('profiles and edges', () => {
      it('are replaced as a whole and removed as a whole', async () => {
        const edges = [
          edge({ code: 'home-care' }),
          edge({ code: 'day-care' }),
          edge({ dimension: 'funders', code: 'eu' }),
        ]
        await store.putProfile('rs-70955', profile(), edges)
        expect(await store.profile('rs-70955')).toEqual(profile())
        expect((await store.edges('rs-70955')).map(({ code }) => code).sort()).toEqual(['day-care', 'eu', 'home-care'])
        expect(await store.edges('rs-70955', 'funders')).toEqual([edges[2]])
        await store.putProfile('rs-70955', profile({ documents: 7 }), [edge({ code: 'shelter' })])
        expect((await store.profile('rs-70955'))?.documents).toBe(7)
        expect((await store.edges('rs-70955')).map(({ code }) => code)).toEqual(['shelter'])
        await store.putProfile('rs-70955', undefined, [])
        expect(await store.profile('rs-70955')).toBeUndefined()
        expect(await store.edges('rs-70955')).toEqual([])
        expect((await store.edgesOf('services', 'shelter', {}, { limit: 10 })).items).toEqual([])
      })

      it('answer who has a concept, by country and municipality, page by page', async () => {
        const places = ['rs-70955', 'pl-3062', 'rs-70017', 'pl-146501']
        for (const municipality of places)
          await store.putProfile(municipality, profile({ municipality }), [edge({ municipality })])
        await store.putProfile('rs-71102', profile({ municipality: 'rs-71102' }), [
          edge({ municipality: 'rs-71102', code: 'x' }),
        ])
        const all = await pages((cursor) => store.edgesOf('services', 'home-care', {}, { limit: 3, ...cursor }))
        expect(all.map((page) => page.map(({ municipality }) => municipality))).toEqual([
          ['pl-146501', 'pl-3062', 'rs-70017'],
          ['rs-70955'],
        ])
        const serbian = await pages((cursor) =>
          store.edgesOf('services', 'home-care', { country: 'RS' }, { limit: 1, ...cursor }),
        )
        expect(serbian.flat().map(({ municipality }: Edge) => municipality)).toEqual(['rs-70017', 'rs-70955'])
      })

      it('are listed by name, in one country or all, and found by a part of the name in any script', async () => {
        const names = { 'rs-1': 'Čačak', 'rs-2': 'Zaječar', 'pl-1': 'Łódź', 'rs-3': 'Požega', 'pl-2': 'Chorzów' }
        for (const [municipality, name] of Object.entries(names)) {
          const country = municipality.slice(0, 2).toUpperCase()
          await store.putProfile(municipality, profile({ municipality, name, country }), [])
        }
        const list = async (filter: { country?: string; query?: string }, limit = 2) =>
          (await pages((cursor) => store.profiles(filter, { limit, ...cursor }))).map((page) =>
            page.map(({ name }) => name),
          )
        expect(await list({})).toEqual([['Čačak', 'Chorzów'], ['Łódź', 'Požega'], ['Zaječar']])
        expect(await list({ country: 'RS' })).toEqual([['Čačak', 'Požega'], ['Zaječar']])
        expect(await list({ query: 'Пожег' })).toEqual([['Požega']])
        expect(await list({ query: 'lodz' })).toEqual([['Łódź']])
        expect(await list({ query: 'nowhere' })).toEqual([[]])
      })

      it('move with a new name', async () => {
        await store.putProfile('rs-1', profile({ municipality: 'rs-1', name: 'Aaa' }), [])
        await store.putProfile('rs-1', profile({ municipality: 'rs-1', name: 'Bbb' }), [])
        expect((await store.profiles({}, { limit: 10 })).items.map(({ name }) => name)).toEqual(['Bbb'])
      })
    })

    describe('the list of documents', () => {
      const arrivals = [
        ['2026-09-30T23:59:59.000Z', { country: 'RS', language: 'sr', municipalities: ['rs-70955'] }],
        ['2026-10-01T00:00:00.000Z', { country: 'PL', language: 'pl', kind: 'news' }],
        ['2026-10-05T12:00:00.000Z', { country: 'RS', language: 'sr', from: 2019, to: 2022 }],
        ['2026-11-01T08:00:00.000Z', { country: null, concepts: { services: ['home-care'], funders: ['eu'] } }],
        ['2026-11-01T09:00:00.000Z', { country: 'PL', language: 'pl', from: 2023, to: null }],
        ['2026-11-02T09:00:00.000Z', undefined],
      ] as const
      const idOf = (i: number) => String(i).repeat(20)

      beforeEach(async () => {
        for (const [i, [receivedAt, result]] of arrivals.entries()) {
          await store.receive(idOf(i), source({ sha256: idOf(i), receivedAt }))
          if (result) await finish(idOf(i), result as Partial<Outcome>)
        }
      })

      const list = async (filter: DocumentFilter, limit = 2) =>
        (await pages((cursor) => store.documents(filter, { limit, ...cursor }))).map((page) =>
          page.map(({ id }) => Number(id[0])),
        )

      it('runs from the newest to the oldest across months and countries', async () => {
        expect(await list({})).toEqual([
          [5, 4],
          [3, 2],
          [1, 0],
        ])
        expect(await list({}, 4)).toEqual([
          [5, 4, 3, 2],
          [1, 0],
        ])
        expect(await list({}, 100)).toEqual([[5, 4, 3, 2, 1, 0]])
      })

      it('is narrowed by any part of the filter, full pages nevertheless', async () => {
        expect(await list({ country: 'RS' }, 1)).toEqual([[2], [0]])
        expect(await list({ language: 'pl' })).toEqual([[4, 1]])
        expect(await list({ kind: 'news' })).toEqual([[1]])
        expect(await list({ status: 'received' })).toEqual([[5]])
        expect(await list({ municipality: 'rs-70955' })).toEqual([[0]])
        expect(await list({ service: 'home-care' })).toEqual([[3]])
        expect(await list({ funder: 'eu', service: 'day-care' })).toEqual([[]])
        expect(await list({ targetGroup: 'children' })).toEqual([[]])
        expect(await list({ from: 2022 })).toEqual([[4, 2]])
        expect(await list({ to: 2022 })).toEqual([[2]])
        expect(await list({ from: 2030, to: 2031 })).toEqual([[4]])
        expect(await list({ status: 'analysed' }, 3)).toEqual([
          [4, 3, 2],
          [1, 0],
        ])
      })

      it('refuses a cursor that is malformed or of another list', async () => {
        const { cursor: edges } = await store.edgesOf('services', 'home-care', {}, { limit: 1 })
        expect(edges).toBeUndefined()
        const { cursor } = await store.documents({}, { limit: 1 })
        const broken = [
          '',
          'x',
          '%',
          'e30',
          Buffer.from('{"list":"documents","at":""}').toString('base64url'),
          `${cursor}=`,
        ]
        for (const bad of broken)
          await expect(store.documents({}, { limit: 1, cursor: bad })).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
        const foreign = { limit: 1, ...(cursor !== undefined && { cursor }) }
        await expect(store.profiles({}, foreign)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
        await expect(store.edgesOf('services', 'x', {}, foreign)).rejects.toMatchObject({ code: 'CURSOR_INVALID' })
      })
    })
  })
}

/** All pages of a list, following the cursors. */
async function pages<Item>(ask: (cursor: { cursor?: string }) => Promise<Page<Item>>): Promise<Item[][]> {
  const found: Item[][] = []
  let cursor: { cursor?: string } = {}
  do {
    const page = await ask(cursor)
    found.push([...page.items])
    cursor = page.cursor === undefined ? {} : { cursor: page.cursor }
  } while (cursor.cursor !== undefined)
  return found
}
