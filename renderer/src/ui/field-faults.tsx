/**
 * What was typed into a form but is no number and no day. Such a field goes back to what it said before, and the form is
 * not sent over that without a word: the first sending is refused and names the field and what it says now; the next one
 * takes it as it is shown.
 */
import { Alert } from 'antd';
import { createContext, use, useCallback, useEffect, useId, useRef, useState, type ReactNode } from 'react';

type Report = (field: string, words: string | null) => void;

/** Around the fields of a form; its value is the form's `report`. */
export const FieldFaults = createContext<Report | null>(null);

export interface FormFaults {
  readonly report: Report;
  /** Why the last sending was refused; null where it was not. */
  readonly refusal: string | null;
  /** Whether the form may be sent now. */
  readonly settled: () => boolean;
}

/** For a form. */
export function useFormFaults(): FormFaults {
  const found = useRef(new Map<string, string>());
  const [refusal, setRefusal] = useState<string | null>(null);
  const report = useCallback<Report>((field, words) => {
    if (words === null) found.current.delete(field);
    else found.current.set(field, words);
  }, []);
  const settled = useCallback(() => {
    const words = [...found.current.values()];
    found.current.clear();
    setRefusal(words.length === 0 ? null : words.join(' '));
    return words.length === 0;
  }, []);
  return { report, refusal, settled };
}

/** Said above the fields of a form that was not sent. */
export function FaultNote({
  faults,
  action,
}: {
  readonly faults: FormFaults;
  readonly action: string;
}): ReactNode {
  return faults.refusal === null ? null : (
    <Alert
      type="warning"
      showIcon
      title={faults.refusal}
      description={`Hãy sửa lại; nếu đúng như đang hiện thì bấm “${action}” lần nữa.`}
      style={{ marginBottom: 12 }}
    />
  );
}

/** For a field: says what is wrong with what was typed, null where nothing is. Outside a form it does nothing. */
export function useFieldFault(): (words: string | null) => void {
  const report = use(FieldFaults);
  const field = useId();
  useEffect(() => () => report?.(field, null), [report, field]);
  return useCallback((words) => report?.(field, words), [report, field]);
}
