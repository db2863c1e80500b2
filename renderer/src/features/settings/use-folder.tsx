/** Which data folder is open, which was before, and turning to another one: the choice, then a new start. */
import { Alert, Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { toastError } from '../../app/feedback';
import { READING } from '../../ui/writing';

interface FolderChoice {
  /** Remembers the folder and starts the program anew. */
  readonly open: (folder: string) => Promise<void>;
  readonly pending: boolean;
  /** The program has ended (in a browser it can't start itself): where it goes on, or null. */
  readonly ended: string | null;
}

export function useFolderChoice(): FolderChoice {
  const choose = useCommand('store.useFolder');
  const [restarting, setRestarting] = useState(false);
  const [ended, setEnded] = useState<string | null>(null);
  const open = async (folder: string) => {
    const chosen = await choose.run({ folder });
    if (!chosen) return;
    setRestarting(true);
    try {
      await host.restart();
      if (host.kind === 'web') setEnded(chosen.folder);
    } catch (error) {
      toastError('Chưa mở lại được chương trình', messageOf(error));
    } finally {
      setRestarting(false);
    }
  };
  return { open, pending: choose.pending || restarting, ended };
}

export function Ended({ folder }: { readonly folder: string }): ReactNode {
  return (
    <Alert
      type="success"
      showIcon
      title="Chương trình đã đóng để đổi thư mục dữ liệu."
      description={`Đóng thẻ này rồi chạy lại npm start: chương trình sẽ mở “${folder}”.`}
    />
  );
}

/** Below the facts of the data panel: the way back, or the choice that waits for the next start. */
export function FolderChoicePanel({ state }: { readonly state: OutputOf<'store.state'> }): ReactNode {
  const choice = useFolderChoice();
  const keep = useCommand('store.useFolder', { done: 'Giữ nguyên thư mục dữ liệu đang mở.' });
  const { previousFolder, nextFolder, folderFixedBecause } = state;
  if (choice.ended !== null) return <Ended folder={choice.ended} />;
  if (nextFolder !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={`Lần mở tới sẽ dùng thư mục “${nextFolder}”; những gì nhập bây giờ vẫn ghi vào thư mục đang mở.`}
        action={
          <div className="row">
            <Button
              {...READING}
              type="primary"
              loading={choice.pending}
              onClick={() => void choice.open(nextFolder)}
            >
              Mở lại ngay
            </Button>
            <Button
              {...READING}
              loading={keep.pending}
              onClick={() => void keep.run({ folder: state.folder })}
            >
              Giữ thư mục đang mở
            </Button>
          </div>
        }
      />
    );
  if (folderFixedBecause !== null) return <p className="muted">{folderFixedBecause}</p>;
  if (previousFolder === null) return null;
  return (
    <p>
      <Button {...READING} loading={choice.pending} onClick={() => void choice.open(previousFolder)}>
        Quay lại thư mục trước
      </Button>{' '}
      <span className="muted">Chương trình đóng rồi mở lại; dữ liệu ở cả hai thư mục được giữ nguyên.</span>
    </p>
  );
}
