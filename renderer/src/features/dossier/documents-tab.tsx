import { Button, Form, Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { DocumentStatusTag } from '../../ui/tags';
import { TakeNumberDialog } from '../registers/take-number-dialog';

type DocumentRow = OutputOf<'document.list'>[number];

/** Documents of a dossier: number, signed copy, Word and PDF. */
export function DocumentsTab({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const { dossierId, documents, plan } = dossier;
  const [registering, setRegistering] = useState<{
    readonly documentId: string | null;
    readonly title: string;
  } | null>(null);
  const [adding, setAdding] = useState(false);
  const sign = useCommand('document.sign', { done: 'Đã đính kèm bản ký; tệp được giữ nguyên từng byte.' });
  const delivery = useDelivery();
  const numbered = documents.some((document) => document.numberText !== null);
  const closed = plan.status === 'closed';

  const attach = async (documentId: string) => {
    try {
      const [file] = await host.pick({
        title: 'Chọn bản đã ký',
        extensions: ['pdf', 'docx', 'jpg', 'png'],
        multiple: false,
      });
      if (file) await sign.run({ dossierId, documentId, ticket: file.ticket });
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };
  const exportPlan = (format: 'docx' | 'pdf') =>
    delivery.make(format, () => callQuery('plan.export', { dossierId, profile: null, format }));

  return (
    <div className="stack">
      <Panel
        title="Văn bản của hồ sơ"
        actions={
          <>
            <Button loading={delivery.busy === 'docx'} onClick={() => exportPlan('docx')}>
              Xuất Word
            </Button>
            <Button loading={delivery.busy === 'pdf'} onClick={() => exportPlan('pdf')}>
              Xuất PDF
            </Button>
            <Button disabled={closed} onClick={() => setAdding(true)}>
              Thêm văn bản
            </Button>
            {!numbered && documents.length === 0 ? (
              <Button
                type="primary"
                disabled={plan.status === 'review'}
                onClick={() => setRegistering({ documentId: null, title: plan.title })}
              >
                Lấy số
              </Button>
            ) : null}
          </>
        }
      >
        {plan.status === 'review' ? (
          <p className="tone-warn">? Kế hoạch đang rà soát. Lưu kế hoạch ở phần Rà soát rồi mới lấy số.</p>
        ) : null}
        <table className="plain" aria-label="Văn bản của hồ sơ">
          <thead>
            <tr>
              <th>Số, ký hiệu</th>
              <th>Loại</th>
              <th>Trích yếu</th>
              <th>Trạng thái</th>
              <th>Bản ký</th>
              <th>Thao tác</th>
            </tr>
          </thead>
          <tbody>
            {documents.map((document) => (
              <DocumentLine
                key={document.id}
                document={document}
                dossier={dossier}
                onRegister={() => setRegistering({ documentId: document.id, title: document.title })}
                onSign={() => void attach(document.id)}
              />
            ))}
            {documents.length === 0 ? (
              <tr>
                <td colSpan={6} className="muted">
                  Chưa có văn bản nào được lấy số. Bấm “Lấy số” để đăng ký kế hoạch vào sổ văn bản đi.
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </Panel>
      {registering ? (
        <TakeNumberDialog dossierId={dossierId} {...registering} onClose={() => setRegistering(null)} />
      ) : null}
      {adding ? <AddDocument dossierId={dossierId} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

interface DocumentLineProps {
  readonly document: DocumentRow;
  readonly dossier: DossierView;
  readonly onRegister: () => void;
  readonly onSign: () => void;
}

function DocumentLine({ document, dossier, onRegister, onSign }: DocumentLineProps): ReactNode {
  const delivery = useDelivery();
  const { dossierId } = dossier;
  const signed = document.signedFile;
  const name = dossier.files.find((file) => file.id === signed)?.name;
  const closed = dossier.plan.status === 'closed';
  return (
    <tr>
      <td className="nowrap strong">{document.numberText ?? <span className="muted">Chưa lấy số</span>}</td>
      <td>{DOCUMENT_TYPE[document.type] ?? document.type}</td>
      <td>{document.title}</td>
      <td>
        <DocumentStatusTag status={document.status} />
      </td>
      <td>
        {signed === null ? (
          <span className="muted">Chưa có</span>
        ) : (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              delivery.make('signed', () => callQuery('file.get', { dossierId, sha256: signed }))
            }
          >
            {name ?? 'Tải bản ký'}
          </button>
        )}
      </td>
      <td className="number nowrap">
        {document.numberText === null ? (
          <Button type="primary" disabled={closed || dossier.plan.status === 'review'} onClick={onRegister}>
            Lấy số
          </Button>
        ) : null}{' '}
        <Button disabled={closed} onClick={onSign}>
          {signed === null ? 'Đính kèm bản ký' : 'Thay bản ký'}
        </Button>
      </td>
    </tr>
  );
}

function AddDocument({
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
