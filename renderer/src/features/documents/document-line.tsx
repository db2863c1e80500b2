import { Button } from 'antd';
import type { ReactNode } from 'react';
import { DOCUMENT_TYPE } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callQuery } from '../../api/client';
import { useDelivery } from '../../ui/save-files';
import { DocumentStatusTag } from '../../ui/tags';
import { offWhen, READING, useShut } from '../../ui/writing';

interface DocumentLineProps {
  readonly document: OutputOf<'document.list'>[number];
  readonly dossier: DossierView;
  readonly onOpen: () => void;
  readonly onRegister: () => void;
  readonly onSign: () => void;
}

/** One document of the dossier's table. */
export function DocumentLine(props: DocumentLineProps): ReactNode {
  const { document, dossier, onOpen, onRegister, onSign } = props;
  const delivery = useDelivery();
  const { dossierId } = dossier;
  const signed = document.signedFile;
  const name = dossier.files.find((file) => file.id === signed)?.name;
  const closed = useShut(dossier.plan);
  return (
    <tr>
      <td className="nowrap strong">{document.numberText ?? <span className="muted">Chưa lấy số</span>}</td>
      <td>{DOCUMENT_TYPE[document.type] ?? document.type}</td>
      <td>
        <button type="button" className="link-button" onClick={onOpen}>
          {document.title}
        </button>
      </td>
      <td className="nowrap">
        <DocumentStatusTag status={document.status} />
      </td>
      <td>
        {signed !== null ? (
          <button
            type="button"
            className="link-button"
            onClick={() =>
              delivery.make('signed', () => callQuery('file.get', { dossierId, sha256: signed }))
            }
          >
            {name ?? 'Tải bản ký'}
          </button>
        ) : document.waiver ? (
          <span className="tone-warn" title={document.waiver.reason}>
            ? Phát hành khi chưa có: {document.waiver.reason}
          </span>
        ) : (
          <span className="muted">Chưa có</span>
        )}
      </td>
      <td className="number nowrap">
        {document.numberText === null ? (
          <Button
            type="primary"
            {...offWhen(closed || dossier.plan.status === 'review')}
            onClick={onRegister}
          >
            Lấy số
          </Button>
        ) : null}{' '}
        <Button {...offWhen(closed)} onClick={onSign}>
          {signed === null ? 'Đính kèm bản ký' : 'Thay bản ký'}
        </Button>{' '}
        <Button {...READING} onClick={onOpen}>
          Bước, dự thảo, góp ý
        </Button>
      </td>
    </tr>
  );
}
