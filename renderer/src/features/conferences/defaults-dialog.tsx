import { Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ConferenceDefaults } from '../../../../shared/domain/conference/model';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { FormDialog } from '../../ui/form-dialog';
import { Answer } from '../../ui/states';
import { NumberField } from '../../ui/number-field';
import { LineTable, type LineColumn } from './line-table';

type DefaultLine = ConferenceDefaults['checklist'][number];

const COLUMNS: readonly LineColumn<DefaultLine>[] = [
  { key: 'text', title: 'Việc', kind: 'text' },
  { key: 'who', title: 'Ai làm', kind: 'text', width: 190 },
  { key: 'daysBefore', title: 'Trước ngày họp', kind: 'number', width: 120 },
];

/** The office's own list: every conference begins with it until its own was saved. */
export function DefaultsDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const defaults = useRpc('office.conferenceDefaults', {});
  return <Answer of={defaults}>{(value) => <DefaultsForm standing={value} onClose={onClose} />}</Answer>;
}

function DefaultsForm({
  standing,
  onClose,
}: {
  readonly standing: ConferenceDefaults;
  readonly onClose: () => void;
}): ReactNode {
  const [checklist, setChecklist] = useState<readonly DefaultLine[]>(standing.checklist);
  const [invitationDays, setInvitationDays] = useState<number | null>(standing.invitationDays);
  const save = useCommand('office.saveConferenceDefaults', {
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu danh sách mặc định của cơ quan.',
  });
  const submit = async () => {
    if (invitationDays === null) return;
    if (await save.run({ checklist: [...checklist], invitationDays })) onClose();
  };
  return (
    <FormDialog
      title="Việc chuẩn bị mặc định của cơ quan"
      action="Lưu"
      width={860}
      pending={save.pending}
      error={save.error}
      disabled={invitationDays === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <LineTable
        label="Việc chuẩn bị mặc định"
        lines={checklist}
        columns={COLUMNS}
        blank={(id) => ({ id, text: '', who: '', daysBefore: 1 })}
        onChange={setChecklist}
        add="Thêm việc"
        disabled={false}
      />
      <Form.Item label="Giấy mời gửi trước" htmlFor="invitation-days" style={{ marginTop: 16 }}>
        <NumberField
          words="Giấy mời gửi trước"
          id="invitation-days"
          value={invitationDays}
          onChange={setInvitationDays}
          suffix="ngày"
          style={{ width: 120 }}
        />
      </Form.Item>
    </FormDialog>
  );
}
