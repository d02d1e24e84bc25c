import type { Home } from '../../lib/pipeline/index.ts'

/** Thrown by everything that a process does after it has died. */
export class Dead extends Error {
  override readonly name = 'Dead'
}

/** Lets a process die before its n-th write: from there on all it does throws, until it is revived. */
export class Fuse {
  writes = 0
  #left = Number.POSITIVE_INFINITY

  burnAt(n: number): void {
    this.writes = 0
    this.#left = n
  }

  revive(): void {
    this.#left = Number.POSITIVE_INFINITY
  }

  get isBurnt(): boolean {
    return this.writes >= this.#left
  }

  pass(isWrite: boolean): void {
    if (this.isBurnt) throw new Dead()
    if (isWrite) this.writes++
    if (this.isBurnt) throw new Dead()
  }
}

const READS = new Set('get document documents holder findings profile profiles edges edgesOf depth'.split(' '))

/** A home whose every call passes the fuse. */
export function fused(home: Home, fuse: Fuse): Home {
  const { read, ocr, extract, aggregate } = home.queues
  return {
    blobs: through(home.blobs, fuse),
    store: through(home.store, fuse),
    queues: {
      read: through(read, fuse),
      ocr: through(ocr, fuse),
      extract: through(extract, fuse),
      aggregate: through(aggregate, fuse),
    },
  }
}

function through<Port extends object>(port: Port, fuse: Fuse): Port {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name)
      if (typeof member !== 'function') return member
      if (name === 'list') return member.bind(target)
      return async (...values: unknown[]) => {
        fuse.pass(!READS.has(String(name)))
        return Reflect.apply(member, target, values)
      }
    },
  })
}
