/** What two versions of a plan say as data: units, tasks with their days, deadlines, recipients. */
import { matchKey } from '../../../text/normalize';
import type { PlanItem } from '../model';
import type { TextVersion } from './text-records';

export type VersionData = TextVersion['data'];
type Row = VersionData[number];

export interface DataChange {
  readonly kind: Row['kind'];
  readonly change: 'added' | 'removed' | 'changed';
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The data of a plan's items as they stand, corrected by people or not. */
export function versionData(items: readonly PlanItem[]): VersionData {
  const kept = items.filter(({ dropped }) => !dropped).sort((one, other) => one.order - other.order);
  const unitOf = new Map(
    kept.flatMap((item) => (item.kind === 'assignment' ? [[item.id, item.unit] as const] : [])),
  );
  return kept.flatMap((item): VersionData => {
    switch (item.kind) {
      case 'assignment':
        return [{ kind: 'unit', of: '', words: item.unit, value: null }];
      case 'task':
        return [
          {
            kind: 'task',
            of: unitOf.get(item.assignmentId ?? '') ?? '',
            words: item.text,
            value: item.lastDay,
          },
        ];
      case 'deadline':
        return [{ kind: 'deadline', of: '', words: item.text, value: item.lastDay ?? item.period }];
      case 'recipient':
        return [{ kind: 'recipient', of: '', words: item.name, value: item.purpose }];
      default:
        return [];
    }
  });
}

/**
 * Rows of the one version that are not in the other. The same words with another day (purpose, unit) are a change; what
 * is left on both sides under the same unit is paired as reworded where most words are common.
 */
export function compareData(before: VersionData, after: VersionData): readonly DataChange[] {
  const left = [...before];
  const right = [...after];
  const out: DataChange[] = [];
  const pairOff = (same: (one: Row, other: Row) => boolean, told: boolean) => {
    for (let i = left.length - 1; i >= 0; i--) {
      const one = left[i];
      if (!one) continue;
      const j = right.findIndex((other) => other.kind === one.kind && same(one, other));
      const other = right[j];
      if (!other) continue;
      left.splice(i, 1);
      right.splice(j, 1);
      if (told)
        out.push({
          kind: one.kind,
          change: 'changed',
          what: other.words,
          before: said(one),
          after: said(other),
        });
    }
  };
  const sameWords = (one: Row, other: Row) => matchKey(one.words) === matchKey(other.words);
  pairOff((one, other) => sameWords(one, other) && one.of === other.of && one.value === other.value, false);
  pairOff((one, other) => sameWords(one, other) && one.of === other.of, true);
  pairOff(sameWords, true);
  pairOff(
    (one, other) => one.of === other.of && one.kind === 'task' && mostlySame(one.words, other.words),
    true,
  );
  out.reverse();
  const alone = (row: Row, change: 'added' | 'removed'): DataChange => ({
    kind: row.kind,
    change,
    what: row.words,
    before: change === 'removed' ? said(row) : null,
    after: change === 'added' ? said(row) : null,
  });
  return [...out, ...left.map((row) => alone(row, 'removed')), ...right.map((row) => alone(row, 'added'))];
}

function said(row: Row): string {
  return [row.of === '' ? '' : `${row.of}: `, row.words, row.value === null ? '' : ` [${row.value}]`].join(
    '',
  );
}

function mostlySame(one: string, other: string): boolean {
  const [left, right] = [new Set(matchKey(one).split(' ')), new Set(matchKey(other).split(' '))];
  const common = [...left].filter((word) => right.has(word)).length;
  return (2 * common) / (left.size + right.size) >= 0.6;
}
