import { Alert, Button, Form, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { AppError } from '../../../shared/result';
import type { HandedFile } from '../../../shared/rpc/bridge';
import { host } from '../api/client';
import { messageOf } from '../api/errors';
import { toastError } from '../app/feedback';
import { FaultNote, FieldFaults, useFormFaults } from './field-faults';
import { useReturnFocus } from './return-focus';
import { useTypedContent } from './typed-content';
import { ReadOnlyNote, useReadOnly } from './writing';
import { DialogTitle } from './dialog-title';

interface FormDialogProps {
  readonly title: string;
  /** The verb on the main button. */
  readonly action: string;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly disabled?: boolean;
  /** What it does can't be taken back. */
  readonly danger?: boolean;
  readonly width?: number;
  /** Nothing is written by it (it prints, it chooses what is shown): it works where nothing can be written. */
  readonly reading?: boolean;
  /** Selector of the field where typing begins, where that is not the first. */
  readonly firstField?: string;
  /** A lesser action, left of the buttons. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** What can be typed into or chosen from by keyboard. */
const FIRST_FIELD =
  'form :is(input:not([type=checkbox], [type=radio], [type=file], [readonly]), textarea):not(:disabled)';

/**
 * A small form: Enter in a field submits, Esc closes (asking once where something was typed), a refusal is said above
 * the fields. “Thôi” says clearly enough what is meant.
 */
export function FormDialog(props: FormDialogProps): ReactNode {
  useReturnFocus(props.firstField ?? FIRST_FIELD);
  const id = useId();
  const { error } = props;
  const typed = useTypedContent();
  const faults = useFormFaults();
  const refused = useReadOnly() !== null && props.reading !== true;
  const disabled = refused || props.disabled === true;
  return (
    <Modal
      open
      width={props.width ?? 640}
      title={<DialogTitle>{props.title}</DialogTitle>}
      onCancel={() => typed.closing(props.onClose)}
      footer={
        <div className="row">
          {props.aside}
          <span className="grow" />
          <Button onClick={props.onClose}>Thôi</Button>
          <Button
            type="primary"
            danger={props.danger === true}
            htmlType="submit"
            form={id}
            disabled={disabled}
            loading={props.pending}
          >
            {props.action}
          </Button>
        </div>
      }
    >
      <Form
        id={id}
        layout="horizontal"
        labelCol={{ flex: '140px' }}
        labelAlign="left"
        colon={false}
        disabled={refused}
        onFinish={() => {
          if (!props.pending && !disabled && faults.settled()) props.onSubmit();
        }}
      >
        {refused ? <ReadOnlyNote /> : null}
        {error ? <Alert type="error" showIcon title={error.message} style={{ marginBottom: 12 }} /> : null}
        <FaultNote faults={faults} action={props.action} />
        <FieldFaults value={faults.report}>
          <div {...typed.watch}>{props.children}</div>
        </FieldFaults>
      </Form>
      {typed.question}
    </Modal>
  );
}

/** What a field says about itself when the host refused it. */
export function fault(
  fields: Readonly<Record<string, string>>,
  name: string,
): { readonly validateStatus: 'error'; readonly help: string } | object {
  const help = fields[name];
  return help === undefined ? {} : { validateStatus: 'error', help };
}

/** One file from the PC; it is read only when the form is submitted. */
export function FileField({
  value,
  onChange,
  label,
}: {
  readonly value: HandedFile | null;
  readonly onChange: (file: HandedFile | null) => void;
  readonly label: string;
}): ReactNode {
  const [busy, setBusy] = useState(false);
  const pick = async () => {
    setBusy(true);
    try {
      const [file] = await host.pick({
        title: label,
        extensions: ['pdf', 'docx', 'doc', 'jpg', 'png', 'xlsx', 'zip'],
        multiple: false,
      });
      if (file) onChange(file);
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="row">
      <Button loading={busy} onClick={() => void pick()}>
        {value === null ? label : 'Chọn tệp khác'}
      </Button>
      {value === null ? (
        <span className="muted">Tệp được giữ nguyên từng byte.</span>
      ) : (
        <>
          <span>{value.name}</span>
          <Button type="text" size="small" onClick={() => onChange(null)}>
            Bỏ tệp
          </Button>
        </>
      )}
    </div>
  );
}
