/** A whole number as people type it; letters are told, never dropped without a word. */
import { InputNumber, type InputNumberProps } from 'antd';
import { useRef, type ReactNode } from 'react';
import { parseWhole } from '../../../shared/text/numbers';
import { toastError } from '../app/feedback';
import { useFieldFault } from './field-faults';

interface NumberFieldProps extends Omit<InputNumberProps<number>, 'onChange' | 'value' | 'onInput'> {
  /** What the field is called in messages. */
  readonly words: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
}

/** What the field takes a text for: antd knows an empty text for none and NaN for what it keeps out. */
const read = (text = ''): number =>
  text.trim() === '' ? (text as unknown as number) : (parseWhole(text) ?? NaN);

export function NumberField({ words, value, onChange, onBlur, ...rest }: NumberFieldProps): ReactNode {
  const typed = useRef('');
  const fault = useFieldFault();
  const wrong = (): string | null =>
    typed.current === '' || parseWhole(typed.current) !== null
      ? null
      : `${words}: “${typed.current}” không phải là số nguyên; ô này ${value === null ? 'còn để trống' : `vẫn là ${String(value)}`}.`;
  return (
    <InputNumber<number>
      {...rest}
      value={value}
      parser={read}
      onChange={onChange}
      onInput={(text) => {
        typed.current = text.trim();
        fault(wrong());
      }}
      onBlur={(event) => {
        const told = wrong();
        typed.current = '';
        if (told !== null) toastError(told, 'Ghi bằng chữ số, ví dụ 12 hoặc 1.200.');
        onBlur?.(event);
      }}
    />
  );
}
