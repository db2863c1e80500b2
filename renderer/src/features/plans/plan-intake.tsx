import { Alert, Button, Input, Modal, Tabs } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { MAX_PASTED_TEXT, PASTED_TOO_LONG } from '../../../../shared/domain/plan/reading/source';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { InputOf, OutputOf } from '../../../../shared/rpc/contract';
import { host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { rememberRevision, toastDone, toastError } from '../../app/feedback';
import { linkNewPlan } from '../incoming/make-plan-dialog';
import { useReturnFocus } from '../../ui/return-focus';
import { useTypedContent } from '../../ui/typed-content';
import { offWhen, READING } from '../../ui/writing';
import { askedDossier, NewVersionRead, SameDocument } from './same-document';

type Source = { readonly ticket: string } | { readonly text: string; readonly name?: string };
type Wishes = Pick<InputOf<'plan.import'>, 'into' | 'onSame'>;

interface PlanIntakeProps {
  readonly files: readonly HandedFile[];
  /** Line of the incoming book that the plan carries out. */
  readonly incomingId?: string | null;
  readonly onClose: () => void;
}

/** A plan from a file or from pasted text; once read, its review opens. */
export default function PlanIntake({ files, incomingId = null, onClose }: PlanIntakeProps): ReactNode {
  useReturnFocus('.ant-modal-body button.ant-btn-primary');
  const typed = useTypedContent();
  const [text, setText] = useState('');
  const [name, setName] = useState('');
  const [tab, setTab] = useState('file');
  const reading = useCommand('plan.import', { form: true, showsError: true });
  const navigate = useNavigate();
  /** The drop that has been read: a file may be dropped again while this window still shows what was wrong. */
  const started = useRef<readonly HandedFile[] | null>(null);
  const [asked, setAsked] = useState<HandedFile | null>(null);
  /** What was read last: it is read again once a person has said into which dossier. */
  const [source, setSource] = useState<Source | null>(null);
  const [version, setVersion] = useState<OutputOf<'plan.import'> | null>(null);
  const { run } = reading;

  const read = useCallback(
    async (from: Source, wishes: Wishes = { onSame: 'ask' }) => {
      setSource(from);
      const value = await run({ ...from, ...wishes });
      if (!value) return;
      if (incomingId !== null) await linkNewPlan(incomingId, value.dossierId);
      if (value.changes !== null) {
        rememberRevision('dossier', value.dossierId, value.revision);
        setVersion(value);
        return;
      }
      toastDone(
        value.again ? 'Văn bản này đã có hồ sơ' : 'Đã đọc kế hoạch',
        value.again
          ? 'Đã đọc lại; những gì anh chị đã sửa được giữ nguyên.'
          : 'Hãy so với nguyên văn; mục chưa chắc chắn, nếu có, nằm ở đầu danh sách.',
      );
      onClose();
      void navigate(`/ke-hoach/${value.dossierId}/ra-soat`);
    },
    [run, navigate, onClose, incomingId],
  );

  useEffect(() => {
    const [file] = files;
    if (!file || started.current === files) return;
    started.current = files;
    setAsked(file);
    void read({ ticket: file.ticket });
  }, [files, read]);

  const choose = async () => {
    try {
      const [file] = await host.pick({
        title: 'Chọn kế hoạch cần nhập',
        extensions: ['docx', 'pdf', 'txt', 'md'],
        multiple: false,
      });
      if (!file) return;
      setAsked(file);
      await read({ ticket: file.ticket });
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };

  const same = askedDossier(reading.error);
  return (
    <Modal
      open
      width={720}
      title="Nhập kế hoạch"
      // What was pasted is no longer needed once a new version has been read from it.
      onCancel={() => (version === null ? typed.closing(onClose) : onClose())}
      footer={
        tab === 'text' && version === null
          ? [
              <Button {...READING} key="cancel" onClick={onClose}>
                Thôi
              </Button>,
              <Button
                key="read"
                type="primary"
                loading={reading.pending}
                {...offWhen(text.trim() === '')}
                onClick={() => void read({ text, ...(name.trim() === '' ? {} : { name: name.trim() }) })}
              >
                Đọc nội dung
              </Button>,
            ]
          : null
      }
    >
      {version?.changes ? (
        <NewVersionRead
          changes={version.changes}
          onOpen={() => {
            onClose();
            void navigate(`/ke-hoach/${version.dossierId}/ra-soat`);
          }}
        />
      ) : null}
      {same !== null && source !== null ? (
        <SameDocument
          message={reading.error?.message ?? ''}
          pending={reading.pending}
          onInto={() => void read(source, { into: same })}
          onSeparate={() => void read(source, { onSame: 'separate' })}
        />
      ) : reading.error ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={naming(asked, reading.error.message)}
          style={{ marginBottom: 12 }}
        />
      ) : null}
      {version ? null : (
        <Tabs
          activeKey={tab}
          onChange={setTab}
          items={[
            {
              key: 'file',
              label: 'Từ tệp',
              children: (
                <div className="state empty">
                  <strong>
                    {reading.pending
                      ? 'Đang đọc kế hoạch…'
                      : 'Thả tệp .docx, .pdf, .txt hoặc .md vào cửa sổ này'}
                  </strong>
                  <p className="muted">
                    Tệp gốc được giữ nguyên trong hồ sơ. PDF quét từ giấy không đọc được chữ. Văn bản có dấu
                    mật không được nhập.
                  </p>
                  <Button type="primary" autoFocus loading={reading.pending} onClick={() => void choose()}>
                    Chọn tệp
                  </Button>
                </div>
              ),
            },
            {
              key: 'text',
              label: 'Dán nội dung',
              children: (
                <div className="stack" {...typed.watch}>
                  <Input
                    aria-label="Tên gợi nhớ"
                    placeholder="Tên gợi nhớ (không bắt buộc)"
                    value={name}
                    onChange={(event) => setName(event.target.value)}
                  />
                  <Input.TextArea
                    aria-label="Nội dung kế hoạch"
                    rows={14}
                    placeholder="Dán toàn bộ nội dung kế hoạch vào đây (Ctrl+V)"
                    value={text}
                    onChange={(event) => {
                      setText(event.target.value);
                      reading.reset();
                    }}
                    // Refused before it is laid out: a field with millions of characters holds the window up.
                    onPaste={(event) => {
                      if (event.clipboardData.getData('text/plain').length <= MAX_PASTED_TEXT) return;
                      event.preventDefault();
                      toastError('Chưa dán được', PASTED_TOO_LONG);
                    }}
                  />
                </div>
              ),
            },
          ]}
        />
      )}
      {typed.question}
    </Modal>
  );
}

/** Most refusals name their file themselves. */
function naming(file: HandedFile | null, message: string): string {
  return file === null || message.includes(file.name) ? message : `Tệp “${file.name}”: ${message}`;
}
