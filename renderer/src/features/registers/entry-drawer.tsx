import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { ENTRY_KIND_WORDS, voidWords } from '../../../../shared/domain/dispatch/register-words';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useRpc } from '../../api/queries';
import { date } from '../../ui/format';
import { Answer } from '../../ui/states';
import { LineActs, LineDrawerFrame, LineFacts } from '../books/line-drawer-frame';
import { CorrectDialog } from './entry-dialog';
import { ReleaseDialog, VoidNumberDialog } from './number-dialogs';

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
  const line = useRpc('register.line', { seriesId, number });
  return (
    <LineDrawerFrame title={line.data ? `Số ${line.data.entry.numberText}` : 'Văn bản đi'} onClose={onClose}>
      <Answer of={line}>{(value) => <EntryView line={value} />}</Answer>
    </LineDrawerFrame>
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
          {entry.voided?.unused === undefined
            ? `Số đã hủy: ${entry.voided?.reason ?? (entry.note || 'không ghi lý do')}. Số này không cấp lại.`
            : `${voidWords(entry.voided)}. Số này cấp lại được.`}
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
      <LineFacts facts={factsOf(line)} />
      {dossier === null ? null : (
        <p>
          Hồ sơ: <Link to={`/ke-hoach/${dossier.dossierId}/van-ban`}>{dossier.title}</Link>
        </p>
      )}
      <LineActs
        acts={[
          { at: entry.registeredAt, by: entry.registeredBy, what: firstAct(entry) },
          ...(entry.trace ?? []),
        ]}
      />
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

function factsOf({ entry, series }: Line): readonly (readonly [string, string])[] {
  const kept = entry.reserved;
  return [
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
    ['Ghi chú', [entry.replacement, entry.note].filter((part) => part !== '').join('; ')],
  ];
}
