/** Conferences as the office works with them: from the sentence to Hôm nay, the invitation's number, the summary. */
import { beforeEach, describe, expect, test } from 'vitest';
import { officeWithPlan, type TestApplication } from '../../../support/test-application';

let app: TestApplication & { readonly dossierId: string };
let id = '';

beforeEach(async () => {
  app = await officeWithPlan();
  app.ports.at('2026-03-05T08:00:00+07:00');
  const { itemId } = await app.call('plan.addItem', {
    dossierId: app.dossierId,
    kind: 'conference',
    afterId: null,
    fields: { name: 'Hội nghị học tập chuyên đề', period: '2026-Q1', mode: 'in-person' },
  });
  id = itemId;
});

const at = () => ({ dossierId: app.dossierId, id });
const lineOfToday = async () => {
  const { items } = await app.call('today.list', {});
  return items.find(({ about }) => about?.kind === 'conference' && about.id === id);
};
const guests = { id: 'p', entryId: null, words: 'Khách mời', seats: 10 };

describe('a time typed in Rà soát', () => {
  const type = (start: string) => ({ dossierId: app.dossierId, itemId: id, patch: { start } });

  test('is kept as a moment however it is written, and refused where it is none: Hôm nay goes on', async () => {
    await app.call('plan.saveItem', type('14h00 ngày 10/03/2026'));
    expect((await app.call('conference.get', at())).item.start).toBe('2026-03-10T14:00');
    expect(
      (await app.refusal('plan.saveItem', type('chiều thứ Ba tuần sau'))).fieldErrors?.['start'],
    ).toContain('14h00 ngày 11/02/2026');
    expect((await lineOfToday())?.action).toBe('Xem việc chuẩn bị');
  });

  test('moves no conference that is being prepared: its way is kept in Hội nghị', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '09:00', endTime: '11:30' });
    expect((await app.refusal('plan.saveItem', type('14h00 ngày 10/03/2026'))).message).toContain(
      'thẻ Hội nghị',
    );
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14:00', endTime: '16:00' });
  });

  test('of a deadline is an hour, and none else', async () => {
    const { itemId } = await app.call('plan.addItem', {
      dossierId: app.dossierId,
      kind: 'deadline',
      afterId: null,
      fields: { text: 'Gửi báo cáo', lastDay: '2026-06-09', time: '16h30' },
    });
    const { items } = await app.call('plan.get', { dossierId: app.dossierId });
    expect(items.find((item) => item.id === itemId)).toMatchObject({ time: '16:30' });
    const wrong = { dossierId: app.dossierId, itemId, patch: { time: 'cuối buổi' } };
    expect((await app.refusal('plan.saveItem', wrong)).fieldErrors).toHaveProperty('time');
  });
});

describe('Hôm nay tells the one step that a conference waits for', () => {
  test('from its day to its minutes', async () => {
    expect((await lineOfToday())?.action).toBe('Định ngày');
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14h00' });
    expect((await lineOfToday())?.action).toBe('Xem việc chuẩn bị');
    await app.call('conference.save', { ...at(), parts: { checklist: [], participants: [guests] } });
    expect(await lineOfToday()).toMatchObject({ action: 'Làm giấy mời', kind: 'due' });
    await app.call('conference.invite', at());
    // A letter that nobody has got invites nobody.
    expect(await lineOfToday()).toMatchObject({ action: 'Lấy số giấy mời', kind: 'due' });
    await app.call('conference.markInvited', { ...at(), on: '2026-03-05', how: 'Zalo' });
    expect(await lineOfToday()).toMatchObject({ action: 'Mở hội nghị', kind: 'soon' });
    app.ports.at('2026-03-11T08:00:00+07:00');
    expect(await lineOfToday()).toMatchObject({ action: 'Ghi điểm danh', kind: 'overdue' });
    const { attendanceRows } = await app.call('conference.get', at());
    await app.call('conference.attend', {
      ...at(),
      rows: attendanceRows.map((row) => ({ ...row, present: 8, excused: 2 })),
    });
    expect(await lineOfToday()).toBeUndefined();
    app.ports.at('2026-03-16T08:00:00+07:00');
    expect((await lineOfToday())?.action).toBe('Gắn biên bản');
    await app.call('conference.minutes', { ...at(), numberText: '02-BB/ĐU' });
    expect(await lineOfToday()).toBeUndefined();
  });

  test('one that nobody recorded is folded after a month, and stays until it is recorded or given up', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: null });
    app.ports.at('2026-04-20T08:00:00+07:00');
    const folded = async () => {
      const { items } = await app.call('today.list', {});
      return items.filter(({ about }) => about?.kind === 'conference');
    };
    expect(await folded()).toMatchObject([
      {
        kind: 'overdue',
        title: '1 hội nghị đã qua trên 30 ngày chưa ghi xong',
        about: { kind: 'conference', id: null },
      },
    ]);
    app.ports.at('2027-04-20T08:00:00+07:00');
    expect(await folded()).toHaveLength(1);
    await app.call('conference.track', { ...at(), tracked: false });
    expect(await folded()).toEqual([]);
    expect(await app.call('conference.get', at())).toMatchObject({ untracked: true, step: null });
    await app.call('conference.track', { ...at(), tracked: true });
    expect(await folded()).toHaveLength(1);
  });

  test('late preparations are told as such beside the day that is still ahead', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-07', time: null });
    expect(await lineOfToday()).toMatchObject({
      kind: 'overdue',
      date: '2026-03-07',
      detail: expect.stringContaining('chuẩn bị trễ từ 02/03/2026: ') as string,
    });
  });

  test('who was invited after attendance was entered brings the conference back', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-05', time: null });
    await app.call('conference.save', { ...at(), parts: { checklist: [], participants: [guests] } });
    const told = async (present: number) => {
      const { attendanceRows } = await app.call('conference.get', at());
      await app.call('conference.attend', {
        ...at(),
        rows: attendanceRows.map((row) => ({ ...row, present: row.present ?? present })),
      });
    };
    await told(8);
    app.ports.at('2026-03-06T08:00:00+07:00');
    expect(await lineOfToday()).toBeUndefined();
    const late = { id: 'q', entryId: null, words: 'Báo chí', seats: 2 };
    await app.call('conference.save', { ...at(), parts: { participants: [guests, late] } });
    expect(await lineOfToday()).toMatchObject({
      action: 'Ghi điểm danh',
      detail: expect.stringContaining('đã ghi điểm danh 1/2 thành phần') as string,
    });
    expect(await app.call('conference.get', at())).toMatchObject({ step: 'attend', attended: false });
    await told(2);
    expect(await lineOfToday()).toBeUndefined();
  });

  test('one that was cancelled is no work; one that was postponed asks for its new day', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: null });
    await app.call('conference.halt', { ...at(), kind: 'postponed', reason: 'Trùng kỳ họp' });
    expect((await lineOfToday())?.action).toBe('Định ngày mới');
    await app.call('conference.halt', { ...at(), kind: 'cancelled', reason: 'Không còn cần' });
    expect(await lineOfToday()).toBeUndefined();
  });
});

describe('its day', () => {
  test('a move is kept with its reason; after an invitation it needs one', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14:00', endTime: '17:00' });
    await app.call('conference.markInvited', { ...at(), on: '2026-03-05', how: 'Zalo' });
    const moved = { ...at(), day: '2026-03-12', time: '08:00', endTime: '11:00' };
    expect((await app.refusal('conference.schedule', moved)).fieldErrors).toHaveProperty('reason');
    await app.call('conference.schedule', { ...moved, reason: 'Chờ báo cáo viên' });
    const { record, item } = await app.call('conference.get', at());
    expect(item.start).toBe('2026-03-12T08:00');
    expect(record.moves.map(({ from, to, reason }) => [from, to, reason])).toEqual([
      [null, '2026-03-10T14:00', ''],
      ['2026-03-10T14:00', '2026-03-12T08:00', 'Chờ báo cáo viên'],
    ]);
    expect(record.sequence).toBe(2);
    const { events } = await app.call('calendar.list', { from: '2026-03-01', to: '2026-03-31' });
    const event = events.find(({ recordId }) => recordId === id);
    expect(event).toMatchObject({ day: '2026-03-12', time: '08:00', conference: { endTime: '11:00' } });
  });

  test('the same hall at the same hour, in another plan, is a question', async () => {
    const other = await app.call('plan.import', {
      text: 'KẾ HOẠCH\nkhác hẳn\nNội dung',
      name: 'Kế hoạch khác',
    });
    const added = await app.call('plan.addItem', {
      dossierId: other.dossierId,
      kind: 'conference',
      afterId: null,
      fields: { name: 'Hội nghị giao ban', start: '2026-03-10T15:00' },
    });
    await app.call('conference.save', {
      dossierId: other.dossierId,
      id: added.itemId,
      parts: { place: 'Hội trường tầng 3' },
    });
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14:00' });
    await app.call('conference.save', { ...at(), parts: { place: 'hội trường TẦNG 3' } });
    const { questions } = await app.call('conference.get', at());
    expect(questions.join(' ')).toContain('Hội nghị giao ban');
  });
});

describe('the invitation', () => {
  test('takes the number of its own register and is printed with it', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14:00' });
    await app.call('conference.save', { ...at(), parts: { participants: [guests] } });
    const { documentId } = await app.call('conference.invite', at());
    const registered = await app.call('dispatch.register', {
      dossierId: app.dossierId,
      documentId,
      number: 4,
      date: '2026-03-05',
    });
    expect(registered.numberText).toContain('04-GM/ĐU');
    const view = await app.call('conference.get', at());
    expect(view.invitations[0]?.numberText).toContain('04-GM/ĐU');
    expect(view).toMatchObject({ state: 'planned', step: 'send' });
    // What was numbered for one day never comes to name another.
    await app.call('conference.schedule', {
      ...at(),
      day: '2026-03-11',
      time: '14:00',
      reason: 'Trùng lịch',
    });
    const moved = await app.call('conference.get', at());
    expect(moved).toMatchObject({ step: 'invite', invitations: [{ outdated: true }] });
    const refused = await app.refusal('conference.invitation', { ...at(), documentId, format: 'pdf' });
    expect(refused.message).toContain('Giấy mời số 04-GM/ĐU ghi 14 giờ 00 ngày 10/03/2026');
  });
});

describe('attendance', () => {
  test('keeps what was told when those invited change afterwards', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-05', time: '07:00' });
    await app.call('conference.save', { ...at(), parts: { participants: [guests] } });
    const { attendanceRows } = await app.call('conference.get', at());
    await app.call('conference.attend', {
      ...at(),
      rows: attendanceRows.map((row) => ({ ...row, present: 7 })),
    });
    await app.call('conference.save', {
      ...at(),
      parts: { participants: [{ ...guests, id: 'q', words: 'Báo chí', seats: 2 }] },
    });
    const after = await app.call('conference.get', at());
    expect(after.attendanceRows.map(({ name, present }) => [name, present])).toEqual([
      ['Khách mời', 7],
      ['Báo chí', null],
    ]);
    expect(after.coverage).toEqual({ onTold: 70, onInvited: 70 });
  });
  test('of some bodies stays in Hôm nay until all are told or the rest is not tracked, which undo takes back', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-05', time: '07:00' });
    const bodies = [
      guests,
      { ...guests, id: 'q', words: 'Báo chí' },
      { ...guests, id: 'r', words: 'Các phòng' },
    ];
    await app.call('conference.save', { ...at(), parts: { checklist: [], participants: bodies } });
    app.ports.at('2026-03-06T08:00:00+07:00');
    const { attendanceRows: rows } = await app.call('conference.get', at());
    const save = (present: (number | null)[], restUntracked = false) =>
      app.call('conference.attend', {
        ...at(),
        rows: rows.map((row, index) => ({ ...row, present: present[index] ?? null })),
        restUntracked,
      });
    await save([7]);
    expect(await lineOfToday()).toMatchObject({ kind: 'overdue', action: 'Ghi điểm danh' });
    expect((await lineOfToday())?.detail).toContain('đã ghi điểm danh 1/3 thành phần');
    const [listed] = (await app.call('conference.list', { dossierId: app.dossierId })).filter(
      (row) => row.id === id,
    );
    expect(listed).toMatchObject({ state: 'held', step: 'attend', attended: false });
    await save([7], true);
    expect(await lineOfToday()).toBeUndefined();
    await app.call('store.undo', { kind: 'dossier', id: app.dossierId, revision: null });
    expect((await lineOfToday())?.action).toBe('Ghi điểm danh');
    await save([7, 0, 10]);
    expect(await lineOfToday()).toBeUndefined();
    expect(
      (await app.refusal('conference.attend', { ...at(), rows, restUntracked: true })).message,
    ).toContain('Chưa ghi thành phần nào');
  });

  test('by point where the conference has points; a point that is not there is refused', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-05', time: '07:00' });
    await app.call('conference.save', {
      ...at(),
      parts: { participants: [guests], points: [{ id: 'thcs', name: 'Trường THCS' }] },
    });
    const { attendanceRows } = await app.call('conference.get', at());
    const told = (point: string) => attendanceRows.map((row) => ({ ...row, present: 7, point }));
    const refused = await app.refusal('conference.attend', { ...at(), rows: told('cho') });
    expect(refused.message).toContain('điểm cầu này không còn');
    await app.call('conference.attend', { ...at(), rows: told('thcs') });
    expect((await app.call('conference.get', at())).attendanceRows).toMatchObject([{ point: 'thcs' }]);
    for (const format of ['pdf', 'xlsx'] as const)
      expect((await app.call('conference.attendanceSheet', { ...at(), format })).files).toHaveLength(1);
    // A point that is struck off later leaves its people at the main one: nothing is lost.
    await app.call('conference.save', { ...at(), parts: { points: [] } });
    expect((await app.call('conference.get', at())).attendance).toMatchObject({ present: 7 });
  });

  test('can be taken back, and is refused before the day', async () => {
    await app.call('conference.schedule', { ...at(), day: '2026-03-06', time: null });
    const row = { key: 'p', name: 'Khách', invited: 1, present: 1, excused: null, unexcused: null };
    expect((await app.refusal('conference.attend', { ...at(), rows: [row] })).code).toBe('CONFLICT');
  });

  test('goes to those who are invited, not to whom the plan went', async () => {
    const { entries } = await app.call('office.get', {});
    const unit = entries.find(({ kind }) => kind === 'unit');
    if (!unit) throw new Error('no unit');
    await app.call('conference.schedule', { ...at(), day: '2026-03-10', time: '14:00' });
    await app.call('conference.save', {
      ...at(),
      parts: { participants: [guests, { id: 'q', entryId: unit.id, words: '', seats: 2 }] },
    });
    const { documentId } = await app.call('conference.invite', at());
    const { dossierId } = app;
    const { proposed } = await app.call('document.get', { dossierId, documentId });
    expect(proposed).toEqual({ because: 'invitation', entryIds: [unit.id], channels: [] });
    const plan = await app.call('document.get', { dossierId, documentId: dossierId });
    expect(plan.proposed).toBeNull();
  });
});
