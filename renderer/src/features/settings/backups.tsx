import { Alert, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { restoredFolderName } from '../../../../shared/text/file-name';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { useRpc } from '../../api/queries';
import { toastDone, toastError } from '../../app/feedback';
import { moment, size } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer } from '../../ui/states';
import { Ended, useFolderChoice } from './use-folder';
import { READING, Reading } from '../../ui/writing';
import { useReturnFocus } from '../../ui/return-focus';

type Backup = OutputOf<'backup.list'>[number];

/** Backups: make one now, check one, restore one into a new folder; the folder in use is never touched. */
export function Backups(): ReactNode {
  const list = useRpc('backup.list', {});
  const create = useCommand('backup.create', { done: 'Đã sao lưu và kiểm tra lại bản sao.' });
  const [verifying, setVerifying] = useState<string | null>(null);
  const [restoring, setRestoring] = useState<Backup | null>(null);

  const verify = async (backup: Backup) => {
    setVerifying(backup.file);
    try {
      const result = await callQuery('backup.verify', { file: backup.file });
      if (result.valid) toastDone('Bản sao lưu nguyên vẹn', moment(backup.createdAt));
      else toastError('Bản sao lưu bị hỏng', result.errors.join(' '));
    } catch (error) {
      toastError('Chưa kiểm tra được bản sao lưu', messageOf(error));
    } finally {
      setVerifying(null);
    }
  };

  return (
    <Panel
      title="Sao lưu"
      actions={
        <Button
          {...READING}
          loading={create.pending}
          onClick={() => void create.run({ reason: 'Theo yêu cầu' })}
        >
          Sao lưu ngay
        </Button>
      }
    >
      <Answer of={list}>
        {(backups) =>
          backups.length === 0 ? (
            <p className="muted">
              Chưa có bản sao lưu nào. Chương trình tự sao lưu mỗi ngày; cũng có thể sao lưu ngay.
            </p>
          ) : (
            <table className="plain" aria-label="Các bản sao lưu">
              <thead>
                <tr>
                  <th>Lúc</th>
                  <th className="number">Hồ sơ, sổ</th>
                  <th className="number">Tệp</th>
                  <th className="number">Cỡ</th>
                  <th>Thao tác</th>
                </tr>
              </thead>
              <tbody>
                {backups.map((backup) => (
                  <tr key={backup.file}>
                    <td>{moment(backup.createdAt)}</td>
                    <td className="number">{backup.aggregates}</td>
                    <td className="number">{backup.files}</td>
                    <td className="number">{size(backup.bytes)}</td>
                    <td className="number nowrap">
                      <Button
                        {...READING}
                        size="small"
                        loading={verifying === backup.file}
                        onClick={() => void verify(backup)}
                      >
                        Kiểm tra
                      </Button>{' '}
                      <Button {...READING} size="small" onClick={() => setRestoring(backup)}>
                        Khôi phục ra thư mục mới
                      </Button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Answer>
      {restoring ? <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} /> : null}
    </Panel>
  );
}

function RestoreDialog({
  backup,
  onClose,
}: {
  readonly backup: Backup;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const [folder, setFolder] = useState(restoredFolderName(backup.createdAt));
  const [place, setPlace] = useState<string | null>(null);
  const state = useRpc('store.state', {});
  const restore = useCommand('backup.restore', { form: true, showsError: true });
  const choice = useFolderChoice();
  const fixed = state.data?.folderFixedBecause ?? null;
  const canUse = place !== null && fixed === null && choice.ended === null;
  const submit = async () => {
    const value = await restore.run({ file: backup.file, newFolder: folder.trim() });
    if (value) setPlace(value.folder);
  };
  return (
    <Reading>
      <Modal
        open
        title="Khôi phục ra thư mục mới"
        okText={place === null ? 'Khôi phục' : canUse ? 'Dùng dữ liệu này' : 'Xong'}
        cancelText={place === null ? 'Thôi' : 'Để sau'}
        confirmLoading={restore.pending || choice.pending}
        onCancel={onClose}
        onOk={() => (place === null ? void submit() : canUse ? void choice.open(place) : onClose())}
      >
        {place === null ? (
          <div className="stack">
            <p>
              Bản sao lưu lúc {moment(backup.createdAt)} được mở ra một thư mục mới cạnh dữ liệu đang dùng. Dữ
              liệu đang dùng không bị động đến.
            </p>
            <label htmlFor="restore-folder">Tên thư mục mới</label>
            <Input id="restore-folder" value={folder} onChange={(event) => setFolder(event.target.value)} />
            {restore.error ? <Alert type="error" showIcon title={restore.error.message} /> : null}
          </div>
        ) : choice.ended !== null ? (
          <Ended folder={choice.ended} />
        ) : (
          <Alert
            type="success"
            showIcon
            title={`Đã khôi phục vào ${place}.`}
            description={
              fixed ??
              'Bấm “Dùng dữ liệu này” để đóng chương trình và mở lại trên dữ liệu đã khôi phục. Dữ liệu đang dùng vẫn còn; muốn trở về thì vào Cài đặt, bấm “Quay lại thư mục trước”.'
            }
          />
        )}
      </Modal>
    </Reading>
  );
}
