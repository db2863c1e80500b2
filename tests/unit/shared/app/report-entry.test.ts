import { describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../../../shared/ports/system';
import { officeWithSchedule } from '../../../support/test-application';

type Scheduled = Awaited<ReturnType<typeof officeWithSchedule>>;
const PERIOD = '2026-Q1';
const at = (app: Scheduled, unit = 0) => ({
  dossierId: app.dossierId,
  period: PERIOD,
  unit: app.units[unit] ?? '',
});
const FIGURES = { HN01: 2, HN02: 100, DV01: 50, DV02: 45 };
const encode = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));

describe('many units at once', () => {
  const inPeriod = (app: Scheduled) => ({ dossierId: app.dossierId, period: PERIOD });

  it('is one commit a unit; a fault stops no other and names its figure', async () => {
    const app = await officeWithSchedule();
    const before = (await app.call('report.sheet', inPeriod(app))).revision;
    const { results, cancelled } = await app.call('report.putMany', {
      ...inPeriod(app),
      rows: [
        { unit: app.units[0] ?? '', values: FIGURES },
        { unit: app.units[1] ?? '', values: { DV01: 10, DV02: 11 } },
        { unit: app.units[2] ?? '', values: {}, nil: true, nilSaidBy: 'Bí thư', nilHow: 'Zalo' },
      ],
    });
    expect(cancelled).toBe(false);
    expect(results.map(({ outcome, version }) => [outcome, version])).toEqual([
      ['first', 1],
      ['refused', null],
      ['first', 1],
    ]);
    expect(results[1]?.faults).toMatchObject([{ indicator: 'DV02' }]);
    const sheet = await app.call('report.sheet', inPeriod(app));
    expect(sheet.revision).toBe(before + 2);
    expect(sheet.rows.map(({ version, nilHow }) => [version, nilHow])).toEqual([
      [1, ''],
      [0, ''],
      [1, 'Zalo'],
    ]);
  });

  it('keeps what is not named, clears what is null, and refuses a row that another hand changed', async () => {
    const app = await officeWithSchedule(['HN01', 'HN02', 'DV01', 'DV02', 'NX01']);
    await app.call('report.put', { ...at(app), values: FIGURES, narrative: { NX01: 'Triển khai tốt' } });
    const row = { unit: app.units[0] ?? '', version: 1, values: { HN01: 3, HN02: null } };
    const changed = await app.call('report.putMany', { ...inPeriod(app), rows: [row] });
    expect(changed.results[0]).toMatchObject({ outcome: 'changed', version: 2 });
    const { report } = await app.call('report.get', at(app));
    expect(report?.values).toEqual({ HN01: 3, DV01: 50, DV02: 45 });
    expect(report?.narrative).toEqual({ NX01: 'Triển khai tốt' });
    const stale = await app.call('report.putMany', {
      ...inPeriod(app),
      rows: [{ ...row, values: { HN01: 9 } }],
    });
    expect(stale.results[0]).toMatchObject({ outcome: 'refused', version: null });
    expect(stale.results[0]?.message).toContain('đã có người sửa');
  });

  it('answers a retry of the same call as the first time, and changes nothing', async () => {
    const app = await officeWithSchedule();
    const rows = [{ unit: app.units[0] ?? '', version: 0, values: FIGURES }];
    const once = { requestId: 'mot-lan-thoi' };
    const first = await app.call('report.putMany', { ...inPeriod(app), rows }, once);
    const { revision } = await app.call('report.sheet', inPeriod(app));
    const again = await app.call('report.putMany', { ...inPeriod(app), rows }, once);
    expect(again.results[0]?.outcome).toBe(first.results[0]?.outcome);
    expect((await app.call('report.sheet', inPeriod(app))).revision).toBe(revision);
  });

  it('stops between two units when told to', async () => {
    const app = await officeWithSchedule();
    let told = 0;
    const progress: Progress = { report: () => (told += 1), cancelled: () => told >= 1 };
    const rows = app.units.map((unit) => ({ unit, values: FIGURES }));
    const reply = await app.call('report.putMany', { ...inPeriod(app), rows }, { progress });
    expect([reply.cancelled, reply.results.length]).toEqual([true, 1]);
  });

  it('greys what a unit does not owe', async () => {
    const app = await officeWithSchedule();
    const sheet = await app.call('report.sheet', inPeriod(app));
    expect(sheet.indicators).toEqual(['HN01', 'HN02', 'DV01', 'DV02']);
    expect(sheet.rows.every(({ owes }) => owes.length === 4)).toBe(true);
  });
});

describe('nil', () => {
  it('keeps who said so and how; a later word replaces it as a new version', async () => {
    const app = await officeWithSchedule();
    const nil = { ...at(app), values: {}, nil: true, nilSaidBy: 'Bí thư chi bộ' };
    await app.call('report.put', { ...nil, nilHow: 'điện thoại' });
    await app.call('report.put', { ...nil, nilHow: 'điện thoại' });
    expect((await app.call('report.get', at(app))).report).toMatchObject({
      version: 1,
      nilSaidBy: 'Bí thư chi bộ',
      nilHow: 'điện thoại',
    });
    await app.call('report.put', { ...nil, nilHow: 'văn bản' });
    expect((await app.call('report.get', at(app))).report).toMatchObject({ version: 2, nilHow: 'văn bản' });
  });
});

describe('attachments', () => {
  const drop = (app: Scheduled, name: string, text: string) => app.ports.drop({ name, bytes: encode(text) });

  it('are kept byte for byte beside typed figures, listed, saved and taken off again', async () => {
    const app = await officeWithSchedule();
    await app.call('report.put', {
      ...at(app),
      values: FIGURES,
      evidence: [drop(app, 'Bản ký.pdf', '%PDF một')],
    });
    await app.call('report.attach', { ...at(app), tickets: [drop(app, 'Ảnh.JPG', 'ảnh chụp')] });
    const { files, report } = await app.call('report.get', at(app));
    expect(files.map(({ name, bytes }) => [name, bytes])).toEqual([
      ['Bản ký.pdf', encode('%PDF một').length],
      ['Ảnh.JPG', encode('ảnh chụp').length],
    ]);
    expect(report?.version).toBe(1);
    const offered = await app.call('file.get', { dossierId: app.dossierId, sha256: files[1]?.sha256 ?? '' });
    expect(Buffer.from(app.ports.taken(offered.ticket)[0]?.bytes ?? []).toString()).toBe('ảnh chụp');
    await app.call('report.put', { ...at(app), values: { ...FIGURES, HN01: 3 } });
    expect((await app.call('report.get', at(app))).files).toHaveLength(2);
    await app.call('report.detach', { ...at(app), sha256: files[0]?.sha256 ?? '' });
    expect((await app.call('report.get', at(app))).files.map(({ name }) => name)).toEqual(['Ảnh.JPG']);
  });

  it('refuse a secret, a program, an empty file and a report that is not there', async () => {
    const app = await officeWithSchedule();
    const attach = (name: string, text: string) =>
      app.refusal('report.attach', { ...at(app), tickets: [drop(app, name, text)] });
    expect((await attach('a.pdf', 'x')).code).toBe('NOT_FOUND');
    await app.call('report.put', { ...at(app), values: FIGURES });
    expect((await attach('mật.txt', 'TUYỆT MẬT\n\nBáo cáo')).code).toBe('FORBIDDEN');
    expect((await attach('a.exe', 'x')).message).toContain('a.exe');
    expect((await attach('rỗng.pdf', '')).message).toContain('rỗng');
    expect((await app.call('report.get', at(app))).files).toEqual([]);
  });

  it('are never found by search', async () => {
    const app = await officeWithSchedule();
    await app.call('report.put', {
      ...at(app),
      values: FIGURES,
      evidence: [drop(app, 'kỳlạduynhất.txt', 'bímậtgiađình')],
    });
    for (const text of ['kỳlạduynhất', 'bímậtgiađình'])
      expect((await app.call('search.find', { text })).hits).toEqual([]);
  });
});

describe('questions and answers', () => {
  it('asks by what the figures replaced, keeps the answer, and asks a newer version again', async () => {
    const app = await officeWithSchedule();
    await app.call('report.put', { ...at(app), values: FIGURES });
    await app.call('report.put', { ...at(app), values: { ...FIGURES, HN02: 60 } });
    const list = () => app.call('report.questions', { dossierId: app.dossierId, period: PERIOD });
    const [row] = (await list()).rows;
    expect(row).toMatchObject({ code: 'cumulative-falls', indicator: 'HN02', version: 2, answer: null });
    const answer = {
      ...at(app),
      version: 2,
      questions: [{ code: 'cumulative-falls', indicator: 'HN02' }],
      answer: 'confirmed' as const,
      note: 'đính chính qua Zalo',
    };
    await app.call('report.answerQuestion', answer);
    expect(await list()).toMatchObject({ open: 0, confirmed: 1 });
    expect((await app.call('report.get', at(app))).questions[0]?.answer?.note).toBe('đính chính qua Zalo');
    await app.call('report.answerQuestion', { ...answer, answer: 'open' });
    expect(await list()).toMatchObject({ open: 1, confirmed: 0 });
    await app.call('report.answerQuestion', { ...answer, answer: 'asked' });
    await app.call('report.put', { ...at(app), values: { ...FIGURES, HN02: 50 } });
    expect(await list()).toMatchObject({ open: 1, asked: 0 });
    expect((await app.refusal('report.answerQuestion', answer)).code).toBe('CONFLICT');
  });
});

describe('many questions', () => {
  it('let other calls have their turn between the reports', async () => {
    const app = await officeWithSchedule();
    const units = [...app.units];
    for (let number = 4; number <= 25; number += 1)
      units.push(
        (await app.call('office.saveEntry', { kind: 'unit', name: `Chi bộ Tổ dân phố số ${number}` })).id,
      );
    await app.call('report.schedule', {
      dossierId: app.dossierId,
      period: PERIOD,
      lastDay: '2026-03-25',
      indicators: ['HN01', 'HN02', 'DV01', 'DV02'],
      units,
    });
    const rows = units.map((unit) => ({ unit, values: { DV02: 45 } }));
    await app.call('report.putMany', { dossierId: app.dossierId, period: PERIOD, rows });
    const turns = vi.spyOn(app.ports.turns, 'next');
    const reply = await app.call('report.questions', { dossierId: app.dossierId, period: PERIOD });
    expect(reply.rows.map(({ code }) => code)).toEqual(units.map(() => 'denominator-missing'));
    expect(turns).toHaveBeenCalledTimes(2);
  });
});

describe('a wrong day of receipt', () => {
  it('is put right with a reason that stays, and decides timeliness', async () => {
    const app = await officeWithSchedule();
    app.ports.at('2026-03-28T08:00:00+07:00');
    await app.call('report.put', { ...at(app), values: FIGURES });
    const state = async () =>
      (await app.call('report.status', { dossierId: app.dossierId, period: PERIOD })).units[0]?.state;
    expect(await state()).toBe('late');
    const correct = { ...at(app), receivedOn: '2026-03-20', reason: 'Nhận bản giấy ngày 20' };
    await app.call('report.correctReceipt', correct);
    expect(await state()).toBe('on-time');
    const { report } = await app.call('report.get', at(app));
    expect(report?.receiptCorrections).toMatchObject([
      { from: '2026-03-28', to: '2026-03-20', reason: 'Nhận bản giấy ngày 20', by: 'Nguyễn Thị Mai' },
    ]);
    expect(report?.version).toBe(1);
    expect((await app.refusal('report.correctReceipt', { ...correct, receivedOn: '2026-03-29' })).code).toBe(
      'BAD_REQUEST',
    );
    expect(
      (await app.refusal('report.correctReceipt', { ...at(app, 1), receivedOn: '2026-03-20', reason: 'x' }))
        .code,
    ).toBe('NOT_FOUND');
  });

  it('shows every version figure by figure', async () => {
    const app = await officeWithSchedule();
    await app.call('report.put', { ...at(app), values: FIGURES });
    await app.call('report.put', { ...at(app), values: { ...FIGURES, HN01: 5 } });
    await app.call('report.return', { ...at(app), reason: 'Thiếu chữ ký' });
    const versions = await app.call('report.versions', at(app));
    expect(versions.map(({ label, changes }) => [label, changes.length])).toEqual([
      ['Trả lại báo cáo', 0],
      ['Nhập số liệu báo cáo', 1],
      ['Nhập số liệu báo cáo', 4],
    ]);
    expect(versions[1]?.changes).toEqual([{ indicator: 'HN01', before: 2, after: 5 }]);
  });
});
