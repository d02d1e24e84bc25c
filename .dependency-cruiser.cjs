/** Direction of dependencies, as docs/decisions/0002 says: text → nothing, dimensions apart, AWS at the edge. */
const only = (name, from, to) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(lib|functions|infra|web)/', pathNot: to },
})

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: ['\\.d\\.ts$', '^web/vite\\.config\\.ts$', '^web/src/pdf-worker\\.ts$', '^lib/data/', '^fixtures/'],
      },
      to: {},
    },
    {
      name: 'no-unlisted',
      severity: 'error',
      from: {},
      to: { pathNot: '^aws-lambda$', dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown', 'undetermined'] },
    },
    {
      name: 'no-dev-at-run-time',
      severity: 'error',
      from: { path: '^(lib|functions)/', pathNot: '^lib/data/compile|^lib/gazetteer/places/build|^lib/cli/stems' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    only('text-imports-nothing', '^lib/text/', '^lib/text/'),
    only('learn-imports-nothing', '^lib/learn/', '^lib/learn/'),
    only('contract-imports-nothing', '^lib/contract/', '^lib/contract/'),
    only('inflect-on-text', '^lib/inflect/', '^lib/(inflect|text|data)/'),
    only('concepts-on-text', '^lib/concepts/', '^lib/(concepts|contract|text|data)/'),
    only('gazetteer-on-text', '^lib/gazetteer/', '^lib/(gazetteer|contract|text|inflect|data)/'),
    only('locales-on-text', '^lib/locales/', '^lib/(locales|text|inflect|data)/'),
    only('pictures-import-nothing', '^lib/pictures/', '^lib/pictures/'),
    only('ocr-on-formats', '^lib/ocr/', '^lib/(ocr|formats|pictures|language|text|contract|data)/'),
    only('extract', '^lib/extract/', '^lib/(extract|locales|concepts|gazetteer|text|contract|inflect)/'),
    only(
      'refine',
      '^lib/(refine|ties|claims|kind)/',
      '^lib/(refine|ties|claims|kind|learn|extract|locales|concepts|text|contract|inflect|data)/',
    ),
    only('profile', '^lib/profile/', '^lib/(profile|contract|text|locales|store/[^/]+\\.ts|gazetteer|concepts)'),
    only('compare', '^lib/compare/', '^lib/(compare|contract|concepts|text|store/[^/]+\\.ts|gazetteer|profile)'),
    only('web-on-contract', '^web/', '^(web/|lib/(contract|pictures)/)'),
    only('functions-on-pipeline', '^functions/', '^(functions/|lib/(pipeline|store|api|contract)/)'),
    {
      name: 'dimensions-apart',
      severity: 'error',
      from: { path: '^lib/extract/([^/]+)/' },
      to: { path: '^lib/extract/[^/]+/', pathNot: '^lib/extract/$1/' },
    },
    {
      name: 'pure-parts-do-no-io',
      severity: 'error',
      from: {
        path: '^lib/(text|inflect|locales|concepts|extract|refine|ties|claims|kind|learn|profile|compare|contract|score|pictures)/',
      },
      to: { path: '^(node:)?(fs|http|https|net|child_process|worker_threads|sqlite)', dependencyTypes: ['core'] },
    },
    {
      name: 'aws-at-the-edge',
      severity: 'error',
      from: { path: '^(lib|functions|web)/', pathNot: '^lib/store/aws/' },
      to: { path: '@aws-sdk|aws-cdk-lib' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(node_modules|cdk\\.out|web/dist)' },
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
}
