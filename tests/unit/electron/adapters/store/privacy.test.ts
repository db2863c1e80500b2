/**
 * Words on tư tưởng, dư luận on the disk: in the unit's own dossier, in the form itself while it waits, neither in the catalogue that lists
 * read, nor in the office's or the registers' files, nor in the log. What is told of a report's versions keeps them too.
 */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DurableStore } from '../../../../../electron/adapters/store/open-store';
import { lineLog } from '../../../../../electron/adapters/system/log';
import { linesIntoFile } from '../../../../../electron/adapters/system/log-file';
import { summarize } from '../../../../../shared/schema/summarize';
import { AT, openTestStore } from '../../../../support/store-fixtures';
import { officeWithSchedule } from '../../../../support/test-application';
import { fillForm } from '../../../../support/forms-as-models';

/** Neither stands anywhere by itself. */
const FIRST = 'bôngvải';
const SECOND = 'giómùa';
const PERIOD = '2026-Q1';

let folder: string;
let logFile: string;
let store: DurableStore;
let app: Awaited<ReturnType<typeof officeWithSchedule>>;
let unit: string;

beforeAll(async () => {
  const place = await mkdtemp(join(tmpdir(), 'vpdu-privacy-'));
  folder = join(place, 'data');
  logFile = join(place, 'log', 'vpdu.log');
  const clock = { now: () => AT };
  const log = lineLog(clock, linesIntoFile(logFile));
  store = await openTestStore({ folder, clock, log, summarize });
  app = await officeWithSchedule(['HN01', 'HN02', 'TL01'], { store, log });
  unit = app.units[0] ?? '';
  const { dossierId } = app;
  const offered = await app.call('report.forms', { dossierId, period: PERIOD });
  const [form, other] = app.ports.taken(offered.ticket).map(({ bytes }) => bytes);
  if (!form || !other) throw new Error('no forms');
  const take = (name: string, bytes: Uint8Array) =>
    app.call('report.import', { tickets: [app.ports.drop({ name, bytes })] });
  await take('một.xlsx', fillForm(form, { HN01: 1, HN02: 10, TL01: `Dư luận nói về ${FIRST}.` }));
  await take('một – sửa.xlsx', fillForm(form, { HN01: 1, HN02: 12, TL01: `Nay nói về ${SECOND}.` }));
  await take('hai.xlsx', fillForm(other, { HN01: 'ba mươi', TL01: `${FIRST} `.repeat(2_000) }));
  await app.call('report.close', { dossierId, period: PERIOD });
  log.info('the last line');
});

afterAll(async () => {
  await store.close();
  await rm(join(folder, '..'), { recursive: true, force: true });
});

/** Every file of the data folder that holds the word, in UTF-8. */
async function filesWith(word: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if ((await readFile(file)).includes(word)) found.push(relative(folder, file));
  }
  return found;
}

it('lie in the dossier’s own folder, and in the kept bytes of a faulty form, alone', async () => {
  for (const word of [FIRST, SECOND]) {
    const files = await filesWith(word);
    expect(files.length).toBeGreaterThan(0);
    expect(
      files.filter((file) => !file.includes(app.dossierId) && !file.startsWith(join('intake', 'files'))),
    ).toEqual([]);
  }
});

it('are told as kept, not repeated, among the versions of the report', async () => {
  const at = { dossierId: app.dossierId, period: PERIOD, unit };
  const { report } = await app.call('report.get', at);
  expect(report?.narrative['TL01']).toContain(SECOND);
  const versions = await app.call('report.versions', at);
  expect(versions.length).toBeGreaterThan(1);
  expect(JSON.stringify(versions)).not.toContain(FIRST);
  expect(JSON.stringify(versions)).not.toContain(SECOND);
});

it('are not in the catalogue', async () => {
  await store.close();
  const catalog = await readFile(join(folder, 'catalog.json'), 'utf8');
  expect(catalog).toContain(app.dossierId);
  expect(catalog).not.toContain(FIRST);
  expect(catalog).not.toContain(SECOND);
});

it('are not in the log', async () => {
  await expect.poll(() => readFile(logFile, 'utf8').catch(() => '')).toContain('the last line');
  const lines = await readFile(logFile, 'utf8');
  expect(lines).not.toContain(FIRST);
  expect(lines).not.toContain(SECOND);
});
