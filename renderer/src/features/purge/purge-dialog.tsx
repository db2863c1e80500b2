import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { fold } from '../../../../shared/text/normalize';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { fault, FormDialog } from '../../ui/form-dialog';
import { useReturnFocus } from '../../ui/return-focus';

interface PurgeDialogProps {
  readonly title: string;
  /** What goes, in a word or two: "nội dung dòng số đến 1/2026". */
  readonly named: string;
  /** What goes, each in a line as a person knows it. */
  readonly goes: readonly string[];
  /** What stays of it, beside the record of the purge. */
  readonly stays: readonly string[];
  /** Typed letter by letter before the button opens; case and marks don't count. */
  readonly phrase: string;
  /** Null: the incoming book. */
  readonly dossierId: string | null;
  readonly files?: readonly string[];
  readonly records?: readonly { readonly table: string; readonly id: string }[];
  readonly onClose: () => void;
}

type Told = OutputOf<'store.purge'> & { readonly named: string };

/** Words that the typed phrase is compared by. */
const bare = (text: string): string => fold(text).replaceAll(/\s+/gu, ' ').trim();

/** Xóa hẳn: says what goes and what stays, asks why, and for an act that nobody does by mistake. There is no way back. */
export function PurgeDialog(props: PurgeDialogProps): ReactNode {
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState<Told | null>(null);
  const purge = useCommand('store.purge', { form: true, showsError: true });
  if (told !== null) return <Purged told={told} onClose={props.onClose} />;
  const meant = bare(typed) === bare(props.phrase);
  const submit = async () => {
    const done = await purge.run({
      dossierId: props.dossierId,
      files: [...(props.files ?? [])],
      records: [...(props.records ?? [])],
      reason: reason.trim(),
    });
    // As it was named before: what went is in no list any more.
    if (done) setTold({ ...done, named: props.named });
  };
  return (
    <FormDialog
      title={props.title}
      action="Xóa hẳn"
      danger
      disabled={!meant || reason.trim() === ''}
      pending={purge.pending}
      error={purge.error}
      onSubmit={() => void submit()}
      onClose={props.onClose}
    >
      <Alert
        type="error"
        showIcon
        style={{ marginBottom: 12 }}
        title="Không hoàn tác được. Ctrl+Z, Lịch sử và bản sao lưu cũng không lấy lại được."
      />
      <strong>Sẽ mất hẳn:</strong>
      <ul aria-label="Sẽ mất hẳn" className="scroll" style={{ maxHeight: 120 }}>
        {props.goes.map((each, index) => (
          <li key={`${index}|${each}`}>{each}</li>
        ))}
      </ul>
      <p className="muted">
        Ở cả dữ liệu đang dùng, lịch sử thay đổi, phần tìm kiếm, thùng rác và các bản sao lưu trong máy này.
        Bản đã xuất, đã in, đã gửi đi thì chương trình không với tới.
      </p>
      <strong>Còn lại:</strong>
      <ul aria-label="Còn lại">
        <li>Một dòng trong Lịch sử: ai xóa hẳn, lúc nào, lý do.</li>
        {props.stays.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      <Form.Item label="Lý do" htmlFor="purge-reason" required {...fault(purge.fields, 'reason')}>
        <Input
          id="purge-reason"
          autoFocus
          maxLength={300}
          placeholder="Lý do này còn lại trong máy: đừng chép lại nội dung cần xóa"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <Form.Item label={`Gõ “${props.phrase}”`} htmlFor="purge-phrase" required>
        <Input
          id="purge-phrase"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** What went, from where, and what a person has to find by hand. */
function Purged({ told, onClose }: { readonly told: Told; readonly onClose: () => void }): ReactNode {
  useReturnFocus();
  return (
    <Modal
      open
      title="Đã xóa hẳn"
      onCancel={onClose}
      footer={
        <Button type="primary" autoFocus onClick={onClose}>
          Đã xem
        </Button>
      }
    >
      <p>Đã xóa {told.named} khỏi:</p>
      <ul aria-label="Đã gỡ khỏi">
        {told.removedFrom.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
      {told.outside.map((each) => (
        <p key={each} className="tone-warn">
          {each}
        </p>
      ))}
    </Modal>
  );
}
