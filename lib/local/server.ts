import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { createApi, localUploads, type Services } from '../api/index.ts'
import { StratlasError } from '../contract/index.ts'
import { engine } from '../pipeline/engine.ts'
import { guard } from './guard.ts'
import { hold } from './hold.ts'
import { openHome } from './home.ts'
import { page } from './page.ts'
import { addSamples } from './samples.ts'
import { startWorker } from './worker.ts'

/** Port where none is asked for. */
export const PORT = 4242

export interface ServerOptions {
  /** Directory of the data; made where it is missing. */
  readonly data: string
  /** 0 takes any free one. */
  readonly port?: number
  /** Adds the samples of the project where they are missing. */
  readonly sample?: boolean
}

/** A running installation on this machine. */
export interface LocalServer {
  /** `http://127.0.0.1:4242` */
  readonly address: string
  /** Resolves when nothing waits to be read or analysed. */
  idle(): Promise<void>
  /** Stops taking requests, finishes what is being worked on, and closes the data. */
  close(): Promise<void>
}

/** Starts pipeline, API and page on 127.0.0.1. Throws DATA_BUSY or PORT_BUSY where another program has the data or the port. */
export async function startServer({ data, port = PORT, sample = false }: ServerOptions): Promise<LocalServer> {
  const letGo = hold(data)
  const home = openHome(data)
  const services: Services = { ...home, uploads: localUploads, now: () => new Date(), version: engine.version }
  const server = createAdaptorServer({ fetch: appOf(services).fetch })
  try {
    await listen(server, port)
  } catch (error) {
    await home.close()
    letGo()
    throw error
  }
  const worker = startWorker(home, { report: (error) => console.error(error) })
  if (sample) await addSamples(services)
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    idle: () => worker.idle(),
    async close() {
      await new Promise((resolve) => {
        server.close(resolve)
        if ('closeAllConnections' in server) server.closeAllConnections()
      })
      await worker.stop()
      await home.close()
      letGo()
    },
  }
}

/** The API and the page behind the guard. */
function appOf(services: Services): Hono {
  const api = createApi(services)
  const files = page()
  const app = new Hono()
  app.use(guard)
  app.all('/v1/*', (c) => api.fetch(c.req.raw))
  app.all('*', (c) => files.fetch(c.req.raw))
  return app
}

const listen = (server: ReturnType<typeof createAdaptorServer>, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(error.code === 'EADDRINUSE' ? busy(port) : error))
    server.listen(port, '127.0.0.1', resolve)
  })

const busy = (port: number): StratlasError =>
  new StratlasError('PORT_BUSY', `Port ${port} is in use. Stop the program there, or choose another with --port.`)
