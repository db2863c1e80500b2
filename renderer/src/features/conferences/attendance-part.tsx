import { Alert, Button, Input } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { coverageWords } from '../../../../shared/documents/attendance-sheet';
import {
  attendanceOf,
  byPoint,
  coverageOf,
  type Counted,
} from '../../../../shared/domain/conference/coverage';
import { placeBlock } from '../../../../shared/domain/report/paste-block';
import type { CellChange } from '../../../../shared/grid/cell-history';
import type { CellPlace } from '../../../../shared/grid/grid-selection';
import { typedMeanwhile } from '../../../../shared/grid/typed-meanwhile';
import { fold } from '../../../../shared/text/normalize';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { toastInfo, toastQuestion } from '../../app/feedback';
import { Facts } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { useCellSteps } from '../../ui/sheet-editing';
import { SheetGrid, cellKey, type SheetColumn, type SheetRow } from '../../ui/sheet-grid';
import { EmptyPlace } from '../../ui/states';
import { COUNT_COLUMNS, draftOf, judged, POINT_COLUMN, refusedWords, rowNames, textOf, type AttendanceColumn, type CountColumn, type Typed } from './attendance-cells'; // prettier-ignore
import { RestOfBodies } from './attendance-rest';
import type { PartProps } from './conference-page';
import { useKeptDraft } from './kept-draft';
import { SaveBar } from './save-bar';
import { offWhen, READING } from '../../ui/writing';

const TITLES: Readonly<Record<CountColumn, string>> = {
  invited: 'Được mời',
  present: 'Có mặt',
  excused: 'Vắng có lý do',
  unexcused: 'Vắng không lý do',
};
const COLUMNS = COUNT_COLUMNS.map((id): SheetColumn => ({
  id,
  label: TITLES[id],
  title: '(người)',
  width: 150,
  numeric: true,
}));

const WITH_POINT: readonly SheetColumn[] = [
  ...COLUMNS,
  {
    id: POINT_COLUMN,
    label: 'Điểm cầu',
    title: 'tên hoặc số thứ tự',
    hint: '(tên hoặc số thứ tự; để trống là điểm cầu chính)',
    width: 220,
    numeric: false,
  },
];

const WHY = 'Lý do của ô viền đỏ đang chọn ghi ở dòng trên bảng.';

interface Entry {
  readonly typed: Typed;
  readonly note: string;
}

/** Điểm danh: counts per body, typed or pasted as in Excel; both coverages follow at once. */
export function AttendancePart({ conference, office }: PartProps): ReactNode {
  const { dossierId, id, attendanceRows, record, closed } = conference;
  const draft = useKeptDraft<Entry>(`${dossierId}|${id}|attendance`, {
    typed: {},
    note: record.attendance?.note ?? '',
  });
  const delivery = useDelivery();
  const attend = useCommand('conference.attend', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi điểm danh.',
  });
  const { typed, note } = draft.value;
  const latest = useRef(draft.value);
  latest.current = draft.value;
  const { points } = record;
  const columns = points.length > 0 ? WITH_POINT : COLUMNS;
  const judgedRows = useMemo(
    () => attendanceRows.map((row) => judged(row, typed, points)),
    [attendanceRows, typed, points],
  );
  const apply = (changes: readonly CellChange[]) => {
    const next: Record<string, Partial<Record<AttendanceColumn, string>>> = { ...typed };
    for (const { key, after } of changes) {
      const bar = key.lastIndexOf('|');
      const [row, column] = [key.slice(0, bar), key.slice(bar + 1) as AttendanceColumn];
      next[row] = { ...next[row], [column]: after };
    }
    draft.set({ typed: next, note });
  };
  const steps = useCellSteps(apply);
  const [sought, seek] = useState<CellPlace>();
  if (attendanceRows.length === 0)
    return (
      <EmptyPlace
        title="Chưa có thành phần để điểm danh."
        hint="Ghi nơi được mời ở phần “Thành phần và giấy mời”; mỗi nơi sẽ là một dòng ở đây."
      />
    );
  const byKey = new Map(judgedRows.map((each) => [each.row.key, each]));
  const standing = new Map(attendanceRows.map((row) => [row.key, row]));
  const untracked = record.attendance?.restUntracked ?? false;
  const entered = draftOf(judgedRows, typed);
  const { refused } = entered;
  const total = attendanceOf(entered.rows);
  const coverage = coverageOf(total);

  const paste = (block: readonly (readonly string[])[], at: { row: number; column: number }) => {
    const names = rowNames(attendanceRows, office.entries);
    const pasted = placeBlock(block, {
      units: attendanceRows.map(({ key }) => key),
      columns: columns.map(({ id: each }) => each),
      at,
      match: (name) => {
        const keys = names.get(fold(name)) ?? [];
        return keys.length === 1
          ? { unitIds: [...keys], doubt: '' }
          : { unitIds: [], doubt: keys.length === 0 ? 'không có' : 'nhiều dòng' };
      },
    });
    const changes = pasted.cells.flatMap(({ unitId, column, text }): CellChange[] => {
      const row = standing.get(unitId);
      return row
        ? [
            {
              key: cellKey(unitId, column),
              before: textOf(row, typed, column as AttendanceColumn, points),
              after: text,
            },
          ]
        : [];
    });
    steps.change(changes);
    const strange = pasted.unmatched.map(({ name }) => name);
    toastInfo(
      `Đã dán ${changes.length} ô`,
      [
        strange.length > 0 ? `Không có trong danh sách nên bỏ qua: ${strange.join('; ')}.` : '',
        pasted.overflow ? 'Phần dán vượt ra ngoài bảng đã được bỏ.' : '',
      ]
        .filter(Boolean)
        .join(' '),
    );
  };
  /** The reason of a red cell is told above the table while the cursor is in it. */
  const seekRefused = () => {
    const row = judgedRows.findIndex((each) => refused.includes(each));
    const column = columns.findIndex(({ id: each }) => judgedRows[row]?.faults[each as AttendanceColumn]);
    if (row >= 0 && column >= 0) seek({ row, column });
  };
  const store = async (restUntracked: boolean) => {
    if (attend.pending) return;
    const bad = refused.length > 0;
    // "The rest is not tracked" would silently take in the rows that were refused.
    const nothing = entered.changed === 0 && note === (record.attendance?.note ?? '');
    if (bad && (nothing || restUntracked !== untracked)) {
      seekRefused();
      toastQuestion('Chưa lưu dòng nào', `${refusedWords(refused)} ${WHY}`);
      return;
    }
    const done = await attend.run({ dossierId, id, rows: [...entered.rows], note, restUntracked });
    if (!done) return;
    steps.forget();
    // What was typed into a cell, or into the note, while it was saved is not saved.
    const now = latest.current;
    const left = typedMeanwhile(now.typed, typed, (row) => entered.left[row] === undefined);
    if (!bad && Object.keys(left).length === 0 && now.note === note) {
      draft.drop();
      return;
    }
    draft.set({ typed: left, note: now.note });
    if (!bad) return;
    seekRefused();
    toastQuestion(`Đã lưu ${entered.changed} dòng`, `${refusedWords(refused)} ${WHY}`);
  };
  const sheet = (format: 'pdf' | 'xlsx') =>
    delivery.make(format, () => callQuery('conference.attendanceSheet', { dossierId, id, format }));
  const rows = attendanceRows.map((row): SheetRow => {
    const one = byKey.get(row.key);
    const bad = one !== undefined && Object.keys(one.faults).length > 0;
    const told = one?.row.present !== null;
    return {
      id: row.key,
      name: row.name,
      title: row.name,
      sign: bad ? '✕' : typed[row.key] ? '✎' : told ? '●' : '○',
      signWord: bad ? 'Có ô cần sửa' : typed[row.key] ? 'Chưa lưu' : told ? 'Đã ghi' : 'Chưa ghi',
      first: false,
    };
  });
  return (
    <div className="stack">
      <div className="row">
        <Facts
          items={[
            { label: 'Được mời', value: total.invited, id: 'attendance-invited' },
            { label: 'Có mặt', value: total.present, id: 'attendance-present' },
            { label: 'Vắng có lý do', value: total.excused },
            { label: 'Vắng không lý do', value: total.unexcused },
          ]}
        />
        <span className="grow" />
        <Button {...READING} loading={delivery.busy === 'pdf'} onClick={() => sheet('pdf')}>
          In danh sách điểm danh
        </Button>
        <Button {...READING} loading={delivery.busy === 'xlsx'} onClick={() => sheet('xlsx')}>
          Xuất Excel
        </Button>
      </div>
      <div className="row">
        <span role="status">{coverageWords(total.toldBodies, total.bodies, coverage)}</span>
        <RestOfBodies
          left={total.bodies - total.toldBodies}
          untracked={untracked}
          disabled={closed || attend.pending || total.toldBodies === 0}
          onChoose={(next) => void store(next)}
        />
      </div>
      {points.length > 0 ? (
        <p className="muted">
          {byPoint(entered.rows, points)
            .map(({ name, rows: there }) => pointText(name, there))
            .join(' · ')}
        </p>
      ) : null}
      <SheetGrid
        label="Bảng điểm danh"
        rows={rows}
        columns={columns}
        cell={(row, column) => {
          const line = standing.get(row.id);
          const key = column.id as AttendanceColumn;
          if (!line) return { text: '', open: false, changed: false, fault: null };
          return {
            text: textOf(line, typed, key, points),
            open: !closed,
            changed: typed[row.id]?.[key] !== undefined,
            fault: byKey.get(row.id)?.faults[key] ?? null,
          };
        }}
        onEdit={steps.change}
        onPaste={paste}
        onUndo={steps.undo}
        onRedo={steps.redo}
        onSave={() => void store(untracked)}
        sought={sought}
      />
      <div className="row">
        <label htmlFor="attendance-note">Ghi chú</label>
        <Input
          id="attendance-note"
          className="grow"
          {...offWhen(closed)}
          maxLength={500}
          value={note}
          onChange={(event) => draft.set({ typed, note: event.target.value })}
        />
      </div>
      {refused.length > 0 ? (
        <Alert type="warning" showIcon title={Object.values(refused[0]?.faults ?? {})[0]} />
      ) : null}
      {closed ? null : (
        <SaveBar
          changed={draft.changed}
          pending={attend.pending}
          error={attend.error}
          onSave={() => void store(untracked)}
          onDrop={() => {
            draft.drop();
            steps.forget();
          }}
          label="Lưu điểm danh"
        />
      )}
    </div>
  );
}

/** "Điểm cầu chính: có mặt 9/11 (2/3 thành phần đã ghi)" */
function pointText(name: string, rows: readonly Counted[]): string {
  const { present, invited, toldBodies, bodies } = attendanceOf(rows);
  return `${name}: có mặt ${present}/${invited} (đã ghi ${toldBodies}/${bodies} thành phần)`;
}
