/** Text that is edited where it stands. Enter or leaving saves, Esc goes back; nothing happens mid-word in Telex. */
import { Input } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { isComposing } from '../app/keys';
import { useReadOnly } from './writing';

interface EditableTextProps {
  readonly value: string;
  readonly label: string;
  /** An answer of null or false: it was refused, and what was typed is there to be mended. */
  readonly onSave: (value: string) => unknown;
  readonly placeholder?: string;
  readonly multiline?: boolean;
  /** Starts in editing (the keyboard's E or F2). */
  readonly editing?: boolean;
  readonly onEditing?: (editing: boolean) => void;
  readonly error?: string | undefined;
  /** Offered while editing: the caret's place in the value. */
  readonly onSplit?: (at: number) => void;
  readonly disabled?: boolean;
}

export function EditableText(props: EditableTextProps): ReactNode {
  const [open, setOpen] = useState(props.editing ?? false);
  const readOnly = useReadOnly() !== null;
  const disabled = readOnly || props.disabled === true;
  const shown = useRef<HTMLSpanElement>(null);
  const byKey = useRef(false);
  const [refused, setRefused] = useState<string | null>(null);
  const set = (next: boolean) => {
    setOpen(next);
    props.onEditing?.(next);
  };
  useEffect(() => {
    if (props.editing !== undefined) setOpen(props.editing);
  }, [props.editing]);

  // Where nobody else leads the keyboard on (`editing`), it goes on from the very text.
  useEffect(() => {
    if (open || !byKey.current) return;
    byKey.current = false;
    if (props.editing === undefined) shown.current?.focus();
  }, [open, props.editing]);

  if (!open || disabled) {
    return (
      <span
        ref={shown}
        role="button"
        tabIndex={disabled ? -1 : 0}
        className={`editable${props.value === '' ? ' blank' : ''}`}
        aria-label={`${props.label}: ${props.value === '' ? 'chưa có' : props.value}`}
        aria-disabled={disabled}
        onClick={() => (disabled ? undefined : set(true))}
        onKeyDown={(event) => {
          if (disabled || (event.key !== 'Enter' && event.key !== 'F2')) return;
          event.preventDefault();
          event.stopPropagation();
          set(true);
        }}
      >
        {props.value === '' ? (props.placeholder ?? '—') : props.value}
        {props.error === undefined ? null : <span className="field-error">{props.error}</span>}
      </span>
    );
  }
  return (
    <Editor
      {...props}
      start={refused ?? props.value}
      onSave={(text) => {
        setRefused(null);
        void Promise.resolve(props.onSave(text)).then((answer) => {
          if (answer !== null && answer !== false) return;
          setRefused(text);
          set(true);
        });
      }}
      onClose={(key) => {
        byKey.current = key;
        set(false);
      }}
    />
  );
}

interface EditorProps extends EditableTextProps {
  readonly start: string;
  readonly onClose: (byKey: boolean) => void;
}

function Editor(props: EditorProps): ReactNode {
  const [draft, setDraft] = useState(props.start);
  const field = useRef<TextAreaRef>(null);
  const left = useRef(false);

  useEffect(() => {
    const element = field.current?.resizableTextArea?.textArea;
    element?.focus();
    if (props.multiline !== true) element?.select();
  }, [props.multiline]);

  const finish = (save: boolean, byKey: boolean) => {
    if (left.current) return;
    left.current = true;
    const next = draft.normalize('NFC').trim();
    if (save && next !== props.value) props.onSave(next);
    props.onClose(byKey);
  };
  const split = () => {
    const at = field.current?.resizableTextArea?.textArea.selectionStart ?? 0;
    if (at <= 0 || at >= draft.length) return;
    left.current = true;
    if (draft !== props.value) props.onSave(draft);
    props.onSplit?.(at);
    props.onClose(false);
  };

  return (
    <span className="editor">
      <Input.TextArea
        ref={field}
        className="grows"
        rows={1}
        value={draft}
        aria-label={props.label}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => finish(true, false)}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (isComposing(event.nativeEvent)) return;
          if (event.key === 'Escape') finish(false, true);
          else if (event.key === 'Enter' && event.altKey && props.onSplit) split();
          else if (event.key === 'Enter' && !event.shiftKey) finish(true, true);
          else return;
          event.preventDefault();
        }}
      />
      {props.onSplit === undefined ? null : (
        <button
          type="button"
          className="link-button"
          // The caret must stay where it is: no focus moves to the button.
          onMouseDown={(event) => event.preventDefault()}
          onClick={split}
        >
          Tách tại con trỏ (Alt+Enter)
        </button>
      )}
    </span>
  );
}
