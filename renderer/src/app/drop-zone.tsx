import { useEffect, useState, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { takeDropped } from '../api/drop';
import { host } from '../api/client';
import { messageOf } from '../api/errors';
import { toastError } from './feedback';
import { intakeKind, type Intake } from './intake-context';

/** Files, folders and zips may be dropped anywhere; what they are decides which tray opens. */
export function DropZone({ onIntake }: { readonly onIntake: (intake: Intake) => void }): ReactNode {
  const [over, setOver] = useState(false);
  const [handing, setHanding] = useState(0);
  const { pathname } = useLocation();

  useEffect(() => {
    let depth = 0;
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
    const enter = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth += 1;
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const move = (event: DragEvent) => {
      if (carriesFiles(event)) event.preventDefault();
    };
    // Also when a part of the page takes the drop for itself.
    const done = () => {
      depth = 0;
      setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer || !carriesFiles(event)) return;
      event.preventDefault();
      const dropped = takeDropped(event.dataTransfer);
      const names = dropped.files.map((file) => file.name);
      setHanding(names.length);
      host
        .hand(dropped)
        .then((files) => {
          if (files.length > 0) onIntake({ kind: intakeKind(names, pathname), files });
        })
        .catch((error: unknown) => toastError('Chưa nhận được tệp', messageOf(error)))
        .finally(() => setHanding(0));
    };
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', move);
    window.addEventListener('drop', done, true);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', move);
      window.removeEventListener('drop', done, true);
      window.removeEventListener('drop', drop);
    };
  }, [onIntake, pathname]);

  if (!over && handing === 0) return null;
  return (
    <div className="drop-zone" role="status">
      {handing > 0
        ? `Đang nhận ${handing} tệp…`
        : 'Thả vào đây: kế hoạch (.docx, .pdf, .txt, .md) hoặc các tệp báo cáo (.xlsx, thư mục, .zip)'}
    </div>
  );
}
