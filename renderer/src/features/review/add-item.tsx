import { Button, Dropdown, Form, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { PlanItemKind } from '../../../../shared/domain/plan/model';
import { ITEM_KIND } from '../../../../shared/i18n/vi';
import { useCommand } from '../../api/commands';
import { TextAreaItem } from '../../ui/text-item';

const KINDS: readonly PlanItemKind[] = [
  'task',
  'assignment',
  'target',
  'deadline',
  'conference',
  'recipient',
  'basis',
];

/** The fields an item by hand starts with; everything else is corrected in its row. */
export function startFields(kind: PlanItemKind, words: string): Record<string, unknown> {
  switch (kind) {
    case 'assignment':
      return { unit: words, entryIds: [] };
    case 'recipient':
    case 'conference':
      return { name: words };
    case 'basis':
      return { number: words };
    case 'target':
      return { text: words, scope: 'own' };
    case 'deadline':
      return { text: words, deadlineKind: 'date' };
    default:
      return { text: words };
  }
}

interface AddItemProps {
  readonly dossierId: string;
  readonly afterId: string | null;
  /** Words selected in the text, offered as the item's words. */
  readonly selection: string;
  readonly onAdded: (id: string) => void;
}

/** By hand: from the selected words, or typed. */
export function AddItem({ dossierId, afterId, selection, onAdded }: AddItemProps): ReactNode {
  const [kind, setKind] = useState<PlanItemKind | null>(null);
  const [words, setWords] = useState('');
  const add = useCommand('plan.addItem', { done: 'Đã thêm mục.' });

  const submit = async () => {
    if (kind === null || words.trim() === '') return;
    const value = await add.run({ dossierId, kind, fields: startFields(kind, words.trim()), afterId });
    if (!value) return;
    setKind(null);
    onAdded(value.itemId);
  };

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: KINDS.map((each) => ({ key: each, label: ITEM_KIND[each] })),
          onClick: ({ key }) => {
            setWords(selection);
            setKind(KINDS.find((each) => each === key) ?? null);
          },
        }}
      >
        <Button>{selection === '' ? 'Thêm mục' : 'Thêm từ đoạn đã chọn'}</Button>
      </Dropdown>
      <Modal
        open={kind !== null}
        title={`Thêm ${kind === null ? 'mục' : ITEM_KIND[kind].toLowerCase()}`}
        onCancel={() => setKind(null)}
        onOk={() => void submit()}
        okText="Thêm"
        cancelText="Thôi"
        confirmLoading={add.pending}
        okButtonProps={{ disabled: words.trim() === '' }}
        destroyOnHidden
      >
        <Form layout="vertical">
          <Form.Item label="Loại mục">
            <Select<PlanItemKind>
              aria-label="Loại mục"
              value={kind}
              options={KINDS.map((each) => ({ value: each, label: ITEM_KIND[each] }))}
              onChange={setKind}
            />
          </Form.Item>
          <TextAreaItem
            id="add-words"
            label="Nội dung"
            autoFocus
            className="grows"
            rows={3}
            value={words}
            onChange={setWords}
          />
        </Form>
      </Modal>
    </>
  );
}
