import { Alert, Button, Progress, Select } from 'antd';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { dueOf } from '../../../../shared/domain/report/lateness';
import { typedMeanwhile } from '../../../../shared/grid/typed-meanwhile';
import { placeBlock, type UnmatchedLine } from '../../../../shared/domain/report/paste-block';
import type { CellChange } from '../../../../shared/grid/cell-history';
import type { InputOf, OutputOf } from '../../../../shared/rpc/contract';
import type { PutManyReply, SheetRow as Standing } from '../../../../shared/rpc/contract/entry';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { cancelJob, useProgress } from '../../api/progress';
import { useRpc } from '../../api/queries';
import { rememberSeries, toastInfo } from '../../app/feedback';
import { useKeys } from '../../app/keys';
import { useCellSteps, useUnitNames } from '../../ui/sheet-editing';
import { SheetGrid, cellKey, type SheetColumn, type SheetRow } from '../../ui/sheet-grid';
import { Answer, EmptyPlace } from '../../ui/states';
import { EntryResult } from './entry-result';
import { EntryUnmatched } from './entry-unmatched';
import { ReceiptFields, receivedTimeOf, useHourQuestion, useReceiptMoment } from './receipt-moment';
import {
  NIL,
  NIL_BY,
  NIL_HOW_COLUMN,
  changedColumns,
  createJudge,
  edited,
  isNil,
  rowToSave,
  textOf,
  type Edits,
} from './sheet-cells';
import { holdUnsaved } from '../../ui/unsaved-work';
import { useFaulty } from './use-faulty';
import { offWhen, READING, useReadOnly } from '../../ui/writing';

interface EntryTableProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
}

/** What was typed and not yet saved stays while the person looks at another part of the window. */
const unsaved = new Map<string, Edits>();
/** How many rows differ from what stands: edits that were taken back are none. */
const changedRows = new Map<string, number>();
/** Pasted rows whose unit is still to be chosen: they wait too. */
const unresolved = new Map<string, readonly UnmatchedLine[]>();
holdUnsaved(
  () =>
    [...changedRows.values()].some((count) => count > 0) ||
    [...unresolved.values()].some((lines) => lines.length > 0),
);

export function EntryTable(props: EntryTableProps): ReactNode {
  const sheet = useRpc('report.sheet', { dossierId: props.dossierId, period: props.period });
  return (
    <Answer of={sheet} loading="Đang mở bảng nhập…">
      {(value) =>
        value.rows.length === 0 ? (
          <EmptyPlace title="Kỳ này không có đơn vị nào phải báo cáo." />
        ) : (
          <Table {...props} value={value} />
        )
      }
    </Answer>
  );
}

const SPECIAL: Readonly<Record<string, Omit<SheetColumn, 'id'>>> = {
  [NIL]: { label: 'KPS', title: 'Không phát sinh (ghi x)', width: 64, numeric: false },
  [NIL_BY]: { label: 'Ai xác nhận', title: 'Người nói không phát sinh', width: 150, numeric: false },
  [NIL_HOW_COLUMN]: { label: 'Bằng cách nào', title: 'Điện thoại, Zalo, …', width: 120, numeric: false },
};

function Table({
  dossierId,
  period,
  office,
  value,
}: EntryTableProps & { readonly value: OutputOf<'report.sheet'> }): ReactNode {
  const place = `${dossierId}|${period}`;
  const [edits, setEdits] = useState<Edits>(() => unsaved.get(place) ?? {});
  const [section, setSection] = useState('');
  const [group, setGroup] = useState('');
  const readOnly = useReadOnly() !== null;
  const receipt = useReceiptMoment();
  const hour = useHourQuestion(receipt);
  const [unmatched, setUnmatchedShown] = useState<readonly UnmatchedLine[]>(
    () => unresolved.get(place) ?? [],
  );
  const setUnmatched = (lines: readonly UnmatchedLine[]) => {
    unresolved.set(place, lines);
    setUnmatchedShown(lines);
  };
  const [requestId, setRequestId] = useState<string | null>(null);
  const [reply, setReply] = useState<PutManyReply | null>(null);
  const save = useCommand('report.putMany');
  const progress = useProgress(requestId);

  const indicators = useMemo(
    () => new Map(office.indicators.map((each) => [each.id, each])),
    [office.indicators],
  );
  const judge = useMemo(() => createJudge(indicators), [indicators]);
  const standing = useMemo(() => new Map(value.rows.map((row) => [row.unit, row])), [value.rows]);
  const owes = useMemo(() => new Map(value.rows.map((row) => [row.unit, new Set(row.owes)])), [value.rows]);
  const anyNil = value.rows.some((row) => isNil(row, edits, indicators));
  const columns = useMemo((): SheetColumn[] => {
    const special = (id: string): SheetColumn[] => (SPECIAL[id] ? [{ id, ...SPECIAL[id] }] : []);
    const figures = value.indicators.flatMap((code): SheetColumn[] => {
      const indicator = indicators.get(code);
      if (!indicator || (section !== '' && indicator.section !== section)) return [];
      const numeric = indicator.kind !== 'B';
      return [{ id: code, label: code, title: `${indicator.name} (${indicator.unit})`, width: 84, numeric }];
    });
    return [...special(NIL), ...(anyNil ? [...special(NIL_BY), ...special(NIL_HOW_COLUMN)] : []), ...figures];
  }, [value.indicators, indicators, section, anyNil]);
  const shown = useMemo(
    () => value.rows.filter((row) => group === '' || row.group === group),
    [value.rows, group],
  );
  const changed = useMemo(
    () => value.rows.filter((row) => edits[row.unit] && changedColumns(row, edits, indicators).length > 0),
    [value.rows, edits, indicators],
  );
  useEffect(() => void changedRows.set(place, changed.length), [place, changed.length]);
  const faulty = useFaulty(changed, edits, judge);
  const changedUnits = useMemo(() => new Set(changed.map(({ unit }) => unit)), [changed]);
  const rows = shown.map((row, index): SheetRow => {
    const [sign, signWord] = signOf(row, changedUnits.has(row.unit), faulty.has(row.unit));
    return {
      id: row.unit,
      name: row.name,
      title: `${row.name} – ${row.group}`,
      sign,
      signWord,
      first: shown[index - 1]?.group !== row.group,
    };
  });

  const keep = (next: Edits) => {
    unsaved.set(place, next);
    setEdits(next);
  };
  const latest = useRef(edits);
  latest.current = edits;
  const steps = useCellSteps((changes) => keep(edited(edits, changes)));
  const change = (changes: readonly CellChange[]) => {
    setReply(null);
    steps.change(changes);
  };
  const changeTo = (unit: string, column: string, after: string): CellChange[] => {
    const row = standing.get(unit);
    const open = SPECIAL[column] !== undefined || owes.get(unit)?.has(column) === true;
    return row && open
      ? [{ key: cellKey(unit, column), before: textOf(row, edits, column, indicators), after }]
      : [];
  };
  const match = useUnitNames(office);
  const paste = (block: readonly (readonly string[])[], at: { row: number; column: number }) => {
    const pasted = placeBlock(block, {
      units: shown.map(({ unit }) => unit),
      columns: columns.map(({ id }) => id),
      at,
      match,
    });
    const changes = pasted.cells.flatMap(({ unitId, column, text }) => changeTo(unitId, column, text));
    change(changes);
    setUnmatched([...unmatched, ...pasted.unmatched]);
    const skipped = pasted.cells.length - changes.length;
    const notes = [
      ...(skipped > 0 ? [`${skipped} ô không giao cho đơn vị nên bỏ qua.`] : []),
      ...(pasted.strangeColumns.length > 0
        ? [`Cột không có trong bảng: ${pasted.strangeColumns.join(', ')}.`]
        : []),
      ...(pasted.overflow ? ['Phần dán vượt ra ngoài bảng đã được bỏ.'] : []),
      ...(pasted.unmatched.length > 0
        ? [`${pasted.unmatched.length} dòng chưa rõ đơn vị: chọn ở trên bảng.`]
        : []),
    ];
    toastInfo(`Đã dán ${changes.length} ô; ô trống giữ số đang có`, notes.join(' '));
  };

  const dues = useMemo(
    () => value.rows.map(({ unit }) => dueOf(value.period, unit)),
    [value.rows, value.period],
  );
  const store = () => {
    if (requestId !== null) return;
    const ready = changed.filter((row) => Object.keys(judge(row, edits)).length === 0);
    const faults = changed.length - ready.length;
    const payload = ready.flatMap((row) => rowToSave(row, edits, indicators) ?? []);
    if (payload.length === 0) {
      toastInfo(
        faults > 0 ? `Còn ${faults} đơn vị có ô cần sửa` : 'Chưa có số liệu mới để lưu',
        faults > 0 ? 'Ô viền đỏ có lý do ở dòng trên bảng; các đơn vị khác vẫn lưu được.' : '',
      );
      return;
    }
    // The day of receipt of a report that has come in stays as it is.
    const fresh = ready.filter(({ state }) => state !== 'received');
    hour.before(
      fresh.map(({ unit }) => dueOf(value.period, unit)),
      () => void send(payload),
    );
  };
  const send = async (payload: InputOf<'report.putMany'>['rows']) => {
    const id = crypto.randomUUID();
    const sent = edits;
    setRequestId(id);
    const done = await save.run(
      { dossierId, period, receivedOn: receipt.day, ...receivedTimeOf(receipt, dues), rows: payload },
      id,
    );
    setRequestId(null);
    if (!done) return;
    setReply(done);
    const saved = new Set(
      done.results.filter(({ outcome }) => outcome !== 'refused').map(({ unit }) => unit),
    );
    rememberSeries(
      `Lưu ${saved.size} báo cáo`,
      done.results.flatMap(({ revision }) => (revision === null ? [] : [{ dossierId, revision }])),
    );
    // Cells stay open meanwhile: what was typed into them is not saved.
    keep(typedMeanwhile(latest.current, sent, (unit) => saved.has(unit)));
    steps.forget();
  };
  useKeys([{ key: 'Ctrl+S', label: 'Lưu các báo cáo', inInputs: true, run: store }]);

  const sections = [
    ...new Set(
      value.indicators.map((code) => indicators.get(code)?.section).filter((each) => each !== undefined),
    ),
  ];
  const groups = [...new Set(value.rows.map((row) => row.group))];
  const busy = requestId !== null;
  return (
    <div className="stack">
      <div className="row">
        <Select
          {...READING}
          aria-label="Phần chỉ tiêu"
          style={{ width: 230 }}
          value={section}
          options={[
            { value: '', label: 'Mọi phần' },
            ...sections.map((each) => ({ value: each, label: each })),
          ]}
          onChange={setSection}
        />
        <Select
          {...READING}
          aria-label="Nhóm đơn vị"
          style={{ width: 190 }}
          value={group}
          options={[
            { value: '', label: 'Mọi nhóm' },
            ...groups.map((each) => ({ value: each, label: each })),
          ]}
          onChange={setGroup}
        />
        <span className="muted">Ngày nhận</span>
        <ReceiptFields label="Ngày nhận" hourLabel="Giờ nhận" moment={receipt} dues={dues} />
        <span className="grow" />
        <span role="status" className={faulty.size > 0 ? 'tone-bad' : 'muted'}>
          {changed.length > 0 ? `✎ ${changed.length} đơn vị chưa lưu` : ''}
          {faulty.size > 0 ? `, ✕ ${faulty.size} đơn vị còn ô cần sửa` : ''}
        </span>
        {busy ? (
          <>
            <Progress
              size="small"
              style={{ width: 120 }}
              percent={
                progress && progress.total > 0 ? Math.round((progress.done * 100) / progress.total) : 0
              }
            />
            <Button {...READING} onClick={() => void cancelJob(requestId)}>
              Dừng
            </Button>
          </>
        ) : null}
        <Button type="primary" loading={busy} {...offWhen(changed.length === 0)} onClick={store}>
          Lưu các báo cáo
        </Button>
      </div>
      {save.error ? <Alert type="error" showIcon role="alert" title={save.error.message} /> : null}
      <EntryUnmatched
        lines={unmatched}
        units={value.rows}
        onChoose={(line, unit) => {
          change(line.cells.flatMap(({ column, text }) => changeTo(unit, column, text)));
          setUnmatched(unmatched.filter((each) => each !== line));
        }}
        onDrop={(line) => setUnmatched(unmatched.filter((each) => each !== line))}
      />
      {reply ? <EntryResult reply={reply} /> : null}
      {hour.question}
      <SheetGrid
        label="Bảng nhập số liệu"
        {...(readOnly ? { shutWords: 'chỉ xem' } : {})}
        rows={rows}
        columns={columns}
        cell={(row, column) => {
          const line = standing.get(row.id);
          if (!line) return { text: '', open: false, changed: false, fault: null };
          const special = SPECIAL[column.id] !== undefined;
          return {
            text: textOf(line, edits, column.id, indicators),
            open: !readOnly && (special || owes.get(row.id)?.has(column.id) === true),
            changed:
              edits[row.id] !== undefined && changedColumns(line, edits, indicators).includes(column.id),
            fault: judge(line, edits)[column.id] ?? null,
          };
        }}
        onEdit={change}
        onPaste={paste}
        onUndo={steps.undo}
        onRedo={steps.redo}
        onSave={store}
      />
      <p className="muted">
        ● đã có báo cáo · ○ chưa có · ↩ đã trả lại · ✎ chưa lưu · ✕ có ô cần sửa. Phần lời của từng đơn vị
        nhập trong báo cáo của đơn vị.
      </p>
    </div>
  );
}

function signOf(row: Standing, changed: boolean, faulty: boolean): readonly [string, string] {
  if (faulty) return ['✕', 'Có ô cần sửa'];
  if (changed) return ['✎', 'Chưa lưu'];
  if (row.state === 'returned') return ['↩', 'Đã trả lại'];
  return row.state === 'received' ? ['●', 'Đã có báo cáo'] : ['○', 'Chưa có báo cáo'];
}
