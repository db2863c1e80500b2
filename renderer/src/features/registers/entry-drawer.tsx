import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ENTRY_KIND_WORDS } from '../../../../shared/domain/dispatch/register-words';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { date, moment } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { Answer } from '../../ui/states';
import { CorrectDialog } from './entry-dialog';
import { ReleaseDialog, VoidNumberDialog } from './number-dialogs';
import { ReadOnlyNote } from '../../ui/writing';

type Line = OutputOf<'register.line'>;

/** One line of the book: what it says, where its document lies, what was done to it. */
export function EntryDrawer({
  seriesId,
  number,
  onClose,
}: {
  readonly seriesId: string;
  readonly number: number;
  readonly onClose: () => void;
}): ReactNode {
  useReturnFocus();
  const line = useRpc('register.line', { seriesId, number });
  return (
    <Drawer
      open
      size={640}
      title={line.data ? `Số ${line.data.entry.numberText}` : 'Văn bản đi'}
      onClose={onClose}
    >
      <ReadOnlyNote />
      <Answer of={line}>{(value) => <EntryView line={value} />}</Answer>
    </Drawer>
  );
}

function EntryView({ line }: { readonly line: Line }): ReactNode {
  const [step, setStep] = useState<'correct' | 'void' | 'release' | null>(null);
  const { entry, seriesId, dossier } = line;
  const close = () => setStep(null);
  const about = { seriesId, number: entry.number, numberText: entry.numberText, onClose: close };
  return (
    <div className="stack">
      <h2>{entry.subject || ENTRY_KIND_WORDS[entry.kind]}</h2>
      {entry.kind === 'void' ? (
        <p role="status">
          Số đã hủy: {entry.voided?.reason ?? (entry.note || 'không ghi lý do')}. Số này không cấp lại.
        </p>
      ) : (
        <div className="row wrap">
          {entry.kind === 'issued' ? <Button onClick={() => setStep('correct')}>Sửa</Button> : null}
          {entry.kind === 'reserved' ? <Button onClick={() => setStep('release')}>Trả số</Button> : null}
          {entry.kind === 'issued' ? (
            <Button danger onClick={() => setStep('void')}>
              Hủy số
            </Button>
          ) : null}
        </div>
      )}
      {entry.kind === 'reserved' ? (
        <p className="muted">Dùng số này: bấm “Lấy số” ở văn bản, số giữ chỗ hiện trong hộp lấy số.</p>
      ) : null}
      <EntryFacts line={line} />
      {dossier === null ? null : (
        <p>
          Hồ sơ: <Link to={`/ke-hoach/${dossier.dossierId}/van-ban`}>{dossier.title}</Link>
        </p>
      )}
      <section>
        <h3>Đã làm</h3>
        <ul>
          <li>
            {moment(entry.registeredAt)}
            {entry.registeredBy === undefined ? '' : ` – ${entry.registeredBy}`}: {firstAct(entry)}
          </li>
          {(entry.trace ?? []).map((act, index) => (
            <li key={index}>
              {moment(act.at)} – {act.by}: {act.what}
            </li>
          ))}
        </ul>
      </section>
      {step === 'correct' ? <CorrectDialog seriesId={seriesId} entry={entry} onClose={close} /> : null}
      {step === 'void' ? <VoidNumberDialog {...about} /> : null}
      {step === 'release' ? <ReleaseDialog {...about} /> : null}
    </div>
  );
}

function firstAct(entry: Line['entry']): string {
  if (entry.byHand === true) return `Ghi dòng ${entry.numberText} (văn bản soạn ngoài ứng dụng).`;
  if (entry.documentId === null && entry.reserved) return `Giữ số ${entry.numberText}.`;
  return `Vào sổ số ${entry.numberText}.`;
}

function EntryFacts({ line: { entry, series } }: { readonly line: Line }): ReactNode {
  const kept = entry.reserved;
  const facts: readonly (readonly [string, string])[] = [
    ['Sổ', series.title],
    ['Tình trạng', ENTRY_KIND_WORDS[entry.kind]],
    ['Ngày văn bản', entry.kind === 'issued' ? date(entry.date) : ''],
    ['Giữ cho', kept ? `${kept.holder}: ${kept.reason}` : ''],
    ['Dùng trước hết ngày', kept && entry.kind === 'reserved' ? date(kept.until) : ''],
    ['Người ký', entry.signer],
    ['Nơi nhận', entry.recipients],
    ['Nơi giữ bản lưu', entry.keeper],
    ['Số lượng bản', entry.copies === null ? '' : String(entry.copies)],
    ['Ngày chuyển', date(entry.sentOn)],
    ['Ghi chú', entry.note],
  ];
  return (
    <table className="plain" aria-label="Nội dung dòng sổ">
      <tbody>
        {facts
          .filter(([, value]) => value !== '')
          .map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}
