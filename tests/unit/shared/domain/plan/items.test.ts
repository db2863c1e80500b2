import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createMatcher } from '../../../../../shared/domain/office/match';
import { applyReading } from '../../../../../shared/domain/plan/apply-reading';
import { itemsFromParsed, matchRecipient } from '../../../../../shared/domain/plan/items-from-parsed';
import { addItem, mergeItems, saveItem, splitItem, textOf } from '../../../../../shared/domain/plan/items';
import type { PlanItem } from '../../../../../shared/domain/plan/model';
import { readPlan } from '../../../../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../../../../shared/domain/plan/reading/source-from-text';
import { draftOver, type Draft } from '../../../../../shared/records';
import type { DossierTables } from '../../../../../shared/schema/aggregates';
import { samplePlanText } from '../../../../support/test-ports';

const { plan } = readPlan(sourceFromText(samplePlanText));
let count = 0;
const newId = (): string => {
  count += 1;
  return `i-${count}`;
};
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const fresh = () => itemsFromParsed(plan, { matcher: createMatcher([]), hash, newId });

function dossier(): Draft<DossierTables> {
  const draft = draftOver<DossierTables>({ get: () => undefined, list: () => [] });
  applyReading(draft, fresh());
  return draft;
}

const assignmentsOf = (draft: Draft<DossierTables>): readonly PlanItem[] =>
  draft.list('items').filter(({ kind }) => kind === 'assignment');
const tasksOf = (draft: Draft<DossierTables>, id: string): readonly PlanItem[] =>
  draft.list('items').filter((item) => item.kind === 'task' && item.assignmentId === id);

describe('a part of a month', () => {
  it('is doubted once: at the task that says it, else at the deadline', () => {
    const read = (body: string) =>
      itemsFromParsed(
        readPlan(
          sourceFromText(
            `Số 01-KH/ĐU\nAn Bình, ngày 05 tháng 02 năm 2026\n\nKẾ HOẠCH\nthử\n\nCăn cứ tình hình, xây dựng kế hoạch:\n\n${body}\n\nNơi nhận:\n- Lưu VPĐU.\n`,
          ),
        ).plan,
        { matcher: createMatcher([]), hash, newId },
      )
        .filter(({ doubt }) => doubt.includes('không có ngày'))
        .map(({ kind }) => kind);
    expect(
      read('I. TỔ CHỨC THỰC HIỆN\n\n1. Văn phòng Đảng ủy\n\n- Sơ kết trong tuần đầu tháng 9/2026.'),
    ).toEqual(['task']);
    expect(read('I. THỜI GIAN THỰC HIỆN\n\n1. Sơ kết vào giữa tháng 9/2026.')).toEqual(['deadline']);
    expect(read('I. THỜI GIAN THỰC HIỆN\n\n1. Sơ kết trong tháng 9/2026.')).toEqual([]);
  });
});

describe('reading again after units were cut and joined', () => {
  it('leaves untouched tasks with the unit that a person joined theirs into', () => {
    const draft = dossier();
    const [a, b] = assignmentsOf(draft);
    if (!a || !b) throw new Error('no assignments');
    const halfOfA = splitItem(draft, a.id, 4, newId());
    const halfOfB = splitItem(draft, b.id, 4, newId());
    if (!halfOfA.ok || !halfOfB.ok) throw new Error('not split');
    expect(mergeItems(draft, [halfOfB.value.id, a.id]).ok).toBe(true);
    const moved = tasksOf(draft, halfOfB.value.id);
    expect(moved.length).toBeGreaterThan(0);
    const before = draft.list('items');
    applyReading(draft, fresh());
    expect(draft.list('items')).toEqual(before);
  });

  it('does not bring a dropped or hand-made item back or away', () => {
    const draft = dossier();
    const added = addItem(draft, 'task', { text: 'Việc thêm tay' }, null, newId());
    if (!added.ok) throw new Error('not added');
    applyReading(draft, fresh());
    expect(draft.get('items', added.value.id)).toEqual(added.value);
  });

  it('takes away what a new reading no longer finds, unless a person touched it', () => {
    const draft = dossier();
    const [first, second] = draft.list('items').filter(({ kind }) => kind === 'task');
    if (!first || !second) throw new Error('no tasks');
    saveItem(draft, first.id, { text: 'Đã sửa' });
    const outcome = applyReading(
      draft,
      fresh().filter(({ kind }) => kind !== 'task'),
    );
    expect(outcome.removed).toBeGreaterThan(0);
    expect(draft.get('items', first.id)).toMatchObject({ text: 'Đã sửa' });
    expect(draft.get('items', second.id)).toBeUndefined();
  });
});

describe('items', () => {
  it('joins what each part knew', () => {
    const draft = dossier();
    const dated = draft.list('items').find((item) => item.kind === 'task' && item.lastDay !== null);
    const plain = draft.list('items').find((item) => item.kind === 'task' && item.lastDay === null);
    if (!dated || !plain) throw new Error('no tasks');
    const merged = mergeItems(draft, [plain.id, dated.id]);
    expect(merged.ok && textOf(merged.value)).toBe(`${textOf(plain)} ${textOf(dated)}`);
    expect(draft.get('items', plain.id)).toMatchObject({
      lastDay: '2026-06-09',
      origins: [...plain.origins, ...dated.origins],
    });
    expect(draft.get('items', dated.id)).toBeUndefined();
  });

  it('cuts the place in the text with the words, where they are the same words', () => {
    const draft = dossier();
    const task = draft
      .list('items')
      .find(
        (item) =>
          item.kind === 'task' &&
          item.source !== null &&
          item.source.end - item.source.start === item.text.length,
      );
    if (!task?.source) return;
    const rest = splitItem(draft, task.id, 10, newId());
    expect(draft.get('items', task.id)?.source).toEqual({
      start: task.source.start,
      end: task.source.start + 10,
    });
    expect(rest.ok && rest.value.source).toEqual({ start: task.source.start + 10, end: task.source.end });
  });
});

it('resolves "các đơn vị ở mục …" to the units of that section only', () => {
  const assignment = (from: string, entryIds: string[]) =>
    ({ from, entryIds, dropped: false, kind: 'assignment' }) as never;
  const matcher = createMatcher([]);
  const all = [
    assignment('IV.1', ['a']),
    assignment('IV.2', ['b']),
    assignment('V.1', ['c']),
    assignment('IV.3', []),
  ];
  expect(matchRecipient('Các đơn vị ở mục IV', matcher, all)).toMatchObject({
    entryIds: ['a', 'b'],
    doubt: 'Mục IV có 1 đơn vị chưa khớp với danh mục.',
  });
  expect(matchRecipient('Như mục V', matcher, all)).toMatchObject({ entryIds: ['c'], doubt: '' });
  expect(matchRecipient('Các cơ quan, đơn vị tại phần VII', matcher, all).doubt).toContain('mục VII');
});

it('says of a day that is in no calendar that it is none, not that none was seen', () => {
  const text = samplePlanText.replace('trước ngày 10/6/2026', 'trước ngày 31/11/2026');
  expect(text).not.toBe(samplePlanText);
  const read = readPlan(sourceFromText(text)).plan;
  const doubts = itemsFromParsed(read, { matcher: createMatcher([]), hash, newId }).flatMap((item) =>
    (item.kind === 'task' || item.kind === 'deadline') && item.text.includes('31/11/2026')
      ? [item.doubt]
      : [],
  );
  expect(doubts).toEqual([
    'Ngày “31/11/2026” không có trong lịch.',
    'Ngày “31/11/2026” không có trong lịch.',
  ]);
});

it('a task keeps whom its own words say it is done with, so that they owe it too', () => {
  const read = readPlan(
    sourceFromText(`ĐẢNG ỦY PHƯỜNG AN BÌNH
Số 12-KH/ĐU
KẾ HOẠCH
thử
I. TỔ CHỨC THỰC HIỆN
1. Ban Xây dựng Đảng: chủ trì, phối hợp với Phòng Văn hóa - Xã hội hướng dẫn các chi bộ, xong trước ngày 10/12/2026.
2. Văn phòng Đảng ủy
- Theo dõi, đôn đốc.`),
  ).plan;
  const tasks = itemsFromParsed(read, { matcher: createMatcher([]), hash, newId }).flatMap((item) =>
    item.kind === 'task' ? [item.coordinating] : [],
  );
  expect(tasks).toEqual([['Phòng Văn hóa - Xã hội'], []]);
});
