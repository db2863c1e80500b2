import type { ReactNode } from 'react';
import { dateOfInstant } from '../../../../shared/date/plain-date';
import type { Indicator } from '../../../../shared/domain/office/model';
import type {
  FigureDifference,
  Supplement,
  UnitDifference,
} from '../../../../shared/domain/report/supplement-model';
import { sumExact } from '../../../../shared/domain/report/decimals';
import { unitChangeWords } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { date } from '../../ui/format';
import { Answer } from '../../ui/states';
import { totalText } from './indicator-table';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly sign: string;
  readonly change: string;
  readonly code: string;
  readonly indicator: Indicator | undefined;
  readonly before: number | null;
  readonly after: number | null;
}

function lineOf(
  indicators: readonly Indicator[],
  base: Pick<Line, 'key' | 'name' | 'sign' | 'change'>,
  figure: FigureDifference | null,
): Line {
  return {
    ...base,
    key: `${base.key}|${figure?.indicator ?? ''}`,
    code: figure?.indicator ?? '',
    indicator: indicators.find(({ id }) => id === figure?.indicator),
    before: figure?.before ?? null,
    after: figure?.after ?? null,
  };
}

function ofUnit(indicators: readonly Indicator[], unit: UnitDifference): Line[] {
  const { sign, word } = unitChangeWords(unit.change);
  const received = unit.receivedAt === null ? '' : `, nhận ngày ${date(dateOfInstant(unit.receivedAt))}`;
  const base = { key: unit.unit, name: unit.name, sign, change: `${word}${received}` };
  return unit.figures.length === 0
    ? [lineOf(indicators, base, null)]
    : unit.figures.map((figure) => lineOf(indicators, base, figure));
}

function linesOf(indicators: readonly Indicator[], supplement: Supplement): Line[] {
  const total = (kind: string, figures: readonly FigureDifference[]): Line[] =>
    figures.map((figure) =>
      lineOf(indicators, { key: kind, name: 'TỔNG CỘNG', sign: 'Σ', change: kind }, figure),
    );
  return [
    ...supplement.units.flatMap((unit) => ofUnit(indicators, unit)),
    ...total('Kỳ này', supplement.totals),
    ...total('Lũy kế', supplement.cumulative),
  ];
}

function changed({ indicator, before, after }: Line): string {
  if (before === null || after === null) return '';
  const difference = sumExact([after, -before]);
  return `${difference > 0 ? '+' : difference < 0 ? '-' : ''}${totalText(indicator, Math.abs(difference))}`;
}

const COLUMNS: readonly Column<Line>[] = [
  { key: 'name', title: 'Đơn vị', width: 230, filter: true, text: ({ name }) => name },
  { key: 'code', title: 'Mã', width: 70, text: ({ code }) => code },
  { key: 'indicator', title: 'Chỉ tiêu', text: ({ indicator }) => indicator?.name ?? '' },
  {
    key: 'before',
    title: 'Đã báo cáo',
    width: 105,
    number: true,
    text: ({ indicator, before }) => totalText(indicator, before),
    sort: ({ before }) => before ?? -1,
  },
  {
    key: 'after',
    title: 'Điều chỉnh',
    width: 105,
    number: true,
    text: ({ indicator, after }) => totalText(indicator, after),
    sort: ({ after }) => after ?? -1,
  },
  { key: 'changed', title: 'Tăng/giảm', width: 120, number: true, text: changed },
  {
    key: 'change',
    title: 'Thay đổi',
    width: 230,
    filter: true,
    text: ({ change }) => change,
    render: ({ sign, change }) => `${sign} ${change}`,
  },
];

/** Per unit and indicator: đã báo cáo → điều chỉnh; late units that came in; the sums after them. */
export function SupplementTables(props: {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
  readonly from: number;
  readonly to: number | null;
}): ReactNode {
  const { dossierId, period, office, from, to } = props;
  const supplement = useRpc('report.supplement', { dossierId, period, from, to });
  return (
    <Answer of={supplement} loading="Đang so sánh…">
      {(value) => (
        <>
          {value.after.reason === '' ? null : <p>Lý do bổ sung: {value.after.reason}</p>}
          <DataTable
            id="supplement"
            label="Bảng điều chỉnh, bổ sung"
            rows={linesOf(office.indicators, value)}
            columns={COLUMNS}
            rowKey={({ key }) => key}
            empty="Hai bản giống nhau: không có điều chỉnh nào."
          />
        </>
      )}
    </Answer>
  );
}
