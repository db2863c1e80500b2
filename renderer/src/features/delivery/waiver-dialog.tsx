import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { AppError } from '../../../../shared/result';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { FormDialog } from '../../ui/form-dialog';
import { TextItem } from '../../ui/text-item';

interface WaiverDialogProps {
  readonly dossierId: string;
  readonly document: DossierView['documents'][number];
  readonly pending: boolean;
  readonly error: AppError | null;
  readonly onClose: () => void;
  /** The copy is there now. */
  readonly onSigned: () => void;
  readonly onWaived: (reason: string) => void;
}

/** No signed copy: attach it and send, or say why it goes out without one. The reason stays with the document. */
export function WaiverDialog(props: WaiverDialogProps): ReactNode {
  const { dossierId, document, pending, error, onClose, onSigned, onWaived } = props;
  const [reason, setReason] = useState('');
  const sign = useCommand('document.sign', { done: 'Đã đính kèm bản ký; tệp được giữ nguyên từng byte.' });
  const attach = async () => {
    try {
      const [file] = await host.pick({
        title: 'Chọn bản đã ký',
        extensions: ['pdf', 'docx', 'jpg', 'png'],
        multiple: false,
      });
      if (file && (await sign.run({ dossierId, documentId: document.id, ticket: file.ticket }))) onSigned();
    } catch (thrown) {
      toastError('Chưa mở được tệp', messageOf(thrown));
    }
  };
  return (
    <FormDialog
      title="Phát hành khi chưa có bản ký"
      action="Phát hành"
      pending={pending}
      error={error}
      disabled={reason.trim() === ''}
      aside={
        <Button loading={sign.pending} onClick={() => void attach()}>
          Đính kèm bản ký rồi gửi
        </Button>
      }
      onSubmit={() => onWaived(reason)}
      onClose={onClose}
    >
      <p>
        “{document.numberText ?? document.title}” chưa có bản quét hoặc PDF ký số. Đính kèm bản ký, hoặc ghi
        lý do; lý do được lưu cùng văn bản và in trong mục lục hồ sơ.
      </p>
      <TextItem id="waiver-reason" label="Lý do" autoFocus value={reason} onChange={setReason} />
    </FormDialog>
  );
}
