import { Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { documentWords } from '../../../../shared/domain/incoming/words';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { callCommand } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { refresh, useRpc } from '../../api/queries';
import { toastError } from '../../app/feedback';
import { FormDialog } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

interface MakePlanProps {
  readonly row: IncomingRow;
  readonly onClose: () => void;
}

/** A new plan from a template, with this document as its basis; it is linked at once. */
export function MakePlanDialog({ row, onClose }: MakePlanProps): ReactNode {
  const templates = useRpc('plan.templates', {});
  const [templateId, setTemplate] = useState<string | null>(null);
  const [title, setTitle] = useState(row.subject);
  const navigate = useNavigate();
  const create = useCommand('plan.create', { form: true, showsError: true });
  const submit = async () => {
    if (templateId === null) return;
    const value = await create.run({
      source: { kind: 'template', templateId },
      title: title.trim() === '' ? null : title.trim(),
      year: Number(today().slice(0, 4)),
      basis: [
        {
          documentKind: row.documentKind || 'Văn bản',
          number: row.numberText || null,
          date: row.date,
          issuer: row.issuer,
          title: row.subject,
        },
      ],
    });
    if (!value) return;
    await linkNewPlan(row.id, value.dossierId);
    onClose();
    void navigate(`/ke-hoach/${value.dossierId}/soan-thao`);
  };
  return (
    <FormDialog
      title="Lập kế hoạch thực hiện văn bản"
      action="Lập kế hoạch"
      pending={create.pending}
      error={create.error}
      disabled={templateId === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <p>
        Căn cứ được ghi sẵn: {documentWords(row)}
        {row.deadline === null ? '' : ` · hạn ${date(row.deadline)}`}.
      </p>
      <Form.Item label="Mẫu kế hoạch">
        <Select
          aria-label="Mẫu kế hoạch"
          autoFocus
          style={{ width: '100%' }}
          value={templateId}
          placeholder="Chọn mẫu"
          options={(templates.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setTemplate}
        />
      </Form.Item>
      <TextItem
        id="new-plan-title"
        label="Tên kế hoạch"
        placeholder="để trống: theo mẫu"
        value={title}
        onChange={setTitle}
      />
    </FormDialog>
  );
}

/** The plan stands already: where the link fails, it is said, and can be made by hand. */
export async function linkNewPlan(id: string, dossierId: string): Promise<void> {
  try {
    await callCommand('incoming.link', { id, dossierId });
    await refresh('incoming', 'incoming');
  } catch (error) {
    toastError('Đã có kế hoạch nhưng chưa liên kết với văn bản đến', messageOf(error));
  }
}
