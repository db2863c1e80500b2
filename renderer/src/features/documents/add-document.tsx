import { Form, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { useReturnFocus } from '../../ui/return-focus';

export function AddDocument({
  dossierId,
  onClose,
}: {
  readonly dossierId: string;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [type, setType] = useState('CV');
  const [title, setTitle] = useState('');
  const add = useCommand('document.add', { form: true, done: 'Đã thêm văn bản.' });
  const submit = async () => {
    if (await add.run({ dossierId, type, title, ticket: null })) onClose();
  };
  return (
    <Modal
      open
      title="Thêm văn bản vào hồ sơ"
      onCancel={onClose}
      onOk={() => void submit()}
      okText="Thêm"
      cancelText="Thôi"
      confirmLoading={add.pending}
    >
      <Form layout="vertical">
        <Form.Item label="Loại văn bản">
          <Select
            aria-label="Loại văn bản"
            value={type}
            options={Object.entries(DOCUMENT_TYPE).map(([value, label]) => ({ value, label }))}
            onChange={setType}
          />
        </Form.Item>
        <Form.Item
          label="Trích yếu"
          htmlFor="document-title"
          {...(add.fields['title'] === undefined
            ? {}
            : { validateStatus: 'error' as const, help: add.fields['title'] })}
        >
          <Input
            id="document-title"
            autoFocus
            value={title}
            onChange={(event) => setTitle(event.target.value)}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
