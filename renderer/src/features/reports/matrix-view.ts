/** The matrix as a person looks at it: filtered rows, their sums, and ranges of cells. */
import type { UnitState } from '../../../../shared/domain/report/model';
import { OWN_PLAN_STATE, UNIT_STATE, columnWords } from '../../../../shared/i18n/vi';
import type { MatrixView } from '../../../../shared/rpc/contract/report';
import { formatPercent } from '../../../../shared/text/numbers';
import { fold } from '../../../../shared/text/normalize';
import { date, figure } from '../../ui/format';

export type MatrixGroup = MatrixView['groups'][number];
export type MatrixRowView = MatrixGroup['rows'][number];
export type MatrixCell = MatrixRowView['cells'][number];
export type MatrixTotal = MatrixView['totals'][number];

/** One cell: a unit in a period of a plan. */
export interface MatrixPlace {
  readonly dossierId: string;
  readonly kind: MatrixView['columns'][number]['kind'];
  /** Id of the period, or of the request for units' own plans. */
  readonly period: string;
  readonly unit: string;
  readonly unitName: string;
}

export interface MatrixFilter {
  /** With or without marks; every word must be in the unit's name. */
  readonly text: string;
  /** Id of the group; null: all. "" is the group of units that have none. */
  readonly group: string | null;
  /** Units that have at least one cell in this state. */
  readonly state: UnitState | null;
}

export function keyOf(place: Pick<MatrixPlace, 'dossierId' | 'period' | 'unit'>): string {
  return `${place.dossierId}|${place.period}|${place.unit}`;
}

/** Groups with the rows that fit; a group with none is left out. */
export function filterGroups(groups: readonly MatrixGroup[], filter: MatrixFilter): readonly MatrixGroup[] {
  const words = fold(filter.text).split(/\s+/).filter(Boolean);
  if (words.length === 0 && filter.group === null && filter.state === null) return groups;
  return groups.flatMap((group): MatrixGroup[] => {
    if (filter.group !== null && (group.group ?? '') !== filter.group) return [];
    const rows = group.rows.filter((row) => {
      const name = fold(row.name);
      return (
        words.every((word) => name.includes(word)) &&
        (filter.state === null || row.cells.some((cell) => cell?.state === filter.state))
      );
    });
    return rows.length === 0 ? [] : [{ ...group, rows }];
  });
}

const NONE: MatrixTotal = {
  expected: 0,
  received: 0,
  onTime: 0,
  late: 0,
  missing: 0,
  returned: 0,
  notDue: 0,
};

/** Counts over cells: those of a column, or of a row. */
export function countCells(cells: readonly (MatrixCell | undefined)[]): MatrixTotal {
  const total = { ...NONE };
  for (const cell of cells) {
    if (!cell) continue;
    total.expected += 1;
    if (cell.state === 'on-time') total.onTime += 1;
    else if (cell.state === 'late') total.late += 1;
    else if (cell.state === 'missing') total.missing += 1;
    else if (cell.state === 'returned') total.returned += 1;
    else total.notDue += 1;
  }
  total.received = total.onTime + total.late;
  return total;
}

/** "94,74%" of the units whose day has come; "–" while none has. */
export function onTimeText(total: MatrixTotal): string {
  const due = total.expected - total.notDue;
  return due === 0 ? '–' : formatPercent((total.onTime * 100) / due);
}

/** The rows under the table. */
export const SUMS: readonly { readonly title: string; readonly of: (total: MatrixTotal) => string }[] = [
  {
    title: 'Đã nhận / phải báo cáo',
    of: ({ received, expected }) => `${figure(received)}/${figure(expected)}`,
  },
  { title: 'Đúng hạn', of: ({ onTime }) => figure(onTime) },
  { title: 'Tỷ lệ đúng hạn, trên số đã đến hạn', of: onTimeText },
];

export function wordsOf(cell: NonNullable<MatrixCell>, kind: MatrixPlace['kind']): string {
  return [
    (kind === 'own-plan' ? OWN_PLAN_STATE : UNIT_STATE)[cell.state].word,
    cell.nil ? `không phát sinh${cell.nilSaid === undefined ? '' : ` (${cell.nilSaid})`}` : '',
    cell.extended ? 'được gia hạn' : '',
    cell.receivedAt ? `nhận ${date(cell.receivedAt)}` : '',
    cell.chased ? `đã đôn đốc lần ${cell.chased.level} – ${date(cell.chased.on)}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Owed cells of the rectangle between two corners, rows as they stand. */
export function rectangle(
  columns: MatrixView['columns'],
  rows: readonly MatrixRowView[],
  from: { readonly row: number; readonly column: number },
  to: { readonly row: number; readonly column: number },
): MatrixPlace[] {
  const places: MatrixPlace[] = [];
  for (let row = Math.min(from.row, to.row); row <= Math.max(from.row, to.row); row += 1) {
    const unit = rows[row];
    for (let at = Math.min(from.column, to.column); at <= Math.max(from.column, to.column); at += 1) {
      const column = columns[at];
      if (!unit || !column || !unit.cells[at]) continue;
      places.push({
        dossierId: column.dossierId,
        kind: column.kind,
        period: column.period,
        unit: unit.unit,
        unitName: unit.name,
      });
    }
  }
  return places;
}

/** The table as it is copied: heads and rows of text. */
export function asText(
  columns: MatrixView['columns'],
  groups: readonly MatrixGroup[],
): { readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const all = groups.flatMap((group) => group.rows);
  const sum = (total: MatrixTotal) => `${total.received}/${total.expected}`;
  return {
    head: [
      'Nhóm',
      'Đơn vị',
      ...columns.map((column) => `${column.plan} ${columnWords(column)}`),
      'Đã nhận / phải báo cáo',
    ],
    rows: [
      ...groups.flatMap((group) =>
        group.rows.map((row) => [
          group.name,
          row.name,
          ...row.cells.map((cell, at) => (cell ? wordsOf(cell, columns[at]?.kind ?? 'report') : '')),
          sum(countCells(row.cells)),
        ]),
      ),
      ...SUMS.map(({ title, of }) => [
        '',
        title,
        ...columns.map((_column, index) => of(countCells(all.map((row) => row.cells[index])))),
        of(countCells(all.flatMap((row) => row.cells))),
      ]),
    ],
  };
}
