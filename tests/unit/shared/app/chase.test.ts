/** Chasing as evidence: the files as made in the dossier, the record, the draft that goes on to be numbered. */
import { describe, expect, it } from 'vitest';
import { officeWithSchedule } from '../../../support/test-application';

const PERIOD = '2026-Q1';

async function late() {
  const app = await officeWithSchedule();
  app.ports.at('2026-03-30T08:00:00+07:00');
  const [a = '', b = '', c = ''] = app.units;
  await app.call('report.put', { dossierId: app.dossierId, period: PERIOD, unit: a, values: { HN01: 1 } });
  return { ...app, a, b, c, place: { dossierId: app.dossierId, period: PERIOD } };
}

describe('who owes', () => {
  it('lists units with what they owe and the step proposed', async () => {
    const app = await late();
    const { units } = await app.call('report.owing', { dossierId: null });
    expect(units.map(({ unit, owes }) => [unit, owes.map(({ daysLate, next }) => [daysLate, next])])).toEqual(
      [
        [app.b, [[5, 1]]],
        [app.c, [[5, 1]]],
      ],
    );
    expect((await app.refusal('report.owing', { dossierId: 'khong-co' })).code).toBe('NOT_FOUND');
  });

  it('writes a text per unit and proposes a working day for the letter', async () => {
    const app = await late();
    const texts = await app.call('report.chaseTexts', { places: [{ ...app.place, units: [app.c] }] });
    expect(texts.units.map(({ unit }) => unit)).toEqual([app.c]);
    expect(texts.units[0]?.message).toContain('Chi bộ Tổ dân phố số 3');
    expect(texts.proposedLastDay).toBe('2026-04-01');
    expect(
      (await app.refusal('report.chaseTexts', { places: [{ ...app.place, period: '2027' }] })).code,
    ).toBe('NOT_FOUND');
  });
});

describe('recording a step', () => {
  it('skips no step silently: names the units, and keeps the reason of a person who insists', async () => {
    const app = await late();
    await app.call('report.recordChase', { places: [{ ...app.place, units: [app.b] }], level: 1 });
    const units = [app.b, app.c];
    const refused = await app.refusal('report.recordChase', { places: [{ ...app.place, units }], level: 3 });
    expect(refused.code).toBe('CONFLICT');
    expect(refused.details?.['skipped']).toMatchObject([
      { unit: app.b, missing: [2], notDue: false },
      { unit: app.c, missing: [1, 2], notDue: false },
    ]);
    expect(refused.message).toContain('chưa có lần 1, lần 2');
    expect(await app.call('report.chases', { dossierId: app.dossierId })).toHaveLength(1);
    // The rest: the one unit that was reminded may have its letter.
    await app.call('report.recordChase', { places: [{ ...app.place, units: [app.b] }], level: 2 });
    const skipReason = 'Thường trực yêu cầu báo cáo ngay';
    await app.call('report.recordChase', { places: [{ ...app.place, units }], level: 3, skipReason });
    const kept = await app.call('report.chases', { dossierId: app.dossierId });
    const byLevel = kept
      .map((chase) => [chase.level, chase.skipReason])
      .sort(([one], [other]) => Number(one) - Number(other));
    expect(byLevel).toEqual([
      [1, undefined],
      [2, undefined],
      [3, skipReason],
    ]);
  });

  it('urges nobody by letter of whom nothing is late, not even with a reason', async () => {
    const app = await late();
    app.ports.at('2026-03-20T08:00:00+07:00');
    const refused = await app.refusal('report.recordChase', {
      places: [{ ...app.place, units: [app.b] }],
      level: 2,
      skipReason: 'Cần gấp',
    });
    expect(refused.message).toContain('chưa quá hạn');
  });

  it('leaves a draft that waits for its number under the day it was made, not the plan’s', async () => {
    const app = await late();
    await app.call('plan.acceptItems', { dossierId: app.dossierId, itemIds: null });
    await app.call('plan.finishReview', { dossierId: app.dossierId });
    await app.call('report.recordChase', { places: [app.place], level: 2, skipReason: 'Đã nhắc ở giao ban' });
    const waiting = (await app.call('today.list', {})).items.filter(({ kind }) => kind === 'register');
    expect(waiting.map(({ date }) => date)).toContain('2026-03-30');
  });

  it('keeps the texts of lần 1 and moves the proposal on', async () => {
    const app = await late();
    const done = await app.call('report.recordChase', { places: [app.place], level: 1, on: '2026-03-28' });
    expect(done).toMatchObject({ document: null, units: [app.b, app.c] });
    const [chase] = await app.call('report.chases', { dossierId: app.dossierId, period: PERIOD });
    expect(chase).toMatchObject({
      level: 1,
      on: '2026-03-28',
      channel: 'Zalo',
      unitIds: [app.b, app.c],
      fileName: 'Nhắc nộp báo cáo 30-03-2026.txt',
    });
    const dossier = await app.call('plan.get', { dossierId: app.dossierId });
    expect(dossier.files.find(({ id }) => id === chase?.file)).toMatchObject({
      role: 'chase',
      extension: 'txt',
    });
    const { units } = await app.call('report.owing', { dossierId: null });
    expect(units.map(({ owes }) => owes[0]?.next)).toEqual([2, 2]);
    const { groups } = await app.call('report.matrix', { dossierId: null, year: 2026 });
    expect(groups.flatMap(({ rows }) => rows.map(({ cells }) => cells[0]?.chased ?? null))).toEqual([
      null, { level: 1, on: '2026-03-28' }, { level: 1, on: '2026-03-28' },
    ]); // prettier-ignore
  });

  it('is told in the unit’s own report, in the order in which it was done, also when the report has come in', async () => {
    const app = await late();
    const units = [app.b];
    await app.call('report.recordChase', {
      places: [{ ...app.place, units }],
      level: 2,
      skipReason: 'Đã nhắc ở giao ban',
    });
    await app.call('report.recordChase', {
      places: [{ ...app.place, units }],
      level: 1,
      on: '2026-03-28',
      channel: 'Zalo',
    });
    await app.call('report.put', { ...app.place, unit: app.b, values: { HN01: 1 } });
    const told = async (unit: string) =>
      (await app.call('report.get', { ...app.place, unit })).chases.map(({ level, on, channel }) => [
        level,
        on,
        channel,
      ]);
    expect(await told(app.b)).toEqual([
      [1, '2026-03-28', 'Zalo'],
      [2, '2026-03-30', 'Công văn'],
    ]);
    expect(await told(app.c)).toEqual([]);
  });

  it('keeps the letter byte for byte and makes it a draft that can be numbered and sent', async () => {
    const app = await late();
    const done = await app.call('report.recordChase', {
      places: [{ ...app.place, units: [app.b] }],
      level: 2,
      skipReason: 'Đã nhắc ở giao ban',
      note: 'Gửi qua văn thư',
    });
    const documents = await app.call('document.list', { dossierId: app.dossierId });
    const letter = documents.find(({ id }) => id === done.document?.documentId);
    expect(letter).toMatchObject({
      type: 'CV',
      status: 'draft',
      title: 'về việc đôn đốc nộp báo cáo quý I năm 2026',
    });
    const [record] = done.records;
    expect(letter?.files).toEqual([record?.file]);
    const { proposed } = await app.call('document.get', {
      dossierId: app.dossierId,
      documentId: letter?.id ?? '',
    });
    expect(proposed).toEqual({ because: 'chasing', entryIds: [app.b], channels: [] });
    const offered = await app.call('file.get', { dossierId: app.dossierId, sha256: record?.file ?? '' });
    expect(offered.files[0]?.sha256).toBe(record?.file);
    const numbered = await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId: letter?.id ?? '',
      number: null,
      date: '2026-03-30',
    });
    expect(numbered.numberText).toBe('01-CV/ĐU');
    const [chase] = await app.call('report.chases', { dossierId: app.dossierId });
    expect(chase).toMatchObject({
      level: 2,
      numberText: '01-CV/ĐU',
      newLastDay: '2026-04-01',
      note: 'Gửi qua văn thư',
    });
  });

  it('reports to the Thường trực under the own letterhead of the office, in a series of its own', async () => {
    const app = await late();
    const done = await app.call('report.recordChase', {
      places: [app.place],
      level: 3,
      format: 'pdf',
      skipReason: 'Đã nhắc ở giao ban',
    });
    const documentId = done.document?.documentId ?? '';
    const numbered = await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId,
      number: null,
      date: '2026-03-30',
    });
    expect(numbered.numberText).toBe('01-BC/VPĐU');
    expect(done.fileName).toBe('Báo cáo tình hình nộp báo cáo quý I năm 2026 30-03-2026.pdf');
  });

  it('is one letter over several plans, kept in each of their dossiers, and taken back by undo', async () => {
    const app = await late();
    const second = await app.call('plan.import', { text: 'KẾ HOẠCH\nthử thứ hai\nI. MỤC ĐÍCH\n1. Thử' });
    await app.call('report.schedule', {
      dossierId: second.dossierId,
      period: '2026-02',
      lastDay: '2026-03-20',
      units: [app.c],
      indicators: ['HN01'],
    });
    const places = [app.place, { dossierId: second.dossierId, period: '2026-02' }];
    const done = await app.call('report.recordChase', {
      places,
      level: 2,
      skipReason: 'Đã nhắc ở giao ban',
    });
    expect(done.records.map(({ dossierId }) => dossierId)).toEqual([app.dossierId, second.dossierId]);
    expect(new Set(done.records.map(({ file }) => file)).size).toBe(1);
    expect(done.document?.dossierId).toBe(app.dossierId);
    const [other] = await app.call('report.chases', { dossierId: second.dossierId });
    expect(other).toMatchObject({ document: done.document, unitIds: [app.c] });
    for (const { dossierId } of done.records)
      await app.call('store.undo', { kind: 'dossier', id: dossierId, revision: null });
    expect(await app.call('report.chases', { dossierId: second.dossierId })).toEqual([]);
    expect((await app.call('document.list', { dossierId: app.dossierId })).length).toBe(1);
  });

  it('refuses a day to come, a day gone by as new last day, and units that owe nothing', async () => {
    const app = await late();
    const ask = (more: object) =>
      app.refusal('report.recordChase', {
        places: [app.place],
        level: 2,
        skipReason: 'Đã nhắc ở giao ban',
        ...more,
      });
    expect((await ask({ on: '2026-04-02' })).fieldErrors?.['on']).toBeDefined();
    expect((await ask({ on: '2026-02-30' })).fieldErrors?.['on']).toBeDefined();
    expect((await ask({ newLastDay: '2026-03-29' })).fieldErrors?.['newLastDay']).toBeDefined();
    expect((await ask({ places: [{ ...app.place, units: [app.a] }] })).code).toBe('CONFLICT');
    expect(await app.call('report.chases', { dossierId: app.dossierId })).toEqual([]);
  });
});

describe('files to look at', () => {
  it('makes list, letter and report, keeps nothing', async () => {
    const app = await late();
    for (const [product, format] of [
      ['sheet', 'pdf'],
      ['sheet', 'xlsx'],
      ['letter', 'docx'],
      ['report', 'pdf'],
    ] as const) {
      // prettier-ignore
      const made = await app.call('report.chaseFile', { places: [app.place], product, format });
      expect(made.units).toEqual([app.b, app.c]);
      expect(made.suggestedName.endsWith(`.${format}`)).toBe(true);
    }
    expect(
      (await app.refusal('report.chaseFile', { places: [app.place], product: 'letter', format: 'xlsx' }))
        .code,
    ).toBe('BAD_REQUEST');
    expect(await app.call('report.chases', { dossierId: app.dossierId })).toEqual([]);
  });

  it('prints the matrix, with the day and the rate over units whose day has come', async () => {
    const app = await late();
    for (const format of ['pdf', 'xlsx'] as const)
      expect(
        (await app.call('report.matrixFile', { dossierId: null, year: 2026, format })).suggestedName,
      ).toBe(`Bảng theo dõi báo cáo 2026.${format}`);
    expect(
      (await app.refusal('report.matrixFile', { dossierId: null, year: 2030, format: 'pdf' })).code,
    ).toBe('NOT_FOUND');
  });
});
