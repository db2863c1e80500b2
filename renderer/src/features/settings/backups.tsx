import { Alert, Button, Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { useRpc } from '../../api/queries';
import { toastDone, toastError } from '../../app/feedback';
import { moment, size, today } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer } from '../../ui/states';

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
        <Button loading={create.pending} onClick={() => void create.run({ reason: 'Theo yêu cầu' })}>
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
                        size="small"
                        loading={verifying === backup.file}
                        onClick={() => void verify(backup)}
                      >
                        Kiểm tra
                      </Button>{' '}
                      <Button size="small" onClick={() => setRestoring(backup)}>
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
  const [folder, setFolder] = useState(`khoi-phuc-${today()}`);
  const [place, setPlace] = useState<string | null>(null);
  const state = useRpc('store.state', {});
  const restore = useCommand('backup.restore', { form: true });
  const submit = async () => {
    const value = await restore.run({
      file: backup.file,
      newFolder: besides(state.data?.folder ?? '', folder),
    });
    if (value) setPlace(value.folder);
  };
  return (
    <Modal
      open
      title="Khôi phục ra thư mục mới"
      okText={place === null ? 'Khôi phục' : 'Xong'}
      cancelText="Thôi"
      confirmLoading={restore.pending}
      onCancel={onClose}
      onOk={() => (place === null ? void submit() : onClose())}
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
      ) : (
        <Alert
          type="success"
          showIcon
          title={`Đã khôi phục vào ${place}.`}
          description="Để làm việc trên dữ liệu này: đóng chương trình, đổi tên thư mục dữ liệu đang dùng (giữ lại, không xóa), đặt tên cũ của nó cho thư mục vừa khôi phục, rồi mở lại chương trình."
        />
      )}
    </Modal>
  );
}

/** A name means a folder beside the data in use, wherever the program was started; a whole path is kept. */
function besides(dataFolder: string, name: string): string {
  const given = name.trim();
  if (given === '' || /^([A-Za-z]:)?[\\/]/.test(given)) return given;
  const at = Math.max(dataFolder.lastIndexOf('/'), dataFolder.lastIndexOf('\\'));
  return at < 0 ? given : dataFolder.slice(0, at + 1) + given;
}
