import { describe, expect, it } from 'vitest';
import { registerMethods } from '../../../../shared/rpc/contract/register';
import { validated } from '../../../../shared/app/validation';
import { KEEP, LINE, lineOf, take } from '../../../support/register-book';
import { createTestApplication, officeWithPlan, SETUP } from '../../../support/test-application';

describe('numbers kept for somebody', () => {
  it('are not simply given, are used when a person says so, and keep their history', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.reserve', { ...KEEP, count: 2 });
    const offered = await app.call('dispatch.nextNumber', {
      dossierId: app.dossierId,
      documentId: null,
      date: '2026-01-20',
      number: 2,
    });
    expect(offered.taken).toMatchObject({ claimable: true });
    expect(offered.reserved.map(({ number, holder }) => [number, holder])).toEqual([
      [1, 'Chánh Văn phòng'],
      [2, 'Chánh Văn phòng'],
    ]);
    const refused = await app.refusal('dispatch.register', {
      dossierId: app.dossierId,
      documentId: null,
      number: 2,
      date: '2026-01-20',
    });
    expect(refused.message).toContain('Chánh Văn phòng');
    expect((await take(app, { number: 2, claim: true })).numberText).toBe('02-KH/ĐU');
    const entry = await lineOf(app, seriesId, 2);
    expect(entry).toMatchObject({
      kind: 'issued',
      documentId: app.dossierId,
      reserved: { reason: KEEP.reason },
    });
    expect(entry.trace?.at(-1)?.what).toContain('Dùng số giữ chỗ của Chánh Văn phòng');
  });

  it('that are given back stay as void lines; giving back can be undone, keeping becomes void', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.reserve', { ...KEEP, count: 2 });
    const released = await app.call('register.release', { seriesId, number: 1, reason: 'không ban hành' });
    expect((await lineOf(app, seriesId, 1)).voided?.reason).toContain('không ban hành');
    expect((await take(app)).numberText).toBe('03-KH/ĐU');
    await app.call('store.undo', { kind: 'register', id: seriesId, revision: released.revision });
    expect((await lineOf(app, seriesId, 1)).kind).toBe('reserved');
    await app.call('store.undo', { kind: 'register', id: seriesId, revision: 1 });
    expect([(await lineOf(app, seriesId, 1)).kind, (await lineOf(app, seriesId, 2)).kind]).toEqual([
      'void',
      'void',
    ]);
  });

  it('are told on Hôm nay when their day has passed', async () => {
    const app = await officeWithPlan();
    await app.call('register.reserve', { ...KEEP, until: '2026-01-21' });
    const { items } = await app.call('today.list', {});
    const told = items.filter(({ about }) => about?.kind === 'numbers');
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({ kind: 'overdue', date: '2026-01-21' });
    expect(told[0]?.title).toContain('01-KH/ĐU');
  });
});

describe('what the text prints', () => {
  it('is offered with its words and compared with the book', async () => {
    const app = createTestApplication();
    await app.call('office.setup', SETUP);
    const { dossierId } = await app.call('plan.import', {
      text: [
        'ĐẢNG ỦY PHƯỜNG AN BÌNH',
        '*',
        'Số 101-KH/ĐU',
        'An Bình, ngày 05 tháng 02 năm 2026',
        'KẾ HOẠCH',
        'tuyên truyền chuyển đổi số',
        '-----',
        'I. MỤC ĐÍCH, YÊU CẦU',
        '1. Nâng cao nhận thức.',
      ].join('\n'),
    });
    const ask = { dossierId, documentId: null, date: '2026-02-10' };
    const { printed } = await app.call('dispatch.nextNumber', ask);
    expect(printed).toMatchObject({ number: 101, date: '2026-02-05', taken: null, question: null });
    expect(printed?.words).toContain('101-KH/ĐU');
    await app.call('register.enter', { ...LINE, number: 101, subject: 'Kế hoạch khác' });
    const after = (await app.call('dispatch.nextNumber', ask)).printed;
    expect(after?.taken?.message).toContain('Kế hoạch khác');
  });
});

describe('what waits', () => {
  it('is listed once it may have a number, and no more when it has one', async () => {
    const app = await officeWithPlan();
    await app.call('document.add', {
      dossierId: app.dossierId,
      type: 'CV',
      title: 'về việc thử',
      ticket: null,
    });
    await app.call('plan.acceptItems', { dossierId: app.dossierId, itemIds: null });
    await app.call('plan.finishReview', { dossierId: app.dossierId });
    const titles = async () => (await app.call('register.waiting', {})).documents.map(({ title }) => title);
    expect(await titles()).toHaveLength(2);
    await take(app);
    expect(await titles()).toEqual(['về việc thử']);
  });
});

describe('a hundred numbers from each of two sides at once', () => {
  it('are two hundred, without a double and without a gap', async () => {
    const app = await officeWithPlan();
    const documents: string[] = [];
    for (let at = 0; at < 200; at += 1) {
      const title = `văn bản ${at}`;
      const { documentId } = await app.call('document.add', { dossierId: app.dossierId, type: 'BC', title, ticket: null });
      documents.push(documentId);
    }
    const side = (mine: readonly string[]) => Promise.all(mine.map((documentId) => take(app, { documentId })));
    const [left, right] = await Promise.all([side(documents.slice(0, 100)), side(documents.slice(100))]);
    const numbers = [...left, ...right].map(({ registerEntry }) => registerEntry.number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    expect(await app.call('store.check', {})).toEqual([]);
  }); // prettier-ignore
});

describe('numbers that can’t be', () => {
  it('are refused at their field, with the limit', () => {
    const { input: reserve } = registerMethods['register.reserve'];
    const { input: enter } = registerMethods['register.enter'];
    const faults = (schema: typeof reserve | typeof enter, value: object) => {
      const parsed = validated(schema, value);
      return parsed.ok ? {} : parsed.error.fieldErrors;
    };
    expect(faults(reserve, { ...KEEP, count: 50 })).toEqual({});
    expect(faults(reserve, { ...KEEP, count: 99_999 })).toEqual({ count: 'Mỗi lần giữ nhiều nhất 50 số.' });
    expect(faults(reserve, { ...KEEP, count: 0 })).toEqual({ count: 'Giữ ít nhất một số.' });
    expect(faults(reserve, { ...KEEP, count: 1.5 })).toHaveProperty('count');
    expect(faults(reserve, { ...KEEP, number: -3 })).toEqual({ number: 'Số văn bản từ 1 trở lên.' });
    expect(faults(enter, { ...LINE, copies: -3 })).toEqual({ copies: 'Số lượng bản từ 0 trở lên.' });
  });
});
