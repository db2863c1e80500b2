import { Alert, Button, Modal } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastDone, toastError } from '../../app/feedback';
import { copyTable } from '../../ui/copy-table';
import { Facts } from '../../ui/page';
import { useReturnFocus } from '../../ui/return-focus';
import { useDelivery } from '../../ui/save-files';
import { offWhen, READING } from '../../ui/writing';

interface DirectoryIntakeProps {
  readonly files: readonly HandedFile[];
  readonly onClose: () => void;
}

/** The directory from Excel: what would change and every refused row by name, then one confirmation. */
export default function DirectoryIntake({ files, onClose }: DirectoryIntakeProps): ReactNode {
  useReturnFocus();
  const [file, setFile] = useState<HandedFile | null>(null);
  const [preview, setPreview] = useState<OutputOf<'office.import'> | null>(null);
  const importing = useCommand('office.import', { form: true, showsError: true });
  const delivery = useDelivery();
  const { run } = importing;
  /** The drop that has been looked at: a corrected file may be dropped while this window is open. */
  const started = useRef<readonly HandedFile[] | null>(null);

  const look = useCallback(
    async (handed: HandedFile) => {
      setFile(handed);
      setPreview(await run({ ticket: handed.ticket, dryRun: true }));
    },
    [run],
  );
  useEffect(() => {
    const [first] = files;
    if (!first || started.current === files) return;
    started.current = files;
    void look(first);
  }, [files, look]);

  const choose = async () => {
    try {
      const [picked] = await host.pick({
        title: 'Chọn tệp danh mục',
        extensions: ['xlsx', 'json'],
        multiple: false,
      });
      if (picked) await look(picked);
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };
  const take = async () => {
    if (!file) return;
    const value = await run({ ticket: file.ticket, dryRun: false });
    if (!value) return;
    toastDone(
      `Đã nhập danh mục: thêm ${value.added.length}, sửa ${value.updated.length}, từ chối ${value.refused.length} dòng.`,
    );
    onClose();
  };
  const changes = preview ? preview.added.length + preview.updated.length + preview.signers : 0;

  return (
    <Modal
      open
      width={780}
      title="Nhập danh mục từ Excel"
      onCancel={onClose}
      footer={
        preview
          ? [
              <Button {...READING} key="no" onClick={onClose}>
                Thôi
              </Button>,
              <Button
                key="yes"
                type="primary"
                autoFocus
                {...offWhen(changes === 0)}
                loading={importing.pending}
                onClick={() => void take()}
              >
                Nhập {changes} dòng
              </Button>,
            ]
          : null
      }
    >
      {importing.error ? <Alert type="error" showIcon role="alert" title={importing.error.message} /> : null}
      {preview === null ? (
        <div className="state empty">
          <strong>{importing.pending ? 'Đang đọc tệp…' : 'Thả tệp .xlsx vào cửa sổ này'}</strong>
          <p className="muted">Chưa có tệp? Tải tệp mẫu, điền mỗi đơn vị một dòng, rồi nhập lại ở đây.</p>
          <div className="row">
            <Button type="primary" autoFocus loading={importing.pending} onClick={() => void choose()}>
              Chọn tệp
            </Button>
            <Button
              {...READING}
              onClick={() => delivery.make('template', () => callQuery('office.importTemplate', {}))}
            >
              Tải tệp mẫu
            </Button>
          </div>
        </div>
      ) : (
        <div className="stack">
          <Facts
            items={[
              { label: 'Thêm mới', value: preview.added.length },
              { label: 'Sửa', value: preview.updated.length },
              { label: 'Không đổi', value: preview.unchanged.length },
              { label: 'Người ký', value: preview.signers },
              { label: '✕ Từ chối', value: preview.refused.length },
            ]}
          />
          {preview.refused.length > 0 ? (
            <>
              <div className="row">
                <span className="tone-bad grow">Các dòng sau không được nhập:</span>
                <Button
                  {...READING}
                  onClick={() =>
                    void copyTable(
                      ['Trang tính', 'Dòng', 'Tên', 'Lý do'],
                      preview.refused.map((row) => [row.sheet, String(row.row), row.name, row.reason]),
                    )
                  }
                >
                  Chép danh sách
                </Button>
              </div>
              <div className="scroll" style={{ maxHeight: 320 }}>
                <table className="plain" aria-label="Dòng bị từ chối">
                  <thead>
                    <tr>
                      <th>Trang tính</th>
                      <th className="number">Dòng</th>
                      <th>Tên</th>
                      <th>Lý do</th>
                    </tr>
                  </thead>
                  <tbody>
                    {preview.refused.map((row) => (
                      <tr key={`${row.sheet}|${row.row}`}>
                        <td>{row.sheet}</td>
                        <td className="number">{row.row}</td>
                        <td>{row.name}</td>
                        <td>{row.reason}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            </>
          ) : (
            <p className="tone-good">● Không dòng nào bị từ chối.</p>
          )}
          {preview.questions.length > 0 ? (
            <ul aria-label="Cần xem lại" className="scroll tone-warn" style={{ maxHeight: 160 }}>
              {preview.questions.map((row) => (
                <li key={`${row.sheet}|${row.row}`}>
                  ? Trang “{row.sheet}”, dòng {row.row} ({row.name}): {row.reason}
                </li>
              ))}
            </ul>
          ) : null}
        </div>
      )}
    </Modal>
  );
}
