import { defineConfig } from 'eslint/config'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import tseslint from 'typescript-eslint'

const NETWORK_MODULES = ['http', 'https', 'http2', 'net', 'tls', 'dns', 'dgram'].flatMap((name) => [
  name,
  `node:${name}`,
])
const NETWORK_GLOBALS = ['fetch', 'WebSocket', 'XMLHttpRequest', 'EventSource'].map((name) => ({
  name,
  message: 'Nothing leaves the machine: Dateline opens no connection.',
}))

const noNetworkModules = NETWORK_MODULES.map((name) => ({
  name,
  message: 'Nothing leaves the machine: Dateline opens no connection.',
}))
const noElectronNet = {
  name: 'electron',
  importNames: ['net'],
  message: 'Nothing leaves the machine: read files with node:fs.',
}
const noRawIpc = {
  name: 'electron',
  importNames: ['net', 'ipcRenderer', 'contextBridge'],
  message: 'The page and the engine speak through the contract: ipcRenderer belongs to src-main/preload alone.',
}

const CLOCK = 'The domain is pure: hand the time in as a value.'
const CHANCE = 'The domain is pure: hand the seed or the id in as a value.'

/** `list[i]!` or `list.at(-1)!` after a check of the length is how noUncheckedIndexedAccess is met; any other `!` is a guess. */
const noGuess = {
  selector:
    "TSNonNullExpression[expression.type!='MemberExpression']:not([expression.callee.property.name='at']), TSNonNullExpression[expression.computed=false]",
  message: 'Say what happens when it is missing, instead of asserting that it is not.',
}

/** Core rules for plain JavaScript, where no compiler looks. */
const javascriptRules = {
  'no-undef': 'error',
  'no-unused-vars': 'error',
  'no-redeclare': 'error',
  'no-dupe-keys': 'error',
  'no-unreachable': 'error',
  'no-fallthrough': 'error',
  'no-empty': 'error',
  'no-self-assign': 'error',
  'no-unsafe-finally': 'error',
  'require-yield': 'error',
  'use-isnan': 'error',
  'valid-typeof': 'error',
}

const commonRules = {
  eqeqeq: 'error',
  'no-var': 'error',
  'prefer-const': ['error', { ignoreReadBeforeAssign: true }],
  'object-shorthand': 'error',
  'no-eval': 'error',
  'no-implied-eval': 'error',
  'no-new-func': 'error',
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
}

const typescriptRules = {
  '@typescript-eslint/ban-ts-comment': [
    'error',
    { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
  ],
  '@typescript-eslint/no-non-null-assertion': 'off',
  'no-restricted-syntax': ['error', noGuess],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
  // The compiler's noUnusedLocals says the same, and understands `_` the same way.
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' },
  ],
}

const typeAwareRules = {
  '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
  '@typescript-eslint/no-confusing-void-expression': [
    'error',
    { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
  ],
  // Services here are objects of closures and have no `this` to lose.
  '@typescript-eslint/unbound-method': 'off',
  // Text is walked by code point on purpose, and a row's type is named where it is read.
  '@typescript-eslint/no-misused-spread': 'off',
  '@typescript-eslint/no-unnecessary-type-parameters': 'off',
  // Electron's classes are handed out by its own functions.
  '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

const typeAware = { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } }

export default defineConfig(
  {
    ignores: [
      'out/',
      'dist/',
      'node_modules/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'bench/node_modules/',
      '**/.cache/',
    ],
  },
  // A rule that is wrong somewhere is changed here, in the open, and not switched off in passing.
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  { rules: commonRules },
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: { ...globals.node } },
    rules: javascriptRules,
  },
  {
    files: ['src-main/**/*.ts', 'e2e/**/*.ts', 'seeds/**/*.ts', '*.config.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: typeAware,
    rules: { ...typescriptRules, ...typeAwareRules },
  },
  { files: ['scripts/**/*.ts'], extends: [tseslint.configs.strict], rules: typescriptRules },
  {
    files: ['src-renderer/**/*.ts'],
    extends: [tseslint.configs.strict],
    languageOptions: typeAware,
    rules: {
      ...typescriptRules,
      // Types from .vue files are any to this parser (vue-tsc checks them), so only what works without them is type-aware here.
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
    },
  },
  {
    files: ['src-renderer/**/*.vue'],
    extends: [tseslint.configs.strict, vue.configs['flat/recommended']],
    languageOptions: { parserOptions: { parser: tseslint.parser }, globals: globals.browser },
    rules: {
      ...typescriptRules,
      'vue/no-v-html': 'error',
      'vue/block-lang': ['error', { script: { lang: 'ts' } }],
      'vue/component-api-style': ['error', ['script-setup']],
      'vue/define-props-declaration': ['error', 'type-based'],
      'vue/define-emits-declaration': ['error', 'type-based'],
      'vue/no-unused-refs': 'error',
      'vue/multi-word-component-names': 'off',
    },
  },
  {
    // Text from articles is hostile: it reaches the page as text nodes only.
    files: ['src-renderer/**/*.{ts,vue}'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS],
      'no-restricted-imports': ['error', { paths: [noRawIpc] }],
      'no-restricted-syntax': [
        'error',
        noGuess,
        {
          selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
          message: 'Article text is hostile: build nodes, or use textContent.',
        },
        {
          selector: 'CallExpression > MemberExpression[property.name=/^(insertAdjacentHTML|sendBeacon)$/]',
          message: 'Article text is hostile and nothing leaves the machine.',
        },
      ],
    },
  },
  {
    files: ['src-main/**/*.ts'],
    ignores: ['src-main/preload/**'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS],
      'no-restricted-imports': ['error', { paths: [...noNetworkModules, noRawIpc] }],
    },
  },
  {
    files: ['src-main/preload/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...NETWORK_GLOBALS],
      'no-restricted-imports': ['error', { paths: [...noNetworkModules, noElectronNet] }],
    },
  },
  {
    files: ['src-main/domain/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: CLOCK },
        { object: 'performance', property: 'now', message: CLOCK },
        { object: 'Math', property: 'random', message: CHANCE },
        { object: 'crypto', property: 'randomUUID', message: CHANCE },
      ],
      'no-restricted-syntax': [
        'error',
        noGuess,
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: CLOCK },
      ],
      'no-restricted-globals': [
        'error',
        ...NETWORK_GLOBALS,
        ...[
          'process',
          'Buffer',
          'document',
          'window',
          'navigator',
          'setTimeout',
          'setInterval',
          'queueMicrotask',
          'console',
        ].map((name) => ({
          name,
          message: 'The domain is pure: it decides, others act.',
        })),
      ],
    },
  },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        noGuess,
        {
          selector: "CallExpression > MemberExpression[property.name='waitForTimeout']",
          message: 'A sleep hides a race: wait for what the person would wait for.',
        },
        {
          selector: "CallExpression[callee.name='setTimeout']",
          message: 'A sleep hides a race: wait for what the person would wait for.',
        },
        {
          selector: "CallExpression[callee.object.name='test'][callee.property.name='only']",
          message: 'All tests run.',
        },
        {
          selector: "CallExpression[callee.object.name='test'][callee.property.name='skip'][arguments.length<2]",
          message: 'A skipped test prints its reason: test.skip(condition, reason).',
        },
      ],
    },
  },
  {
    files: ['**/*.test.ts'],
    rules: {
      // Tests reach into results they have just proved to be there.
      'no-restricted-syntax': 'off',
    },
  },
  // Tables of data are as long as what they list.
  { files: ['src-main/domain/**/lexicon/**', 'src-main/domain/**/*-weights.ts'], rules: { 'max-lines': 'off' } },
  prettier,
)
