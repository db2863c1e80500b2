/**
 * Every date is Vietnam's, wherever the PC thinks it is: the same office, the same commands in three time zones, ten
 * minutes after midnight in Vietnam (still yesterday elsewhere), give the same answers and the same bytes.
 */
import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCli, temporaryFolder } from '../support/cli';

const ZONES = ['Asia/Ho_Chi_Minh', 'UTC', 'America/Los_Angeles'] as const;
const NOW = '2026-03-17T00:10:00+07:00';
const PERIOD = '2026-Q1';

interface Played {
  /** Command → what it printed, folders taken out. */
  readonly answers: ReadonlyMap<string, string>;
  /** File → sha256. */
  readonly files: ReadonlyMap<string, string>;
}

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const played = new Map<string, Played>();

/** A conference of today (yesterday elsewhere) with its end, its invitation, its attendance. */
function conference(call: Call, id: string, place: string, out: string): void {
  const parts = join(place, 'conference.json');
  const present = join(place, 'present.json');
  writeFileSync(
    parts,
    JSON.stringify({ place: 'Hội trường', participants: [{ words: 'Khách mời', seats: 4 }] }),
  );
  writeFileSync(present, JSON.stringify({ 'Khách mời': { present: 3, excused: 1 } }));
  const first = ['--conference', '1'];
  const day = ['--day', '2026-03-17', '--time', '00:05', '--end', '01:00'];
  call('conference.schedule', 'conference', 'schedule', id, ...first, ...day);
  call('conference.save', 'conference', 'save', id, ...first, '--values', parts);
  call('conference.attend', 'conference', 'attend', id, ...first, '--values', present);
  call('conference.list', 'conference', 'list', id);
  for (const format of ['docx', 'pdf'])
    call(
      `invitation.${format}`,
      ...[
        'conference',
        'invite',
        id,
        ...first,
        '--format',
        format,
        '--out',
        join(out, `invitation.${format}`),
      ],
    );
}

type Call = (name: string, ...words: string[]) => string;

async function play(zone: string, place: string): Promise<Played> {
  const answers = new Map<string, string>();
  const data = join(place, 'data');
  const out = join(place, 'out');
  const call = (name: string, ...words: string[]): string => {
    const run = runCli([...words, '--data', data, '--now', NOW, '--json'], { env: { TZ: zone } });
    expect(run.status, `${zone}: ${name}: ${run.stderr}`).toBe(0);
    answers.set(name, run.stdout.replaceAll(place, '<place>'));
    return run.stdout;
  };
  const made = call(
    'sample',
    ...['sample', 'create', '--units', '6', '--plans', '1', '--years', '1', '--seed', '3'],
  );
  const { dossierIds } = JSON.parse(made) as { dossierIds: string[] };
  const id = dossierIds[0] ?? '';
  const values = join(place, 'values.json');
  await writeFile(values, JSON.stringify({ HN01: 4, HN02: 120 }));
  call('schedule', 'report', 'schedule', id, '--period', 'DX-2026-001', '--due', '2026-03-17');
  const { units } = JSON.parse(call('before', 'report', 'status', id, '--period', 'DX-2026-001')) as {
    units: { unit: string }[];
  };
  const unit = units[0]?.unit ?? '';
  call('put', ...['report', 'put', id, '--unit', unit, '--period', 'DX-2026-001', '--values', values]);
  call('status', 'report', 'status', id, '--period', 'DX-2026-001');
  call('quarter', 'report', 'totals', id, '--period', PERIOD, '--cumulative');
  call('forms', 'report', 'form', id, '--period', PERIOD, '--out', join(out, 'forms'));
  for (const format of ['xlsx', 'pdf', 'docx'])
    call(
      `summary.${format}`,
      ...['export', 'summary', '--period', PERIOD, '--plan', id, '--format', format],
      ...['--out', join(out, `summary.${format}`)],
    );
  call(
    'plan',
    ...['plan', 'export', id, '--profile', 'hd36', '--format', 'pdf', '--out', join(out, 'plan.pdf')],
  );
  call(
    'register',
    ...['register', 'export', '--book', 'di', '--year', '2026', '--format', 'xlsx'],
    ...['--out', join(out, 'register.xlsx')],
  );
  conference(call, id, place, out);
  for (const format of ['ics', 'xlsx', 'pdf'])
    call(
      `calendar.${format}`,
      ...['calendar', 'export', '--from', '2026-01-01', '--to', '2026-12-31', '--format', format],
      ...['--out', join(out, `calendar.${format}`)],
    );
  const files = new Map<string, string>();
  for (const entry of (await readdir(out, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  )) {
    const path = join(entry.parentPath, entry.name);
    files.set(
      path.slice(out.length),
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex'),
    );
  }
  return { answers, files };
}

beforeAll(async () => {
  folder = await temporaryFolder();
  for (const [index, zone] of ZONES.entries())
    played.set(zone, await play(zone, join(folder.path, `zone-${index}`)));
}, 300_000);

afterAll(async () => folder.remove());

const at = (zone: string): Played => {
  const one = played.get(zone);
  if (!one) throw new Error(`${zone} was not played`);
  return one;
};

describe('ten minutes after midnight in Vietnam', () => {
  test('a report received then is received today, on its last day: on time', () => {
    const status = JSON.parse(at('Asia/Ho_Chi_Minh').answers.get('status') ?? '{}') as {
      onTime: number;
      units: { receivedAt: string | null; state: string }[];
    };
    expect(status.onTime).toBe(1);
    expect(status.units.find(({ state }) => state === 'on-time')?.receivedAt).toMatch(/^2026-03-17/);
  });

  test.each(ZONES.slice(1))('%s gives the same answers to every command', (zone) => {
    expect([...at(zone).answers]).toEqual([...at('Asia/Ho_Chi_Minh').answers]);
  });

  test.each(ZONES.slice(1))('%s writes the same bytes into every file', (zone) => {
    expect(at('Asia/Ho_Chi_Minh').files.size).toBeGreaterThan(8);
    expect([...at(zone).files]).toEqual([...at('Asia/Ho_Chi_Minh').files]);
  });
});
