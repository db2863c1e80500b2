/** "Mỗi chi bộ đăng …" asks the branches: in the grid, on the board, in Hôm nay, in what is lacking. */
import { describe, expect, test } from 'vitest';
import { eachPhrases } from '../../../../../shared/domain/task/each-unit';
import { taskDirectory } from '../../../../../shared/domain/task/owing';
import { directoryEntrySchema, type DirectoryEntry } from '../../../../../shared/domain/office/model';
import { dayScene } from '../../../../support/day-plan';

describe('units of a quota', () => {
  test('are those that its sentence names, until a person chooses others', async () => {
    const { app, at, branches, unit } = await dayScene();
    const [row] = (await app.call('task.board', at())).recurring;
    if (!row) throw new Error('no quota');
    expect(row).toMatchObject({ units: 3, asked: { by: 'sentence', entryIds: [] } });
    expect(row.asked?.sentence).toContain('Mỗi chi bộ đăng tối thiểu 03 tin, bài/tuần');
    const units = async () =>
      (await app.call('task.grid', { ...at(), item: row.id })).rows.map((each) => each.unit).sort();
    expect(await units()).toEqual([...branches].sort());
    const { lacking } = await app.call('archive.check', at());
    expect(lacking.find((line) => line.startsWith('Chỉ tiêu'))).toContain('3 đơn vị chưa ghi đủ');
    await app.call('task.putCounts', {
      ...at(),
      item: row.id,
      rows: [{ unit: branches[0] ?? '', counts: { '2026-11-28': 3 } }],
    });
    app.ports.at('2026-12-01T08:00:00+07:00');
    const told = (await app.call('today.list', {})).items.find(({ about }) => about?.kind === 'counts');
    expect(told?.title).toContain('chưa có số liệu của 2 đơn vị');
    const school = unit('Trường Tiểu học An Bình');
    await app.call('task.describe', { ...at(), item: row.id, entryIds: [school] });
    expect(await units()).toEqual([school]);
    await app.call('task.describe', { ...at(), item: row.id, entryIds: null });
    expect(await units()).toEqual([...branches].sort());
  });
});

describe('whom a sentence asks', () => {
  test.each([
    ['2. Mỗi chi bộ đăng tối thiểu 02 tin, bài/tuần.', ['chi bộ đăng tối thiểu']],
    ['Các trường học duy trì ≥ 01 bài/tháng', ['trường học duy trì']],
    ['Mỗi tuần phát 03 tin, bài', []],
    ['Đăng ≥ 02 tin, bài/tuần/chi bộ.', ['chi bộ']],
    ['Mỗi cơ quan, đơn vị đăng 01 bài/tháng', []],
    ['Tuyên truyền về các chi bộ tiêu biểu ≥ 02 tin/tuần', []],
  ])('%s', (sentence, phrases) => {
    expect(eachPhrases(sentence)).toEqual(phrases);
  });

  const entry = (id: string, name: string, more: Partial<DirectoryEntry> = {}) =>
    directoryEntrySchema.parse({ id, kind: 'unit', name, ...more });
  const entries = [
    entry('a', 'Chi bộ Tổ dân phố số 1'),
    entry('b', 'Chi bộ Quân sự'),
    entry('c', 'Trường Mầm non Hoa Sen'),
    entry('d', 'Trường Tiểu học An Bình'),
    entry('e', 'Công an phường'),
  ];

  test.each([
    ['chi bộ đăng tối thiểu', ['a', 'b']],
    ['trường học duy trì', ['c', 'd']],
    ['công dân tích cực', []],
    ['câu lạc bộ đăng', []],
  ])('without a group in the directory: %s', (phrase, ids) => {
    expect(taskDirectory(entries, 'An Bình').each([phrase], '2026-11-28')).toEqual(ids);
  });

  test('a group of the directory counts before the names', () => {
    const group = entry('g', 'Các chi bộ trực thuộc', { kind: 'group', memberIds: ['a'] });
    expect(taskDirectory([...entries, group], '').each(['chi bộ đăng'], '2026-11-28')).toEqual(['a']);
  });
});
