import { describe, expect, it } from 'vitest';
import { runsOf, runText } from '../../../../shared/domain/number-runs';
import { LINE, take } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';

const questionsOf = (asked: { leaves: string | null; warnings: readonly string[] }): readonly string[] => [
  ...(asked.leaves === null ? [] : [asked.leaves]),
  ...asked.warnings,
];

describe('a book that was begun on paper', () => {
  it('goes on after its last number, without gaps before it', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.startFrom', { type: 'KH', last: 37, reason: 'sổ giấy' });
    expect((await take(app)).numberText).toBe('38-KH/ĐU');
    const view = await app.call('register.get', { seriesId });
    expect([view.next, view.gaps, view.paper?.last]).toEqual([39, [], 37]);
    // A line of the paper book may be entered later.
    await app.call('register.enter', { ...LINE, number: 12 });
    const late = await app.refusal('register.startFrom', { type: 'KH', last: 40, reason: 'x' });
    expect(late.message).toContain('38-KH/ĐU');
    expect(late.fieldErrors?.['last']).toContain('“Ghi văn bản đi”');
    await app.call('register.startFrom', { type: 'KH', last: 36, reason: 'đếm lại' });
    const again = await app.call('register.get', { seriesId });
    expect(again.paper?.trace.at(-1)?.what).toContain('37');
    expect(again.gaps).toEqual([{ number: 37, reason: null }]);
  });
});

describe('gaps', () => {
  it('that are explained are never given again, until the reason is taken back', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', { ...LINE, number: 3 });
    await app.call('register.explainGap', { seriesId, number: 2, reason: 'sổ khác' });
    const refused = await app.refusal('register.enter', { ...LINE, number: 2 });
    expect(refused.message).toContain('sổ khác');
    // Said again a minute later: nothing is written, and it stays who said it first.
    const { revision } = await app.call('register.get', { seriesId });
    app.ports.at('2026-03-17T09:01:00+07:00');
    await app.call('register.explainGap', { seriesId, number: 2, reason: 'sổ khác' });
    expect((await app.call('register.get', { seriesId })).revision).toBe(revision);
    await app.call('register.explainGap', { seriesId, number: 2, reason: null });
    expect((await app.call('register.enter', { ...LINE, number: 2 })).number).toBe(2);
    expect((await app.call('register.waiting', {})).gaps).toEqual([
      { seriesId, book: 'KH/ĐU, nhiệm kỳ 2025–2030', number: 1, to: 1 },
    ]);
  });
});

describe('a run of gaps', () => {
  const gapped = async () => {
    const app = await officeWithPlan();
    await app.call('register.enter', { ...LINE, number: 13 });
    const { seriesId } = await app.call('register.enter', { ...LINE, number: 28, gapSeen: true });
    const reasons = async (): Promise<readonly string[]> =>
      runsOf((await app.call('register.get', { seriesId })).gaps).map(
        (run) => `${runText(run)}: ${run.reason ?? 'mở'}`,
      );
    return { app, seriesId, reasons };
  };

  it('is explained by one act, told with one hand and moment, and undone by one', async () => {
    const { app, seriesId, reasons } = await gapped();
    expect((await app.call('register.waiting', {})).gaps.map(({ number, to }) => [number, to])).toEqual([
      [1, 12],
      [14, 27],
    ]);
    const run = { seriesId, number: 14, to: 27 };
    const { revision } = await app.call('register.explainGap', { ...run, reason: 'sổ của ban' });
    expect(await reasons()).toEqual(['1–12: mở', '14–27: sổ của ban']);
    const last = (await app.call('store.history', { kind: 'register', id: seriesId })).find(
      (commit) => commit.revision === revision,
    );
    expect(last).toMatchObject({ command: 'register.explainGap', by: 'Nguyễn Thị Mai' });
    expect(last?.changes).toHaveLength(14);
    expect((await app.refusal('register.enter', { ...LINE, number: 20 })).message).toContain('sổ của ban');
    await app.call('store.undo', { kind: 'register', id: seriesId, revision });
    expect(await reasons()).toEqual(['1–12: mở', '14–27: mở']);
  });

  it('is taken back whole, and a part of it is open again', async () => {
    const { app, seriesId, reasons } = await gapped();
    await app.call('register.explainGap', { seriesId, number: 14, to: 27, reason: 'sổ của ban' });
    await app.call('register.explainGap', { seriesId, number: 20, reason: null });
    expect(await reasons()).toEqual(['1–12: mở', '14–19: sổ của ban', '20: mở', '21–27: sổ của ban']);
    await app.call('register.explainGap', { seriesId, number: 14, to: 27, reason: null });
    expect(await reasons()).toEqual(['1–12: mở', '14–27: mở']);
  });

  it('is refused whole where it is turned round, holds a line, or would overwrite another reason', async () => {
    const { app, seriesId, reasons } = await gapped();
    const refusal = (number: number, to: number) =>
      app.refusal('register.explainGap', { seriesId, number, to, reason: 'x' });
    expect((await refusal(20, 14)).fieldErrors).toEqual({ to: 'Từ 20 trở lên.' });
    expect((await refusal(10, 20)).message).toContain('Số 13 không bị bỏ trống');
    expect((await refusal(20, 40)).fieldErrors).toHaveProperty('to');
    expect((await refusal(1, 6000)).message).toContain('5000');
    await app.call('register.explainGap', { seriesId, number: 17, reason: 'hỏng tờ sổ' });
    expect((await refusal(14, 27)).message).toContain('hỏng tờ sổ');
    expect(await reasons()).toEqual(['1–12: mở', '14–16: mở', '17: hỏng tờ sổ', '18–27: mở']);
  });
});

describe('gaps before a number', () => {
  it('are only numbers that nothing accounts for', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    await app.call('register.enter', LINE);
    await app.call('register.void', { seriesId, number: 2, reason: 'ghi nhầm' });
    const asked = async (number: number) =>
      questionsOf(
        await app.call('dispatch.nextNumber', {
          dossierId: app.dossierId,
          documentId: null,
          date: '2026-01-20',
          number,
        }),
      );
    expect(await asked(3)).toEqual([]);
    expect(await asked(4)).toEqual(['Số tiếp theo của sổ là 03; dùng số 04 thì số 03 bị bỏ trống.']);
    await app.call('register.enter', { ...LINE, number: 6, gapSeen: true });
    await app.call('register.explainGap', { seriesId, number: 3, reason: 'số của ban' });
    expect(await asked(4)).toEqual([]);
    expect(await asked(7)).toEqual([]);
    expect(await asked(9)).toEqual([
      'Số tiếp theo của sổ là 07; dùng số 09 thì các số 07–08 (2 số) bị bỏ trống.',
    ]);
  });

  it('begin after the paper book', async () => {
    const app = await officeWithPlan();
    await app.call('register.startFrom', { type: 'KH', last: 37, reason: 'sổ giấy' });
    const ask = { dossierId: app.dossierId, documentId: null, date: '2026-01-20' };
    expect((await app.call('dispatch.nextNumber', { ...ask, number: 12 })).warnings).toEqual([]);
    expect((await app.call('dispatch.nextNumber', { ...ask, number: 38 })).warnings).toEqual([]);
    expect(questionsOf(await app.call('dispatch.nextNumber', { ...ask, number: 40 }))).toEqual([
      'Số tiếp theo của sổ là 38; dùng số 40 thì các số 38–39 (2 số) bị bỏ trống.',
    ]);
  });
});
