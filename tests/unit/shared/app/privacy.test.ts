/**
 * Unique words are planted wherever a unit writes freely, and looked for wherever they must not be: search, the
 * catalogue, history, logs, today, matrix, questions, summaries, the tray, the period's package for another PC.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { officeWithSchedule } from '../../../support/test-application';
import { fillForm } from '../../../support/forms-as-models';

type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
const PERIOD = '2026-Q1';

/** No part of any of them stands anywhere by itself. */
const RESTRICTED = 'bôngvải';
const RESTRICTED_AGAIN = 'giómùa';
const PLAIN = 'đậunành';
const MODEL = 'măngtre';
const EVIDENCE = 'rơmrạ';
const FAULTY = 'cỏmay';
const TELEPHONE = '0912 345 678';

let app: Scheduled;
/** Place → everything that it told, as text. */
const told = new Map<string, string>();

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8');
const files = (ticket: string) =>
  app.ports
    .taken(ticket)
    .map(({ name, bytes }) => `${name} ${textOf(bytes)}`)
    .join('\n');

async function take(name: string, bytes: Uint8Array) {
  return app.call('report.import', { tickets: [app.ports.drop({ name, bytes })] });
}

beforeAll(async () => {
  app = await officeWithSchedule(['HN01', 'HN02', 'TD02', 'NX01', 'TL01']);
  const { dossierId, units } = app;
  const at = { dossierId, period: PERIOD };
  const offered = await app.call('report.forms', at);
  const [first, second] = app.ports.taken(offered.ticket).map(({ bytes }) => bytes);
  if (!first || !second) throw new Error('no forms');

  // Unit 1 by form, twice; unit 2's form is faulty in its restricted text; unit 3 is typed, with evidence.
  const filled = {
    HN01: 1,
    HN02: 10,
    TD02: 1,
    NX01: `Ưu điểm: ${PLAIN}, gọi ${TELEPHONE}.`,
    TL01: `Dư luận nói về ${RESTRICTED}, gọi ${TELEPHONE}.`,
    mh_1_ten: `Mô hình ${MODEL}`,
  };
  told.set('the first import', JSON.stringify(await take('một.xlsx', fillForm(first, filled))));
  const again = fillForm(first, { ...filled, TL01: `Nay nói về ${RESTRICTED_AGAIN}.` });
  told.set('the second import', JSON.stringify(await take('một – sửa.xlsx', again)));
  const faulty = fillForm(second, { HN01: 'ba mươi', TL01: `${FAULTY} `.repeat(2_000) });
  told.set('an import with faults', JSON.stringify(await take('hai.xlsx', faulty)));
  const evidence = app.ports.drop({ name: 'ảnh.jpg', bytes: Buffer.from(`\u00ff\u00d8 ${EVIDENCE}`) });
  await app.call('report.put', {
    ...at,
    unit: units[2] ?? '',
    values: { HN01: 3, TD02: 0 },
    narrative: { TL01: `Bà con nhắc ${RESTRICTED}` },
    evidence: [evidence],
  });
  await app.call('report.saveDraft', { ...at, sections: [{ code: 'I', text: 'Có {{HN02}} lượt.' }] });
  await app.call('report.close', at);

  const json = async (place: string, ask: Promise<unknown>) => told.set(place, JSON.stringify(await ask));
  for (const word of [RESTRICTED, RESTRICTED_AGAIN, PLAIN, MODEL, EVIDENCE, FAULTY])
    await json(`search for ${word}`, app.call('search.find', { text: word }));
  await json('the catalogue', app.ports.store.list('dossier'));
  await json('history', app.call('store.history', { kind: 'dossier', id: dossierId, limit: 50 }));
  await json('today', app.call('today.list', {}));
  await json('the matrix', app.call('report.matrix', { dossierId, year: 2026 }));
  await json('status', app.call('report.status', at));
  await json('totals', app.call('report.totals', at));
  await json('the closing', app.call('report.consolidation', { ...at, version: 1 }));
  await json('questions', app.call('report.questions', at));
  for (const unit of units)
    await json(`the versions of ${unit}`, app.call('report.versions', { ...at, unit }));
  await json('the tray', app.call('intake.tray', {}));
  await json('the draft', app.call('report.draft', at));
  await json('texts side by side', app.call('report.narratives', { ...at, indicator: 'NX01' }));
  await json('the list of plans', app.call('plan.list', {}));
  await json('the dossier', app.call('plan.get', { dossierId }));
  for (const format of ['xlsx', 'pdf', 'docx'] as const)
    told.set(`the summary as ${format}`, files((await app.call('export.summary', { ...at, format })).ticket));
  told.set('the fix list', files((await app.call('report.fixList', {})).ticket));
  const [packed] = app.ports.taken((await app.call('report.exportPackage', at)).ticket);
  const entries = packed ? await app.ports.zipReader.unzip(packed.bytes, packed.name) : null;
  if (entries?.ok !== true) throw new Error('no package');
  told.set('the package', entries.value.map(({ bytes }) => textOf(bytes)).join('\n'));
  told.set('the log', app.ports.logged.join('\n'));
});

const places = (word: string) => [...told].filter(([, text]) => text.includes(word)).map(([place]) => place);

describe('words on tư tưởng, dư luận', () => {
  it('stand in the unit’s own report', async () => {
    const { report } = await app.call('report.get', {
      dossierId: app.dossierId,
      period: PERIOD,
      unit: app.units[0] ?? '',
    });
    expect(report?.narrative['TL01']).toContain(RESTRICTED_AGAIN);
  });

  it('stand nowhere else: not found, listed, compared, told as changes or faults, exported or packed', () => {
    expect(places(RESTRICTED)).toEqual([]);
    expect(places(RESTRICTED_AGAIN)).toEqual([]);
    expect(places(FAULTY)).toEqual([]);
  });

  it('are not put side by side, nor taken into a draft', async () => {
    const at = { dossierId: app.dossierId, period: PERIOD };
    expect((await app.refusal('report.narratives', { ...at, indicator: 'TL01' })).code).toBe('FORBIDDEN');
    const source = { report: `${PERIOD}|${app.units[0] ?? ''}`, indicator: 'TL01', version: 1 };
    const taken = await app.refusal('report.saveDraft', {
      ...at,
      sections: [{ code: 'III.1', text: 'x', sources: [source] }],
    });
    expect(taken.code).toBe('FORBIDDEN');
  });

  it('are hidden where the kept form is opened at a figure', async () => {
    const [part] = await app.call('report.trace', {
      dossierId: app.dossierId,
      period: PERIOD,
      indicator: 'HN01',
    });
    if (!part?.file) throw new Error('no file');
    const { sha256 } = part.file;
    const sheets = (
      await app.call('report.sourceCell', { dossierId: app.dossierId, sha256, sheet: part.file.sheet })
    ).sheets;
    const shown: string[] = [];
    for (const sheet of sheets)
      shown.push(
        JSON.stringify(await app.call('report.sourceCell', { dossierId: app.dossierId, sha256, sheet })),
      );
    expect(shown.join('')).toContain(PLAIN);
    expect(shown.join('')).not.toContain(RESTRICTED_AGAIN);
  });
});

describe('units’ other words', () => {
  it('are told where a person asks for them, and found by no search', () => {
    // In history as the unit's report was, in the package with the reports; never in a summary or a list.
    expect(places(PLAIN).sort()).toEqual(['history', 'texts side by side', 'the package']);
    expect(places(MODEL).filter((place) => place.startsWith('search'))).toEqual([]);
    expect(places(EVIDENCE)).toEqual([]);
    expect(told.get(`the versions of ${app.units[0] ?? ''}`)).toContain('NX01');
    expect(told.get(`the versions of ${app.units[0] ?? ''}`)).toContain('TL01');
  });

  it('raise a question when they look like a citizen’s data, without repeating it', () => {
    expect(told.get('the first import')).toContain('personal-data');
    expect(places(TELEPHONE).sort()).toEqual(places(PLAIN).sort());
  });
});
