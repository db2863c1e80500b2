import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import { FormDialog } from '../../ui/form-dialog';

interface TemplateDialogProps {
  /** A template of the office that is corrected; null: a new one, of `dossierId`. */
  readonly template: { readonly id: string; readonly name: string; readonly note: string } | null;
  readonly dossierId: string | null;
  readonly name?: string;
  readonly onClose: () => void;
}

/** Keeps a plan as the office's own template, or corrects what one is called. */
export function TemplateDialog(props: TemplateDialogProps): ReactNode {
  const { template, dossierId, onClose } = props;
  const [name, setName] = useState(template?.name ?? props.name ?? '');
  const [note, setNote] = useState(template?.note ?? '');
  const save = useCommand('office.savePlanTemplate', {
    done: template ? 'Đã sửa mẫu kế hoạch.' : 'Đã lưu thành mẫu. Dùng ở Kế hoạch → Soạn kế hoạch mới.',
    showsError: true,
  });
  return (
    <FormDialog
      title={template ? 'Sửa mẫu kế hoạch' : 'Lưu thành mẫu của cơ quan'}
      action="Lưu mẫu"
      pending={save.pending}
      error={save.error}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={() =>
        void save.run({ id: template?.id ?? null, name, note, dossierId }).then((done) => done && onClose())
      }
    >
      <Form.Item label="Tên mẫu">
        <Input
          autoFocus
          aria-label="Tên mẫu"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Dùng khi nào">
        <Input.TextArea
          aria-label="Dùng khi nào"
          rows={2}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}
