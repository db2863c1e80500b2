/** A date as people type it here (dd/MM/yyyy), held as a plain date; the calendar opens on demand. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import customParseFormat from 'dayjs/plugin/customParseFormat';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import { useRef, type ReactNode } from 'react';
import { toastError } from '../app/feedback';
import { useFieldFault } from './field-faults';

dayjs.extend(customParseFormat);
// The calendar's “Hôm nay” is Vietnam's day, whatever zone the PC is set to.
dayjs.extend(utc);
dayjs.extend(timezone);
dayjs.tz.setDefault('Asia/Ho_Chi_Minh');

const FORMATS = ['DD/MM/YYYY', 'D/M/YYYY', 'DDMMYYYY', 'D.M.YYYY', 'D-M-YYYY', 'D/M/YY'];

/** What was typed as a plain date; null where it is none. */
function dayTyped(text: string): string | null {
  const typed = dayjs(text.trim(), FORMATS, true);
  return typed.isValid() ? typed.format('YYYY-MM-DD') : null;
}

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
  disabled,
  id,
}: DateFieldProps): ReactNode {
  // The picker takes over what was typed only after it has drawn itself again: on a busy PC, somebody who types and
  // tabs on at once lost the day without a word. So the field remembers what was typed until it is left.
  const typed = useRef<string | null>(null);
  const fault = useFieldFault();
  return (
    <span
      className="date-field"
      onInput={(event) => {
        if (event.target instanceof HTMLInputElement) typed.current = event.target.value;
        fault(null);
      }}
      // In the capturing phase: the picker takes the day at this very key, and nothing would be left to hold back.
      onKeyDownCapture={(event) => {
        // The first Enter takes the day; a form is sent by the next one, when nothing that was typed is open.
        if (event.key === 'Enter' && typed.current !== null) event.preventDefault();
      }}
      onBlur={() => {
        const text = typed.current?.trim() ?? '';
        typed.current = null;
        const day = dayTyped(text);
        if (day !== null && day !== value) onChange(day);
        // The picker puts the old day back; that must not happen without a word.
        if (text !== '' && day === null) {
          const stands =
            value === null || value === '' ? 'còn để trống' : `vẫn là ${dayjs(value).format('DD/MM/YYYY')}`;
          fault(`${label}: “${text}” không phải là ngày có thật; ô này ${stands}.`);
          toastError(
            `“${text}” không phải là ngày có thật`,
            `${label} ${stands}. Ghi ngày/tháng/năm, ví dụ 05/03/2026.`,
          );
        }
      }}
    >
      <DatePicker
        {...(id === undefined ? {} : { id })}
        aria-label={label}
        value={value === null || value === '' ? null : dayjs(value, 'YYYY-MM-DD')}
        format={FORMATS}
        placeholder="ngày/tháng/năm"
        allowClear={allowClear}
        {...(disabled === undefined ? {} : { disabled })}
        onChange={(next) => {
          typed.current = null;
          fault(null);
          onChange(next === null ? null : next.format('YYYY-MM-DD'));
        }}
      />
    </span>
  );
}
