/** A corrected version of a plan that is here already: asked about, read into its dossier, or put beside it. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { officeWithPlan } from '../../../support/test-application';

const FIRST = `ĐẢNG ỦY PHƯỜNG AN BÌNH
*
Số 90-KH/ĐU
An Bình, ngày 20 tháng 11 năm 2026
KẾ HOẠCH
tổng kết công tác năm 2026
I. TỔ CHỨC THỰC HIỆN
1. Văn phòng Đảng ủy
- Xây dựng dự thảo báo cáo, hoàn thành trước ngày 27/11/2026.
2. Ban Xây dựng Đảng
- Rà soát danh sách khen thưởng, xong trước ngày 28/11/2026.
- Tham mưu bảo đảm an ninh, xong trước ngày 31/12/2026.
Nơi nhận:
- Thành ủy,
- Lưu VPĐU.
T/M ĐẢNG ỦY
BÍ THƯ
Đỗ Văn Nghĩa`;
const SECOND = FIRST.replace('27/11/2026', '25/11/2026')
  .replace('- Tham mưu bảo đảm an ninh, xong trước ngày 31/12/2026.\n', '')
  .replace('- Thành ủy,', '- Thành ủy,\n- Các chi bộ,');

let app: Awaited<ReturnType<typeof officeWithPlan>>;
let first: string;
const file = (text: string, name = 'ke-hoach.txt') => app.ports.drop({ name, bytes: text });
const read = (dossierId: string) => app.call('plan.get', { dossierId });

beforeEach(async () => {
  app = await officeWithPlan();
  first = (await app.call('plan.import', { ticket: file(FIRST) })).dossierId;
});

async function taskWith(dossierId: string, words: string) {
  const item = (await read(dossierId)).items.find(
    (each) => (each.kind === 'task' || each.kind === 'assignment') && JSON.stringify(each).includes(words),
  );
  if (!item) throw new Error(`nothing with “${words}”`);
  return item;
}

describe('a second version of the same number, day and issuer', () => {
  it('is asked about before anything is made, where the call wants it', async () => {
    const refused = await app.refusal('plan.import', { ticket: file(SECOND), onSame: 'ask' });
    expect(refused).toMatchObject({ code: 'CONFLICT', details: { dossierId: first } });
    expect(refused.message).toContain('số 90-KH/ĐU ngày 20/11/2026 của cùng cơ quan');
    expect(await app.call('plan.list', {})).toHaveLength(2);
  });

  it('else becomes a dossier of its own with a warning', async () => {
    const made = await app.call('plan.import', { ticket: file(SECOND) });
    expect(made.dossierId).not.toBe(first);
    expect(made.sameAs).toMatchObject({ dossierId: first });
    expect(made.warnings[0]).toMatchObject({ code: 'same-number' });
    expect(made.warnings[0]?.message).toContain('Đã lập thêm một hồ sơ riêng');
  });

  it.each([
    ['another number', FIRST.replace('Số 90', 'Số 91')],
    ['another day', FIRST.replace('ngày 20 tháng 11', 'ngày 21 tháng 11')],
    ['another issuer', FIRST.replace('ĐẢNG ỦY PHƯỜNG AN BÌNH', 'ĐẢNG ỦY PHƯỜNG HÒA LẠC')],
    ['another series', FIRST.replace('90-KH/ĐU', '90-CTr/ĐU')],
    ['no number yet', FIRST.replace('Số 90-KH/ĐU', 'Số     -KH/ĐU')],
  ])('%s is another document', async (_, text) => {
    const made = await app.call('plan.import', { ticket: file(text), onSame: 'ask' });
    expect(made.sameAs).toBeNull();
    expect(made.dossierId).not.toBe(first);
  });
});

describe('reading it into the dossier', () => {
  it('keeps what was corrected where the words stand, follows the rest, keeps the earlier file', async () => {
    const kept = await taskWith(first, 'khen thưởng');
    const changed = await taskWith(first, 'dự thảo báo cáo');
    await app.call('plan.saveItem', { dossierId: first, itemId: kept.id, patch: { lastDay: '2026-11-26' } });
    const before = await read(first);
    const done = await app.call('plan.import', { ticket: file(SECOND, 'ban-2.txt'), into: first });
    expect(done).toMatchObject({ dossierId: first, again: false, sameAs: null });
    expect(done.changes?.rows.map(({ kind }) => kind).sort()).toEqual(['added', 'changed', 'removed']);
    expect(done.changes).toMatchObject({ kept: 1 });

    const { plan, items, files } = await read(first);
    expect(plan).toMatchObject({ sourceName: 'ban-2.txt', status: before.plan.status });
    expect(plan.text).toContain('25/11/2026');
    expect(items.find(({ id }) => id === kept.id)).toMatchObject({ lastDay: '2026-11-26', touched: true });
    expect(items.find(({ id }) => id === changed.id)).toMatchObject({ lastDay: '2026-11-24' });
    expect(JSON.stringify(items)).not.toContain('bảo đảm an ninh');
    expect(items.some((item) => item.kind === 'recipient' && item.name === 'Các chi bộ')).toBe(true);
    expect(files.map(({ name }) => name).sort()).toEqual(['ban-2.txt', 'ke-hoach.txt']);
    expect(await app.call('plan.list', {})).toHaveLength(2);

    await app.call('store.undo', { kind: 'dossier', id: first, revision: done.revision });
    const undone = await read(first);
    expect(undone.plan.text).toBe(before.plan.text);
    expect(undone.items).toEqual(before.items);
  });

  it('takes the place of what was composed here, and the file may be read again', async () => {
    const { plan } = await read(first);
    const start = plan.text.indexOf('tổng kết');
    await app.call('plan.replaceText', {
      dossierId: first,
      textHash: plan.textHash,
      edits: [{ start, end: start + 8, text: 'Tổng kết' }],
    });
    const { dossierId } = await app.call('plan.import', { ticket: file(SECOND), into: first });
    expect((await read(dossierId)).plan.composed).toBeUndefined();
    expect(await app.call('plan.import', { ticket: file(SECOND), onSame: 'ask' })).toMatchObject({
      dossierId: first,
      again: true,
    });
    // The version before it is asked about again: it is no longer what the dossier says.
    expect((await app.refusal('plan.import', { ticket: file(FIRST), onSame: 'ask' })).code).toBe('CONFLICT');
  });

  it('says where there is no such dossier', async () => {
    expect((await app.refusal('plan.import', { text: SECOND, into: 'khong-co' })).code).toBe('NOT_FOUND');
  });

  it('ends with the new words, whatever was taken out or put back', async () => {
    const lines = FIRST.split('\n');
    await fc.assert(
      fc.asyncProperty(fc.subarray(lines.slice(6, 12), { minLength: 1 }), async (left) => {
        const text = [...lines.slice(0, 6), ...left, ...lines.slice(12)].join('\n');
        const { changes } = await app.call('plan.import', { text: `${text}.`, into: first });
        const { plan } = await read(first);
        expect(plan.text).toBe(`${text}.`);
        // The same text once more is read again, and changes nothing.
        if (changes) expect(changes.rows.every(({ kind }) => kind !== 'same')).toBe(true);
      }),
      { numRuns: 8 },
    );
  });
});
