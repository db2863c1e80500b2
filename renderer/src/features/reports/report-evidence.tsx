import { Button } from 'antd';
import { useState, type DragEvent, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { takeDropped } from '../../api/drop';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { size } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';

const EXTENSIONS = ['docx', 'doc', 'pdf', 'jpg', 'jpeg', 'png', 'heic', 'tif', 'tiff', 'xlsx', 'xls', 'odt', 'rtf', 'txt']; // prettier-ignore

interface ReportEvidenceProps {
  /** Null: no report yet, the files wait until it is saved. */
  readonly at: { readonly dossierId: string; readonly period: string; readonly unit: string } | null;
  readonly dossierId: string;
  readonly files: OutputOf<'report.get'>['files'];
  readonly waiting: readonly HandedFile[];
  readonly onWaiting: (files: readonly HandedFile[]) => void;
}

/** What the unit sent with or instead of a form: dropped here or chosen, opened by saving a copy, never read for figures. */
export function ReportEvidence({ at, dossierId, files, waiting, onWaiting }: ReportEvidenceProps): ReactNode {
  const [over, setOver] = useState(false);
  const attach = useCommand('report.attach', {
    done: (value) => `Đã đính kèm ${value.files.length} tệp.`,
    offerUndo: true,
  });
  const detach = useCommand('report.detach', { done: 'Đã bỏ tệp đính kèm.', offerUndo: true });
  const delivery = useDelivery();

  const take = async (ask: Promise<readonly HandedFile[]>) => {
    try {
      const handed = await ask;
      if (handed.length === 0) return;
      if (at) await attach.run({ ...at, tickets: handed.map(({ ticket }) => ticket) });
      else onWaiting([...waiting, ...handed]);
    } catch (error) {
      toastError('Chưa nhận được tệp', messageOf(error));
    }
  };
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const onDrop = (event: DragEvent) => {
    if (!carriesFiles(event)) return;
    // Elsewhere in the window a dropped file is a returned form.
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void take(host.hand(takeDropped(event.dataTransfer)));
  };
  return (
    <section
      className={`evidence${over ? ' over' : ''}`}
      aria-label="Tệp đính kèm"
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <span className="muted">Tệp đính kèm</span>
      <ul>
        {files.map((file) => (
          <li key={file.sha256}>
            <button
              type="button"
              className="link-button"
              onClick={() =>
                delivery.make(file.sha256, () => callQuery('file.get', { dossierId, sha256: file.sha256 }))
              }
            >
              {file.name}
            </button>{' '}
            <span className="muted">{size(file.bytes)}</span>{' '}
            <button
              type="button"
              className="link-button"
              aria-label={`Bỏ tệp ${file.name}`}
              onClick={() => (at ? void detach.run({ ...at, sha256: file.sha256 }) : undefined)}
            >
              Bỏ
            </button>
          </li>
        ))}
        {waiting.map((file) => (
          <li key={file.ticket}>
            {file.name} <span className="muted">sẽ giữ khi lưu</span>{' '}
            <button
              type="button"
              className="link-button"
              aria-label={`Bỏ tệp ${file.name}`}
              onClick={() => onWaiting(waiting.filter((each) => each !== file))}
            >
              Bỏ
            </button>
          </li>
        ))}
      </ul>
      <Button
        loading={attach.pending}
        onClick={() =>
          void take(
            host.pick({
              title: 'Chọn tệp đính kèm (Word, PDF, ảnh)',
              extensions: EXTENSIONS,
              multiple: true,
            }),
          )
        }
      >
        Đính kèm tệp
      </Button>
      {files.length + waiting.length === 0 ? (
        <span className="muted">hoặc thả Word, PDF, ảnh vào đây</span>
      ) : null}
    </section>
  );
}
