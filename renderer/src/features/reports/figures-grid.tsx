import { useRef, type ClipboardEvent, type KeyboardEvent, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import { parseNumber } from '../../../../shared/text/numbers';
import { isComposing } from '../../app/keys';
import { figure } from '../../ui/format';

export type Draft = Readonly<Record<string, string>>;

const COMPUTED = new Set(['P', 'R']);

export function isTyped(indicator: Indicator): boolean {
  return !COMPUTED.has(indicator.kind);
}

/** What a typed text says: a number, a text, nothing (null); undefined when it is no number. */
export function readFigure(indicator: Indicator, text: string): number | string | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (indicator.kind === 'T') return trimmed;
  if (indicator.kind === 'B') {
    const word = trimmed.toLowerCase();
    if (['có', 'co', 'x', '1', 'v'].includes(word)) return 1;
    if (['không', 'khong', '0', 'o'].includes(word)) return 0;
    return undefined;
  }
  return parseNumber(trimmed) ?? undefined;
}

export function showFigure(indicator: Indicator, value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (indicator.kind === 'B') return value === 1 ? 'có' : 'không';
  return figure(value, 6);
}

/** A complaint about one cell, or null. */
export function complaintOf(
  indicator: Indicator,
  draft: Draft,
  indicators: readonly Indicator[],
): string | null {
  const value = readFigure(indicator, draft[indicator.id] ?? '');
  if (value === undefined) {
    return indicator.kind === 'B'
      ? 'Ghi “có” hoặc “không”.'
      : 'Không phải là số. Ghi ví dụ 35.599 hoặc 99,16.';
  }
  if (typeof value !== 'number') return null;
  if (indicator.integer && indicator.kind !== 'B' && !Number.isInteger(value))
    return 'Chỉ tiêu này là số nguyên.';
  if (indicator.minimum !== null && value < indicator.minimum)
    return `Không được nhỏ hơn ${figure(indicator.minimum)}.`;
  if (indicator.maximum !== null && value > indicator.maximum)
    return `Không được lớn hơn ${figure(indicator.maximum)}.`;
  const ceiling = indicators.find((each) => each.id === indicator.notAbove);
  const top = ceiling ? readFigure(ceiling, draft[ceiling.id] ?? '') : null;
  if (ceiling && typeof top === 'number' && value > top)
    return `Không được lớn hơn ${ceiling.id} (${figure(top)}).`;
  return null;
}

interface FiguresGridProps {
  readonly indicators: readonly Indicator[];
  readonly draft: Draft;
  readonly previous: Readonly<Record<string, number>>;
  /** code → cell of the kept form. */
  readonly cells: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
  readonly readOnly: boolean;
  readonly onChange: (draft: Draft) => void;
  readonly onSave: () => void;
}

/** Figures by keyboard alone: Enter and ↓ go down, ↑ goes up, a column pasted from Excel fills downwards. */
export function FiguresGrid(props: FiguresGridProps): ReactNode {
  const { indicators, draft, previous, cells, onChange } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const typed = indicators.filter(isTyped);

  const focusAt = (index: number) => {
    const inputs = body.current?.querySelectorAll<HTMLInputElement>('input, textarea');
    const target = inputs?.[Math.max(0, Math.min(index, inputs.length - 1))];
    target?.focus();
    target?.select();
  };
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    if (isComposing(event.nativeEvent)) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's') props.onSave();
    else if (event.key === 'Enter' && !event.shiftKey) focusAt(at + 1);
    else if (event.key === 'ArrowDown') focusAt(at + 1);
    else if (event.key === 'ArrowUp') focusAt(at - 1);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent, at: number) => {
    const lines = event.clipboardData.getData('text/plain').replace(/\r/g, '').replace(/\n$/, '').split('\n');
    if (lines.length < 2) return;
    event.preventDefault();
    const next: Record<string, string> = { ...draft };
    for (const [offset, line] of lines.entries()) {
      const indicator = typed[at + offset];
      // The last column of a pasted block holds the figures; names before it are dropped.
      if (indicator) next[indicator.id] = (line.split('\t').at(-1) ?? '').normalize('NFC').trim();
    }
    onChange(next);
    focusAt(Math.min(at + lines.length, typed.length - 1));
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
              const at = typed.indexOf(indicator);
              const error = props.errors[indicator.id];
              const cell = cells[indicator.id];
              const common = {
                'aria-label': `${indicator.id} ${indicator.name}`,
                'aria-invalid': error !== undefined,
                value: draft[indicator.id] ?? '',
                readOnly: props.readOnly,
                onKeyDown: (event: KeyboardEvent) => onKeyDown(event, at),
              };
              return (
                <tr key={indicator.id}>
                  <td className="muted nowrap">{indicator.id}</td>
                  <td className="wide">
                    {indicator.name}
                    {indicator.required ? <span className="tone-bad"> *</span> : null}
                    {error === undefined ? null : <span className="field-error">{error}</span>}
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
                    {at < 0 ? (
                      <span className="muted">tự tính</span>
                    ) : indicator.kind === 'T' ? (
                      <textarea
                        {...common}
                        rows={1}
                        onChange={(event) => onChange({ ...draft, [indicator.id]: event.target.value })}
                      />
                    ) : (
                      <input
                        {...common}
                        inputMode="decimal"
                        autoComplete="off"
                        className="number"
                        onChange={(event) => onChange({ ...draft, [indicator.id]: event.target.value })}
                        onPaste={(event) => onPaste(event, at)}
                        onFocus={(event) => event.target.select()}
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
