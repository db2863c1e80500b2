/** The structure on the right: uncertain first, then units with their tasks, then the other kinds, then what was dropped. */
import type { PlanItem, PlanItemKind, PlanItemOf } from '../../../../shared/domain/plan/model';
import { isUncertain } from './item-fields';

export interface Section {
  readonly key: string;
  readonly title: string;
  readonly items: readonly PlanItem[];
}

export type Filter = 'all' | 'uncertain' | PlanItemKind | 'unclassified' | 'dropped';

/** What a heading counts: a unit's tasks, not the unit itself. */
export function countOf({ key, items }: Section): number {
  return key.startsWith('unit:') ? items.filter(({ kind }) => kind !== 'assignment').length : items.length;
}

const KIND_TITLES: readonly (readonly [PlanItemKind, string])[] = [
  ['target', 'Chỉ tiêu, số liệu'],
  ['deadline', 'Thời hạn'],
  ['conference', 'Hội nghị'],
  ['reporting', 'Chế độ báo cáo'],
  ['recipient', 'Nơi nhận'],
  ['basis', 'Căn cứ'],
];

const ordered = <T extends PlanItem>(items: readonly T[]): T[] =>
  [...items].sort((left, right) => left.order - right.order);

export function assignmentsOf(items: readonly PlanItem[]): PlanItemOf<'assignment'>[] {
  return ordered(
    items.filter((item) => item.kind === 'assignment' && !item.dropped),
  ) as PlanItemOf<'assignment'>[];
}

export function sectionsOf(all: readonly PlanItem[], filter: Filter): readonly Section[] {
  const items = ordered(all);
  const live = items.filter((item) => !item.dropped);
  const uncertain = live.filter(isUncertain);
  const certain = live.filter((item) => !isUncertain(item));
  const sections: Section[] = [];
  const add = (key: string, title: string, found: readonly PlanItem[]) => {
    if (found.length > 0) sections.push({ key, title, items: found });
  };

  if (filter === 'all' || filter === 'uncertain') add('uncertain', 'Cần xem lại', uncertain);
  const pool = filter === 'all' ? certain : live;
  if (filter === 'all' || filter === 'assignment' || filter === 'task') {
    const units = assignmentsOf(all);
    for (const unit of units) {
      const tasks = pool.filter((item) => item.kind === 'task' && item.assignmentId === unit.id);
      const head = filter === 'task' || !pool.includes(unit) ? [] : [unit];
      add(`unit:${unit.id}`, unit.unit, filter === 'assignment' ? head : [...head, ...tasks]);
    }
    const known = new Set<string | null>(units.map((unit) => unit.id));
    if (filter !== 'assignment') {
      add(
        'tasks',
        'Nhiệm vụ chung, chưa giao đơn vị',
        pool.filter((item) => item.kind === 'task' && !known.has(item.assignmentId)),
      );
    }
  }
  for (const [kind, title] of KIND_TITLES) {
    if (filter === 'all' || filter === kind)
      add(
        kind,
        title,
        pool.filter((item) => item.kind === kind),
      );
  }
  if (filter === 'all' || filter === 'dropped')
    add(
      'dropped',
      'Đã bỏ',
      items.filter((item) => item.dropped),
    );
  return sections;
}
