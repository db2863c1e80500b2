import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

/** File → what it imports, and the rule that this breaks. */
const PLANTED: readonly (readonly [file: string, imports: string, rule: string])[] = [
  ['shared/app/a.ts', "import 'node:fs';", 'shared-is-pure'],
  ['shared/app/b.ts', "import type { X } from '../../electron/compose';", 'shared-is-pure'],
  ['shared/app/c.ts', "import '../../renderer/src/main';", 'shared-is-pure'],
  ['renderer/src/a.ts', "import type { X } from '../../electron/compose';", 'renderer-knows-no-host'],
  ['renderer/src/b.ts', "import 'node:path';", 'renderer-has-no-node'],
  ['electron/adapters/a.ts', "import '../../renderer/src/main';", 'electron-knows-no-window'],
  ['electron/main/a.ts', "import '../web/index';", 'hosts-are-apart'],
  ['electron/cli/a.ts', "import type { X } from '../main/index';", 'hosts-are-apart'],
  ['electron/adapters/b.ts', "import '../cli/index';", 'no-way-back-to-a-host'],
  ['electron/web/a.ts', "import { app } from 'electron';", 'only-main-and-preload-import-electron'],
  ['electron/adapters/c.ts', "import type { App } from 'electron';", 'only-main-and-preload-import-electron'],
  ['electron/adapters/d.ts', "import './e';", 'no-circles'],
  ['shared/app/d.ts', "import './is-not-there';", 'nothing-unresolved'],
];

/** What keeps every rule. */
const LAWFUL: Readonly<Record<string, string>> = {
  'electron/compose.ts': "import '../shared/app/e'; export interface X { readonly x: 1 }",
  'electron/main/index.ts':
    "import { app } from 'electron'; import '../compose'; export interface X { readonly a: typeof app }",
  'electron/web/index.ts': "import 'node:http'; import '../compose';",
  'electron/cli/index.ts': "import '../compose';",
  'electron/adapters/e.ts': "import './d';",
  'renderer/src/main.ts': "import '../../shared/app/e';",
  'shared/app/e.ts': "import 'zod';",
};

interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}
let violations: readonly Violation[] = [];

beforeAll(() => {
  const root = resolve('.');
  const folder = mkdtempSync(join(tmpdir(), 'vpdu-imports-'));
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${text}\n`);
  };
  for (const [file, text] of PLANTED) write(file, text);
  for (const [file, text] of Object.entries(LAWFUL)) write(file, text);
  for (const name of ['node_modules', 'tsconfig.base.json'])
    symlinkSync(join(root, name), join(folder, name));
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      'electron',
      'renderer',
      'shared',
    ],
    { cwd: folder, encoding: 'utf8' },
  );
  const report = JSON.parse(done.stdout) as { summary: { violations: readonly Violation[] } };
  violations = report.summary.violations;
}, 60_000);

describe('import rules', () => {
  it.each(PLANTED)('%s: %s breaks %s', (file, _imports, rule) => {
    expect(violations.filter((one) => one.from === file).map((one) => one.rule.name)).toContain(rule);
  });
  it.each(Object.keys(LAWFUL).filter((file) => file !== 'electron/adapters/e.ts'))(
    '%s breaks none',
    (file) => {
      expect(violations.filter((one) => one.from === file)).toEqual([]);
    },
  );
});
