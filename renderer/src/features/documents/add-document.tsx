import { Form, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { fault, FormDialog } from '../../ui/form-dialog';
import { TextItem } from '../../ui/text-item';

export function AddDocument({
  dossierId,
  onClose,
}: {
  readonly dossierId: string;
  readonly onClose: () => void;
}): ReactNode {
  const [type, setType] = useState('CV');
  const [title, setTitle] = useState('');
  const add = useCommand('document.add', { form: true, done: 'Đã thêm văn bản.' });
  const submit = async () => {
    if (await add.run({ dossierId, type, title, ticket: null })) onClose();
  };
  return (
    <FormDialog
      title="Thêm văn bản vào hồ sơ"
      action="Thêm"
      onSubmit={() => void submit()}
      onClose={onClose}
      pending={add.pending}
      error={null}
      firstField="#document-title"
    >
      <Form.Item label="Loại văn bản">
        <Select
          aria-label="Loại văn bản"
          value={type}
          options={Object.entries(DOCUMENT_TYPE).map(([value, label]) => ({ value, label }))}
          onChange={setType}
        />
      </Form.Item>
      <TextItem
        id="document-title"
        label="Trích yếu"
        value={title}
        onChange={setTitle}
        {...fault(add.fields, 'title')}
      />
    </FormDialog>
  );
}
