/**
 * A large table of texts typed as in Excel: only the cells on the screen are in the page, one input stands over the
 * active cell (so that Telex and VNI compose in an ordinary input), keys by `gridAction`.
 */
import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react';
import { flushSync } from 'react-dom';
import type { CellChange } from '../../../shared/grid/cell-history';
import { gridAction, type GridMode } from '../../../shared/grid/grid-keys';
import {
  clampPlace,
  isInside,
  movedSelection,
  placesOf,
  rectangleOf,
  selectionAt,
  type CellPlace,
  type GridSelection,
} from '../../../shared/grid/grid-selection';
import { formatTable, harmlessCell, parseTable } from '../../../shared/text/clipboard-table';
import { isComposing } from '../app/keys';
import './sheet-grid.css';
import { columnOffsets, useNameWidth, useSheetWindow, HEAD, ROW } from './sheet-window';

export interface SheetRow {
  readonly id: string;
  readonly name: string;
  /** Tooltip of the name: its group. */
  readonly title: string;
  /** Sign before the name and its word. */
  readonly sign: string;
  readonly signWord: string;
  /** A line above: the first of its group. */
  readonly first: boolean;
}

export interface SheetColumn {
  readonly id: string;
  readonly label: string;
  /** Under the label. */
  readonly title: string;
  /** Said in whole where the pointer rests and above the table; absent: the title. */
  readonly hint?: string;
  readonly width: number;
  readonly numeric: boolean;
}

export interface SheetCell {
  readonly text: string;
  /** False: nothing is asked here. */
  readonly open: boolean;
  readonly changed: boolean;
  readonly fault: string | null;
}

interface SheetGridProps {
  readonly label: string;
  /** What is said of a cell that can't be typed in; absent: that it is not asked of the unit. */
  readonly shutWords?: string;
  /** Where it opens; absent: the first cell. */
  readonly start?: CellPlace | undefined;
  /** Where the cursor is brought whenever another one is handed in: to a cell that was refused. */
  readonly sought?: CellPlace | undefined;
  readonly rows: readonly SheetRow[];
  readonly columns: readonly SheetColumn[];
  readonly cell: (row: SheetRow, column: SheetColumn) => SheetCell;
  /** Changes by `<row>|<column>`; one call is one step of undo. */
  readonly onEdit: (changes: readonly CellChange[]) => void;
  readonly onPaste: (block: readonly (readonly string[])[], at: CellPlace) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onSave: () => void;
}

export function cellKey(row: string, column: string): string {
  return `${row}|${column}`;
}

export function SheetGrid(props: SheetGridProps): ReactNode {
  const { rows, columns, cell } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const save = useRef(props.onSave);
  save.current = props.onSave;
  const [selection, setSelection] = useState<GridSelection>(() =>
    selectionAt(props.start ?? { row: 0, column: 0 }),
  );
  const [mode, setMode] = useState<GridMode>('ready');
  const [draft, setDraft] = useState('');
  const size = { rows: rows.length, columns: columns.length };
  const anchor = clampPlace(selection.anchor, size);
  const head = clampPlace(selection.head, size);
  const range = rectangleOf({ anchor, head });
  const offsets = useMemo(() => columnOffsets(columns), [columns]);
  const nameColumn = useNameWidth(
    scroller,
    rows.map(({ name }) => name),
    offsets.at(-1) ?? 0,
  );
  const shown = useSheetWindow(scroller, rows.length, offsets, nameColumn);
  const activeRow = rows[anchor.row];
  const activeColumn = columns[anchor.column];
  const active = activeRow && activeColumn ? cell(activeRow, activeColumn) : null;

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const top = head.row * ROW;
    const left = offsets[head.column] ?? 0;
    const right = offsets[head.column + 1] ?? left;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW + HEAD > element.scrollTop + element.clientHeight - 2)
      element.scrollTop = top + ROW + HEAD - element.clientHeight + 2;
    if (left < element.scrollLeft) element.scrollLeft = left;
    else if (right + nameColumn > element.scrollLeft + element.clientWidth - 2)
      element.scrollLeft = right + nameColumn - element.clientWidth + 2;
  }, [head.row, head.column, offsets, nameColumn]);
  useLayoutEffect(() => {
    if (mode === 'ready' && document.activeElement === input.current) input.current?.select();
  }, [anchor.row, anchor.column, mode, active?.text]);

  const settle = () => {
    if (mode !== 'ready' && active && activeRow && activeColumn) {
      const after = draft.normalize('NFC').trim();
      if (after !== active.text)
        props.onEdit([{ key: cellKey(activeRow.id, activeColumn.id), before: active.text, after }]);
    }
    setMode('ready');
  };
  const select = (next: GridSelection) => {
    setSelection(next);
    input.current?.focus({ preventScroll: true });
  };
  useEffect(() => {
    if (props.sought) select(selectionAt(props.sought));
  }, [props.sought]);
  /** Texts of the selected cells that are asked. */
  const picked = () =>
    placesOf(range).flatMap(({ row, column }) => {
      const [line, field] = [rows[row], columns[column]];
      if (!line || !field) return [];
      const found = cell(line, field);
      return found.open ? [{ key: cellKey(line.id, field.id), before: found.text }] : [];
    });
  const fill = (text: string) => props.onEdit(picked().map((change) => ({ ...change, after: text })));

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const page = Math.max(1, Math.floor(((scroller.current?.clientHeight ?? 0) - HEAD) / ROW) - 1);
    const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
    const composing = isComposing(event.nativeEvent);
    const action = gridAction({ key, shiftKey, ctrlKey, metaKey, altKey, composing }, mode, page);
    if (!action) return;
    // At either end of a row Tab leaves the table: nobody is shut in.
    const last = shiftKey ? anchor.column === 0 : anchor.column === columns.length - 1;
    if (key === 'Tab' && last) return;
    event.preventDefault();
    event.stopPropagation();
    switch (action.kind) {
      case 'move':
        settle();
        select(
          movedSelection({ anchor, head }, action, size, action.extend && key !== 'Tab' && key !== 'Enter'),
        );
        return;
      case 'edit':
        if (active?.open !== true) return;
        if (mode === 'ready') setDraft(active.text);
        setMode('editing');
        requestAnimationFrame(() => {
          const end = input.current?.value.length ?? 0;
          input.current?.setSelectionRange(end, end);
        });
        return;
      case 'cancel':
        setMode('ready');
        return;
      case 'clear':
        fill('');
        return;
      case 'undo':
        props.onUndo();
        return;
      case 'redo':
        props.onRedo();
        return;
      case 'select-all':
        select({ anchor, head: anchor });
        setSelection({
          anchor: { row: 0, column: 0 },
          head: { row: rows.length - 1, column: columns.length - 1 },
        });
        return;
      case 'save':
        // What was being typed is taken over before it is saved: `props` of this drawing don't know it yet.
        flushSync(settle);
        save.current();
    }
  };
  const onCopy = (event: ClipboardEvent) => {
    if (mode !== 'ready') return false;
    event.preventDefault();
    const lines = [];
    for (let row = range.top; row <= range.bottom; row += 1) {
      const line = rows[row];
      if (line)
        lines.push(
          columns.slice(range.left, range.right + 1).map((column) => harmlessCell(cell(line, column).text)),
        );
    }
    event.clipboardData.setData('text/plain', formatTable(lines));
    return true;
  };
  const onPaste = (event: ClipboardEvent) => {
    const block = parseTable(event.clipboardData.getData('text/plain'));
    const single = block.length === 1 && block[0]?.length === 1;
    if (single && mode !== 'ready') return;
    event.preventDefault();
    setMode('ready');
    if (single) fill((block[0]?.[0] ?? '').trim());
    else props.onPaste(block, { row: range.top, column: range.left });
  };
  const placeOf = (event: MouseEvent): CellPlace | null => {
    const target = (event.target as HTMLElement).closest<HTMLElement>('[data-row]');
    if (!target) return null;
    return { row: Number(target.dataset['row']), column: Number(target.dataset['column']) };
  };
  const onMouseDown = (event: MouseEvent) => {
    const place = placeOf(event);
    if (!place || event.button !== 0) return;
    // The input keeps the focus; it only goes elsewhere.
    event.preventDefault();
    settle();
    select(event.shiftKey ? { anchor, head: place } : selectionAt(place));
  };
  const onMouseOver = (event: MouseEvent) => {
    const place = event.buttons === 1 ? placeOf(event) : null;
    if (place) setSelection({ anchor, head: place });
  };

  return (
    <>
      <p className="sheet-line" role="status">
        {activeRow && activeColumn ? (
          <>
            <strong>{activeRow.name}</strong> · {activeColumn.label} {activeColumn.hint ?? activeColumn.title}
            {active?.open === false ? (
              <span className="muted"> · {props.shutWords ?? 'không giao cho đơn vị này'}</span>
            ) : null}
            {active?.fault != null ? <span className="field-error inline">{active.fault}</span> : null}
          </>
        ) : null}
      </p>
      <div
        ref={scroller}
        className="sheet"
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-multiselectable
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
      >
        <div
          role="presentation"
          className="sheet-body"
          style={{
            width: nameColumn + (offsets.at(-1) ?? 0),
            height: HEAD + rows.length * ROW,
            ['--sheet-name' as string]: `${nameColumn}px`,
          }}
        >
          <div className="sheet-head" role="row" aria-rowindex={1}>
            <div className="sheet-name" role="columnheader" aria-colindex={1}>
              Đơn vị
            </div>
            {shown.columns.map((at) => {
              const column = columns[at];
              return column ? (
                <div
                  key={column.id}
                  role="columnheader"
                  aria-colindex={at + 2}
                  className={`sheet-column${at === anchor.column ? ' here' : ''}`}
                  title={column.hint ?? column.title}
                  style={{ left: nameColumn + (offsets[at] ?? 0), width: column.width }}
                >
                  <strong>{column.label}</strong>
                  <span>{column.title}</span>
                </div>
              ) : null;
            })}
          </div>
          {shown.rows.map((at) => {
            const row = rows[at];
            if (!row) return null;
            return (
              <div
                key={row.id}
                role="row"
                aria-rowindex={at + 2}
                className={`sheet-row${row.first ? ' first' : ''}`}
                style={{ top: HEAD + at * ROW }}
              >
                <div
                  role="rowheader"
                  aria-colindex={1}
                  className={`sheet-name${at === anchor.row ? ' here' : ''}`}
                  title={row.title}
                >
                  <span title={row.signWord}>{row.sign}</span> {row.name}
                </div>
                {shown.columns.map((index) => {
                  const column = columns[index];
                  if (!column || (at === anchor.row && index === anchor.column)) return null;
                  const { text, open, changed, fault } = cell(row, column);
                  const chosen = isInside(range, { row: at, column: index });
                  return (
                    <div
                      key={column.id}
                      role="gridcell"
                      aria-colindex={index + 2}
                      aria-selected={chosen}
                      aria-disabled={!open}
                      {...(fault === null ? {} : { 'aria-invalid': true, title: fault })}
                      data-row={at}
                      data-column={index}
                      className={`sheet-cell${open ? '' : ' shut'}${changed ? ' changed' : ''}${fault === null ? '' : ' fault'}${chosen ? ' chosen' : ''}${column.numeric ? ' number' : ''}`}
                      style={{ left: nameColumn + (offsets[index] ?? 0), width: column.width }}
                    >
                      {text}
                    </div>
                  );
                })}
              </div>
            );
          })}
          {active && activeRow && activeColumn ? (
            <div
              role="row"
              aria-rowindex={anchor.row + 2}
              className="sheet-row"
              style={{ top: HEAD + anchor.row * ROW }}
            >
              <div
                role="gridcell"
                aria-colindex={anchor.column + 2}
                aria-selected
                className={`sheet-cell active${active.fault === null ? '' : ' fault'}`}
                style={{ left: nameColumn + (offsets[anchor.column] ?? 0), width: activeColumn.width }}
              >
                <input
                  ref={input}
                  aria-label={`${activeRow.name}, ${activeColumn.label} ${activeColumn.title}`}
                  aria-invalid={active.fault !== null}
                  autoComplete="off"
                  spellCheck={false}
                  className={activeColumn.numeric ? 'number' : ''}
                  readOnly={!active.open}
                  value={mode === 'ready' ? active.text : draft}
                  onChange={(event) => {
                    setDraft(event.target.value);
                    if (mode === 'ready') setMode('typing');
                  }}
                  onKeyDown={onKeyDown}
                  onDoubleClick={() => {
                    if (mode === 'ready') setDraft(active.text);
                    setMode('editing');
                  }}
                  onFocus={(event) => event.target.select()}
                  onBlur={settle}
                  onCopy={onCopy}
                  onCut={(event) => {
                    if (onCopy(event)) fill('');
                  }}
                  onPaste={onPaste}
                />
              </div>
            </div>
          ) : null}
        </div>
      </div>
    </>
  );
}
