import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { NumberRun } from '../../../../shared/domain/number-runs';
import type { RegisterBookRow } from '../../../../shared/rpc/contract/register';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FormDialog, fault } from '../../ui/form-dialog';
import { NumberField } from '../../ui/number-field';
import { TextItem } from '../../ui/text-item';
import { GapQuestion } from '../books/gap-question';
import { ExplainForm, PaperForm } from '../books/number-forms';
import { BookField, choiceOf, HolderField } from './book-field';

interface BookDialogProps {
  readonly books: readonly RegisterBookRow[];
  readonly seriesId: string | null;
  readonly onClose: () => void;
}

/** Giữ số: a run of numbers for a unit or a position. */
export function ReserveDialog({ books, seriesId, onClose }: BookDialogProps): ReactNode {
  const [book, setBook] = useState(() => choiceOf(books, seriesId));
  const [number, setNumber] = useState<number | null>(null);
  const [count, setCount] = useState<number | null>(1);
  const [holder, setHolder] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState<string | null>(null);
  const [gapSeen, setGapSeen] = useState(false);
  const reserve = useCommand('register.reserve', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: (value) => `Đã giữ số ${value.numbers.map(({ numberText }) => numberText).join(', ')}.`,
  });
  const next = useRpc('register.next', book, { keep: true }).data;
  const ask = { ...book, number, count: count ?? 1, holder, reason, until, gapSeen };
  return (
    <FormDialog
      title="Giữ số văn bản đi"
      action="Giữ số"
      pending={reserve.pending}
      error={Object.keys(reserve.fields).length > 0 ? null : reserve.error}
      onSubmit={() => void reserve.run(ask).then((value) => value && onClose())}
      onClose={onClose}
    >
      <BookField books={books} value={book} onChange={setBook} fields={reserve.fields} />
      <Form.Item label="Từ số" htmlFor="reserve-number">
        <div className="row">
          <NumberField
            words="Từ số"
            id="reserve-number"
            controls={false}
            placeholder={next ? `${next.number} (tiếp theo)` : ''}
            value={number}
            onChange={(value) => {
              reserve.reset();
              setNumber(value);
              setGapSeen(false);
            }}
          />
          <label htmlFor="reserve-count">giữ bao nhiêu số</label>
          <NumberField
            words="Số lượng số giữ"
            id="reserve-count"
            controls={false}
            value={count}
            onChange={setCount}
          />
        </div>
        <GapQuestion
          question={reserve.fields['gapSeen'] === undefined ? null : (reserve.error?.message ?? null)}
          number={String(number ?? '')}
          seen={gapSeen}
          onSeen={setGapSeen}
        />
        {[reserve.fields['number'], reserve.fields['count']].map((told) =>
          told === undefined ? null : (
            <div key={told} className="field-error" role="alert">
              {told}
            </div>
          ),
        )}
      </Form.Item>
      <Form.Item label="Giữ cho" htmlFor="reserve-holder" {...fault(reserve.fields, 'holder')}>
        <HolderField id="reserve-holder" value={holder} onChange={setHolder} />
      </Form.Item>
      <Form.Item label="Lý do" htmlFor="reserve-reason" {...fault(reserve.fields, 'reason')}>
        <Input
          id="reserve-reason"
          placeholder="văn bản chờ ký, ban hành trong ngày…"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Dùng trước hết ngày" {...fault(reserve.fields, 'until')}>
        <DateField label="Dùng trước hết ngày" value={until} allowClear onChange={setUntil} />
      </Form.Item>
    </FormDialog>
  );
}

/** Sổ giấy đã đến số …: for an office that begins in the middle of a term. */
export function StartDialog({ books, seriesId, onClose }: BookDialogProps): ReactNode {
  const [book, setBook] = useState(() => choiceOf(books, seriesId));
  const [last, setLast] = useState<number | null>(null);
  const start = useCommand('register.startFrom', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã ghi số cuối của sổ giấy; số tiếp theo là ${(last ?? 0) + 1}.`,
  });
  return (
    <PaperForm
      words="Dùng khi cơ quan bắt đầu ghi sổ ở đây giữa nhiệm kỳ hoặc giữa năm. Sổ cấp tiếp từ số sau; các số trước đó thuộc sổ giấy, ghi thêm vào đây lúc nào cũng được."
      example="sổ giấy đến số 37, ngày 15/6/2026"
      book={<BookField books={books} value={book} onChange={setBook} fields={start.fields} />}
      step={start}
      last={last}
      onLast={setLast}
      onSubmit={(asked) => void start.run({ ...book, ...asked }).then((value) => value && onClose())}
      onClose={onClose}
    />
  );
}

interface ReasonProps {
  readonly seriesId: string;
  readonly number: number;
  readonly numberText: string;
  readonly onClose: () => void;
}

interface ReasonFormProps {
  readonly title: string;
  readonly action: string;
  readonly words: string;
  readonly placeholder: string;
  readonly pending: boolean;
  readonly error: Parameters<typeof FormDialog>[0]['error'];
  readonly onSubmit: (reason: string) => void;
  readonly onClose: () => void;
}

/** What can't be done without saying why. */
function ReasonForm(props: ReasonFormProps): ReactNode {
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={props.title}
      action={props.action}
      pending={props.pending}
      error={props.error}
      disabled={reason.trim() === ''}
      onSubmit={() => props.onSubmit(reason)}
      onClose={props.onClose}
    >
      <p>{props.words}</p>
      <TextItem
        id="number-reason"
        label="Lý do"
        autoFocus
        placeholder={props.placeholder}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}

export function ReleaseDialog({ seriesId, number, numberText, onClose }: ReasonProps): ReactNode {
  const release = useCommand('register.release', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: `Đã trả số ${numberText}; dòng ở lại sổ với lý do.`,
  });
  return (
    <ReasonForm
      title={`Trả số giữ chỗ ${numberText}`}
      action="Trả số"
      words="Số không dùng nữa: dòng ở lại sổ là số đã hủy, không cấp cho văn bản khác."
      placeholder="không ban hành văn bản nữa…"
      pending={release.pending}
      error={release.error}
      onSubmit={(reason) =>
        void release.run({ seriesId, number, reason }).then((value) => value && onClose())
      }
      onClose={onClose}
    />
  );
}

export function VoidNumberDialog({ seriesId, number, numberText, onClose }: ReasonProps): ReactNode {
  const step = useCommand('register.void', {
    form: true,
    showsError: true,
    done: `Đã hủy số ${numberText}; số này không cấp lại.`,
    // A document's void number is not given back: nothing to take back.
    changed: (value) => value.dossierId === null,
  });
  return (
    <ReasonForm
      title={`Hủy số ${numberText}`}
      action="Hủy số"
      words="Dòng ở lại sổ với lý do hủy; số không cấp cho văn bản khác. Văn bản mang số này trở lại chờ số."
      placeholder="ghi nhầm, văn bản không ban hành…"
      pending={step.pending}
      error={step.error}
      onSubmit={(reason) => void step.run({ seriesId, number, reason }).then((value) => value && onClose())}
      onClose={onClose}
    />
  );
}

export function ExplainDialog({
  seriesId,
  run,
  onClose,
}: {
  readonly seriesId: string;
  readonly run: NumberRun;
  readonly onClose: () => void;
}): ReactNode {
  const explain = useCommand('register.explainGap', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi lý do; số có lý do bỏ trống không cấp nữa, trừ khi bỏ lý do này trước.',
  });
  return (
    <ExplainForm
      run={run}
      what="số"
      step={explain}
      onSubmit={(asked) => void explain.run({ seriesId, ...asked }).then((value) => value && onClose())}
      onClose={onClose}
    />
  );
}
