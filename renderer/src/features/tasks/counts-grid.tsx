import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { placeBlock, type UnmatchedLine } from '../../../../shared/domain/report/paste-block';
import type { CellChange } from '../../../../shared/grid/cell-history';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { GridRow } from '../../../../shared/rpc/contract/task';
import { formatNumber, parseNumber } from '../../../../shared/text/numbers';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastInfo } from '../../app/feedback';
import { useKeys } from '../../app/keys';
import { date, figure, today } from '../../ui/format';
import { useCellSteps, useUnitNames } from '../../ui/sheet-editing';
import { cellKey, SheetGrid, type SheetColumn, type SheetRow } from '../../ui/sheet-grid';
import { Answer, EmptyPlace } from '../../ui/states';
import { useUnsavedWork } from '../../ui/unsaved-work';
import { EntryUnmatched } from '../reports/entry-unmatched';
import { PER_WORDS } from '../../../../shared/domain/task/words';
import { offWhen } from '../../ui/writing';

interface CountsGridProps {
  readonly dossierId: string;
  readonly item: string;
  readonly office: OfficeView;
  readonly writable: boolean;
  /** Opens at the first week (month …) that is over without a count. */
  readonly atMissing: boolean;
}

type Grid = OutputOf<'task.grid'>;

export function CountsGrid(props: CountsGridProps): ReactNode {
  const grid = useRpc('task.grid', { dossierId: props.dossierId, item: props.item }, { keep: true });
  return (
    <Answer of={grid} loading="Đang mở bảng…">
      {(value) =>
        value.rows.length === 0 || value.rhythm === null ? (
          <EmptyPlace
            title="Chưa rõ đơn vị nào phải thực hiện."
            hint="Chọn đơn vị cho nhiệm vụ ở phần Rà soát, hoặc cho chỉ tiêu ở nút bên trên."
          />
        ) : (
          <Table {...props} value={value} rhythm={value.rhythm} />
        )
      }
    </Answer>
  );
}

/** Columns after the weeks: reckoned, not typed. */
const TOTAL = 'tong';
const AVERAGE = 'binh-quan';
const REPORTED = 'bao-cao ';

/** Empty, a number as written here, or why not. */
function faultOf(text: string): string | null {
  if (text === '') return null;
  const value = parseNumber(text);
  return value === null || value < 0 ? 'Ghi số không âm, ví dụ 2 hoặc 1.234.' : null;
}

function signOf({ averageMet, missing }: GridRow, changed: boolean): readonly [string, string] {
  if (changed) return ['✎', 'Chưa lưu'];
  if (averageMet === null) return ['○', missing > 0 ? `Chưa ghi, thiếu ${missing} ô` : 'Chưa ghi'];
  if (averageMet) return missing > 0 ? ['◔', `Đạt bình quân, còn ${missing} ô chưa ghi`] : ['●', 'Đạt'];
  return ['!', missing > 0 ? `Chưa đạt, còn ${missing} ô chưa ghi` : 'Chưa đạt'];
}

/** The earliest slot that is over and lacks a count, in the first row that lacks it. */
function firstMissing({ rows, slots }: Grid, day: string): { row: number; column: number } | undefined {
  for (const [column, { id, to }] of slots.entries()) {
    if (to >= day) return undefined;
    const row = rows.findIndex(({ counts }) => counts[id] === undefined);
    if (row >= 0) return { row, column };
  }
  return undefined;
}

function reportedColumns(rows: readonly GridRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ reported }) => reported.map(({ period }) => period)))];
}

function Table({
  dossierId,
  item,
  office,
  writable,
  atMissing,
  value,
  rhythm,
}: CountsGridProps & { readonly value: Grid; readonly rhythm: NonNullable<Grid['rhythm']> }): ReactNode {
  const [edits, setEdits] = useState<ReadonlyMap<string, string>>(new Map());
  const [unmatched, setUnmatched] = useState<readonly UnmatchedLine[]>([]);
  const save = useCommand('task.putCounts', {
    done: ({ cells }) => `Đã lưu ${cells} ô.`,
    offerUndo: true,
  });
  const rows = useMemo(() => new Map(value.rows.map((row) => [row.unit, row])), [value.rows]);
  const slots = useMemo(() => new Set(value.slots.map(({ id }) => id)), [value.slots]);
  const periods = useMemo(() => reportedColumns(value.rows), [value.rows]);
  const match = useUnitNames(office);
  const columns = useMemo(
    (): SheetColumn[] => [
      ...value.slots.map(({ id, label, days }) => ({
        id,
        label,
        title: `${days} ngày`,
        width: 112,
        numeric: true,
      })),
      {
        id: TOTAL,
        label: 'Tổng số',
        title: 'đến hôm nay',
        hint: 'đã ghi đến hôm nay',
        width: 92,
        numeric: true,
      },
      {
        id: AVERAGE,
        label: 'Bình quân',
        title: `một ${PER_WORDS[rhythm.per]}`,
        hint: `một ${PER_WORDS[rhythm.per]} đến hôm nay`,
        width: 92,
        numeric: true,
      },
      ...periods.map((period) => ({
        id: `${REPORTED}${period}`,
        label: `BC ${periodWords(period)}`,
        title: 'để so sánh',
        hint: 'TT01 + TT05 + MX01 theo báo cáo của đơn vị, để so sánh',
        width: 120,
        numeric: true,
      })),
    ],
    [value.slots, periods, rhythm.per],
  );
  const standingText = (unit: string, column: string): string => {
    const row = rows.get(unit);
    if (!row) return '';
    if (column === TOTAL) return row.average === null ? '' : figure(row.total);
    if (column === AVERAGE) return figure(row.average);
    if (column.startsWith(REPORTED))
      return figure(row.reported.find(({ period }) => `${REPORTED}${period}` === column)?.value);
    const count = row.counts[column];
    return count === undefined ? '' : formatNumber(count);
  };
  const textOf = (unit: string, column: string): string =>
    edits.get(cellKey(unit, column)) ?? standingText(unit, column);
  const changed = [...edits].filter(([key, text]) => {
    const [unit = '', column = ''] = key.split('|');
    return text !== standingText(unit, column);
  });
  const faults = changed.filter(([, text]) => faultOf(text) !== null).length;
  const changedUnits = new Set(changed.map(([key]) => key.split('|')[0]));
  useUnsavedWork(changed.length > 0 || unmatched.length > 0);

  const apply = (changes: readonly CellChange[]) =>
    setEdits((before) => new Map([...before, ...changes.map(({ key, after }) => [key, after] as const)]));
  const steps = useCellSteps(apply);
  const change = (changes: readonly CellChange[]) => {
    if (writable) steps.change(changes);
  };
  const changeTo = (unit: string, column: string, after: string): CellChange[] =>
    rows.has(unit) && slots.has(column)
      ? [{ key: cellKey(unit, column), before: textOf(unit, column), after }]
      : [];
  const paste = (block: readonly (readonly string[])[], at: { row: number; column: number }) => {
    if (!writable) return;
    const pasted = placeBlock(block, {
      units: value.rows.map(({ unit }) => unit),
      columns: value.slots.map(({ id }) => id),
      at,
      match,
    });
    const changes = pasted.cells.flatMap(({ unitId, column, text }) => changeTo(unitId, column, text));
    change(changes);
    // The head line of the copied table is no unit.
    const lines = pasted.unmatched.filter(({ name }) => !/^(đơn vị|tên đơn vị|stt)$/iu.test(name));
    setUnmatched([...unmatched, ...lines]);
    toastInfo(
      `Đã dán ${changes.length} ô; ô trống giữ số đang có`,
      [
        ...(pasted.overflow ? ['Phần dán vượt ra ngoài bảng đã được bỏ.'] : []),
        ...(lines.length > 0 ? [`${lines.length} dòng chưa rõ đơn vị: chọn ở trên bảng.`] : []),
      ].join(' '),
    );
  };
  const store = async () => {
    if (!writable || changed.length === 0 || save.pending) return;
    if (faults > 0) {
      toastInfo(`Còn ${faults} ô cần sửa`, 'Ô viền đỏ có lý do ở dòng trên bảng.');
      return;
    }
    const byUnit = new Map<string, Record<string, number | null>>();
    for (const [key, text] of changed) {
      const [unit = '', column = ''] = key.split('|');
      byUnit.set(unit, { ...byUnit.get(unit), [column]: text === '' ? null : parseNumber(text) });
    }
    const sent = edits;
    const saved = await save.run({
      dossierId,
      item,
      rows: [...byUnit].map(([unit, counts]) => ({ unit, counts })),
    });
    if (!saved) return;
    // What was typed into a cell meanwhile is not saved.
    setEdits((now) => new Map([...now].filter(([key, text]) => sent.get(key) !== text)));
    steps.forget();
  };
  useKeys([{ key: 'Ctrl+S', label: 'Lưu bảng số định kỳ', inInputs: true, run: () => void store() }]);

  const start = atMissing ? firstMissing(value, today()) : undefined;
  const met = value.rows.filter(({ averageMet, missing }) => averageMet === true && missing === 0).length;
  return (
    <div className="stack">
      <div className="row">
        <span>
          <strong>
            {met}/{value.rows.length}
          </strong>{' '}
          đơn vị đạt bình quân đến {date(today())}
        </span>
        <span className="muted">
          {date(rhythm.from)} – {date(rhythm.to)}
          {rhythm.per === 'week' ? '; một tuần là 7 ngày, tuần lẻ tính theo số ngày' : ''}
        </span>
        <span className="grow" />
        <span role="status" className={faults > 0 ? 'tone-bad' : 'muted'}>
          {changed.length > 0 ? `✎ ${changed.length} ô chưa lưu` : ''}
          {faults > 0 ? `, ✕ ${faults} ô cần sửa` : ''}
        </span>
        {writable ? (
          <Button
            type="primary"
            loading={save.pending}
            {...offWhen(changed.length === 0)}
            onClick={() => void store()}
          >
            Lưu bảng
          </Button>
        ) : null}
      </div>
      <EntryUnmatched
        lines={unmatched}
        units={value.rows}
        onChoose={(line, unit) => {
          change(line.cells.flatMap(({ column, text }) => changeTo(unit, column, text)));
          setUnmatched(unmatched.filter((each) => each !== line));
        }}
        onDrop={(line) => setUnmatched(unmatched.filter((each) => each !== line))}
      />
      <SheetGrid
        label="Bảng số định kỳ"
        start={start}
        shutWords={writable ? 'tự tính hoặc theo báo cáo, không sửa ở đây' : 'chỉ xem'}
        rows={value.rows.map((row, index): SheetRow => {
          const [sign, signWord] = signOf(row, changedUnits.has(row.unit));
          return {
            id: row.unit,
            name: row.name,
            title: `${row.name} – ${row.group}`,
            sign,
            signWord,
            first: value.rows[index - 1]?.group !== row.group,
          };
        })}
        columns={columns}
        cell={(row, column) => {
          const text = textOf(row.id, column.id);
          const open = slots.has(column.id) && writable;
          const edited = edits.get(cellKey(row.id, column.id));
          return {
            text,
            open,
            changed: edited !== undefined && edited !== standingText(row.id, column.id),
            fault: slots.has(column.id) ? faultOf(text) : null,
          };
        }}
        onEdit={change}
        onPaste={paste}
        onUndo={steps.undo}
        onRedo={steps.redo}
        onSave={() => void store()}
      />
      <p className="muted">
        ● đạt · ! chưa đạt · ◔ đạt, còn ô chưa ghi · ○ chưa ghi · ✎ chưa lưu. Bình quân tính trên các{' '}
        {PER_WORDS[rhythm.per]} đã ghi. Số theo báo cáo (BC) chỉ để so sánh, không tự chép vào bảng.
      </p>
    </div>
  );
}
