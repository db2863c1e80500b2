/** A date as people type it here (dd/MM/yyyy), held as a plain date; the calendar opens on demand. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { ReactNode } from 'react';

dayjs.extend(customParseFormat);
// The calendar's “Hôm nay” is Vietnam's day, whatever zone the PC is set to.
dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.tz.setDefault('Asia/Ho_Chi_Minh');

interface DateFieldProps {
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly label: string;
  readonly allowClear?: boolean;
  readonly disabled?: boolean;
  readonly id?: string;
}

export function DateField({
  value,
  onChange,
  label,
  allowClear = false,
  disabled = false,
  id,
}: DateFieldProps): ReactNode {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      aria-label={label}
      value={value === null || value === '' ? null : dayjs(value, 'YYYY-MM-DD')}
      format={['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'D.M.YYYY', 'D-M-YYYY']}
      placeholder="ngày/tháng/năm"
      allowClear={allowClear}
      disabled={disabled}
      onChange={(next) => onChange(next === null ? null : next.format('YYYY-MM-DD'))}
    />
  );
}
