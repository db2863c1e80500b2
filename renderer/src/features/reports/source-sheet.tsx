import { Alert, Button, Modal, Tabs } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { cellAddress, columnLetters } from '../../../../shared/documents/sheet-model';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { useRpc } from '../../api/queries';
import { figure } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { readFigure, showFigure } from './figure-text';
import './source-sheet.css';
import { READING } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';

export interface SourcePlace {
  readonly sha256: string;
  readonly name: string;
  readonly sheet: string;
  readonly cell: string | null;
}

interface SourceSheetProps {
  readonly dossierId: string;
  readonly place: SourcePlace;
  /** The figure that was taken from the cell; null: only the sheet is looked at. */
  readonly received: { readonly indicator: Indicator; readonly value: number } | null;
  readonly onClose: () => void;
}

type Window = OutputOf<'report.sourceCell'>;
type Cell = Window['cells'][number];

/** The kept original like a small spreadsheet: the cell framed, what stands in the file beside what was taken. */
export function SourceSheet({ dossierId, place, received, onClose }: SourceSheetProps): ReactNode {
  useReturnFocus();
  const [at, setAt] = useState<{ readonly sheet: string; readonly top: number | null }>({
    sheet: place.sheet,
    top: null,
  });
  const cell = at.sheet === place.sheet ? place.cell : null;
  const answer = useRpc(
    'report.sourceCell',
    { dossierId, sha256: place.sha256, sheet: at.sheet, cell, top: at.top },
    { keep: true },
  );
  const delivery = useDelivery();
  return (
    <Modal
      open
      width={1080}
      title={
        <DialogTitle>{`${place.name}${place.cell === null ? '' : ` – trang “${place.sheet}”, ô ${place.cell}`}`}</DialogTitle>
      }
      onCancel={onClose}
      footer={[
        <Button
          {...READING}
          key="save"
          loading={delivery.busy !== null}
          onClick={() =>
            delivery.make('source', () => callQuery('file.get', { dossierId, sha256: place.sha256 }))
          }
        >
          Lưu tệp gốc
        </Button>,
        <Button {...READING} key="close" type="primary" onClick={onClose}>
          Đóng
        </Button>,
      ]}
    >
      <Answer of={answer} loading="Đang đọc tệp gốc…">
        {(window) => (
          <div className="stack">
            {received !== null && cell !== null && window.found !== null ? (
              <Compared found={window.found} received={received} />
            ) : null}
            <Tabs
              aria-label="Trang tính của tệp"
              size="small"
              activeKey={String(window.sheets.indexOf(window.sheet))}
              // A sheet's name may hold spaces, which no id may.
              items={window.sheets.map((name, index) => ({ key: String(index), label: name }))}
              onChange={(key) => setAt({ sheet: window.sheets[Number(key)] ?? window.sheet, top: null })}
            />
            <Sheet window={window} framed={cell} />
            <Rows window={window} onTop={(top) => setAt({ ...at, top })} />
          </div>
        )}
      </Answer>
    </Modal>
  );
}

/** "Số trong tệp: 35.599 · Số đã nhận: 35.599" */
function Compared({
  found,
  received,
}: {
  readonly found: Cell;
  readonly received: NonNullable<SourceSheetProps['received']>;
}): ReactNode {
  const { indicator, value } = received;
  const inFile = found.type === 'number' ? Number(found.written) : readFigure(indicator, found.text);
  const same = inFile === value;
  const written =
    found.type === 'empty'
      ? '(ô trống)'
      : typeof inFile === 'number'
        ? showFigure(indicator, inFile)
        : `“${found.text}”`;
  return (
    <>
      <p className="source-compared" data-testid="source-compared">
        Số trong tệp: <strong data-testid="value-in-file">{written}</strong> · Số đã nhận:{' '}
        <strong>{showFigure(indicator, value)}</strong>{' '}
        <span className={same ? 'tone-good' : 'tone-bad'}>{same ? '✓ Khớp' : '✕ Khác nhau'}</span>
      </p>
      {same ? null : (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="Số đã nhận khác số đang ghi trong ô này của tệp gốc. Mở báo cáo của đơn vị để xem ai đã sửa, hoặc hỏi lại đơn vị."
        />
      )}
    </>
  );
}

/** More rows above and below the window. */
function Rows({
  window,
  onTop,
}: {
  readonly window: Window;
  readonly onTop: (top: number) => void;
}): ReactNode {
  const { rows, filled } = window;
  const height = 60;
  if (rows.first === 1 && rows.last >= filled.rows) return null;
  return (
    <div className="row">
      <Button
        size="small"
        disabled={rows.first === 1}
        onClick={() => onTop(Math.max(1, rows.first - height))}
      >
        Các dòng trên
      </Button>
      <Button size="small" disabled={rows.last >= filled.rows} onClick={() => onTop(rows.last + 1)}>
        Các dòng dưới
      </Button>
      <span className="muted">
        Dòng {figure(rows.first)}–{figure(rows.last)} trong {figure(filled.rows)}
      </span>
    </div>
  );
}

const CELL_TYPES: Readonly<Partial<Record<Cell['type'], string>>> = {
  formula: 'Công thức; số hiện ra là kết quả lưu trong tệp',
  error: 'Ô đang báo lỗi',
  hidden: 'Nội dung chỉ mở trong báo cáo của đơn vị',
};
const DEFAULT_WIDTH = 9;
const PIXELS_A_CHARACTER = 7.2;

function Sheet({ window, framed }: { readonly window: Window; readonly framed: string | null }): ReactNode {
  const frame = useRef<HTMLTableCellElement>(null);
  useEffect(() => {
    frame.current?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [window.sheet, window.rows.first, framed]);
  const cells = new Map(window.cells.map((cell) => [cellAddress(cell.row, cell.column), cell]));
  const merges = new Map(window.merges.map((merged) => [cellAddress(merged.row, merged.column), merged]));
  const covered = new Set(window.merges.flatMap(coveredBy));
  const rows = numbers(window.rows);
  const columns = numbers(window.columns);
  return (
    <div className="scroll source-sheet" tabIndex={0} role="region" aria-label={`Trang tính ${window.sheet}`}>
      <table aria-label={`Trang tính ${window.sheet}`}>
        <colgroup>
          <col style={{ width: 44 }} />
          {columns.map((column, index) => (
            <col
              key={column}
              style={{ width: Math.round((window.widths[index] ?? DEFAULT_WIDTH) * PIXELS_A_CHARACTER) + 8 }}
            />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th aria-label="Dòng" />
            {columns.map((column) => (
              <th key={column} scope="col">
                {columnLetters(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {columns.map((column) => {
                const address = cellAddress(row, column);
                if (covered.has(address)) return null;
                const cell = cells.get(address);
                const merged = merges.get(address);
                return (
                  <td
                    key={column}
                    {...(merged
                      ? { colSpan: Math.min(merged.columns, (columns.at(-1) ?? column) - column + 1) }
                      : {})}
                    {...(address === framed
                      ? { ref: frame, 'aria-current': 'true' as const, 'data-testid': 'framed-cell' }
                      : {})}
                    className={cell?.type === 'number' ? 'number' : undefined}
                    title={cell ? (CELL_TYPES[cell.type] ?? undefined) : undefined}
                  >
                    {cell === undefined ? null : cell.type === 'hidden' ? (
                      <span className="muted">▒ chỉ mở trong báo cáo</span>
                    ) : (
                      cell.text
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function numbers({ first, last }: { readonly first: number; readonly last: number }): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

/** Cells of a merged range that its first cell stands over; rows below the first keep their cells. */
function coveredBy(merged: Window['merges'][number]): string[] {
  return Array.from({ length: merged.columns - 1 }, (_, index) =>
    cellAddress(merged.row, merged.column + index + 1),
  );
}
