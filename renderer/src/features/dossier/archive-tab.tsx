import { Alert, Button, Checkbox, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { callCommand, callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { useRpc } from '../../api/queries';
import { toastError } from '../../app/feedback';
import { fault, FormDialog } from '../../ui/form-dialog';
import { date, moment } from '../../ui/format';
import { Facts, Panel } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { READING } from '../../ui/writing';

/** Kết thúc hồ sơ: what is lacking, closing, the open package, and checking a package. */
export function ArchiveTab({ dossier }: { readonly dossier: DossierView }): ReactNode {
  return (
    <div className="stack">
      {dossier.archive ? <Closed dossier={dossier} /> : <Open dossier={dossier} />}
      <VerifyBag />
      <Panel
        title="Xóa hẳn"
        actions={<Link to={`/ke-hoach/${dossier.dossierId}/tep`}>Chọn tệp cần xóa hẳn ở thẻ Tệp</Link>}
      >
        <p className="muted">
          Dành cho nội dung không được phép lưu ở đây (tệp có dấu mật, dữ liệu cá nhân). Mất hẳn khỏi dữ liệu,
          lịch sử, bản sao lưu trong máy; chỉ còn ghi nhận ai xóa, lúc nào, vì sao. Không hoàn tác được.
        </p>
      </Panel>
    </div>
  );
}

function Open({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const { dossierId } = dossier;
  const check = useRpc('archive.check', { dossierId });
  const close = useCommand('archive.close', { done: 'Đã kết thúc hồ sơ.' });
  const [retention, setRetention] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  return (
    <Answer of={check} loading="Đang xem hồ sơ còn thiếu gì…">
      {({ lacking, ahead, retention: proposed, retentionSource }) => (
        <Panel
          title="Kết thúc hồ sơ"
          actions={
            <Button
              type="primary"
              loading={close.pending}
              onClick={() => {
                if (ahead.length > 0) setAsking(true);
                else void close.run({ dossierId, retention, despite: lacking.length > 0 });
              }}
            >
              {lacking.length > 0
                ? `Vẫn kết thúc, ghi nhận ${lacking.length} điều còn thiếu`
                : 'Kết thúc hồ sơ'}
            </Button>
          }
        >
          {lacking.length === 0 ? (
            <p className="tone-good">● Hồ sơ đã đủ để kết thúc.</p>
          ) : (
            <>
              <p className="tone-warn">Còn thiếu {lacking.length} điều:</p>
              <ul data-testid="lacking">
                {lacking.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </>
          )}
          <div className="row">
            <label htmlFor="retention">Thời hạn bảo quản</label>
            <Input
              id="retention"
              style={{ width: 180 }}
              value={retention ?? proposed}
              onChange={(event) => setRetention(event.target.value)}
            />
            <span className="muted">{retentionSource}</span>
          </div>
          {asking ? (
            <FormDialog
              title="Kết thúc khi hội nghị chưa diễn ra?"
              action="Vẫn kết thúc hồ sơ"
              pending={close.pending}
              error={null}
              onSubmit={() =>
                void close
                  .run({ dossierId, retention, despite: lacking.length > 0 })
                  .then((value) => value && setAsking(false))
              }
              onClose={() => setAsking(false)}
            >
              <ul>
                {ahead.map(({ day, title }) => (
                  <li key={`${day}|${title}`}>
                    {date(day)}: {title}
                  </li>
                ))}
              </ul>
              <p>
                Kết thúc rồi, Hôm nay không nhắc chuẩn bị, mời, điểm danh nữa; Lịch vẫn giữ ngày họp, ghi là
                “hồ sơ đã kết thúc”. Nếu hội nghị không họp, hãy ghi hoãn hoặc hủy trước.
              </p>
            </FormDialog>
          ) : null}
        </Panel>
      )}
    </Answer>
  );
}

function Closed({ dossier }: { readonly dossier: DossierView }): ReactNode {
  const { dossierId, archive } = dossier;
  const delivery = useDelivery();
  const [asking, setAsking] = useState(false);
  const [restricted, setRestricted] = useState(false);
  const [drafts, setDrafts] = useState(true);
  if (!archive) return null;
  const bag = (format: 'zip' | 'folder') =>
    delivery.make(format, () => callCommand('archive.export', { dossierId, format, restricted, drafts }));
  return (
    <Panel
      title="Hồ sơ đã kết thúc"
      actions={
        <>
          <Button onClick={() => setAsking(true)}>Mở lại hồ sơ</Button>
          <Button {...READING} loading={delivery.busy === 'folder'} onClick={() => bag('folder')}>
            Xuất thành thư mục
          </Button>
          <Button {...READING} type="primary" loading={delivery.busy === 'zip'} onClick={() => bag('zip')}>
            Xuất gói lưu trữ
          </Button>
        </>
      }
    >
      <Checkbox {...READING} checked={restricted} onChange={(event) => setRestricted(event.target.checked)}>
        Gói lưu trữ kèm phần lời về tư tưởng, dư luận (nếu không, phần này và tệp gốc chứa nó ở lại máy này)
      </Checkbox>
      {dossier.files.some(({ role }) => role === 'draft') ? (
        <Checkbox {...READING} checked={drafts} onChange={(event) => setDrafts(event.target.checked)}>
          Gói lưu trữ kèm các lần dự thảo văn bản
        </Checkbox>
      ) : null}
      <Facts
        items={[
          { label: 'Kết thúc ngày', value: date(archive.closedOn) },
          { label: 'Người kết thúc', value: archive.closedBy },
          { label: 'Thời hạn bảo quản', value: archive.retention },
          { label: 'Đã xuất', value: `${archive.exports.length} lần` },
        ]}
      />
      {archive.lacking.length > 0 ? (
        <>
          <h3>Còn thiếu khi kết thúc</h3>
          <ul>
            {archive.lacking.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </>
      ) : null}
      {archive.exports.length > 0 ? (
        <>
          <h3>Các gói đã xuất</h3>
          <ul>
            {archive.exports.map((each) => (
              <li key={each.at}>
                {moment(each.at)} – {each.name}
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {asking ? <ReopenDialog dossierId={dossierId} onClose={() => setAsking(false)} /> : null}
    </Panel>
  );
}

function ReopenDialog({
  dossierId,
  onClose,
}: {
  readonly dossierId: string;
  readonly onClose: () => void;
}): ReactNode {
  const [reason, setReason] = useState('');
  const reopen = useCommand('archive.reopen', { form: true, showsError: true, done: 'Đã mở lại hồ sơ.' });
  return (
    <FormDialog
      title="Mở lại hồ sơ"
      action="Mở lại"
      pending={reopen.pending}
      error={reopen.error}
      disabled={reason.trim() === ''}
      onSubmit={() => void reopen.run({ dossierId, reason }).then((value) => value && onClose())}
      onClose={onClose}
    >
      <Form.Item label="Lý do mở lại" htmlFor="reopen-reason" {...fault(reopen.fields, 'reason')}>
        <Input.TextArea
          id="reopen-reason"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}

/** Any package, from a file: is every byte still what it was? */
export function VerifyBag(): ReactNode {
  const [result, setResult] = useState<{ name: string; valid: boolean; errors: string[] } | null>(null);
  const [busy, setBusy] = useState(false);
  const verify = async () => {
    try {
      const [file] = await host.pick({ title: 'Chọn gói lưu trữ', extensions: ['zip'], multiple: false });
      if (!file) return;
      setBusy(true);
      setResult({ name: file.name, ...(await callQuery('archive.verify', { ticket: file.ticket })) });
    } catch (error) {
      toastError('Chưa kiểm tra được gói', messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      title="Kiểm tra một gói lưu trữ"
      actions={
        <Button {...READING} loading={busy} onClick={() => void verify()}>
          Chọn gói và kiểm tra
        </Button>
      }
    >
      {result ? (
        <Alert
          type={result.valid ? 'success' : 'error'}
          showIcon
          title={
            result.valid
              ? `Gói “${result.name}” còn nguyên vẹn.`
              : `Gói “${result.name}” đã bị thay đổi hoặc thiếu tệp.`
          }
          {...(result.errors.length > 0
            ? {
                description: (
                  <ul>
                    {result.errors.map((each) => (
                      <li key={each}>{each}</li>
                    ))}
                  </ul>
                ),
              }
            : {})}
        />
      ) : (
        <p className="muted">Đối chiếu từng tệp trong gói với mã kiểm tra ghi khi xuất.</p>
      )}
    </Panel>
  );
}
