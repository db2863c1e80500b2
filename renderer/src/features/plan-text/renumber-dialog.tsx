import { Alert, Form, Select } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { FormDialog } from '../../ui/form-dialog';
import { ChangePreview } from './compared-rows';
import { usePlanChange, type Proposal } from './use-plan-change';

interface RenumberDialogProps {
  readonly dossierId: string;
  readonly styles: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** All numbers of the plan in one style, looked at before it is done. */
export function RenumberDialog({ dossierId, styles, onClose }: RenumberDialogProps): ReactNode {
  const [style, setStyle] = useState(styles[0]?.id ?? '');
  const [proposal, setProposal] = useState<Proposal | null>(null);
  const changes = usePlanChange(dossierId, 'Đã đánh số lại.', true);
  const { propose } = changes;
  useEffect(() => {
    let open = true;
    setProposal(null);
    void propose({ kind: 'renumber', style }).then((next) => {
      if (open) setProposal(next);
    });
    return () => {
      open = false;
    };
  }, [propose, style]);
  return (
    <FormDialog
      title="Đánh số lại"
      action="Đánh số lại"
      width={820}
      pending={changes.pending}
      error={changes.error}
      disabled={proposal === null || proposal.edits.length === 0}
      onClose={onClose}
      onSubmit={() =>
        void (async () => {
          if (proposal && (await changes.write(proposal))) onClose();
        })()
      }
    >
      <Form.Item label="Kiểu đánh số">
        <Select
          aria-label="Kiểu đánh số"
          value={style}
          options={styles.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setStyle}
        />
      </Form.Item>
      {proposal ? (
        proposal.edits.length === 0 ? (
          <p className="muted">Kế hoạch đã đánh số đúng kiểu này.</p>
        ) : (
          <ChangePreview rows={proposal.preview} />
        )
      ) : null}
      {proposal && proposal.notes.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          title="Chỗ nhắc đến số mục sẽ đổi, cần tự sửa:"
          description={
            <ul>
              {proposal.notes.map((note, index) => (
                <li key={index}>{note}</li>
              ))}
            </ul>
          }
        />
      ) : null}
    </FormDialog>
  );
}
