import { Alert, Button } from 'antd';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { AppError } from '../../../../shared/result';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { READING } from '../../ui/writing';
import { ChangePreview } from '../plan-text/compared-rows';

/** The dossier that a refused intake asks about; null where it was refused for something else. */
export function askedDossier(error: AppError | null): string | null {
  const { dossierId, title } = error?.details ?? {};
  return error?.code === 'CONFLICT' && typeof dossierId === 'string' && typeof title === 'string'
    ? dossierId
    : null;
}

interface SameDocumentProps {
  readonly message: string;
  readonly pending: boolean;
  readonly onInto: () => void;
  readonly onSeparate: () => void;
}

/** Asked before a second dossier is made for a document that has one. */
export function SameDocument({ message, pending, onInto, onSeparate }: SameDocumentProps): ReactNode {
  // Until something is chosen, what is pending is the refresh after the refusal: a press meanwhile counts.
  const [chosen, setChosen] = useState(false);
  const busy = chosen && pending;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The window of the intake takes the focus for itself when it opens: the question comes after it.
    let frame = 0;
    const after = (frames: number): void => {
      frame = requestAnimationFrame(() => (frames === 0 ? first.current?.focus() : after(frames - 1)));
    };
    after(3);
    return () => cancelAnimationFrame(frame);
  }, []);
  const choose = (action: () => void) => () => {
    setChosen(true);
    action();
  };
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={message}
      style={{ marginBottom: 12 }}
      description={
        <div className="stack">
          <p>
            Nếu đây là bản sửa của văn bản ấy thì đọc vào hồ sơ đó: nội dung theo bản mới, những chỗ anh chị
            đã sửa được giữ khi câu chữ còn nguyên, tệp trước vẫn ở thẻ Tệp.
          </p>
          <div className="row wrap">
            <Button ref={first} type="primary" loading={busy} onClick={choose(onInto)}>
              Đọc thành bản mới của hồ sơ đó
            </Button>
            <Button loading={busy} onClick={choose(onSeparate)}>
              Lập hồ sơ riêng
            </Button>
          </div>
        </div>
      }
    />
  );
}

interface NewVersionReadProps {
  readonly changes: NonNullable<OutputOf<'plan.import'>['changes']>;
  readonly onOpen: () => void;
}

/** What the new version says otherwise, before its review opens. */
export function NewVersionRead({ changes, onOpen }: NewVersionReadProps): ReactNode {
  const { added, removed, kept, rows } = changes;
  return (
    <section aria-label="Bản mới" className="stack">
      <p>
        Đã đọc thành bản mới của hồ sơ: {rows.length} đoạn khác bản trước, thêm {added} mục, bỏ {removed} mục,
        giữ {kept} mục anh chị đã sửa. Ctrl+Z để lấy lại bản trước.
      </p>
      <ChangePreview rows={rows} />
      <div className="row">
        <Button {...READING} type="primary" autoFocus onClick={onOpen}>
          Mở rà soát
        </Button>
      </div>
    </section>
  );
}
