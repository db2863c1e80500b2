import { Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { EntrySelect } from '../../ui/entry-select';
import { useReturnFocus } from '../../ui/return-focus';

interface ChooseRecipientsProps {
  readonly office: OfficeView;
  readonly value: readonly string[];
  readonly onClose: () => void;
  readonly onChoose: (ids: readonly string[]) => void;
}

export function ChooseRecipients(props: ChooseRecipientsProps): ReactNode {
  useReturnFocus();
  const [ids, setIds] = useState<readonly string[]>(props.value);
  return (
    <Modal
      open
      title="Chọn nơi nhận"
      okText="Dùng danh sách này"
      cancelText="Thôi"
      okButtonProps={{ disabled: ids.length === 0 }}
      onCancel={props.onClose}
      onOk={() => {
        props.onChoose([...ids]);
        props.onClose();
      }}
    >
      {/* Room for the open list, which would else lie over the buttons. */}
      <div style={{ minHeight: 300 }}>
        <p className="muted">Chọn nhóm để gửi cho mọi đơn vị trong nhóm.</p>
        <EntrySelect label="Nơi nhận" entries={props.office.entries} value={ids} onChange={setIds} />
      </div>
    </Modal>
  );
}
