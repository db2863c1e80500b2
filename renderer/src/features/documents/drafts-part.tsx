import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { FileField, FormDialog } from '../../ui/form-dialog';
import { moment } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import type { DocumentView } from './document-drawer';
import { offWhen } from '../../ui/writing';
import { TextItem } from '../../ui/text-item';

interface DraftsPartProps {
  readonly view: DocumentView;
  readonly dossierId: string;
  readonly closed: boolean;
}

/** Dự thảo lần 1, 2, …: each file as it came. */
export function DraftsPart({ view, dossierId, closed }: DraftsPartProps): ReactNode {
  const [adding, setAdding] = useState(false);
  const delivery = useDelivery();
  const { drafts, document } = view;
  return (
    <section aria-label="Các lần dự thảo">
      <div className="row">
        <h3>Các lần dự thảo</h3>
        <span className="grow" />
        <Button {...offWhen(closed)} onClick={() => setAdding(true)}>
          Lưu một lần dự thảo
        </Button>
      </div>
      {drafts.length === 0 ? (
        <p className="muted">Chưa giữ tệp dự thảo nào.</p>
      ) : (
        <table className="plain" aria-label="Các lần dự thảo">
          <thead>
            <tr>
              <th>Lần</th>
              <th>Tệp</th>
              <th>Ghi chú</th>
              <th>Người lưu</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <tr key={draft.id}>
                <td className="number">{draft.version}</td>
                <td>
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      delivery.make(draft.id, () => callQuery('file.get', { dossierId, sha256: draft.file }))
                    }
                  >
                    {draft.fileName}
                  </button>
                </td>
                <td>{draft.note}</td>
                <td>
                  {draft.by}, {moment(draft.at)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adding ? (
        <AddDraft dossierId={dossierId} documentId={document.id} onClose={() => setAdding(false)} />
      ) : null}
    </section>
  );
}

function AddDraft(props: {
  readonly dossierId: string;
  readonly documentId: string;
  readonly onClose: () => void;
}): ReactNode {
  const { dossierId, documentId, onClose } = props;
  const [file, setFile] = useState<HandedFile | null>(null);
  const [note, setNote] = useState('');
  const add = useCommand('document.addDraft', {
    showsError: true,
    done: ({ version }) => `Đã lưu dự thảo lần ${version}.`,
  });
  const submit = async () => {
    if (file && (await add.run({ dossierId, documentId, ticket: file.ticket, note }))) onClose();
  };
  return (
    <FormDialog
      title="Lưu một lần dự thảo"
      action="Lưu"
      pending={add.pending}
      error={add.error}
      disabled={file === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Form.Item label="Tệp dự thảo">
        <FileField label="Chọn tệp dự thảo" value={file} onChange={setFile} />
      </Form.Item>
      <TextItem id="draft-note" label="Ghi chú" value={note} onChange={setNote} />
    </FormDialog>
  );
}
