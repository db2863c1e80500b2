import { describe, expect, it } from 'vitest';
import { createHandlers } from '../../../../shared/app/create-handlers';
import { silentProgress } from '../../../../shared/ports/system';
import { fail } from '../../../../shared/result';
import { KEEP, LINE, lineOf, take, type App } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';

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

describe('a line of the paper book that its document is sent by', () => {
  const send = async (app: App) =>
    app.call('dispatch.send', {
      dossierId: app.dossierId,
      documentId: null,
      date: '2026-01-23',
      channel: 'hand',
      to: null,
      waiver: 'Bản giấy đã ký',
    });
  const undo = async (app: App, revision: number) =>
    app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision });
  const sayings = async (app: App, seriesId: string) => {
    const { recipients, copies, sentOn } = await lineOf(app, seriesId, 1);
    return { recipients, copies, sentOn };
  };

  it('keeps what the paper says, when it is sent and when that is taken back', async () => {
    const app = await officeWithPlan();
    const paper = { recipients: 'Các chi bộ (bản giấy)', copies: 12, sentOn: '2026-01-21' };
    const { seriesId } = await app.call('register.enter', { ...LINE, ...paper });
    await take(app, { number: 1, claim: true });
    const { revision } = await send(app);
    expect(await sayings(app, seriesId)).toEqual(paper);
    await undo(app, revision);
    expect(await sayings(app, seriesId)).toEqual(paper);
  });

  it('takes from the sendings what the paper left open', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    await take(app, { number: 1, claim: true });
    const { revision, deliveries } = await send(app);
    const told = await sayings(app, seriesId);
    expect(told).toMatchObject({ copies: deliveries.length, sentOn: '2026-01-23' });
    expect(told.recipients).not.toBe('');
    await undo(app, revision);
    expect(await sayings(app, seriesId)).toMatchObject({ copies: null, sentOn: null });
  });

  it('keeps its day when the sending of another document of the dossier is taken back', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    await take(app, { number: 1, claim: true });
    await app.call('register.correct', { seriesId, number: 1, fields: { sentOn: '2026-01-21', copies: 12 } });
    const standing = await lineOf(app, seriesId, 1);
    const { documentId } = await app.call('document.add', {
      dossierId: app.dossierId,
      type: 'CV',
      title: 'về việc gửi kế hoạch',
      ticket: null,
    });
    await take(app, { documentId });
    const unit = await app.call('office.saveEntry', { kind: 'unit', name: 'Chi bộ nhận công văn' });
    const { revision } = await app.call('dispatch.send', {
      dossierId: app.dossierId,
      documentId,
      date: '2026-01-23',
      channel: 'hand',
      to: [unit.id],
      waiver: 'Bản giấy đã ký',
    });
    await undo(app, revision);
    expect(await lineOf(app, seriesId, 1)).toEqual(standing);
  });
});

describe('a correction of a line', () => {
  it('is taken back after the one that came later, which is named', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.enter', LINE);
    const correct = (recipients: string) =>
      app.call('register.correct', { seriesId, number: 1, fields: { recipients } });
    const first = await correct('Chi bộ A');
    const second = await correct('Chi bộ B');
    const undo = (revision: number) => ({ kind: 'register' as const, id: seriesId, revision });
    const refused = await app.refusal('store.undo', undo(first.revision));
    const [newest] = await app.call('store.history', { kind: 'register', id: seriesId });
    expect(refused.message).toContain(`sau đó đã có thay đổi khác: ${newest?.line ?? ''} (`);
    await app.call('store.undo', undo(second.revision));
    await app.call('store.undo', undo(first.revision));
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

describe('a correction of a document’s day that stopped half-way', () => {
  it('is completed by the next attempt, though the line has the day already', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    const { store } = app.ports;
    const broken = createHandlers({
      ...app.ports,
      store: {
        ...store,
        commit: (ref, meta, work) =>
          ref.kind === 'dossier'
            ? Promise.resolve(fail('UNAVAILABLE', 'hết chỗ trên đĩa'))
            : store.commit(ref, meta, work),
      },
    });
    const asked = { seriesId, number: 1, fields: { date: '2026-01-23' } };
    const context = { requestId: 'sua-1', expectedRevision: null, by: 'Mai', progress: silentProgress };
    const planDay = async () => (await app.call('plan.get', { dossierId: app.dossierId })).plan.date;
    expect((await broken['register.correct'](asked, context)).ok).toBe(false);
    expect([(await lineOf(app, seriesId, 1)).date, await planDay()]).toEqual(['2026-01-23', '2026-01-20']);
    await app.call('register.correct', asked);
    expect(await planDay()).toBe('2026-01-23');
    expect((await lineOf(app, seriesId, 1)).trace).toHaveLength(1);
  });
});

describe('undoing what gave a number', () => {
  it('says which numbers are given back to the book', async () => {
    const app = await officeWithPlan();
    const kept = await app.call('register.reserve', { ...KEEP, count: 2 });
    const undo = { kind: 'register', id: kept.seriesId, revision: kept.revision } as const;
    const first = await app.call('store.undo', undo, { requestId: 'hoan-tac' });
    expect([first.voided, first.freed]).toEqual([[], ['01-KH/ĐU', '02-KH/ĐU']]);
    // The answer of a retry says so too.
    expect(await app.call('store.undo', undo, { requestId: 'hoan-tac' })).toEqual(first);

    const { revision } = await take(app);
    const dossier = { kind: 'dossier', id: app.dossierId, revision } as const;
    const second = await app.call('store.undo', dossier, { requestId: 'hoan-tac-2' });
    expect([second.voided, second.freed]).toEqual([[], ['01-KH/ĐU']]);
    expect(await app.call('store.undo', dossier, { requestId: 'hoan-tac-2' })).toEqual(second);
    expect((await lineOf(app, kept.seriesId, 1)).kind).toBe('void');

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
    expect(await app.call('register.next', { ...ask, number: 60 })).toMatchObject({
      leaves: 'Số tiếp theo của sổ là 57; dùng số 60 thì các số 57–59 (3 số) bị bỏ trống.',
      warnings: [],
    });
    const far = (await app.call('register.next', { ...ask, date: '2099-01-20' })).warnings.join(' ');
    expect(far).toContain('ngoài nhiệm kỳ');
    expect(far).toContain('sau hôm nay');
    await app.call('register.reserve', { ...KEEP, number: 57 });
    expect((await app.call('register.next', { ...ask, number: 57 })).taken).toContain('giữ chỗ');
    expect((await app.refusal('register.next', { type: 'XX' })).fieldErrors).toHaveProperty('type');
  });
});
