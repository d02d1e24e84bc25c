import { useEffect, useState } from 'preact/hooks'
import { RequestError, request } from './request.ts'

/** What is known of a reply: its value, or why there is none; neither while it is on its way. */
export interface Live<T> {
  readonly value?: T
  readonly error?: RequestError
}

interface Resource {
  state: Live<unknown>
  body: string | undefined
  readonly once: boolean
  readonly listeners: Set<(state: Live<unknown>) => void>
}

/** Milliseconds between two looks: while something is being worked on, and the first and longest pause when nothing is. */
const BUSY = 800
const IDLE = 4_000
const LONGEST = 30_000
/** The comparison follows a document's end by some moments: look on so long after the last change. */
const AFTERMATH = 8_000

const resources = new Map<string, Resource>()
let busyUntil = 0
let working = 0
let pause = IDLE
let timer: ReturnType<typeof setTimeout> | undefined

/** Looks again soon and often for a while: something was sent to the server or has changed there. */
export function hurry(): void {
  const sleeping = Date.now() > busyUntil
  busyUntil = Date.now() + AFTERMATH
  pause = IDLE
  if (sleeping) schedule(BUSY)
}

/** Looks often for as long as work goes on at the server; the answer ends it. */
export function keepBusy(): () => void {
  working++
  hurry()
  return () => void working--
}

function schedule(delay: number): void {
  clearTimeout(timer)
  timer = setTimeout(beat, delay)
}

async function beat(): Promise<void> {
  if (document.hidden) return
  const watched = [...resources].filter(([, resource]) => resource.listeners.size > 0 && !resource.once)
  await Promise.all(watched.map(([path, resource]) => load(path, resource)))
  const busy = working > 0 || Date.now() < busyUntil
  pause = busy ? IDLE : Math.min(pause * 1.5, LONGEST)
  schedule(busy ? BUSY : pause)
}

async function load(path: string, resource: Resource): Promise<void> {
  try {
    const body = await request(path, { cache: 'no-cache' })
    if (body === resource.body) return
    if (resource.body !== undefined) hurry()
    resource.body = body
    tell(resource, { value: JSON.parse(body) })
  } catch (error) {
    const told = error instanceof RequestError ? error : new RequestError('REPLY_UNREADABLE', 'The reply is no JSON.')
    if (resource.state.error?.message === told.message) return
    resource.body = undefined
    const { value } = resource.state
    tell(resource, value === undefined ? { error: told } : { value, error: told })
  }
}

function tell(resource: Resource, state: Live<unknown>): void {
  resource.state = state
  for (const listener of resource.listeners) listener(state)
}

/**
 * The JSON reply under a path, kept up to date: asked for again often while anything changes and seldom while nothing
 * does. `once` for what never changes; a null path asks for nothing.
 */
export function useLive<T>(path: string | null, { once = false } = {}): Live<T> {
  const [, repaint] = useState<unknown>()
  useEffect(() => {
    if (path === null) return
    const resource = resources.get(path) ?? { state: {}, body: undefined, once, listeners: new Set() }
    resources.set(path, resource)
    resource.listeners.add(repaint)
    if (!once || resource.body === undefined) void load(path, resource)
    if (timer === undefined) schedule(IDLE)
    return () => {
      resource.listeners.delete(repaint)
      if (resource.listeners.size === 0 && resources.size > 50) resources.delete(path)
    }
  }, [path, once])
  return (path === null ? {} : (resources.get(path)?.state ?? {})) as Live<T>
}

document.addEventListener('visibilitychange', () => {
  if (!document.hidden) schedule(0)
})
