/** A number typed too high is asked about, and undoing it leaves the book as if it had not been typed. */
import { describe, expect, it } from 'vitest';
import { contract } from '../../../../shared/rpc/contract';
import { LINE, take, type App } from '../../../support/register-book';
import { officeWithPlan } from '../../../support/test-application';

const about = (app: App) => ({ dossierId: app.dossierId, documentId: null, date: '2026-01-20' });

async function undoTaken(app: App) {
  return app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
}

describe('a number that skips others', () => {
  it('is refused with the numbers it leaves, until a person says that they stay blank', async () => {
    const app = await officeWithPlan();
    await app.call('register.startFrom', { type: 'KH', last: 63, reason: 'sổ giấy' });
    const ask = { ...about(app), number: 999 };
    expect((await app.call('dispatch.nextNumber', ask)).leaves).toContain('64–998 (935 số)');
    const refused = await app.refusal('dispatch.register', ask);
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { number: 999, next: 64 } });
    expect(refused.message).toContain('Số tiếp theo của sổ là 64');
    expect(refused.fieldErrors).toHaveProperty('gapSeen');
    const hand = { ...LINE, number: 999 };
    expect((await app.refusal('register.enter', hand)).fieldErrors).toHaveProperty('gapSeen');
    const keep = { type: 'KH', number: 999, holder: 'Văn phòng', reason: 'chờ ký' };
    expect((await app.refusal('register.reserve', keep)).fieldErrors).toHaveProperty('gapSeen');
    expect((await app.call('dispatch.register', { ...ask, gapSeen: true })).numberText).toBe('999-KH/ĐU');
  });

  it('is given back by undoing: the next number stands, nothing is blank, the book says what happened', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.startFrom', { type: 'KH', last: 63, reason: 'sổ giấy' });
    await app.call('dispatch.register', { ...about(app), number: 999, gapSeen: true });
    await app.call('register.explainGap', { seriesId, number: 64, to: 998, reason: 'gõ nhầm' });
    expect(await undoTaken(app)).toMatchObject({ freed: ['999-KH/ĐU'], voided: [] });
    const book = await app.call('register.get', { seriesId });
    expect([book.next, book.gaps]).toEqual([64, []]);
    expect((await app.call('register.waiting', {})).gaps).toEqual([]);
    expect((await app.call('register.line', { seriesId, number: 999 })).entry).toMatchObject({
      kind: 'void',
      voided: { unused: 'mistyped' },
    });
    const offered = await app.call('register.export', { book: 'di', year: null, format: 'xlsx', seriesId });
    expect(offered.rows).toBeGreaterThan(0);
    // A reason that was written for the blank numbers bars none of them now.
    expect((await take(app)).numberText).toBe('64-KH/ĐU');
  });

  it('stays taken where the undo is of an older view: it is refused before the book is touched', async () => {
    const app = await officeWithPlan();
    const { numberText } = await app.call('dispatch.register', { ...about(app), number: 1 });
    const book = await app.call('register.list', {});
    const refused = await app.refusal(
      'store.undo',
      { kind: 'dossier', id: app.dossierId, revision: null },
      { expectedRevision: 1 },
    );
    expect(refused.code).toBe('CONFLICT');
    expect(await app.call('register.list', {})).toEqual(book);
    expect(await undoTaken(app)).toMatchObject({ freed: [numberText] });
  });

  it('keeps its place where the document went out: that number is on paper', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await take(app);
    await app.call('dispatch.send', {
      dossierId: app.dossierId,
      documentId: app.dossierId,
      date: '2026-01-20',
      channel: 'hand',
      waiver: 'gửi bản giấy',
      to: [await anyUnit(app)],
    });
    await undoTaken(app);
    const undone = await undoTaken(app);
    expect([undone.voided, undone.freed]).toEqual([['01-KH/ĐU'], []]);
    expect((await app.call('register.get', { seriesId })).next).toBe(2);
  });
});

async function anyUnit(app: App): Promise<string> {
  const { entries } = await app.call('office.get', {});
  return entries.find(({ kind }) => kind === 'unit')?.id ?? '';
}

describe('numbers of the paper book', () => {
  it('are not given to a new document, and are for lines written by hand', async () => {
    const app = await officeWithPlan();
    const { seriesId } = await app.call('register.startFrom', { type: 'KH', last: 57, reason: 'sổ giấy' });
    const refused = await app.refusal('dispatch.register', { ...about(app), number: 20 });
    expect(refused.message).toContain('thuộc sổ giấy');
    expect((await app.call('dispatch.nextNumber', { ...about(app), number: 20 })).taken).toMatchObject({
      claimable: false,
    });
    const keep = { type: 'KH', number: 20, holder: 'Văn phòng', reason: 'chờ ký' };
    expect((await app.refusal('register.reserve', keep)).message).toContain('thuộc sổ giấy');

    const { revision } = await app.call('register.enter', { ...LINE, number: 57 });
    const undone = await app.call('store.undo', { kind: 'register', id: seriesId, revision });
    expect(undone).toMatchObject({ freed: ['57-KH/ĐU'], voided: [] });
    expect((await app.call('register.get', { seriesId })).entries).toEqual([]);
    expect((await app.call('register.enter', { ...LINE, number: 57 })).numberText).toBe('57-KH/ĐU');
  });
});

describe('số đến', () => {
  it('that skips others is asked about, and undone as if it had not been typed', async () => {
    const app = await officeWithPlan();
    const line = { issuer: 'Thành ủy', subject: 'về công tác cán bộ' };
    await app.call('incoming.register', line);
    const refused = await app.refusal('incoming.register', { ...line, number: 900 });
    expect(refused.message).toContain('2–899 (898 số)');
    const far = await app.call('incoming.register', { ...line, number: 900, gapSeen: true });
    const undone = await app.call('store.undo', { kind: 'incoming', id: 'incoming', revision: far.revision });
    expect(undone.freed).toEqual([`số đến 900/${far.year}`]);
    const book = await app.call('incoming.list', {});
    expect([book.next, book.gaps]).toEqual([2, []]);
    // One that was worked on is crossed out and stays.
    const two = await app.call('incoming.register', line);
    await app.call('incoming.forward', { id: two.id, receiver: 'Văn phòng' });
    const kept = await app.call('store.undo', { kind: 'incoming', id: 'incoming', revision: two.revision });
    expect(kept.voided).toEqual([`số đến 2/${two.year}`]);
    expect((await app.call('incoming.register', line)).number).toBe(3);
  });

  it('takes an hour of a deadline as people write it', async () => {
    const app = await officeWithPlan();
    const line = { issuer: 'Thành ủy', subject: 'về báo cáo', deadline: '2026-12-31' };
    for (const [typed, kept] of [
      ['16h30', '16:30'],
      ['16:30', '16:30'],
      ['16h', '16:00'],
    ] as const) {
      const { id } = await app.call('incoming.register', { ...line, deadlineTime: typed });
      expect((await app.call('incoming.get', { id })).deadlineTime).toBe(kept);
      // What is not sent stays as it is.
      await app.call('incoming.correct', { id, fields: { note: 'bản sao' } });
      expect((await app.call('incoming.get', { id })).deadlineTime).toBe(kept);
    }
    const wrong = contract['incoming.register'].input.safeParse({ ...line, deadlineTime: '25h' });
    expect(wrong.error?.issues[0]?.path).toEqual(['deadlineTime']);
  });
});
