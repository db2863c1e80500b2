import { Form, Input, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutlineView } from '../../../../shared/rpc/contract/composing';
import { FormDialog } from '../../ui/form-dialog';
import { usePlanChange } from './use-plan-change';

interface AddSectionDialogProps {
  readonly dossierId: string;
  /** The part that is chosen; the new one comes after it or inside it. */
  readonly node: OutlineView | null;
  readonly onClose: () => void;
}

/** A new section; its number follows, and so do those of the sections after it. */
export function AddSectionDialog({ dossierId, node, onClose }: AddSectionDialogProps): ReactNode {
  const section = node?.kind === 'section' ? node : null;
  const [title, setTitle] = useState('');
  const [under, setUnder] = useState(false);
  const changes = usePlanChange(dossierId, 'Đã thêm phần mới.', true);
  return (
    <FormDialog
      title="Thêm phần"
      action="Thêm"
      pending={changes.pending}
      error={changes.error}
      onClose={onClose}
      onSubmit={() =>
        void (async () => {
          if (await changes.change({ kind: 'addSection', key: section?.key ?? null, under, title }))
            onClose();
        })()
      }
    >
      <Form.Item label="Tên phần">
        <Input
          autoFocus
          aria-label="Tên phần"
          value={title}
          onChange={(event) => setTitle(event.target.value)}
        />
      </Form.Item>
      {section ? (
        <Form.Item label="Vị trí">
          <Segmented
            value={under ? 'under' : 'after'}
            options={[
              { value: 'after', label: `Sau phần ${section.label}` },
              { value: 'under', label: `Trong phần ${section.label}` },
            ]}
            onChange={(value) => setUnder(value === 'under')}
          />
        </Form.Item>
      ) : null}
    </FormDialog>
  );
}
