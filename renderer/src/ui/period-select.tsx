import { Select } from 'antd';
import type { ReactNode } from 'react';
import { periodWords } from '../../../shared/i18n/vi';
import { fold } from '../../../shared/text/normalize';

function periodsOf(year: number): string[] {
  const months = Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`);
  return [
    ...[1, 2, 3, 4].map((quarter) => `${year}-Q${quarter}`),
    `${year}-H1`,
    `${year}-9M`,
    `${year}-H2`,
    `${year}`,
    ...months,
  ];
}

interface PeriodSelectProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly label: string;
  readonly year: number;
  readonly clearable?: boolean;
  /** Offer this number of an ad hoc request of the year, e.g. 7 → DX-2026-007. */
  readonly adHoc?: number;
  readonly width?: number;
}

/** A reporting period by its Vietnamese name, of the year before to the year after. */
export function PeriodSelect(props: PeriodSelectProps): ReactNode {
  const { value, year } = props;
  const known = [...periodsOf(year), ...periodsOf(year + 1), ...periodsOf(year - 1)];
  const adHoc = props.adHoc === undefined ? [] : [`DX-${year}-${String(props.adHoc).padStart(3, '0')}`];
  const all = [...known.slice(0, 8), ...adHoc, ...known.slice(8)];
  const periods = value !== null && !all.includes(value) ? [value, ...all] : all;
  return (
    <Select
      aria-label={props.label}
      value={value}
      placeholder="Chọn kỳ"
      allowClear={props.clearable ?? false}
      style={{ width: props.width ?? 190 }}
      showSearch={{ filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)) }}
      options={periods.map((period) => ({ value: period, label: periodWords(period) }))}
      onChange={(next?: string | null) => props.onChange(next ?? null)}
    />
  );
}
