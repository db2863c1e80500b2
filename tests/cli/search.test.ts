/**
 * Search over a real data folder: what it must find, and what it must never. A word of its own is planted in every
 * place, in real Word, PDF and Excel files; it is looked for by the window's call, by the command line (another
 * process), and in what is kept on the disk for searching.
 */
import { randomUUID } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient, type Client } from '../../shared/rpc/client';
import { unwrap } from '../../shared/result';
import type { Application } from '../../electron/compose';
import { openApplication } from '../support/built-application';
import { runCli, temporaryFolder } from '../support/cli';
import { fileSaying, plantedWord, type FileKind } from '../support/planted-words';
import { editFormBytes } from '../support/workbook';

const PERIOD = '2026-Q1';
const NOW = '2026-03-25T08:00:00+07:00';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let data = '';
let application: Application;
let client: Client;
/** Place → the word planted there. */
const found = new Map<string, string>();
const hidden = new Map<string, string>();
let planted = 0;

function plant(into: Map<string, string>, place: string): string {
  const word = plantedWord(planted);
  planted += 1;
  into.set(place, word);
  return word;
}

async function ticket(kind: FileKind, words: string, name = `tep-${planted}.${kind}`): Promise<string> {
  const bytes = await fileSaying(application.ports, kind, words);
  return unwrap(application.inputs.fromBytes([{ name, place: name, bytes }]));
}

async function plantOwn(dossierId: string, unit: string): Promise<void> {
  const own = (place: string) => plant(found, place);
  await client.command('office.saveEntry', { kind: 'unit', name: `Chi bộ ${own('the directory')}` });
  const { documentId } = unwrap(
    await client.command('document.add', {
      dossierId,
      type: 'CV',
      title: `Công văn ${own('a document’s title')}`,
      ticket: await ticket('xlsx', own('a document’s xlsx')),
    }),
  );
  await client.command('document.sign', {
    dossierId,
    documentId,
    ticket: await ticket('pdf', `Bản ký có chữ ${own('a signed pdf')}`),
  });
  await client.command('incoming.register', {
    issuer: `Ban ${own('an issuer')}`,
    subject: `về ${own('a line’s subject')}`,
    ticket: await ticket('docx', own('a docx that came in')),
  });
  unwrap(
    await client.command('ownPlan.request', {
      dossierId,
      title: `Kế hoạch ${own('a request’s title')}`,
      lastDay: '2026-04-10',
      units: [unit],
    }),
  );
}

beforeAll(async () => {
  folder = await temporaryFolder();
  data = join(folder.path, 'data');
  application = await openApplication(data, { now: NOW });
  client = createClient(
    { send: (request) => application.dispatch(request), onEvent: () => () => undefined },
    randomUUID,
  );
  unwrap(await client.command('sample.create', { units: 4, plans: 0 }));
  const source = `KẾ HOẠCH\nthực hiện ${plant(found, 'the plan’s text and file')}\nI. NỘI DUNG\n1. Duy trì nền nếp.`;
  const { dossierId } = unwrap(
    await client.command('plan.import', { ticket: await ticket('docx', source, 'ke-hoach.docx') }),
  );
  const { entries } = unwrap(await client.query('office.get', {}));
  const units = entries.filter(({ kind }) => kind === 'unit').map(({ id }) => id);
  const [one = '', two = '', three = ''] = units;
  const ask = { dossierId, title: 'Kế hoạch của đơn vị', lastDay: '2026-04-10', units: [one, two] };
  const request = unwrap(await client.command('ownPlan.request', ask));

  const secret = (place: string) => plant(hidden, place);
  const indicators = ['HN01', 'NX01', 'TL01'];
  const at = { dossierId, period: PERIOD };
  unwrap(await client.command('report.schedule', { ...at, lastDay: '2026-03-25', indicators, units }));
  unwrap(
    await client.command('report.put', {
      ...at,
      unit: one,
      values: { HN01: 3 },
      narrative: { NX01: secret('a narrative'), TL01: secret('a restricted narrative') },
      models: [{ title: secret('a model’s title'), result: secret('a model’s result') }],
      evidence: [
        await ticket('docx', secret('evidence docx')),
        await ticket('pdf', secret('evidence pdf')),
        await ticket('xlsx', secret('evidence xlsx')),
        await ticket('txt', secret('evidence txt'), `${secret('evidence’s name')}.txt`),
      ],
    }),
  );
  const forms = unwrap(await client.command('report.forms', at));
  const made = unwrap(application.outputs.take(forms.ticket)).files;
  const taken = async (index: number, values: Readonly<Record<string, number | string>>, name: string) => {
    const bytes = await editFormBytes(made[index]?.bytes ?? new Uint8Array(), values);
    const back = unwrap(application.inputs.fromBytes([{ name, place: name, bytes }]));
    return unwrap(await client.command('report.import', { tickets: [back] }));
  };
  const good = await taken(
    1,
    { ct_HN01: 2, ct_NX01: secret('a form’s text'), ct_TL01: secret('a form’s restricted text') },
    `${secret('a form’s name')}.xlsx`,
  );
  expect(good.accepted).toHaveLength(1);
  const faulty = await taken(2, { ct_HN01: 'ba', ct_NX01: secret('a faulty form’s text') }, 'loi.xlsx');
  expect(faulty.accepted).toHaveLength(0);
  unwrap(
    await client.command('ownPlan.receive', {
      dossierId,
      request: request.id,
      plans: [
        { unit: one, ticket: await ticket('docx', secret('a unit’s plan'), `${secret('its name')}.docx`) },
      ],
    }),
  );
  const question = unwrap(
    await client.command('difficulty.save', {
      dossierId,
      unit: three,
      subject: secret('a difficulty'),
      ticket: await ticket('pdf', secret('a difficulty’s file')),
    }),
  );
  unwrap(
    await client.command('difficulty.answer', {
      dossierId,
      id: question.id,
      note: secret('an answer’s note'),
      ticket: await ticket('docx', secret('an answer’s file')),
    }),
  );
  unwrap(
    await client.command('report.saveDraft', { ...at, sections: [{ code: 'I', text: secret('a draft') }] }),
  );
  // The very bytes of a unit's evidence, put beside the office's own document: still the unit's.
  const twice = secret('evidence that is also a document’s file');
  unwrap(await client.command('report.attach', { ...at, unit: one, tickets: [await ticket('docx', twice)] }));
  unwrap(
    await client.command('document.add', {
      dossierId,
      type: 'CV',
      title: 'Công văn có tệp của đơn vị',
      ticket: await ticket('docx', twice),
    }),
  );
  await plantOwn(dossierId, one);
}, 120_000);
afterAll(async () => {
  await application.close();
  await folder.remove();
});

const hitsOf = async (text: string, more: object = {}) =>
  unwrap(await client.query('search.find', { text, ...more })).hits;

describe('the window’s search', () => {
  it('finds every word of the office’s own', async () => {
    const missed: string[] = [];
    for (const [place, word] of found)
      if ((await hitsOf(word)).length === 0 || (await hitsOf(word.toLowerCase())).length === 0)
        missed.push(place);
    expect(missed).toEqual([]);
  });

  it('finds nothing of what units wrote, in texts or in files', async () => {
    expect(hidden.size).toBeGreaterThan(18);
    const told: string[] = [];
    for (const [place, word] of hidden)
      for (const whole of [true, false]) if ((await hitsOf(word, { whole })).length > 0) told.push(place);
    expect(told).toEqual([]);
  });

  it('tells a file by its name, its document and the words around, and its dossier', async () => {
    const [hit] = await hitsOf(found.get('a signed pdf') ?? '?');
    expect(hit).toMatchObject({ kind: 'file', group: 'file' });
    expect(hit?.where).toMatch(/^Bản ký của “Công văn /);
    expect(hit?.excerpt).toContain('Bản ký có chữ');
    const [start, end] = hit?.excerptMarks[0] ?? [0, 0];
    expect(hit?.excerpt.slice(start, end)).toBe(found.get('a signed pdf'));
  });

  it('keeps words of own files alone on the disk', async () => {
    const kept = await readdir(join(data, 'text'));
    expect(kept).toHaveLength(4);
    const texts = await Promise.all(kept.map((name) => readFile(join(data, 'text', name), 'utf8')));
    const all = texts.join('\n').normalize('NFC').toLowerCase();
    for (const [place, word] of hidden) expect(all.includes(word.toLowerCase()), place).toBe(false);
    expect(all).toContain((found.get('a document’s xlsx') ?? '?').toLowerCase());
  });

  it('leaves no word of a file that is removed for good, of a line neither', async () => {
    const word = found.get('a docx that came in') ?? '?';
    const [hit] = await hitsOf(word);
    if (!hit) throw new Error('not found before');
    unwrap(
      await client.command('store.purge', {
        dossierId: null,
        records: [{ table: 'entries', id: hit.id }],
        reason: 'Nhập nhầm',
      }),
    );
    for (const place of ['a docx that came in', 'a line’s subject', 'an issuer'])
      expect(await hitsOf(found.get(place) ?? '?'), place).toEqual([]);
    expect(await readdir(join(data, 'text'))).toHaveLength(3);
    const line = unwrap(await client.query('incoming.get', { id: hit.id }));
    expect(line).toMatchObject({ subject: '(đã xóa hẳn)', files: [] });
    const next = unwrap(
      await client.command('incoming.register', { issuer: 'Thành ủy', subject: 'về công tác' }),
    );
    expect(next.number).toBe(line.number + 1);
    found.delete('a docx that came in');
    found.delete('a line’s subject');
    found.delete('an issuer');
  });
});

describe('the command line', () => {
  const search = (...words: readonly string[]) => runCli(['search', ...words, '--data', data, '--json']);

  it('finds and hides the same', () => {
    const told = [...hidden].filter(([, word]) => search(word).json<unknown[]>().length > 0);
    expect(told).toEqual([]);
    for (const place of ['a signed pdf', 'the directory', 'a document’s xlsx'])
      expect(search(found.get(place) ?? '?').json<unknown[]>().length, place).toBeGreaterThan(0);
  }, 120_000);

  it('narrows by kind and year, and refuses words it does not know', () => {
    const word = found.get('the plan’s text and file') ?? '?';
    const kinds = (...more: readonly string[]) =>
      search(word, ...more)
        .json<{ kind: string }[]>()
        .map(({ kind }) => kind);
    expect(new Set(kinds())).toEqual(new Set(['plan', 'file']));
    expect(kinds('--kind', 'tep')).toEqual(['file']);
    expect(kinds('--kind', 'Kế hoạch')).toEqual(['plan']);
    expect(kinds('--year', '1999')).toEqual([]);
    expect(search('x', '--kind', 'khong-co').status).toBe(2);
    expect(search('x', '--state', 'khong-co').status).toBe(2);
    expect(search('x', '--year', 'nay').status).toBe(1);
  }, 60_000);
});
