/** Whether something was typed into a dialog that closing it would lose. */
import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { Question } from './question';
import { useUnsavedWork } from './unsaved-work';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Text fields alone: what is searched in a list that opens, or ticked, is quickly done again. */
function isTextField(target: EventTarget): target is Field {
  if (target instanceof HTMLTextAreaElement) return true;
  return (
    target instanceof HTMLInputElement &&
    !['checkbox', 'radio', 'button', 'file'].includes(target.type) &&
    target.getAttribute('role') !== 'combobox'
  );
}

export interface TypedContent {
  /** For the element around the fields. */
  readonly watch: {
    readonly onFocus: (event: FocusEvent) => void;
    readonly onInput: (event: SyntheticEvent) => void;
  };
  /** Runs `close`, after a question where something was typed that is not what stood there. */
  readonly closing: (close: () => void) => void;
  /** To be drawn beside the dialog: the question, while it is asked. */
  readonly question: ReactNode;
}

export function useTypedContent(): TypedContent {
  const stood = useRef(new Map<Field, string>());
  const [asked, setAsked] = useState<{ readonly close: () => void } | null>(null);
  const [typed, setTyped] = useState(false);
  useUnsavedWork(typed);
  // A dialog that has just been closed still hears Esc until the library has put its listener away.
  const here = useRef(true);
  useLayoutEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const onFocus = useCallback(({ target }: FocusEvent) => {
    if (isTextField(target) && !stood.current.has(target)) stood.current.set(target, target.value);
  }, []);
  const onInput = useCallback(({ target }: SyntheticEvent) => {
    if (!isTextField(target)) return;
    if (!stood.current.has(target)) stood.current.set(target, '');
    setTyped([...stood.current].some(([field, before]) => field.isConnected && field.value !== before));
  }, []);
  const closing = (close: () => void): void => {
    if (!here.current) return;
    if (!typed) {
      close();
      return;
    }
    setAsked({ close });
  };
  const question =
    asked === null ? null : (
      <Question
        title="Bỏ nội dung đã nhập?"
        yes="Bỏ nội dung"
        no="Nhập tiếp"
        onYes={asked.close}
        onNo={() => setAsked(null)}
      >
        Những gì vừa gõ trong hộp này chưa được lưu.
      </Question>
    );
  return { watch: { onFocus, onInput }, closing, question };
}
