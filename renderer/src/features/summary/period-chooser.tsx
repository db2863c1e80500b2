import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { fedPeriods, monthsCovered } from '../../../../shared/domain/report/parts';
import type { ReportPeriod } from '../../../../shared/domain/report/model';
import { periodWords, type Occasion } from '../../../../shared/i18n/vi';
import { byLastDay } from '../reports/current-period';
import { ChooseRange } from './choose-range';
import { READING } from '../../ui/writing';

/** No period has this id: it opens the dialog. */
const RANGE = 'range';

interface PeriodChooserProps {
  readonly owed: readonly ReportPeriod[];
  readonly period: string | null;
  /** Ranges that were closed once: they can be shown again. */
  readonly closed: readonly string[];
  readonly onChoose: (period: string, occasion: Occasion | null) => void;
}

/** Owed periods, those that they feed (quý, 6 tháng, 9 tháng, năm), and any range of months. */
export function PeriodChooser({ owed, period, closed, onChoose }: PeriodChooserProps): ReactNode {
  const [choosing, setChoosing] = useState(false);
  const known = byLastDay(owed).map(({ id }) => id);
  const fed = fedPeriods(owed);
  const ranges = [...new Set([...closed, ...(period === null ? [] : [period])])].filter(
    (id) => !known.includes(id) && !fed.includes(id),
  );
  const group = (label: string, ids: readonly string[]) =>
    ids.length === 0
      ? []
      : [{ label, title: label, options: ids.map((id) => ({ value: id, label: periodWords(id) })) }];
  const months = monthsCovered(owed);
  return (
    <>
      <Select
        {...READING}
        aria-label="Kỳ"
        style={{ width: 170 }}
        popupMatchSelectWidth={290}
        value={period}
        options={[
          ...group('Kỳ đã giao', known),
          ...group('Cộng từ các kỳ đã giao', fed),
          ...group('Sơ kết, tổng kết', ranges),
          ...(months.length > 0 ? [{ value: RANGE, label: 'Sơ kết, tổng kết…' }] : []),
        ]}
        onChange={(value) => (value === RANGE ? setChoosing(true) : onChoose(value, null))}
      />
      {choosing ? (
        <ChooseRange
          months={months}
          onClose={() => setChoosing(false)}
          onChoose={(range, occasion) => {
            setChoosing(false);
            onChoose(range, occasion);
          }}
        />
      ) : null}
    </>
  );
}
