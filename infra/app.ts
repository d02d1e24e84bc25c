import { App } from 'aws-cdk-lib'
import { check } from './checks.ts'
import { Service } from './service.ts'
import { State } from './state.ts'

const app = check(new App())
const state = new State(app, 'StratlasState', { description: 'stratlas: documents and what is known of them' })
new Service(app, 'Stratlas', { state, description: 'stratlas: the steps that read documents, the API and the page' })
