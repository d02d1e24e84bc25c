import { App } from 'aws-cdk-lib'
import { Service } from './service.ts'
import { State } from './state.ts'

const app = new App()
const state = new State(app, 'StratlasState', { description: 'stratlas: documents and what is known of them' })
new Service(app, 'Stratlas', { state, description: 'stratlas: the steps that read documents, and the API' })
