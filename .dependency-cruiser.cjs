// Import rules: who may know whom (docs: CONTRIBUTING.md). `npm run check:imports`; tests/unit/repository plants faults.
/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-is-pure',
      comment: 'shared/ imports shared/ and pure packages alone: no node:*, no electron/, no renderer/.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '(^|/)node_modules/(zod|minisearch)/'] },
    },
    {
      name: 'renderer-knows-no-host',
      comment: 'The window talks over RPC: it never imports electron/.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^electron/' },
    },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'electron-knows-no-window',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'hosts-are-apart',
      comment:
        'main, web and cli (and preload) never import one another: what they share lies in electron/host.',
      severity: 'error',
      from: { path: '^electron/(main|preload|web|cli)/' },
      to: { path: '^electron/(main|preload|web|cli)/', pathNot: '^electron/$1/' },
    },
    {
      name: 'no-way-back-to-a-host',
      comment: 'Adapters and compose.ts serve all hosts, so they know none.',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(main|preload|web|cli)/' },
      to: { path: '^electron/(main|preload|web|cli)/' },
    },
    {
      name: 'only-main-and-preload-import-electron',
      comment: 'Importing electron elsewhere starts a download.',
      severity: 'error',
      from: { pathNot: '^electron/(main|preload)/' },
      to: { path: ['node_modules/electron/', '^electron$'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '(\\?(nodeWorker|asset|modulePath|url|raw)|^vite/client)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
