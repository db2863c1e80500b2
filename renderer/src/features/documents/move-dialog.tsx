import { Alert, Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DOCUMENT_MOVE, DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { InputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { fault, FormDialog } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { SecondPress } from '../../ui/second-press';
import { TextItem } from '../../ui/text-item';

export type PersonMove = InputOf<'document.move'>['move'];

interface MoveDialogProps {
  readonly dossier: DossierView;
  readonly document: DossierView['documents'][number];
  readonly move: PersonMove;
  readonly onClose: () => void;
}

/** One step: its day, and its reason where something is taken back. */
export function MoveDialog({ dossier, document, move, onClose }: MoveDialogProps): ReactNode {
  const [on, setOn] = useState<string>(today());
  const [reason, setReason] = useState('');
  const [kindSeen, setKindSeen] = useState(false);
  const [otherId, setOtherId] = useState<string | null>(null);
  const run = useCommand('document.move', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã ghi: ${DOCUMENT_MOVE[move].toLowerCase()}.`,
  });
  const { fields } = run;
  const submit = async () => {
    const about = { dossierId: dossier.dossierId, documentId: document.id };
    const input = { ...about, move, date: on, reason, otherId, kindSeen };
    if (await run.run(input)) onClose();
  };
  // Of the same kind first: a plan is replaced by a plan.
  const others = dossier.documents
    .filter(({ id, status }) => id !== document.id && status !== 'recalled' && status !== 'replaced')
    .sort((a, b) => Number(b.type === document.type) - Number(a.type === document.type));
  const takesBack = move === 'back' || move === 'recall' || move === 'replace';
  return (
    <FormDialog
      title={`${DOCUMENT_MOVE[move]}: ${document.numberText ?? document.title}`}
      action={DOCUMENT_MOVE[move]}
      pending={run.pending}
      error={Object.keys(fields).length > 0 ? null : run.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {move === 'recall' || move === 'replace' ? (
        <Alert
          type="info"
          showIcon
          style={{ marginBottom: 12 }}
          title={
            move === 'recall'
              ? 'Mọi lượt gửi của văn bản này chuyển sang đã thu hồi; những gì đã ghi vẫn còn trong lịch sử.'
              : 'Lượt gửi chưa xác nhận chuyển sang đã thay thế; nơi đã nhận, không nhận vẫn ghi như cũ. Khi phát hành văn bản mới, những nơi nhận ấy được đề xuất, trừ nơi không nhận hoặc đã thu hồi bản gửi.'
          }
        />
      ) : null}
      <Form.Item label="Ngày" htmlFor="move-day" {...fault(fields, 'date')}>
        <DateField id="move-day" label="Ngày" value={on} onChange={(day) => setOn(day ?? today())} />
      </Form.Item>
      {move === 'replace' ? (
        <Form.Item
          label="Thay bằng"
          {...fault(fields, 'otherId')}
          {...(others.length === 0 ? { extra: 'Hồ sơ chưa có văn bản khác: thêm văn bản mới trước.' } : {})}
        >
          <Select
            aria-label="Thay bằng"
            value={otherId}
            options={others.map(({ id, numberText, type, title }) => ({
              value: id,
              label: [DOCUMENT_TYPE[type] ?? type, numberText, title].filter(Boolean).join(' – '),
            }))}
            onChange={(id: string) => {
              run.reset();
              setOtherId(id);
              setKindSeen(false);
            }}
          />
          <SecondPress
            question={fields['kindSeen'] === undefined ? null : (run.error?.message ?? null)}
            answer="Vẫn thay bằng văn bản khác loại này"
            seen={kindSeen}
            onSeen={setKindSeen}
          />
        </Form.Item>
      ) : null}
      {takesBack ? (
        <TextItem
          id="move-reason"
          label="Lý do"
          {...fault(fields, 'reason')}
          autoFocus
          value={reason}
          onChange={setReason}
        />
      ) : null}
    </FormDialog>
  );
}
