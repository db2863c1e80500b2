import { describe, expect, it } from 'vitest';
import { ok } from '../../../../shared/result';
import type { InputOf } from '../../../../shared/rpc/contract';
import { longIncomingLine } from '../../../support/long-register';
import { meta } from '../../../support/store-fixtures';
import { SUPERIOR_PLAN } from '../../../support/plans/superior-plan';
import { officeWithPlan } from '../../../support/test-application';
import { workbookOf } from '../../../support/forms-as-models';

const line = (more: Partial<InputOf<'incoming.register'>> = {}): InputOf<'incoming.register'> => ({
  issuer: 'Ban Tổ chức Thành ủy',
  subject: 'về công tác cán bộ',
  ...more,
});
type Office = Awaited<ReturnType<typeof officeWithPlan>>;
const today = async (app: Office) => (await app.call('today.list', {})).date;

describe('số đến', () => {
  it('is given once, whoever asks at the same time', async () => {
    const app = await officeWithPlan();
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        app.call('incoming.register', line({ subject: `việc ${index}` }), {
          requestId: `window-${index % 2}-${index}`,
        }),
      ),
    );
    expect(replies.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it('is the same number again for a retry of the same request', async () => {
    const app = await officeWithPlan();
    const first = await app.call('incoming.register', line(), { requestId: 'request-1' });
    const again = await app.call('incoming.register', line(), { requestId: 'request-1' });
    expect(again).toEqual(first);
    expect((await app.call('incoming.list', {})).total).toBe(1);
  });

  it('runs by year, keeps void numbers and gives one again that was undone at once', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    await app.call('incoming.register', line({ arrivedOn: `${year - 1}-12-30` }));
    const one = await app.call('incoming.register', line());
    expect(one.number).toBe(1);
    const two = await app.call('incoming.register', line());
    await app.call('store.undo', { kind: 'incoming', id: 'incoming', revision: two.revision });
    await app.call('incoming.void', { id: one.id, reason: 'Ghi nhầm sổ' });
    const again = await app.call('incoming.register', line());
    expect([again.number, again.questions[0]]).toEqual([2, expect.stringContaining('rồi hoàn tác')]);
    const { rows } = await app.call('incoming.list', {});
    expect(rows.map(({ number, voided }) => [number, voided?.reason ?? null])).toEqual([
      [2, null],
      [1, 'Ghi nhầm sổ'],
    ]);
    expect(await app.refusal('incoming.register', line({ number: 1 }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('shows blank numbers until their reason is noted', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    await app.call('incoming.register', line());
    const jumped = await app.call('incoming.register', line({ number: 4, subject: 'khác', gapSeen: true }));
    expect(jumped.questions.join(' ')).toContain('bỏ trống các số 2–3');
    await app.call('incoming.explainGap', { year, number: 2, reason: 'Sổ giấy đã dùng' });
    expect((await app.call('incoming.list', {})).gaps).toEqual([
      { number: 2, reason: 'Sổ giấy đã dùng' },
      { number: 3, reason: null },
    ]);
    await app.call('incoming.register', line({ number: 2, subject: 'bổ sung' }));
    expect((await app.call('incoming.list', {})).gaps).toEqual([{ number: 3, reason: null }]);
  });
});

describe('a line', () => {
  it('is corrected in place, with what stood before in its trace', async () => {
    const app = await officeWithPlan();
    const { id } = await app.call('incoming.register', line({ numberText: '05-CV/BTCTU' }));
    await app.call('incoming.correct', { id, fields: { numberText: '06-CV/BTCTU' } });
    const got = await app.call('incoming.get', { id });
    expect(got).toMatchObject({ number: 1, numberText: '06-CV/BTCTU', subject: 'về công tác cán bộ' });
    expect(got.trace[0]?.what).toBe('Sửa Số, ký hiệu: “05-CV/BTCTU” → “06-CV/BTCTU”.');
    const refused = await app.refusal('incoming.correct', { id, fields: { arrivedOn: '2019-01-01' } });
    expect(refused.fieldErrors).toHaveProperty('arrivedOn');
  });

  it('asks when the same document seems to be in the book', async () => {
    const app = await officeWithPlan();
    await app.call('incoming.register', line({ numberText: '05-CV/BTCTU', date: '2026-01-05' }));
    const again = await app.call(
      'incoming.register',
      line({ numberText: '05 CV/ BTCTU', date: '2026-01-05' }),
    );
    expect(again.questions.join(' ')).toContain('có vẻ đã vào sổ ở số đến 1');
  });

  it('keeps files byte for byte and refuses a mark of secrecy before anything is kept', async () => {
    const app = await officeWithPlan();
    const bytes = new TextEncoder().encode('%PDF-1.7 bản quét');
    const { id } = await app.call(
      'incoming.register',
      line({ ticket: app.ports.drop({ name: 'quét.pdf', bytes }) }),
    );
    const { fileNames } = await app.call('incoming.get', { id });
    const offered = await app.call('incoming.file', { id, sha256: fileNames[0]?.sha256 ?? '' });
    expect(app.ports.taken(offered.ticket)[0]?.bytes).toEqual(bytes);
    const secret = app.ports.drop({
      name: 'mat.txt',
      bytes: new TextEncoder().encode('TỐI MẬT\nTHÀNH ỦY\nSố 01-CV/TU\nNội dung.'),
    });
    expect(await app.refusal('incoming.register', line({ ticket: secret }))).toMatchObject({
      code: 'FORBIDDEN',
    });
    expect((await app.call('incoming.list', {})).total).toBe(1);
  });

  it('never takes a person or a group as its handler', async () => {
    const app = await officeWithPlan();
    const { id } = await app.call('office.saveEntry', { kind: 'superior', name: 'Ban Nội chính Thành ủy' });
    expect(await app.refusal('incoming.register', line({ handler: 'x', handlerId: id }))).toMatchObject({
      code: 'BAD_REQUEST',
    });
  });

  it('does not supersede in a ring', async () => {
    const app = await officeWithPlan();
    const a = await app.call('incoming.register', line());
    const b = await app.call('incoming.register', line({ subject: 'thay' }));
    await app.call('incoming.supersede', { id: a.id, by: b.id });
    expect(await app.refusal('incoming.supersede', { id: b.id, by: a.id })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await app.refusal('incoming.supersede', { id: b.id, by: b.id })).toMatchObject({
      code: 'CONFLICT',
    });
  });
});

describe('what documents wait for', () => {
  it('lists those without a plan until one is linked, in Hôm nay with one step', async () => {
    const app = await officeWithPlan();
    const day = await today(app);
    const { id } = await app.call(
      'incoming.register',
      line({ request: 'plan', deadline: day, deadlineTime: '00:01' }),
    );
    expect(await app.call('incoming.withoutPlan', {})).toMatchObject([{ id, overdue: true, daysLeft: 0 }]);
    const item = (await app.call('today.list', {})).items.find(({ about }) => about?.kind === 'incoming');
    expect(item).toMatchObject({ kind: 'overdue', action: 'Lập kế hoạch', about: { id } });
    await app.call('incoming.link', { id, dossierId: app.dossierId });
    expect(await app.call('incoming.withoutPlan', {})).toEqual([]);
    const { rows, counts } = await app.call('incoming.list', { filter: 'overdue' });
    expect(rows[0]?.plans[0]?.dossierId).toBe(app.dossierId);
    expect(counts).toMatchObject({ open: 1, overdue: 1, 'no-plan': 0 });
    await app.call('incoming.resolve', { id, state: 'done', answer: null });
    expect((await app.call('incoming.list', { filter: 'overdue' })).total).toBe(0);
  });

  it('proposes links by number in any punctuation, and offers what is not in the book', async () => {
    const app = await officeWithPlan();
    const before = await app.call('incoming.basisLinks', {});
    const basis = before.find(({ number, date }) => number !== null && date !== null);
    if (!basis?.number) throw new Error('the sample plan names no document');
    expect(basis.entryId).toBeNull();
    const number = basis.number.replace(/[-/]/gu, ' ');
    const { id } = await app.call('incoming.register', line({ numberText: number, date: basis.date }));
    const proposed = (await app.call('incoming.basisLinks', {})).find(
      ({ itemId }) => itemId === basis.itemId,
    );
    expect(proposed).toMatchObject({ entryId: id, doubt: '' });
    expect((await app.call('incoming.get', { id })).dossierIds).toEqual([]);
    await app.call('incoming.link', { id, dossierId: app.dossierId });
    const after = await app.call('incoming.basisLinks', {});
    expect(after.some(({ itemId }) => itemId === basis.itemId)).toBe(false);
    await app.call('incoming.correct', { id, fields: { date: '2020-02-02' } });
    await app.call('incoming.link', { id, dossierId: app.dossierId, linked: false });
    const other = (await app.call('incoming.basisLinks', {})).find(({ itemId }) => itemId === basis.itemId);
    expect(other?.entryId).toBeNull();
    expect(other?.doubt).toContain('khác ngày');
  });

  it('is found by number, subject and issuer', async () => {
    const app = await officeWithPlan();
    const { id } = await app.call('incoming.register', line({ numberText: '118-CV/BTCTU' }));
    for (const text of ['118 cv btctu', 'công tác cán bộ', 'ban to chuc thanh uy'])
      expect(
        (await app.call('search.find', { text })).hits.some(
          (hit) => hit.kind === 'incoming' && hit.id === id,
        ),
      ).toBe(true);
  });
});

describe('reading a document', () => {
  it('proposes fields with their words and writes nothing', async () => {
    const app = await officeWithPlan();
    const ticket = app.ports.drop({ name: 'kh.txt', bytes: new TextEncoder().encode(SUPERIOR_PLAN) });
    const read = await app.call('incoming.read', { ticket });
    const value = (field: string) => read.fields.find((one) => one.field === field)?.value;
    expect(read.readable).toBe(true);
    expect(value('numberText')).toContain('27-KH/BTCTU');
    expect(value('date')).toBe('2026-01-12');
    expect(value('documentKind')).toBe('Kế hoạch');
    expect(value('subject')).toContain('rà soát quy chế làm việc');
    expect(value('request')).toBe('plan');
    expect(read.deadlines[0]?.words).toContain('trước ngày 10/02/2026');
    expect((await app.call('incoming.list', {})).total).toBe(0);
  });

  it('leaves a PDF to a person', async () => {
    const app = await officeWithPlan();
    const ticket = app.ports.drop({ name: 'quét.pdf', bytes: new TextEncoder().encode('%PDF-1.7') });
    expect(await app.call('incoming.read', { ticket })).toMatchObject({ readable: false, fields: [] });
  });
});

describe('a document that is in the book already', () => {
  it('is told before a number is taken, however its number is spaced; another day or a void line is another', async () => {
    const app = await officeWithPlan();
    const { id } = await app.call(
      'incoming.register',
      line({ numberText: '15-KH/TU', date: '2026-01-08', issuer: 'Thành ủy' }),
    );
    const ask = (more: object) =>
      app.call('incoming.sameAs', {
        numberText: '15 - KH/TU',
        date: '2026-01-08',
        issuer: 'Thành ủy',
        ...more,
      });
    expect((await ask({}))?.words).toContain('15-KH/TU');
    expect((await ask({ date: null }))?.id).toBe(id);
    expect(await ask({ date: null, issuer: 'Ban Tổ chức Thành ủy' })).toBeNull();
    expect(await ask({ date: '2026-01-09' })).toBeNull();
    expect(await ask({ numberText: ' ' })).toBeNull();
    await app.call('incoming.void', { id, reason: 'vào sổ hai lần' });
    expect(await ask({})).toBeNull();
  });
});

describe('the printed books', () => {
  it('have the columns of the rule in order and every number', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    const { id } = await app.call('incoming.register', line({ numberText: '=1+1', note: 'bản giấy' }));
    await app.call('incoming.register', line());
    await app.call('incoming.void', { id, reason: 'vào sổ hai lần' });
    const offered = await app.call('register.export', { book: 'den', year, format: 'xlsx' });
    expect(offered.rows).toBe(2);
    const [cover, book] = workbookOf(app.ports.taken(offered.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
    const texts = (sheet: typeof book, row: number) =>
      (sheet?.cells ?? [])
        .filter((cell) => cell.row === row)
        .map(({ value }) =>
          value.kind === 'text' ? value.text : value.kind === 'number' ? value.value : value.kind,
        );
    expect(texts(book, 5)).toEqual([
      'Ngày đến', 'Số đến', 'Tác giả', 'Số, ký hiệu', 'Ngày tháng VB', 'Tên loại và trích yếu',
      'Đơn vị hoặc người nhận', 'Ngày chuyển', 'Ký nhận', 'Ghi chú',
    ]); // prettier-ignore
    expect(texts(book, 6)).toContain('=1+1');
    expect(texts(book, 6).at(-1)).toBe('Số đã hủy: vào sổ hai lần; bản giấy');
    expect(cover?.name).toBe('Bìa');
    const followed = await app.call('register.export', { book: 'theo-doi', year, format: 'xlsx' });
    const [, follow] = workbookOf(app.ports.taken(followed.ticket)[0]?.bytes ?? new Uint8Array()).sheets;
    expect(texts(follow, 5)).toEqual([
      'Số đến', 'Tên loại, số, ký hiệu, ngày, cơ quan ban hành', 'Đơn vị/người nhận', 'Thời hạn', 'Tiến độ',
      'Số, ký hiệu VB trả lời', 'Ghi chú',
    ]); // prettier-ignore
  });
});

describe('a book of 20,000 lines', () => {
  it('is listed a page at a time, and searched in whole', async () => {
    const app = await officeWithPlan();
    const year = Number((await today(app)).slice(0, 4));
    await app.ports.store.commit({ kind: 'incoming', id: 'incoming' }, meta('a whole book'), (draft) => {
      for (let number = 1; number <= 20_000; number += 1)
        draft.put('entries', longIncomingLine(year, number));
      return ok(null);
    });
    const found = await app.call('incoming.list', { query: '19999 CV BTCTU' });
    expect(found.rows.map(({ number }) => number)).toEqual([19_999]);
    const first = await app.call('incoming.list', {});
    expect(first.rows).toHaveLength(200);
    expect([first.rows[0]?.number, first.total]).toEqual([20_000, 20_000]);
  }, 60_000);
});

describe('the same document from two windows', () => {
  it('is asked about once more inside the commit, and registered when pressed again', async () => {
    const app = await officeWithPlan();
    const line = {
      numberText: '12-KH/TU',
      date: '2026-01-15',
      issuer: 'Thành ủy',
      subject: 'Kế hoạch học tập',
    };
    const first = await app.call('incoming.register', line);
    const again = await app.refusal('incoming.register', { ...line, ifTwin: 'ask' });
    expect(again).toMatchObject({ code: 'CONFLICT', details: { twin: first.id } });
    expect(again.fieldErrors?.['numberText']).toContain('đã vào sổ');
    // Another line than the one that was shown is asked about too.
    expect((await app.refusal('incoming.register', { ...line, ifTwin: 'ask', seenTwin: 'x' })).code).toBe(
      'CONFLICT',
    );
    expect((await app.call('incoming.list', { year: first.year })).total).toBe(1);
    const pressed = await app.call('incoming.register', { ...line, ifTwin: 'ask', seenTwin: first.id });
    expect(pressed.number).toBe(first.number + 1);
    // A script goes on and is told.
    expect((await app.call('incoming.register', line)).questions.join(' ')).toContain('đã vào sổ');
  });
});
