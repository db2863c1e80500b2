import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../shared/app/create-handlers';
import { silentProgress } from '../../../../shared/ports/system';
import { fail } from '../../../../shared/result';
import { registerMethods } from '../../../../shared/rpc/contract/register';
import { validated } from '../../../../shared/app/validation';
import type { InputOf } from '../../../../shared/rpc/contract';
import { createTestApplication, officeWithPlan, SETUP } from '../../../support/test-application';
import { workbookOf } from '../../../support/test-ports';

type App = Awaited<ReturnType<typeof officeWithPlan>>;

const KEEP = { type: 'KH', holder: 'Chánh Văn phòng', reason: 'kế hoạch chờ ký', date: '2026-01-20' };
const LINE = { type: 'KH', date: '2026-01-20', subject: 'Kế hoạch đại hội chi bộ' };

async function take(app: App, more: Partial<InputOf<'dispatch.register'>> = {}) {
  return app.call('dispatch.register', {
    dossierId: app.dossierId,
    documentId: null,
    number: null,
    date: '2026-01-20',
    ...more,
  });
}

const lineOf = async (app: App, seriesId: string, number: number) =>
  (await app.call('register.line', { seriesId, number })).entry;

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

describe('a book that was begun on paper', () => {
  it('goes on after its last number, without gaps before it', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.startFrom', { type: 'KH', last: 37, reason: 'sổ giấy' });
    expect((await take(app)).numberText).toBe('38-KH/ĐU');
    const view = await app.call('register.get', { seriesId });
    expect([view.next, view.gaps, view.paper?.last]).toEqual([39, [], 37]);
    // A line of the paper book may be entered later.
    await app.call('register.enter', { ...LINE, number: 12 });
    expect(
      (await app.refusal('register.startFrom', { type: 'KH', last: 40, reason: 'x' })).message,
    ).toContain('38-KH/ĐU');
    await app.call('register.startFrom', { type: 'KH', last: 36, reason: 'đếm lại' });
    const again = await app.call('register.get', { seriesId });
    expect(again.paper?.trace.at(-1)?.what).toContain('37');
    expect(again.gaps).toEqual([{ number: 37, reason: null }]);
  });
});

describe('a line written by hand', () => {
  it('completes the book, is no fault of the store, and becomes the document’s line when a person says so', async () => {
    const app = await officeWithPlan();
    const entered = await app.call('register.enter', { ...LINE, signer: 'Trần Văn Mẫu' });
    expect(await app.call('store.check', {})).toEqual([]);
    const { registerEntry } = await take(app, { number: entered.number, claim: true });
    expect(registerEntry).toMatchObject({ byHand: true, signer: 'Trần Văn Mẫu', documentId: app.dossierId });
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    expect(await lineOf(app, entered.seriesId, 1)).toMatchObject({ kind: 'issued', documentId: null });
    expect(await app.call('store.check', {})).toEqual([]);
  });

  it('is corrected with its trace, from what to what, and the correction can be undone', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    const { revision } = await app.call('register.correct', {
      seriesId,
      number: 1,
      fields: { signer: 'Lê Thị Mẫu', date: '2026-01-22' },
    });
    expect((await lineOf(app, seriesId, 1)).trace).toEqual([
      {
        at: expect.any(String) as string,
        by: 'Nguyễn Thị Mai',
        what: 'Sửa Ngày văn bản: “20/01/2026” → “22/01/2026”; Người ký: “(trống)” → “Lê Thị Mẫu”.',
      },
    ]);
    await app.call('store.undo', { kind: 'register', id: seriesId, revision });
    expect(await lineOf(app, seriesId, 1)).toMatchObject({ signer: '', date: '2026-01-20' });
  });

  it('moves to another year whole', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    await app.call('register.correct', { seriesId, number: 1, fields: { date: '2025-12-31' } });
    const years = (await app.call('register.get', { seriesId })).years;
    expect(years).toEqual([2025]);
    expect((await app.call('register.get', { seriesId, year: 2025 })).total).toBe(1);
  });
});

describe('a void number', () => {
  it('frees its document for a new one and is refused once it was sent', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    const done = await app.call('register.void', { seriesId, number: 1, reason: 'ghi nhầm ngày' });
    expect(done.dossierId).toBe(app.dossierId);
    expect((await app.call('plan.get', { dossierId: app.dossierId })).plan.status).toBe('reviewed');
    expect(await app.call('store.check', {})).toEqual([]);
    const why = await app.refusal('store.undo', { kind: 'register', id: seriesId, revision: done.revision });
    expect(why.message).toContain('không cấp lại');
    expect((await take(app)).numberText).toBe('02-KH/ĐU');
    await app.call('dispatch.send', {
      dossierId: app.dossierId,
      documentId: null,
      date: '2026-01-21',
      channel: 'hand',
      to: null,
      waiver: 'Bản giấy chưa quét',
    });
    expect((await app.refusal('register.void', { seriesId, number: 2, reason: 'x' })).message).toContain(
      'phát hành',
    );
  });

  it('may be one that was spoiled before anything was written, not one whose turn has not come', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    await app.call('register.void', { seriesId, number: 2, reason: 'hỏng tờ sổ' });
    expect((await app.call('register.get', { seriesId })).next).toBe(3);
    expect(
      (await app.refusal('register.void', { seriesId, number: 9, reason: 'x' })).fieldErrors,
    ).toBeDefined();
  });
});

describe('a void number between two crashes', () => {
  it('is completed by the next attempt: the line is void, then the document is free', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    const { store } = app.ports;
    const broken = createHandlers({
      ...app.ports,
      store: {
        ...store,
        commit: (ref, meta, work) =>
          ref.kind === 'dossier'
            ? Promise.resolve(fail('UNAVAILABLE', 'mất điện'))
            : store.commit(ref, meta, work),
      },
    });
    const asked = { seriesId, type: '', issuerSymbol: null, number: 1, reason: 'ghi nhầm' };
    const context = { requestId: 'huy-1', expectedRevision: null, by: 'Mai', progress: silentProgress };
    expect((await broken['register.void'](asked, context)).ok).toBe(false);
    expect((await app.call('store.check', {})).map(({ message }) => message).join()).toContain('đã hủy');
    await app.call('register.void', { seriesId, number: 1, reason: 'ghi nhầm' });
    expect(await app.call('store.check', {})).toEqual([]);
    expect((await lineOf(app, seriesId, 1)).trace).toHaveLength(1);
    expect((await take(app)).numberText).toBe('02-KH/ĐU');
  });
});

describe('a correction of a document’s day', () => {
  it('is the plan’s day too, and is not undone in the book alone', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    const { revision } = await app.call('register.correct', {
      seriesId,
      number: 1,
      fields: { date: '2026-01-23' },
    });
    expect((await app.call('plan.get', { dossierId: app.dossierId })).plan.date).toBe('2026-01-23');
    expect((await app.refusal('store.undo', { kind: 'register', id: seriesId, revision })).code).toBe(
      'CONFLICT',
    );
  });
});

describe('gaps', () => {
  it('that are explained are never given again, until the reason is taken back', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', { ...LINE, number: 3 });
    await app.call('register.explainGap', { seriesId, number: 2, reason: 'sổ khác' });
    const refused = await app.refusal('register.enter', { ...LINE, number: 2 });
    expect(refused.message).toContain('sổ khác');
    await app.call('register.explainGap', { seriesId, number: 2, reason: null });
    expect((await app.call('register.enter', { ...LINE, number: 2 })).number).toBe(2);
    expect((await app.call('register.waiting', {})).gaps).toEqual([
      { seriesId, book: 'KH/ĐU, nhiệm kỳ 2025–2030', number: 1 },
    ]);
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

describe('the printed books', () => {
  it('of one series or all, of a year or the term, with kept, void and blank numbers in their place', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    await app.call('register.reserve', KEEP);
    await app.call('register.enter', { ...LINE, number: 4, date: '2025-12-30' });
    await app.call('register.enter', { ...LINE, type: 'BC', subject: 'Báo cáo' });
    const printed = async (wanted: Partial<InputOf<'register.export'>>) => {
      const offered = await app.call('register.export', { book: 'di', year: 2026, format: 'xlsx', ...wanted });
      const sheets = workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
      const texts = sheets.map(({ cells }) =>
        cells.map(({ value }) => (value.kind === 'text' ? value.text : '')).join('|'),
      );
      return { rows: offered.rows, texts };
    };
    const all = await printed({});
    expect(all.rows).toBe(3);
    expect(all.texts[0]).toContain('SỔ ĐĂNG KÝ VĂN BẢN ĐI');
    expect(all.texts[0]).toContain('từ số 01-KH/ĐU đến số 02-KH/ĐU');
    expect(all.texts[1]).toContain('BC/ĐU, nhiệm kỳ 2025–2030');
    const one = await printed({ seriesId, year: null });
    expect(one.rows).toBe(3);
    expect(one.texts[0]).toContain('Nhiệm kỳ 2025–2030');
    expect(one.texts[1]).toContain('(số bỏ trống)');
    expect(one.texts[1]).toContain('Giữ số cho Chánh Văn phòng');
    expect((await printed({ year: 2025 })).rows).toBe(1);
    expect((await app.refusal('register.export', { book: 'di', year: 2026, format: 'pdf', seriesId: 'x' })).code).toBe('NOT_FOUND');
  }); // prettier-ignore

  it('of transfers hold what was sent and what was passed on', async () => {
    const app = await officeWithPlan();
    await take(app);
    const { id } = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ Tổ dân phố số 1' });
    const sending = { dossierId: app.dossierId, documentId: null, date: '2026-01-21', channel: 'post' as const };
    await app.call('dispatch.send', { ...sending, to: [id], waiver: 'Bản giấy chưa quét' });
    await app.call('dispatch.acknowledge', { dossierId: app.dossierId, recipients: [id], date: '2026-01-22' });
    const incoming = await app.call('incoming.register', { issuer: 'Thành ủy', numberText: '5-CV/TU', subject: 'việc thử' });
    const day = (await app.call('today.list', {})).date;
    await app.call('incoming.forward', { id: incoming.id, receiver: 'Ban Xây dựng Đảng', on: day });
    const rows = await app.call('register.transfers', { from: '2026-01-01', to: '2099-12-31' });
    expect(rows.map(({ numberText, receiver, receipt, direction }) => [numberText, receiver, receipt, direction])).toEqual([
      ['01-KH/ĐU', 'Chi bộ Tổ dân phố số 1', 'Đã nhận 22/01/2026', 'out'],
      ['5-CV/TU', 'Ban Xây dựng Đảng', '', 'in'],
    ]);
    expect(rows[0]?.note).toContain('Bưu điện');
    expect(await app.call('register.transfers', { from: '2026-01-22', to: '2026-01-22' })).toEqual([]);
    const ask = { book: 'chuyen-giao', year: null, format: 'pdf' } as const;
    expect((await app.call('register.export', { ...ask, from: '2026-01-21', to: '2026-01-21' })).rows).toBe(1);
    expect((await app.refusal('register.export', ask)).code).toBe('BAD_REQUEST');
  }); // prettier-ignore
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

describe('gaps before a number', () => {
  it('are only numbers that nothing accounts for', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    await app.call('register.enter', LINE);
    await app.call('register.void', { seriesId, number: 2, reason: 'ghi nhầm' });
    const asked = async (number: number) =>
      (
        await app.call('dispatch.nextNumber', {
          dossierId: app.dossierId,
          documentId: null,
          date: '2026-01-20',
          number,
        })
      ).warnings;
    expect(await asked(3)).toEqual([]);
    expect(await asked(4)).toEqual(['Sổ bỏ trống số 03; ghi lý do ở sổ.']);
    await app.call('register.enter', { ...LINE, number: 6 });
    await app.call('register.explainGap', { seriesId, number: 3, reason: 'số của ban' });
    expect(await asked(4)).toEqual([]);
    expect(await asked(7)).toEqual([]);
    expect(await asked(9)).toEqual(['Sổ bỏ trống từ số 07 đến số 08; ghi lý do ở sổ.']);
  });

  it('begin after the paper book', async () => {
    const app = await officeWithPlan();
    await app.call('register.startFrom', { type: 'KH', last: 37, reason: 'sổ giấy' });
    const ask = { dossierId: app.dossierId, documentId: null, date: '2026-01-20' };
    expect((await app.call('dispatch.nextNumber', { ...ask, number: 12 })).warnings).toEqual([]);
    expect((await app.call('dispatch.nextNumber', { ...ask, number: 38 })).warnings).toEqual([]);
    expect((await app.call('dispatch.nextNumber', { ...ask, number: 40 })).warnings).toEqual([
      'Sổ bỏ trống từ số 38 đến số 39; ghi lý do ở sổ.',
    ]);
  });
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

describe('undoing what gave a number', () => {
  it('says which numbers are void and never given again', async () => {
    const app = await officeWithPlan();
    const kept = await app.call('register.reserve', { ...KEEP, count: 2 });
    const undo = { kind: 'register', id: kept.seriesId, revision: kept.revision } as const;
    const first = await app.call('store.undo', undo, { requestId: 'hoan-tac' });
    expect(first.voided).toEqual(['01-KH/ĐU', '02-KH/ĐU']);
    // The answer of a retry says so too.
    expect(await app.call('store.undo', undo, { requestId: 'hoan-tac' })).toEqual(first);

    const { revision } = await take(app);
    const dossier = { kind: 'dossier', id: app.dossierId, revision } as const;
    const second = await app.call('store.undo', dossier, { requestId: 'hoan-tac-2' });
    expect(second.voided).toEqual(['03-KH/ĐU']);
    expect(await app.call('store.undo', dossier, { requestId: 'hoan-tac-2' })).toEqual(second);
    expect((await lineOf(app, kept.seriesId, 3)).kind).toBe('void');

    const given = await app.call('register.enter', LINE);
    const fixed = await app.call('register.correct', {
      seriesId: given.seriesId,
      number: given.number,
      fields: { signer: 'Trần Văn Mẫu' },
    });
    expect(
      (await app.call('store.undo', { kind: 'register', id: given.seriesId, revision: fixed.revision }))
        .voided,
    ).toEqual([]);
  });
});

describe('a line before it is written', () => {
  it('tells the true next number of the book that the choice comes to, and what looks wrong', async () => {
    const app = await officeWithPlan();
    await app.call('register.startFrom', { type: 'KH', last: 56, reason: 'sổ giấy' });
    const ask = { type: 'KH', date: '2026-01-20' };
    expect(await app.call('register.next', ask)).toMatchObject({
      numberText: '57-KH/ĐU',
      warnings: [],
      taken: null,
    });
    expect((await app.call('register.next', { ...ask, number: 60 })).warnings).toEqual([
      'Sổ bỏ trống từ số 57 đến số 59; ghi lý do ở sổ.',
    ]);
    const far = (await app.call('register.next', { ...ask, date: '2099-01-20' })).warnings.join(' ');
    expect(far).toContain('ngoài nhiệm kỳ');
    expect(far).toContain('sau hôm nay');
    await app.call('register.reserve', { ...KEEP, number: 57 });
    expect((await app.call('register.next', { ...ask, number: 57 })).taken).toContain('giữ chỗ');
    expect((await app.refusal('register.next', { type: 'XX' })).fieldErrors).toHaveProperty('type');
  });
});
