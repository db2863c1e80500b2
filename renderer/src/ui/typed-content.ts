/** Whether something was typed into a dialog that closing it would lose. */
import { App } from 'antd';
import { useCallback, useLayoutEffect, useRef, useState, type FocusEvent, type SyntheticEvent } from 'react';
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
}

export function useTypedContent(): TypedContent {
  const { modal } = App.useApp();
  const stood = useRef(new Map<Field, string>());
  const asking = useRef(false);
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
    if (asking.current) return;
    asking.current = true;
    modal.confirm({
      title: 'Bỏ nội dung đã nhập?',
      content: 'Những gì vừa gõ trong hộp này chưa được lưu.',
      okText: 'Bỏ nội dung',
      cancelText: 'Nhập tiếp',
      // Enter after Esc must not lose what was typed.
      focusable: { autoFocusButton: 'cancel' },
      onOk: close,
      afterClose: () => {
        asking.current = false;
      },
    });
  };
  return { watch: { onFocus, onInput }, closing };
}
