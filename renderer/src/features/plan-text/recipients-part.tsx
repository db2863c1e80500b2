import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { PlanItemOf } from '../../../../shared/domain/plan/model';
import { fold } from '../../../../shared/text/normalize';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { FormDialog } from '../../ui/form-dialog';
import { EmptyPlace } from '../../ui/states';
import { itemTool } from './item-tool';
import type { PlanTextPartProps } from './plan-text-part';
import { usePlanChange } from './use-plan-change';
import './plan-text.css';
import { offWhen, useShut } from '../../ui/writing';

type Recipient = PlanItemOf<'recipient'>;

/** Nơi nhận, edited as data and written into the list at the end of the text. */
export function RecipientsPart({ dossier, office }: PlanTextPartProps): ReactNode {
  const { dossierId, plan } = dossier;
  const [dialog, setDialog] = useState<{ readonly recipient: Recipient | null } | null>(null);
  const changes = usePlanChange(dossierId, 'Đã sửa nơi nhận trong nội dung kế hoạch.');
  const list = dossier.items.filter((item): item is Recipient => item.kind === 'recipient' && !item.dropped);
  const closed = useShut(plan);
  const tool = itemTool(closed || changes.pending);
  return (
    <div className="data-part">
      <div className="row">
        <span className="muted">
          {list.length} nơi nhận{plan.archive.length > 0 ? `; lưu ${plan.archive.join(', ')}` : ''}.
        </span>
        <span className="grow" />
        <Button type="primary" {...offWhen(closed)} onClick={() => setDialog({ recipient: null })}>
          Thêm nơi nhận
        </Button>
      </div>
      {list.length === 0 ? (
        <EmptyPlace title="Kế hoạch chưa có nơi nhận." />
      ) : (
        <ul className="data-list scroll" aria-label="Nơi nhận">
          {list.map((recipient, index) => (
            <li key={recipient.id} className="row">
              <span className="grow data-words">
                {recipient.name}
                {recipient.purpose === null ? null : <span className="muted"> ({recipient.purpose})</span>}
                {recipient.entryIds.length === 0 ? (
                  <span className="tone-warn"> ? chưa khớp danh mục</span>
                ) : null}
              </span>
              {tool(`Sửa ${recipient.name}`, '✎', () => setDialog({ recipient }))}
              {tool(
                `Chuyển ${recipient.name} lên`,
                '↑',
                () => void changes.change({ kind: 'moveRecipient', itemId: recipient.id, by: -1 }),
                index === 0,
              )}
              {tool(
                `Chuyển ${recipient.name} xuống`,
                '↓',
                () => void changes.change({ kind: 'moveRecipient', itemId: recipient.id, by: 1 }),
                index === list.length - 1,
              )}
              {tool(
                `Bỏ ${recipient.name}`,
                '✕',
                () => void changes.change({ kind: 'removeRecipient', itemId: recipient.id }),
              )}
            </li>
          ))}
        </ul>
      )}
      {dialog ? (
        <RecipientDialog
          dossierId={dossierId}
          office={office}
          recipient={dialog.recipient}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </div>
  );
}

const PURPOSES = ['để báo cáo', 'để chỉ đạo', 'để thực hiện', 'để phối hợp', 'để biết'];

function RecipientDialog(props: {
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly recipient: Recipient | null;
  readonly onClose: () => void;
}): ReactNode {
  const { dossierId, office, recipient, onClose } = props;
  const [name, setName] = useState(recipient?.name ?? '');
  const [purpose, setPurpose] = useState(recipient?.purpose ?? null);
  const changes = usePlanChange(dossierId, recipient ? 'Đã sửa nơi nhận.' : 'Đã thêm nơi nhận.', true);
  const submit = async () => {
    const done = recipient
      ? await changes.change({ kind: 'editRecipient', itemId: recipient.id, name, purpose })
      : await changes.change({ kind: 'addRecipient', name, purpose });
    if (done) onClose();
  };
  return (
    <FormDialog
      title={recipient ? 'Sửa nơi nhận' : 'Thêm nơi nhận'}
      action={recipient ? 'Sửa' : 'Thêm'}
      pending={changes.pending}
      error={changes.error}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Form.Item label="Chọn trong danh mục">
        <Select
          aria-label="Chọn trong danh mục"
          placeholder="Cấp trên, đơn vị, nhóm, chức danh"
          value={null}
          options={office.entries
            .filter((entry) => entry.activeTo === null)
            .map((entry) => ({
              value: entry.name,
              label: entry.name,
              key: fold([entry.name, entry.short, ...entry.aliases].join(' ')),
            }))}
          showSearch={{ filterOption: (typed, option) => (option?.key ?? '').includes(fold(typed)) }}
          onChange={(value: string | null) => setName(value ?? '')}
        />
      </Form.Item>
      <Form.Item label="Tên ghi trong văn bản">
        <Input
          aria-label="Tên ghi trong văn bản"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Để làm gì">
        <Select
          allowClear
          aria-label="Để làm gì"
          placeholder="Không ghi"
          value={purpose}
          options={[...new Set([...PURPOSES, ...(recipient?.purpose ? [recipient.purpose] : [])])].map(
            (value) => ({
              value,
              label: value,
            }),
          )}
          onChange={(value: string | undefined) => setPurpose(value ?? null)}
        />
      </Form.Item>
    </FormDialog>
  );
}
