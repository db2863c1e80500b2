import { Button, Form, Modal, Select } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { EntryKind } from '../../../../shared/domain/office/model';
import type { PlanItemOf } from '../../../../shared/domain/plan/model';
import { likelyKind, unmatchedNames } from '../../../../shared/domain/plan/unmatched';
import { ENTRY_KIND } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { TextItem } from '../../ui/text-item';

const KINDS: readonly EntryKind[] = ['unit', 'group', 'superior', 'position'];

interface AddEntryProps {
  readonly item: PlanItemOf<'assignment'> | PlanItemOf<'recipient'>;
  readonly office: OfficeView;
  /** Entries that the item is matched with; null: whatever the directory knows by now. */
  readonly onMatched: (entryIds: string[] | null) => void;
}

/** Offers a name that the directory does not know as a new entry, and matches the plan's items of that name with it. */
export function AddEntry({ item, office, onMatched }: AddEntryProps): ReactNode {
  const words = item.kind === 'assignment' ? item.unit : item.name;
  const missing = useMemo(() => unmatchedNames(words, office.entries), [words, office.entries]);
  const [name, setName] = useState<string | null>(null);
  const [kind, setKind] = useState<EntryKind>('unit');
  const save = useCommand('office.saveEntry', { done: 'Đã thêm vào danh mục.' });
  if (missing.length === 0)
    // The name came into the directory after the plan was read.
    return item.entryIds.length === 0 && item.doubt !== '' && !item.accepted ? (
      <div className="item-offers">
        <Button size="small" tabIndex={-1} onClick={() => onMatched(null)}>
          Khớp với danh mục
        </Button>
      </div>
    ) : null;

  const open = (proposed: string) => {
    setName(proposed);
    setKind(likelyKind(proposed));
  };
  const submit = async () => {
    if (name === null || name.trim() === '') return;
    const added = await save.run({ kind, name: name.trim() });
    if (!added) return;
    setName(null);
    onMatched([...item.entryIds, added.id]);
  };

  return (
    <div className="item-offers">
      {missing.map((each) => (
        <Button key={each} size="small" tabIndex={-1} onClick={() => open(each)}>
          Thêm vào danh mục{missing.length > 1 ? `: ${each}` : ''}
        </Button>
      ))}
      <Modal
        open={name !== null}
        title="Thêm vào danh mục"
        onCancel={() => setName(null)}
        onOk={() => void submit()}
        okText="Thêm"
        cancelText="Thôi"
        confirmLoading={save.pending}
        okButtonProps={{ disabled: (name ?? '').trim() === '' }}
        destroyOnHidden
      >
        <Form layout="vertical">
          <TextItem id="new-entry-name" label="Tên" autoFocus value={name ?? ''} onChange={setName} />
          <Form.Item label="Loại">
            <Select<EntryKind>
              aria-label="Loại"
              value={kind}
              options={KINDS.map((each) => ({ value: each, label: ENTRY_KIND[each] }))}
              onChange={setKind}
            />
          </Form.Item>
        </Form>
      </Modal>
    </div>
  );
}
