/** What of a dossier's work is open when it is ended, and where that is told afterwards. */
import { beforeEach, describe, expect, test } from 'vitest';
import { carryingOutScene, type CarryingOutScene } from '../../../support/carrying-out';
import { dayScene } from '../../../support/day-plan';

let scene: CarryingOutScene;
beforeEach(async () => {
  scene = await carryingOutScene();
  scene.at('2026-03-05T08:00:00+07:00');
});

const at = () => ({ dossierId: scene.app.dossierId });
const lacking = async () => (await scene.app.call('archive.check', at())).lacking;
const starting = async (words: string) => (await lacking()).filter((line) => line.startsWith(words));

async function conference(name: string, fields: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { itemId } = await scene.app.call('plan.addItem', {
    ...at(),
    kind: 'conference',
    afterId: null,
    fields: { name, mode: 'in-person', ...fields },
  });
  return itemId;
}

describe('ending a dossier names what is open, with its count', () => {
  test('duties of tasks, as the board counts them', async () => {
    const { progress } = await scene.board();
    expect(await starting('Nhiệm vụ')).toEqual([
      `Nhiệm vụ: còn ${progress.units}/${progress.units} lượt đơn vị chưa xong.`,
    ]);
    await scene.put(scene.dated, null, { doneOn: '2026-03-04' });
    scene.at('2026-07-05T08:00:00+07:00');
    const after = (await scene.board()).progress;
    expect(after.overdue).toBeGreaterThan(0);
    expect(await starting('Nhiệm vụ')).toEqual([
      `Nhiệm vụ: còn ${after.units - after.done}/${after.units} lượt đơn vị chưa xong, trong đó ${after.overdue} quá hạn.`,
    ]);
  });

  test('a quota whose weeks have not all been counted, also while its span runs', async () => {
    const [line] = await starting('Chỉ tiêu định kỳ');
    expect(line).toContain('“Duy trì tối thiểu 02 tin, bài/tuần.”: 3 đơn vị chưa ghi đủ số liệu');
    await scene.app.call('task.describe', { ...at(), item: scene.weekly, rhythm: 'none' });
    expect(await starting('Chỉ tiêu định kỳ')).toEqual([]);
  });

  test('conferences: ahead, without a day, held without attendance or minutes; none that is given up', async () => {
    const { app } = scene;
    const ahead = await conference('Hội nghị triển khai', { start: '2026-03-10T14:00' });
    await conference('Hội nghị tổng kết', { period: '2026-Q2' });
    expect(await starting('Hội nghị')).toEqual([
      'Hội nghị “Hội nghị triển khai” họp ngày 10/03/2026, chưa diễn ra.',
      'Hội nghị “Hội nghị tổng kết” chưa có ngày (kế hoạch ghi từ 01/04/2026 đến 30/06/2026).',
    ]);
    expect((await app.call('archive.check', at())).ahead).toEqual([
      { title: 'Hội nghị triển khai', day: '2026-03-10' },
    ]);
    expect((await app.refusal('conference.track', { ...at(), id: ahead, tracked: false })).message).toContain(
      'chưa qua ngày họp',
    );
    scene.at('2026-03-12T08:00:00+07:00');
    expect((await app.call('archive.check', at())).ahead).toEqual([]);
    expect((await starting('Hội nghị'))[0]).toBe(
      'Hội nghị “Hội nghị triển khai” ngày 10/03/2026: chưa ghi thành phần, chưa ghi điểm danh, chưa gắn biên bản.',
    );
    await app.call('conference.track', { ...at(), id: ahead, tracked: false });
    expect(await starting('Hội nghị “Hội nghị triển khai”')).toEqual([]);
  });

  test('comments, remedies, money', async () => {
    const { app, units } = scene;
    await app.call('document.askComments', {
      ...at(),
      documentId: app.dossierId,
      version: null,
      to: units,
      date: '2026-03-05',
      lastDay: '2026-03-12',
    });
    expect((await starting('Góp ý dự thảo'))[0]).toMatch(/còn 4 nơi chưa trả lời, hạn 12\/03\/2026\.$/u);
    await app.call('inspection.save', {
      ...at(),
      on: '2026-03-04',
      units: units.slice(0, 2),
      subject: 'Tuyên truyền',
      conclusion: 'Chậm',
      remedy: 'Làm bù',
      remedyDay: '2026-03-20',
    });
    expect(await starting('Khắc phục')).toEqual([
      'Khắc phục sau kiểm tra “Tuyên truyền”: 2 đơn vị chưa ghi đã khắc phục, hạn 20/03/2026.',
    ]);
    const line = { content: 'Khánh tiết', source: 'Ngân sách', estimate: 1_000_000 };
    const { id } = await app.call('budget.save', { ...at(), ...line });
    expect(await starting('Kinh phí')).toEqual(['Kinh phí: 1/1 dòng chưa ghi thực chi.']);
    await app.call('budget.save', {
      ...at(),
      ...line,
      id,
      spent: { amount: 900_000, numberText: 'PC 01', date: '2026-03-04' },
    });
    expect(await starting('Kinh phí')).toEqual([]);
  });

  test('a sentence that promises a document, until a person decides about it', async () => {
    const { app, at: inDossier } = await dayScene();
    const undecided = async () =>
      (await app.call('archive.check', inDossier())).lacking.filter((line) => line.includes('văn bản riêng'));
    expect(await undecided()).toEqual([
      'Còn 1 chỗ kế hoạch nói đến văn bản riêng chưa quyết định (phần Văn bản).',
    ]);
    const { proposed } = await app.call('promise.list', inDossier());
    const text = proposed[0]?.text ?? '';
    await app.call('promise.settle', { ...inDossier(), text, decision: 'dismiss' });
    expect(await undecided()).toEqual([]);
  });
});

test('what lies ahead of an ended dossier stays in Lịch, marked; what lay before does not', async () => {
  const { app } = scene;
  await conference('Hội nghị đã qua', { start: '2026-03-02T08:00' });
  await conference('Hội nghị phía trước', { start: '2026-03-10T14:00' });
  await app.call('archive.close', { ...at(), despite: true });
  const { events } = await app.call('calendar.list', { from: '2026-03-01', to: '2026-03-31' });
  const told = events.filter(({ kind }) => kind === 'conference');
  expect(told.map(({ title, standing }) => [title, standing])).toEqual([
    ['Hội nghị phía trước', 'hồ sơ đã kết thúc'],
  ]);
  expect((await app.call('today.list', {})).items.filter(({ dossierId }) => dossierId !== null)).toEqual([]);
});
