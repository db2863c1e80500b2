import { Button, Input, Table } from 'antd';
import { useState, type ReactNode } from 'react';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { FormDialog } from '../../ui/form-dialog';
import { Answer } from '../../ui/states';
import { RuleProfileEditor } from './rule-profile-editor';
import { READING } from '../../ui/writing';

/** Thể thức: the rules that documents are printed by; each is edited within what it allows, or copied. */
export function RuleProfiles(): ReactNode {
  const profiles = useRpc('office.ruleProfiles', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [copying, setCopying] = useState<{ readonly id: string; readonly name: string } | null>(null);
  return (
    <Answer of={profiles}>
      {(rows) =>
        chosen !== null && rows.some(({ id }) => id === chosen) ? (
          <RuleProfileEditor key={chosen} id={chosen} onBack={() => setChosen(null)} />
        ) : (
          <>
            <Table
              aria-label="Thể thức"
              size="small"
              pagination={false}
              rowKey="id"
              dataSource={rows}
              columns={[
                { title: 'Tên', dataIndex: 'name' },
                { title: 'Nguồn', dataIndex: 'source' },
                {
                  title: 'Tình trạng',
                  width: 130,
                  render: (_, { changed, id, base }) =>
                    id !== base ? 'Của cơ quan' : changed ? 'Đã sửa' : 'Mặc định',
                },
                {
                  title: 'Thao tác',
                  width: 190,
                  render: (_, { id, name }) => (
                    <span className="row nowrap-row">
                      <Button {...READING} aria-label={`Sửa ${name}`} onClick={() => setChosen(id)}>
                        Sửa
                      </Button>
                      <Button aria-label={`Sao thành mới ${name}`} onClick={() => setCopying({ id, name })}>
                        Sao thành mới
                      </Button>
                    </span>
                  ),
                },
              ]}
            />
            {copying ? (
              <CopyDialog from={copying} onClose={() => setCopying(null)} onDone={setChosen} />
            ) : null}
          </>
        )
      }
    </Answer>
  );
}

interface CopyDialogProps {
  readonly from: { readonly id: string; readonly name: string };
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

function CopyDialog({ from, onClose, onDone }: CopyDialogProps): ReactNode {
  const [name, setName] = useState('');
  const copy = useCommand('office.copyRuleProfile', { form: true, showsError: true });
  const submit = async () => {
    const made = await copy.run({ from: from.id, name });
    if (!made) return;
    onClose();
    onDone(made.id);
  };
  return (
    <FormDialog
      title={`Sao từ “${from.name}”`}
      action="Tạo thể thức"
      pending={copy.pending}
      error={copy.error}
      disabled={name.trim() === ''}
      onClose={onClose}
      onSubmit={() => void submit()}
    >
      <Input
        autoFocus
        aria-label="Tên thể thức mới"
        placeholder="Ví dụ: Thể thức của Đảng ủy phường"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
    </FormDialog>
  );
}
