import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { LineFields } from '../../../../shared/domain/dispatch/register-words';
import type { RegisterBookRow, RegisterRow } from '../../../../shared/rpc/contract/register';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FormDialog, fault } from '../../ui/form-dialog';
import { today } from '../../ui/format';
import { SecondPress } from '../../ui/second-press';
import { NumberField } from '../../ui/number-field';
import { enterMovesOn } from '../incoming/enter-moves-on';
import { BookField, choiceOf } from './book-field';
import { GapQuestion } from '../books/gap-question';

const EMPTY: LineFields = {
  date: today(),
  subject: '',
  signer: '',
  recipients: '',
  keeper: '',
  copies: null,
  sentOn: null,
  note: '',
};

interface FieldsProps {
  readonly form: LineFields;
  readonly set: (patch: Partial<LineFields>) => void;
  readonly fields: Readonly<Record<string, string>>;
}

/** The columns of the book, one field each. */
function LineFieldsForm({ form, set, fields }: FieldsProps): ReactNode {
  const text = (name: 'subject' | 'signer' | 'recipients' | 'keeper' | 'note', placeholder: string) => (
    <Input
      id={`entry-${name}`}
      placeholder={placeholder}
      value={form[name]}
      onChange={(event) => set({ [name]: event.target.value })}
    />
  );
  return (
    <>
      <Form.Item label="Ngày văn bản" {...fault(fields, 'date')}>
        <DateField
          label="Ngày văn bản"
          value={form.date}
          onChange={(value) => value !== null && set({ date: value })}
        />
      </Form.Item>
      <Form.Item label="Tên loại, trích yếu" htmlFor="entry-subject" {...fault(fields, 'subject')}>
        {text('subject', 'Kế hoạch tuyên truyền …')}
      </Form.Item>
      <Form.Item label="Người ký" htmlFor="entry-signer">
        {text('signer', 'họ tên, chức vụ ký')}
      </Form.Item>
      <Form.Item label="Nơi nhận" htmlFor="entry-recipients">
        {text('recipients', 'cách nhau bằng dấu chấm phẩy')}
      </Form.Item>
      <Form.Item label="Nơi giữ bản lưu" htmlFor="entry-keeper">
        {text('keeper', 'VPĐU')}
      </Form.Item>
      <Form.Item
        label="Số lượng bản"
        htmlFor="entry-copies"
        {...fault(fields, fields['copies'] === undefined ? 'sentOn' : 'copies')}
      >
        <div className="row">
          <NumberField
            words="Số lượng bản"
            id="entry-copies"
            controls={false}
            value={form.copies}
            onChange={(copies) => set({ copies })}
          />
          <span>ngày chuyển</span>
          <DateField
            label="Ngày chuyển"
            value={form.sentOn}
            allowClear
            onChange={(value) => set({ sentOn: value })}
          />
        </div>
      </Form.Item>
      <Form.Item label="Ghi chú" htmlFor="entry-note">
        {text('note', '')}
      </Form.Item>
    </>
  );
}

interface EnterDialogProps {
  readonly books: readonly RegisterBookRow[];
  readonly seriesId: string | null;
  /** To the documents of dossiers that wait for a number. */
  readonly onWaiting: () => void;
  readonly onClose: () => void;
}

/** A line for a document that was made outside the application. */
export function EnterDialog({ books, seriesId, onWaiting, onClose }: EnterDialogProps): ReactNode {
  const [book, setBook] = useState(() => choiceOf(books, seriesId));
  const [form, setForm] = useState(EMPTY);
  const [number, setNumber] = useState<number | null>(null);
  const [gapSeen, setGapSeen] = useState(false);
  const [kindSeen, setKindSeen] = useState(false);
  const waiting = useRpc('register.waiting', {});
  const enter = useCommand('register.enter', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: (value) => `Đã ghi dòng ${value.numberText}.`,
    note: (value) => value.warnings.join(' ') || null,
  });
  const marks = { ...book, date: form.date };
  const next = useRpc('register.next', marks, { keep: true }).data;
  const wished = useRpc('register.next', { ...marks, number }, { keep: true, enabled: number !== null }).data;
  const told = number === null ? next : wished?.number === number ? wished : undefined;
  const leaves = told?.taken == null ? (told?.leaves ?? null) : null;
  const documents = waiting.data?.documents.length ?? 0;
  return (
    <FormDialog
      title="Ghi văn bản đi vào sổ"
      firstField='[aria-label="Sổ"]'
      action="Ghi vào sổ"
      width={820}
      pending={enter.pending}
      disabled={leaves !== null && !gapSeen}
      error={Object.keys(enter.fields).length > 0 ? null : enter.error}
      onSubmit={() =>
        void enter.run({ ...book, ...form, number, gapSeen, kindSeen }).then((value) => value && onClose())
      }
      onClose={onClose}
    >
      <p className="muted">
        Dành cho văn bản soạn ngoài ứng dụng, để sổ đủ số.{' '}
        {documents === 0 ? null : (
          <>
            {documents} văn bản trong hồ sơ đang chờ số:{' '}
            <Button size="small" onClick={onWaiting}>
              Lấy số cho văn bản trong hồ sơ
            </Button>
          </>
        )}
      </p>
      {/* Keys of the fields below come up to this box. */}
      <div className="line-form" onKeyDown={enterMovesOn}>
        <BookField
          books={books}
          value={book}
          onChange={(value) => {
            setBook(value);
            enter.reset();
            setNumber(null);
            setGapSeen(false);
            setKindSeen(false);
          }}
          fields={enter.fields}
        />
        <SecondPress
          question={enter.fields['kindSeen'] === undefined ? null : (enter.error?.message ?? null)}
          answer="Vẫn ghi vào sổ này"
          seen={kindSeen}
          onSeen={setKindSeen}
        />
        <Form.Item label="Số" htmlFor="entry-number" {...fault(enter.fields, 'number')}>
          <NumberField
            words="Số"
            id="entry-number"
            controls={false}
            value={number}
            placeholder={next ? String(next.number) : ''}
            onChange={(value) => {
              enter.reset();
              setNumber(value);
              setGapSeen(false);
            }}
          />
          <GapQuestion question={leaves} number={told?.numberText ?? ''} seen={gapSeen} onSeen={setGapSeen} />
          {next ? (
            <div className="muted">
              {book.seriesId === null ? `Vào sổ ${next.title}. ` : ''}Số tiếp theo: {next.number}. Để trống để
              lấy số này.
            </div>
          ) : null}
          {[told?.taken ?? null, ...(told?.warnings ?? [])].map((question) =>
            // What the refusal above says is not said twice.
            question === null || enter.error?.message.startsWith(question) === true ? null : (
              <div key={question} className="tone-warn" role="status">
                ? {question}
              </div>
            ),
          )}
        </Form.Item>
        <LineFieldsForm
          form={form}
          set={(patch) => setForm((now) => ({ ...now, ...patch }))}
          fields={enter.fields}
        />
      </div>
    </FormDialog>
  );
}

/** Corrects a line: only what a person changed is sent; the number stays. */
export function CorrectDialog({
  seriesId,
  entry,
  onClose,
}: {
  readonly seriesId: string;
  readonly entry: RegisterRow;
  readonly onClose: () => void;
}): ReactNode {
  const names = Object.keys(EMPTY) as (keyof LineFields)[];
  const [before] = useState(
    () => Object.fromEntries(names.map((name) => [name, entry[name]])) as unknown as LineFields,
  );
  const [form, setForm] = useState(before);
  const correct = useCommand('register.correct', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã sửa dòng; nội dung cũ còn trong lịch sử của dòng.',
  });
  const fields = Object.fromEntries(
    names.filter((name) => form[name] !== before[name]).map((name) => [name, form[name]]),
  );
  return (
    <FormDialog
      title={`Sửa dòng ${entry.numberText}`}
      action="Lưu"
      width={820}
      pending={correct.pending}
      error={Object.keys(correct.fields).length > 0 ? null : correct.error}
      disabled={Object.keys(fields).length === 0}
      onSubmit={() =>
        void correct.run({ seriesId, number: entry.number, fields }).then((value) => value && onClose())
      }
      onClose={onClose}
    >
      <p className="muted">Số {entry.numberText} không đổi; mỗi chỗ sửa được ghi lại từ gì thành gì.</p>
      <div className="line-form" onKeyDown={enterMovesOn}>
        <LineFieldsForm
          form={form}
          set={(patch) => setForm((now) => ({ ...now, ...patch }))}
          fields={correct.fields}
        />
      </div>
    </FormDialog>
  );
}
