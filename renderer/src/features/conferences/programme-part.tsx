import { Button } from 'antd';
import type { ReactNode } from 'react';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { useDelivery } from '../../ui/save-files';
import type { PartProps } from './conference-page';
import { useKeptDraft } from './kept-draft';
import { LineTable, type LineColumn } from './line-table';
import { SaveBar } from './save-bar';
import { READING } from '../../ui/writing';

type Record = PartProps['conference']['record'];
type ProgrammeLine = Omit<Record['programme'][number], 'time'> & { readonly time: string };
type Material = Record['materials'][number];

interface Lists {
  readonly programme: readonly ProgrammeLine[];
  readonly materials: readonly Material[];
}

const PROGRAMME: readonly LineColumn<ProgrammeLine>[] = [
  { key: 'time', title: 'Giờ', kind: 'text', width: 100, placeholder: '14h00' },
  { key: 'content', title: 'Nội dung', kind: 'text' },
  { key: 'by', title: 'Thực hiện (chức danh, đơn vị)', kind: 'text', width: 280 },
];
const MATERIALS: readonly LineColumn<Material>[] = [
  { key: 'name', title: 'Tài liệu', kind: 'text' },
  { key: 'preparedBy', title: 'Ai chuẩn bị', kind: 'text', width: 220 },
  { key: 'dueDay', title: 'Hạn', kind: 'day', width: 150 },
  { key: 'done', title: 'Đã có', kind: 'check', width: 70 },
];

/** Chương trình và tài liệu. */
export function ProgrammePart({ conference }: PartProps): ReactNode {
  const { dossierId, id, record, closed } = conference;
  const draft = useKeptDraft<Lists>(`${dossierId}|${id}|programme`, {
    programme: record.programme.map((line) => ({ ...line, time: line.time ?? '' })),
    materials: record.materials,
  });
  const save = useCommand('conference.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu chương trình, tài liệu.',
  });
  const attach = useCommand('conference.attachMaterial', { done: 'Đã gắn tài liệu.', offerUndo: true });
  const delivery = useDelivery();
  const { value } = draft;
  const store = async () => {
    const done = await save.run({
      dossierId,
      id,
      parts: { programme: [...value.programme], materials: [...value.materials] },
    });
    if (done) draft.drop();
  };
  const pick = async (material: Material) => {
    try {
      const [file] = await host.pick({
        title: `Chọn tệp “${material.name}”`,
        extensions: ['pdf', 'docx', 'doc', 'pptx', 'xlsx', 'zip'],
        multiple: false,
      });
      if (file) await attach.run({ dossierId, id, materialId: material.id, ticket: file.ticket });
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };
  const stored = new Set(record.materials.map((one) => one.id));
  return (
    <div className="stack">
      <h3>Chương trình</h3>
      <LineTable
        label="Chương trình"
        lines={value.programme}
        columns={PROGRAMME}
        blank={(line) => ({ id: line, time: '', content: '', by: '' })}
        onChange={(programme) => draft.set({ ...value, programme })}
        add="Thêm nội dung"
        disabled={closed}
      />
      <h3>Tài liệu</h3>
      <LineTable
        label="Tài liệu"
        lines={value.materials}
        columns={MATERIALS}
        blank={(line) => ({ id: line, name: '', preparedBy: '', dueDay: null, done: false, file: null })}
        onChange={(materials) => draft.set({ ...value, materials })}
        add="Thêm tài liệu"
        disabled={closed}
        tail={(material) => (
          <>
            {material.file === null ? null : (
              <Button
                {...READING}
                type="text"
                size="small"
                onClick={() =>
                  delivery.make(material.id, () =>
                    callQuery('file.get', { dossierId, sha256: material.file ?? '' }),
                  )
                }
              >
                Lấy tệp
              </Button>
            )}
            {closed || draft.changed || !stored.has(material.id) ? null : (
              <Button type="text" size="small" onClick={() => void pick(material)}>
                {material.file === null ? 'Gắn tệp' : 'Thay tệp'}
              </Button>
            )}
          </>
        )}
      />
      {closed ? null : (
        <SaveBar
          changed={draft.changed}
          pending={save.pending}
          error={save.error}
          onSave={() => void store()}
          onDrop={draft.drop}
        />
      )}
    </div>
  );
}
