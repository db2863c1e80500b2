import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMatcher } from '../../shared/domain/office/match';
import { applyReading } from '../../shared/domain/plan/apply-reading';
import { itemsFromParsed } from '../../shared/domain/plan/items-from-parsed';
import {
  dropItem,
  mergeItems,
  moveTask,
  restoreItem,
  saveItem,
  splitItem,
  textOf,
} from '../../shared/domain/plan/items';
import type { PlanItem } from '../../shared/domain/plan/model';
import { readPlan } from '../../shared/domain/plan/reading/read-plan';
import { sourceFromText } from '../../shared/domain/plan/reading/source-from-text';
import { draftOver, type Draft, type View } from '../../shared/records';
import type { DossierTables } from '../../shared/schema/aggregates';
import { samplePlanText } from '../support/test-ports';

const { plan } = readPlan(sourceFromText(samplePlanText));
// The same words twice under two units: fingerprints must still tell them apart.
const twice = readPlan(
  sourceFromText(
    samplePlanText.replace(
      '- Chỉ đạo hệ thống',
      '- Theo dõi, đôn đốc các đơn vị gửi báo cáo; lưu trữ hồ sơ.\n- Chỉ đạo hệ thống',
    ),
  ),
).plan;
const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

function emptyDossier(): View<DossierTables> {
  return { get: () => undefined, list: () => [] };
}

function reader() {
  let count = 0;
  const newId = (): string => {
    count += 1;
    return `m-${count}`;
  };
  return {
    newId,
    items: (parsed = plan) => itemsFromParsed(parsed, { matcher: createMatcher([]), hash, newId }),
  };
}

type Step = {
  readonly kind: 'save' | 'split' | 'merge' | 'move' | 'drop' | 'restore';
  readonly a: number;
  readonly b: number;
};
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('save', 'split', 'merge', 'move', 'drop', 'restore'),
  a: fc.nat(1000),
  b: fc.nat(1000),
});

/** Does one thing that a person might do; what the rules refuse is simply not done. */
function take(draft: Draft<DossierTables>, { kind, a, b }: Step, newId: () => string): void {
  const items = draft.list('items');
  const item = items[a % items.length];
  if (!item) return;
  if (kind === 'save' && 'text' in item) saveItem(draft, item.id, { text: `${textOf(item)} (đã sửa ${b})` });
  else if (kind === 'split') splitItem(draft, item.id, 1 + (b % Math.max(1, textOf(item).length)), newId());
  else if (kind === 'merge') {
    const same = items.filter((other) => other.kind === item.kind);
    mergeItems(draft, [item.id, same[b % same.length]?.id ?? '']);
  } else if (kind === 'move') {
    const units = items.filter((other) => other.kind === 'assignment');
    moveTask(draft, item.id, units[b % Math.max(1, units.length)]?.id ?? '');
  } else if (kind === 'drop') dropItem(draft, item.id);
  else restoreItem(draft, item.id);
}

const byId = (items: readonly PlanItem[]): ReadonlyMap<string, PlanItem> =>
  new Map(items.map((item) => [item.id, item]));

it('keeps every correction when the same text is read again', () => {
  fc.assert(
    fc.property(fc.constantFrom(plan, twice), fc.array(step, { maxLength: 25 }), (parsed, steps) => {
      const read = reader();
      const draft = draftOver(emptyDossier());
      applyReading(draft, read.items(parsed));
      for (const one of steps) take(draft, one, read.newId);
      const before = byId(draft.list('items'));
      const outcome = applyReading(draft, read.items(parsed));
      expect(outcome.added).toBe(0);
      expect(outcome.removed).toBe(0);
      expect(byId(draft.list('items'))).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

it('follows a changed text where nobody touched anything, and keeps the touched', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const read = reader();
      const draft = draftOver(emptyDossier());
      applyReading(draft, read.items(plan));
      for (const one of steps) take(draft, one, read.newId);
      const touched = draft.list('items').filter((item) => item.touched);
      applyReading(draft, read.items(twice));
      const after = byId(draft.list('items'));
      for (const item of touched) expect(after.get(item.id)).toEqual(item);
      // Every fingerprint of the new reading is somewhere: nothing that was read disappears.
      const origins = new Set(draft.list('items').flatMap((item) => item.origins));
      for (const item of read.items(twice))
        for (const origin of item.origins) expect(origins.has(origin)).toBe(true);
      const ids = new Set(after.keys());
      for (const item of after.values())
        if (item.kind === 'task' && item.assignmentId !== null) expect(ids.has(item.assignmentId)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('never loses a word by splitting and merging back', () => {
  fc.assert(
    fc.property(fc.nat(1000), fc.nat(1000), (which, at) => {
      const read = reader();
      const draft = draftOver(emptyDossier());
      applyReading(draft, read.items());
      const tasks = draft.list('items').filter((item) => item.kind === 'task');
      const task = tasks[which % tasks.length];
      if (!task) return;
      const text = textOf(task);
      const split = splitItem(draft, task.id, at % text.length, read.newId());
      if (!split.ok) return;
      mergeItems(draft, [task.id, split.value.id]);
      const merged = draft.get('items', task.id);
      const letters = (words: string): string => words.replace(/[\s;,]+/gu, '');
      expect(merged && letters(textOf(merged))).toBe(letters(text));
    }),
  );
});
