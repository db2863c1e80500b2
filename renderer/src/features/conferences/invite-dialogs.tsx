import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { ConferenceView } from '../../../../shared/rpc/contract/conference';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { DateField } from '../../ui/date-field';
import { ChoiceField } from '../../ui/choice-field';
import { fault, FormDialog } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { offWhen, READING } from '../../ui/writing';

interface InviteDialogProps {
  readonly conference: ConferenceView;
  readonly onClose: () => void;
}

/** Which paper, in whose name, one for all or one each; it becomes a document of the dossier. */
export function InviteDialog({ conference, onClose }: InviteDialogProps): ReactNode {
  const { dossierId, id, invited } = conference;
  const [type, setType] = useState<'GM' | 'CV'>('GM');
  const [issuer, setIssuer] = useState<'body' | 'office'>('body');
  const [layout, setLayout] = useState<'together' | 'each'>('together');
  const [chosen, setChosen] = useState<string | null>(null);
  const { signing } = conference;
  const signer = chosen ?? signing[issuer];
  const unclear = signer === null && issuer === 'body';
  const delivery = useDelivery();
  const invite = useCommand('conference.invite', {
    showsError: true,
    offerUndo: true,
    done: 'Giấy mời đã thành văn bản của hồ sơ, chờ lấy số.',
  });
  const choice = { dossierId, id, type, issuer, layout, signer };
  const submit = async () => {
    if (await invite.run({ ...choice, format: 'docx' })) onClose();
  };
  const look = (format: 'docx' | 'pdf') =>
    delivery.make(format, () => callQuery('conference.invitation', { ...choice, format }));
  return (
    <FormDialog
      title="Làm giấy mời"
      action="Giữ thành văn bản của hồ sơ"
      pending={invite.pending}
      error={invite.error}
      disabled={unclear}
      onSubmit={() => void submit()}
      onClose={onClose}
      aside={
        <>
          <Button
            {...READING}
            {...offWhen(unclear)}
            loading={delivery.busy === 'pdf'}
            onClick={() => look('pdf')}
          >
            Xem PDF
          </Button>
          <Button
            {...READING}
            {...offWhen(unclear)}
            loading={delivery.busy === 'docx'}
            onClick={() => look('docx')}
          >
            Xem Word
          </Button>
        </>
      }
    >
      <p>
        {conference.name}: {invited.length} nơi được mời.
      </p>
      <ChoiceField
        label="Loại văn bản"
        value={type}
        options={[
          { value: 'GM', label: 'Giấy mời' },
          { value: 'CV', label: 'Công văn mời' },
        ]}
        onChange={setType}
      />
      <ChoiceField
        label="Ban hành"
        value={issuer}
        options={[
          { value: 'body', label: 'Cơ quan (số của cơ quan)' },
          { value: 'office', label: 'Văn phòng (số của Văn phòng)' },
        ]}
        onChange={(value) => {
          setIssuer(value);
          setChosen(null);
        }}
      />
      <Form.Item
        label="Người ký"
        {...(unclear
          ? {
              validateStatus: 'warning',
              help: 'Chưa rõ ai ký: kế hoạch không ghi, danh mục chưa có người ký mặc định.',
            }
          : {})}
      >
        <Select
          aria-label="Người ký"
          style={{ width: 420 }}
          value={signer}
          placeholder={issuer === 'office' ? 'CHÁNH VĂN PHÒNG (để trống họ tên)' : 'chọn người ký'}
          options={signing.options.map(({ key, text }) => ({ value: key, label: text }))}
          onChange={setChosen}
        />
      </Form.Item>
      <ChoiceField
        label="Bản in"
        value={layout}
        options={[
          { value: 'together', label: 'Một bản chung, kèm danh sách' },
          { value: 'each', label: 'Mỗi nơi một bản, trong một tệp' },
        ]}
        onChange={setLayout}
      />
      <p className="muted">Số và ngày để trống; lấy số ở Văn bản xong, tải lại Word, PDF ở đây sẽ có số.</p>
    </FormDialog>
  );
}

/** Invited by another paper, by telephone, by Zalo. */
export function InvitedByDialog({ conference, onClose }: InviteDialogProps): ReactNode {
  const { dossierId, id, record } = conference;
  const [on, setOn] = useState<string | null>(record.invitedBy?.on ?? today());
  const [how, setHow] = useState(record.invitedBy?.how ?? '');
  const mark = useCommand('conference.markInvited', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi là đã mời.',
  });
  const submit = async () => {
    if (on !== null && (await mark.run({ dossierId, id, on, how }))) onClose();
  };
  return (
    <FormDialog
      title="Đã mời bằng cách khác"
      action="Ghi đã mời"
      pending={mark.pending}
      error={Object.keys(mark.fields).length > 0 ? null : mark.error}
      disabled={on === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Ngày mời" {...fault(mark.fields, 'on')}>
        <DateField label="Ngày mời" value={on} onChange={setOn} />
      </Form.Item>
      <Form.Item label="Mời bằng" htmlFor="invited-how" {...fault(mark.fields, 'how')}>
        <Input
          id="invited-how"
          maxLength={300}
          placeholder="Công văn của cấp trên, Zalo nhóm các chi bộ"
          value={how}
          onChange={(event) => setHow(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}
