/** What two versions of a plan say as data: units, tasks with their days, deadlines, recipients. */
import { formatDate, isPlainDate } from '../../../date/plain-date';
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
  let left = before.map(keyed);
  let right = after.map(keyed);
  const out: { readonly at: number; readonly change: DataChange }[] = [];
  const pairOff = (keyOf: (row: Keyed) => string, told: boolean) => {
    const waiting = new Map<string, Keyed[]>();
    for (const other of right) waiting.set(keyOf(other), [...(waiting.get(keyOf(other)) ?? []), other]);
    const paired = new Set<Keyed>();
    for (const one of left) {
      const other = waiting.get(keyOf(one))?.shift();
      if (!other) continue;
      paired.add(one).add(other);
      if (told) out.push(changedRow(one, other));
    }
    left = left.filter((row) => !paired.has(row));
    right = right.filter((row) => !paired.has(row));
  };
  pairOff(({ row, key }) => [row.kind, key, row.of, row.value].join('\n'), false);
  pairOff(({ row, key }) => [row.kind, key, row.of].join('\n'), true);
  pairOff(({ row, key }) => [row.kind, key].join('\n'), true);
  for (const one of [...left]) {
    const other = one.row.kind === 'task' ? right.find((each) => isReworded(one, each)) : undefined;
    if (!other) continue;
    out.push(changedRow(one, other));
    left = left.filter((row) => row !== one);
    right = right.filter((row) => row !== other);
  }
  out.sort((one, other) => one.at - other.at);
  const alone = ({ row }: Keyed, change: 'added' | 'removed'): DataChange => ({
    kind: row.kind,
    change,
    what: row.words,
    before: change === 'removed' ? said(row) : null,
    after: change === 'added' ? said(row) : null,
  });
  return [
    ...out.map(({ change }) => change),
    ...left.map((row) => alone(row, 'removed')),
    ...right.map((row) => alone(row, 'added')),
  ];
}

interface Keyed {
  readonly row: Row;
  readonly at: number;
  readonly key: string;
  readonly words: ReadonlySet<string>;
}

function keyed(row: Row, at: number): Keyed {
  const key = matchKey(row.words);
  return { row, at, key, words: new Set(key.split(' ')) };
}

function changedRow(one: Keyed, other: Keyed): { at: number; change: DataChange } {
  const { kind, words } = other.row;
  return {
    at: other.at,
    change: { kind, change: 'changed', what: words, before: said(one.row), after: said(other.row) },
  };
}

/** Share of common words from which two tasks of one unit count as one that was reworded. */
const REWORDED = 0.6;

function isReworded(one: Keyed, other: Keyed): boolean {
  if (other.row.kind !== 'task' || one.row.of !== other.row.of) return false;
  let common = 0;
  for (const word of one.words) if (other.words.has(word)) common += 1;
  return (2 * common) / (one.words.size + other.words.size) >= REWORDED;
}

function said(row: Row): string {
  const { of, words, value, kind } = row;
  const day = value !== null && isPlainDate(value) ? `hạn ${formatDate(value)}` : value;
  const more = day === null || (kind === 'deadline' && !day.startsWith('hạn')) ? '' : ` (${day})`;
  return `${of === '' ? '' : `${of}: `}${words}${more}`;
}
