import type { ReactNode } from 'react';
import { formatDate, type PlainDate } from '../../../../shared/date/plain-date';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { Totals } from '../../../../shared/domain/report/model';
import { bothCoveragesWords, ratioWords, unknownDenominatorWords } from '../../../../shared/i18n/vi';
import { formatPercent } from '../../../../shared/text/numbers';
import { DataTable, type Column } from '../../ui/data-table';
import { figure } from '../../ui/format';

interface IndicatorTableProps {
  readonly totals: Totals;
  readonly cumulative: Totals | null;
  readonly indicators: readonly Indicator[];
  /** Day of the figures. */
  readonly day: PlainDate;
  readonly onTrace: (code: string, cumulative: boolean) => void;
}

interface Line {
  readonly code: string;
  readonly indicator: Indicator | undefined;
  readonly now: number | undefined;
  readonly sum: number | undefined;
}

export function totalText(indicator: Indicator | undefined, value: number | null | undefined): string {
  if (value === null || value === undefined) return '–';
  return indicator?.kind === 'P' ? formatPercent(value) : figure(value);
}

/** Numerator and denominator over the rate that they make. */
function withRatio(ratio: string | null, rate: ReactNode): ReactNode {
  if (ratio === null) return rate;
  return (
    <>
      {rate}
      <div className="muted">{ratio}</div>
    </>
  );
}

/** A coverage with whether its target is met on that base. */
function judged(text: string, met: boolean | null | undefined): ReactNode {
  if (met === null || met === undefined) return text;
  return (
    <span className={met ? 'tone-good' : 'tone-bad'} title={met ? 'Đạt mục tiêu' : 'Chưa đạt mục tiêu'}>
      {text} {met ? '✓' : '✕'}
    </span>
  );
}

const OPERATOR: Readonly<Record<string, string>> = { '>=': '≥', '<=': '≤', '>': '>', '<': '<', '=': '=' };

/** One line an indicator: Kỳ này, Lũy kế, both coverages, targets on both bases. */
export function IndicatorTable({
  totals,
  cumulative,
  indicators,
  day,
  onTrace,
}: IndicatorTableProps): ReactNode {
  const lines: Line[] = totals.indicators
    .map((code) => ({
      code,
      indicator: indicators.find((each) => each.id === code),
      now: totals.totals[code],
      sum: cumulative?.totals[code],
    }))
    .filter((line) => line.indicator?.kind !== 'T');
  const trace = (line: Line, text: string, test: 'total' | 'sum') => (
    <button
      type="button"
      className="link-button number"
      data-testid={`${test}-${line.code}`}
      aria-label={`${line.code}${test === 'sum' ? ' lũy kế' : ''}: ${text}. Xem gồm những gì`}
      onClick={() => onTrace(line.code, test === 'sum')}
    >
      {text}
    </button>
  );
  const columns: readonly Column<Line>[] = [
    { key: 'code', title: 'Mã', width: 72, text: (line) => line.code },
    {
      key: 'section',
      title: 'Mục',
      width: 150,
      hidden: true,
      filter: true,
      text: (line) => line.indicator?.section ?? '',
    },
    { key: 'name', title: 'Chỉ tiêu', text: (line) => line.indicator?.name ?? line.code },
    { key: 'unit', title: 'Đơn vị tính', width: 110, text: (line) => line.indicator?.unit ?? '' },
    {
      key: 'now',
      title: 'Kỳ này',
      width: 105,
      number: true,
      text: (line) => totalText(line.indicator, line.now),
      sort: (line) => line.now ?? -1,
      render: (line) => trace(line, totalText(line.indicator, line.now), 'total'),
    },
    {
      key: 'sum',
      title: 'Lũy kế',
      width: 105,
      number: true,
      text: (line) => totalText(line.indicator, line.sum),
      sort: (line) => line.sum ?? -1,
      render: (line) => trace(line, totalText(line.indicator, line.sum), 'sum'),
    },
    {
      key: 'reported',
      title: 'Trên đơn vị đã báo cáo',
      width: 125,
      number: true,
      text: (line) => totalText(line.indicator, totals.coverage[line.code]?.reported ?? null),
      render: (line) => {
        const coverage = totals.coverage[line.code];
        return coverage ? (
          <span title={bothCoveragesWords(totals, line.code, day) ?? undefined}>
            {withRatio(
              ratioWords(totals, line.code, 'reported'),
              judged(totalText(line.indicator, coverage.reported), totals.targets[line.code]?.reported),
            )}
          </span>
        ) : (
          ''
        );
      },
    },
    {
      key: 'expected',
      title: 'Trên mọi đơn vị phải báo cáo',
      width: 140,
      number: true,
      text: (line) => {
        const unknown = unknownDenominatorWords(totals, line.code);
        const shown = totalText(line.indicator, totals.coverage[line.code]?.expected ?? null);
        return unknown === null ? shown : `${shown} (${unknown})`;
      },
      sort: (line) => totals.coverage[line.code]?.expected ?? -1,
      render: (line) => {
        const coverage = totals.coverage[line.code];
        if (!coverage) return '';
        const unknown = unknownDenominatorWords(totals, line.code);
        return (
          <span title={bothCoveragesWords(totals, line.code, day) ?? undefined}>
            {withRatio(
              ratioWords(totals, line.code, 'expected'),
              judged(totalText(line.indicator, coverage.expected), totals.targets[line.code]?.expected),
            )}
            {unknown === null ? null : <div className="muted">{unknown}</div>}
          </span>
        );
      },
    },
    {
      key: 'target',
      title: 'Mục tiêu',
      width: 100,
      text: (line) => {
        const target = totals.targets[line.code];
        return target ? `${OPERATOR[target.operator] ?? target.operator} ${figure(target.value)}` : '';
      },
      render: (line) => {
        const target = totals.targets[line.code];
        if (!target) return '';
        const words = `${OPERATOR[target.operator] ?? target.operator} ${figure(target.value)}`;
        return totals.coverage[line.code] ? words : judged(words, target.reported);
      },
    },
  ];
  return (
    <>
      <p className="muted">
        Tính đến {formatDate(day)}. Trên mọi đơn vị phải báo cáo: đơn vị chưa báo cáo tính tử số bằng 0, mẫu
        số là số gần nhất đã biết.
      </p>
      <DataTable
        id="totals"
        label="Tổng hợp theo chỉ tiêu"
        rows={lines}
        columns={columns}
        rowKey={(line) => line.code}
        onOpen={(line) => onTrace(line.code, false)}
      />
    </>
  );
}
