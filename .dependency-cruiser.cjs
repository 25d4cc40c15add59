/**
 * The import table of the design, kept by a machine. Each rule says who may import what; everything else is refused.
 * Tests are free to reach for what they need, except across the process boundary.
 */
const TEST = '\\.(test|fixture)\\.(ts|mjs)$'
const NODE_PACKAGES = '(^|/)node_modules/'

/** Pure libraries without Node, DOM, clock or chance that the domain may use; each was read before it was listed. */
const PURE_LIBRARIES = ['diff', 'tinyld']

/**
 * @param {string} name of the layer
 * @param {{ from: string, layers: string[], packages?: string[] | 'any', node?: boolean, electron?: boolean, why: string }} layer
 *   `layers` are path patterns it may import beside itself
 */
function layer(name, { from, layers, packages = [], node = false, electron = false, why }) {
  const source = { path: from, pathNot: TEST }
  const allowed = [from, ...layers]
  const packagePattern = (list) => list.map((entry) => `${NODE_PACKAGES}(@types/)?${entry}(/|$)`)
  const libraries = [...packages, ...(electron ? ['electron'] : [])]
  return [
    {
      name: `${name}-layers`,
      comment: why,
      severity: 'error',
      from: source,
      to: { path: '^(src-main|src-renderer|seeds|e2e|scripts|bench)/', pathNot: allowed },
    },
    ...(packages === 'any'
      ? [
          {
            name: `${name}-no-electron`,
            comment: why,
            severity: 'error',
            from: source,
            to: { path: packagePattern(['electron']) },
          },
        ]
      : [
          {
            name: `${name}-packages`,
            comment: why,
            severity: 'error',
            from: source,
            to: {
              dependencyTypes: ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg'],
              pathNot: packagePattern(libraries),
            },
          },
        ]),
    ...(node
      ? []
      : [
          { name: `${name}-no-node`, comment: why, severity: 'error', from: source, to: { dependencyTypes: ['core'] } },
        ]),
  ]
}

const MAIN = '^src-main/'
const domain = '^src-main/domain/'
const contract = '^src-main/contract/'
const rpc = '^src-main/rpc/'

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(virtual:|electron$)' },
    },
    {
      name: 'sqlite-only-in-sql',
      comment: 'SQLite has one door: src-main/sql.',
      severity: 'error',
      from: { path: MAIN, pathNot: ['^src-main/sql/', TEST] },
      to: { path: `${NODE_PACKAGES}better-sqlite3/` },
    },
    ...layer('domain', {
      from: domain,
      layers: [],
      packages: PURE_LIBRARIES,
      why: 'The domain is pure: it decides, and imports nothing that acts.',
    }),
    ...layer('contract', {
      from: contract,
      layers: [domain],
      packages: ['zod'],
      why: 'The contract is what processes share: schemas and names, no code that acts.',
    }),
    ...layer('rpc', {
      from: rpc,
      layers: [contract],
      why: 'rpc carries any call over any port and knows only the contract.',
    }),
    // sql opens files: it makes folders, sets their rights and copies backups by node:.
    ...layer('sql', {
      from: '^src-main/sql/',
      layers: [domain],
      packages: ['better-sqlite3'],
      node: true,
      why: 'sql is the narrow door to the corpus: it knows the domain and SQLite.',
    }),
    ...layer('engine', {
      from: '^src-main/engine/',
      layers: ['^src-main/sql/', domain, contract, rpc],
      packages: 'any',
      node: true,
      why: 'The engine is plain Node: the command line runs the same code without Electron.',
    }),
    ...layer('cli', {
      from: '^src-main/cli/',
      layers: ['^src-main/engine/', '^src-main/sql/', domain, contract],
      packages: 'any',
      node: true,
      why: 'The command line is the engine without a window.',
    }),
    ...layer('app', {
      from: '^src-main/app/',
      layers: [contract, rpc],
      packages: ['zod'],
      node: true,
      electron: true,
      why: 'Electron main introduces page and engine to each other and stays out of the data; zod checks the files it keeps.',
    }),
    // The page's end of a call is rpc's client; names, error codes and types are all of the contract a sandboxed preload needs.
    ...layer('preload', {
      from: '^src-main/preload/',
      layers: ['^src-main/contract/(names|errors)\\.ts$', rpc],
      packages: [],
      electron: true,
      why: 'The preload offers named calls and nothing more; zod stays out of it.',
    }),

    ...layer('bridge', {
      from: '^src-renderer/bridge/',
      layers: [contract, domain],
      packages: ['vue', 'zod'],
      why: 'The bridge is the page’s only way out, typed by the contract.',
    }),
    ...layer('ui', {
      from: '^src-renderer/ui/',
      layers: ['^src-renderer/styles/'],
      packages: ['vue', '@vueuse/core', 'reka-ui', '@lucide/vue', '@tanstack/vue-virtual'],
      why: 'ui takes props and emits events; it knows no feature and no store.',
    }),
    {
      name: 'feature-through-its-store',
      comment: 'A feature speaks to another one only through its store.',
      severity: 'error',
      from: { path: '^src-renderer/features/([^/]+)/', pathNot: TEST },
      to: { path: '^src-renderer/features/', pathNot: ['^src-renderer/features/$1/', '(^|/)[^/]*store\\.ts$'] },
    },
    {
      name: 'features-layers',
      comment: 'A feature knows the bridge, ui, the contract and the domain.',
      severity: 'error',
      from: { path: '^src-renderer/features/', pathNot: TEST },
      to: {
        path: '^(src-main|src-renderer|seeds|e2e|scripts)/',
        pathNot: ['^src-renderer/(features|bridge|ui|styles)/', domain, contract],
      },
    },
    {
      name: 'page-no-node',
      comment: 'The page is sandboxed: no Node, no Electron, no SQLite.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'page-no-electron',
      comment: 'The page is sandboxed: no Node, no Electron, no SQLite.',
      severity: 'error',
      from: { path: '^src-renderer/' },
      to: { path: `${NODE_PACKAGES}(electron|better-sqlite3)/` },
    },
    {
      name: 'page-no-processes',
      comment: 'The page shares the contract and the pure domain with the other processes, nothing else.',
      severity: 'error',
      from: { path: '^src-renderer/', pathNot: TEST },
      to: { path: MAIN, pathNot: [domain, contract] },
    },
    {
      name: 'e2e-from-outside',
      comment: 'End-to-end tests see what a person sees: the seeds and the window, never the application’s code.',
      severity: 'error',
      from: { path: '^e2e/' },
      to: { path: '^(src-main|src-renderer|scripts|bench)/' },
    },
    {
      name: 'no-tests-in-product',
      comment: 'The product never imports a test.',
      severity: 'error',
      from: { pathNot: [TEST, '^e2e/'] },
      to: { path: [TEST, '^e2e/', `${NODE_PACKAGES}(vitest|fast-check|@playwright|@vue/test-utils)/`] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.vue', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
    builtInModules: { add: [] },
  },
}
