import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type App, CloudFormationValidatePlugin, type IPolicyValidationPlugin, Validations } from 'aws-cdk-lib'
import { AwsSolutionsChecks } from 'cdk-nag'

/** Makes the synthesis of an app fail where a template breaks our own rules or those of AWS Solutions. */
export function check(app: App): App {
  const content = readFileSync(join(import.meta.dirname, 'rules.guard'), 'utf8')
  Validations.of(app).addPlugins(
    new CloudFormationValidatePlugin({ guardRules: [{ name: 'stratlas', content }] }) as IPolicyValidationPlugin,
    new AwsSolutionsChecks(app),
  )
  return app
}
