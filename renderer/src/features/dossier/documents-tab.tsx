import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { AddDocument } from '../documents/add-document';
import { DocumentDrawer } from '../documents/document-drawer';
import { DocumentLine } from '../documents/document-line';
import { PromisesPanel } from '../documents/promises-panel';
import { TakeNumberDialog } from '../registers/take-number-dialog';
import { offWhen, READING, useShut } from '../../ui/writing';

/** Documents of a dossier: number, signed copy, Word and PDF. */
export function DocumentsTab({
  dossier,
  office,
}: {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}): ReactNode {
  const { dossierId, documents, plan } = dossier;
  const [registering, setRegistering] = useState<{
    readonly documentId: string | null;
    readonly title: string;
  } | null>(null);
  const [adding, setAdding] = useState(false);
  const [params, setParams] = useSearchParams();
  const opened = documents.find(({ id }) => id === params.get('van-ban'));
  const sign = useCommand('document.sign', { done: 'Đã đính kèm bản ký; tệp được giữ nguyên từng byte.' });
  const delivery = useDelivery();
  const numbered = documents.some((document) => document.numberText !== null);
  const closed = useShut(plan);

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
            <Button {...READING} loading={delivery.busy === 'docx'} onClick={() => exportPlan('docx')}>
              Xuất Word
            </Button>
            <Button {...READING} loading={delivery.busy === 'pdf'} onClick={() => exportPlan('pdf')}>
              Xuất PDF
            </Button>
            <Button {...offWhen(closed)} onClick={() => setAdding(true)}>
              Thêm văn bản
            </Button>
            {!numbered && documents.length === 0 ? (
              <Button
                type="primary"
                {...offWhen(plan.status === 'review')}
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
                onOpen={() => setParams({ 'van-ban': document.id })}
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
      <PromisesPanel dossier={dossier} />
      {opened ? (
        <DocumentDrawer
          dossier={dossier}
          documentId={opened.id}
          office={office}
          onClose={() => setParams({}, { replace: true })}
        />
      ) : null}
      {registering ? (
        <TakeNumberDialog dossierId={dossierId} {...registering} onClose={() => setRegistering(null)} />
      ) : null}
      {adding ? <AddDocument dossierId={dossierId} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}
