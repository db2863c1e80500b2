import {
  useRef,
  useState,
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
} from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import {
  NO_HISTORY,
  recorded,
  redoStep,
  undoStep,
  type CellChange,
  type CellHistory,
  type Step,
} from '../../../../shared/grid/cell-history';
import { gridAction, type GridMode } from '../../../../shared/grid/grid-keys';
import {
  isInside,
  movedSelection,
  rectangleOf,
  selectionAt,
  type GridSelection,
} from '../../../../shared/grid/grid-selection';
import { formatTable, harmlessCell, parseTable } from '../../../../shared/text/clipboard-table';
import { isComposing } from '../../app/keys';
import { isTyped, showFigure, type Draft } from './figure-text';

interface FiguresGridProps {
  readonly indicators: readonly Indicator[];
  readonly draft: Draft;
  readonly previous: Readonly<Record<string, number>>;
  /** code → cell of the kept form. */
  readonly cells: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  /** code → questions about the figure that stands. */
  readonly questions: Readonly<Record<string, readonly string[]>>;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onSave: () => void;
}

const CODE = /^([A-Z]{2}\d{2})(?![A-Z0-9])/u;

/**
 * One unit's figures as in Excel: Enter and ↓ go down, Shift+Enter and ↑ up, Shift+↓ selects, F2 edits, Esc restores,
 * Ctrl+Z and Ctrl+Y take back and redo, a column from Excel fills downwards. An empty cell of what is pasted leaves
 * what stands.
 */
export function FiguresGrid(props: FiguresGridProps): ReactNode {
  const { indicators, draft, previous, cells, onChange } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const history = useRef<CellHistory>(NO_HISTORY);
  const mode = useRef<GridMode>('ready');
  /** The text that the cell being typed in had before. */
  const began = useRef('');
  const [selection, setSelection] = useState<GridSelection | null>(null);
  const typed = indicators.filter(isTyped);
  const size = { rows: typed.length, columns: 1 };
  const range = selection && rectangleOf(selection);
  const textOf = (row: number): string => draft[typed[row]?.id ?? ''] ?? '';

  const focusAt = (row: number) => {
    const inputs = body.current?.querySelectorAll<HTMLInputElement>('input, textarea');
    const target = inputs?.[row];
    target?.focus();
    target?.select();
  };
  const apply = (changes: readonly CellChange[]) => {
    const next: Record<string, string> = { ...draft };
    for (const { key, after } of changes) next[key] = after;
    onChange(next);
  };
  const change = (changes: readonly CellChange[]) => {
    history.current = recorded(history.current, changes);
    apply(changes);
  };
  const take = (step: Step | null) => {
    if (!step) return;
    history.current = step.history;
    apply(step.changes);
    const row = typed.findIndex(({ id }) => id === step.changes[0]?.key);
    if (row >= 0) focusAt(row);
  };
  /** What was typed becomes one step, whatever the way out of the cell. */
  const settle = (row: number) => {
    if (mode.current !== 'ready') {
      const key = typed[row]?.id ?? '';
      history.current = recorded(history.current, [{ key, before: began.current, after: textOf(row) }]);
    }
    mode.current = 'ready';
  };
  const begin = (row: number, next: GridMode) => {
    if (mode.current === 'ready') began.current = textOf(row);
    mode.current = next;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>, row: number) => {
    const action = gridAction(keyOf(event), mode.current);
    // Tab leaves to what comes next, as everywhere; so do the keys of one column.
    if (!action || event.key === 'Tab' || event.key === 'Home' || event.key === 'End') return;
    if (action.kind === 'move' && action.columns !== 0 && action.rows === 0) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action.kind) {
      case 'save':
        settle(row);
        props.onSave();
        return;
      case 'edit':
        begin(row, 'editing');
        event.currentTarget.setSelectionRange(textOf(row).length, textOf(row).length);
        return;
      case 'cancel':
        apply([{ key: typed[row]?.id ?? '', before: '', after: began.current }]);
        mode.current = 'ready';
        requestAnimationFrame(() => focusAt(row));
        return;
      case 'undo':
        take(undoStep(history.current));
        return;
      case 'redo':
        take(redoStep(history.current));
        return;
      case 'clear':
        change(rowsOf(row).map((at) => ({ key: typed[at]?.id ?? '', before: textOf(at), after: '' })));
        return;
      case 'select-all':
        setSelection({ anchor: { row, column: 0 }, head: { row: typed.length - 1, column: 0 } });
        return;
      case 'move': {
        settle(row);
        const from = selection ?? selectionAt({ row, column: 0 });
        const to = movedSelection(
          action.extend ? from : selectionAt({ row, column: 0 }),
          action,
          size,
          action.extend,
        );
        if (!action.extend) focusAt(to.head.row);
        setSelection(to);
      }
    }
  };
  const rowsOf = (row: number): number[] => {
    if (!range || !isInside(range, { row, column: 0 })) return [row];
    return Array.from({ length: range.bottom - range.top + 1 }, (_, index) => range.top + index);
  };
  /** A text takes the keys of writing; Enter alone goes on. */
  const onTextKey = (event: KeyboardEvent<HTMLTextAreaElement>, row: number) => {
    if (event.key === 'Enter' && event.shiftKey) return;
    if (['Enter', 'Escape', 'F2'].includes(event.key) || event.ctrlKey || event.metaKey)
      onKeyDown(event, row);
  };
  const onPaste = (event: ClipboardEvent, row: number) => {
    const block = parseTable(event.clipboardData.getData('text/plain'));
    if (block.length < 2 && (block[0]?.length ?? 0) < 2) return;
    event.preventDefault();
    settle(row);
    const changes = pastedChanges(block, typed, row).map(({ at, text }) => ({
      key: typed[at]?.id ?? '',
      before: textOf(at),
      after: text,
    }));
    change(changes);
    const last = typed.findIndex(({ id }) => id === changes.at(-1)?.key);
    focusAt(Math.min(last < 0 ? row : last + 1, typed.length - 1));
  };
  const onCopy = (event: ClipboardEvent, row: number) => {
    const rows = rowsOf(row);
    if (rows.length < 2) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', formatTable(rows.map((at) => [harmlessCell(textOf(at))])));
  };
  const onFocus = (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>, row: number) => {
    mode.current = 'ready';
    event.target.select();
    setSelection((before) => (before?.anchor.row === row ? before : selectionAt({ row, column: 0 })));
  };

  const sections = [...new Set(indicators.map((each) => each.section))];
  return (
    <table className="plain figures" aria-label="Số liệu báo cáo">
      <thead>
        <tr>
          <th>Mã</th>
          <th>Chỉ tiêu</th>
          <th className="nowrap">Đơn vị tính</th>
          <th className="number nowrap">Kỳ trước</th>
          <th className="number figure-cell">Kỳ này</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {sections.map((section) => [
          <tr key={section} className="section-row">
            <th colSpan={5}>{section}</th>
          </tr>,
          ...indicators
            .filter((each) => each.section === section)
            .map((indicator) => {
              const row = typed.indexOf(indicator);
              const error = props.errors[indicator.id];
              const cell = cells[indicator.id];
              const picked =
                range && range.bottom > range.top && isInside(range, { row, column: 0 }) && row >= 0;
              const common = {
                'aria-label': `${indicator.id} ${indicator.name}`,
                'aria-invalid': error !== undefined,
                ...(error === undefined ? {} : { 'aria-describedby': `fault-${indicator.id}` }),
                value: draft[indicator.id] ?? '',
                readOnly: props.readOnly,
                onFocus: (event: FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => onFocus(event, row),
                onBlur: () => settle(row),
              };
              const write = (text: string) => {
                begin(row, mode.current === 'editing' ? 'editing' : 'typing');
                onChange({ ...draft, [indicator.id]: text });
              };
              return (
                <tr key={indicator.id} className={picked ? 'picked' : undefined}>
                  <td className="muted nowrap">{indicator.id}</td>
                  <td className="wide">
                    {indicator.name}
                    {indicator.required ? <span className="tone-bad"> *</span> : null}
                    {error === undefined ? null : (
                      <span className="field-error" id={`fault-${indicator.id}`}>
                        {error}
                      </span>
                    )}
                    {(props.questions[indicator.id] ?? []).map((question) => (
                      <span className="field-question" key={question}>
                        ? {question}
                      </span>
                    ))}
                  </td>
                  {indicator.kind === 'T' ? null : (
                    <>
                      <td className="muted nowrap">{indicator.unit}</td>
                      <td className="number muted">{showFigure(indicator, previous[indicator.id])}</td>
                    </>
                  )}
                  <td
                    className="number figure-cell"
                    {...(indicator.kind === 'T' ? { colSpan: 3 } : {})}
                    {...(cell === undefined ? {} : { title: `Ô ${cell} của biểu đã nhận` })}
                  >
                    {row < 0 ? (
                      <span className="muted">tự tính</span>
                    ) : indicator.kind === 'T' ? (
                      <textarea
                        {...common}
                        rows={1}
                        onKeyDown={(event) => onTextKey(event, row)}
                        onChange={(event) => write(event.target.value)}
                      />
                    ) : (
                      <input
                        {...common}
                        inputMode="decimal"
                        autoComplete="off"
                        className="number"
                        onKeyDown={(event) => onKeyDown(event, row)}
                        onChange={(event) => write(event.target.value)}
                        onDoubleClick={() => begin(row, 'editing')}
                        onPaste={(event) => onPaste(event, row)}
                        onCopy={(event) => onCopy(event, row)}
                      />
                    )}
                  </td>
                </tr>
              );
            }),
        ])}
      </tbody>
    </table>
  );
}

const keyOf = (event: KeyboardEvent) => ({
  key: event.key,
  shiftKey: event.shiftKey,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  composing: isComposing(event.nativeEvent),
});

/**
 * Where a pasted block goes: by the codes of its first column when it has them, else downwards from the cell, figures
 * in its last column. Gaps are left out.
 */
function pastedChanges(
  block: readonly (readonly string[])[],
  typed: readonly Indicator[],
  row: number,
): { readonly at: number; readonly text: string }[] {
  const byCode = block.some((line) => CODE.test((line[0] ?? '').trim()));
  return block
    .map((line, offset) => {
      const code = CODE.exec((line[0] ?? '').trim())?.[1];
      const at = byCode ? typed.findIndex(({ id }) => id === code) : row + offset;
      return { at, text: (line.at(-1) ?? '').trim() };
    })
    .filter(({ at, text }) => at >= 0 && at < typed.length && text !== '' && typed[at]?.kind !== 'T');
}
