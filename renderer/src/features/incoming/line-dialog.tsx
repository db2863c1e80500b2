import { AutoComplete, Button, Form, Input, Radio } from 'antd';
import { useDeferredValue, useState, type ReactNode } from 'react';
import { dateQuestion, deadlineQuestion } from '../../../../shared/domain/incoming/questions';
import { FIELD_WORDS, REQUEST_WORDS, URGENCY_WORDS } from '../../../../shared/domain/incoming/words';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { IncomingRow } from '../../../../shared/rpc/contract/incoming';
import { fold } from '../../../../shared/text/normalize';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FileField, FormDialog, fault } from '../../ui/form-dialog';
import { NumberField } from '../../ui/number-field';
import { GapQuestion } from '../books/gap-question';
import { enterMovesOn } from './enter-moves-on';
import { changedFields, emptyForm, formOf, type LineForm } from './line-form';
import { LineQuestion } from './line-question';
import { useNames } from './names';
import { DeadlineChoices, ReadValue, useReading, type Reading } from './reading';

interface LineDialogProps {
  /** Null: a new line. */
  readonly standing: IncomingRow | null;
  /** What is known already of a new one (a plan's basis that is not in the book). */
  readonly initial?: Partial<LineForm>;
  readonly dossierIds?: readonly string[];
  readonly file?: HandedFile | null;
  readonly onClose: () => void;
}

const KINDS = ['Công văn', 'Kế hoạch', 'Chỉ thị', 'Nghị quyết', 'Kết luận', 'Hướng dẫn', 'Thông báo', 'Quyết định', 'Chương trình', 'Giấy mời', 'Báo cáo', 'Tờ trình']; // prettier-ignore

const told = (questions: readonly string[]): string | null =>
  questions.length === 0 ? null : questions.join(' ');

/** One line of the book, written by keyboard: Enter goes on, the last Enter writes. */
export function LineDialog(props: LineDialogProps): ReactNode {
  const { standing, onClose } = props;
  const [before] = useState<LineForm>(() => ({
    ...(standing ? formOf(standing) : emptyForm()),
    ...props.initial,
  }));
  const [form, setForm] = useState(before);
  /** Untouched: the book's next number; null: cleared, to be typed anew. */
  const [typedNumber, setNumber] = useState<number | null | undefined>(undefined);
  const [gapSeen, setGapSeen] = useState(false);
  const [file, setFile] = useState<HandedFile | null>(props.file ?? null);
  const reading = useReading(standing ? null : file, setFile);
  const register = useCommand('incoming.register', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: (value) => `Đã đăng ký số đến ${value.number}.`,
    note: (value) => told(value.questions),
  });
  const correct = useCommand('incoming.correct', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã sửa dòng; nội dung cũ còn trong lịch sử của dòng.',
    note: (value) => told(value.questions),
  });
  const year = Number(form.arrivedOn.slice(0, 4));
  const book = useRpc('incoming.list', { year, limit: 1 }, { keep: true, enabled: standing === null });
  const next = book.data?.next ?? null;
  /** Null: the next one, given by the host. */
  const number = typedNumber === undefined || typedNumber === next ? null : typedNumber;
  const marks = useDeferredValue(form);
  const same = useRpc(
    'incoming.sameAs',
    { numberText: marks.numberText, date: marks.date, issuer: marks.issuer },
    { keep: true, enabled: standing === null && marks.numberText.trim() !== '' },
  );
  const found = same.data ?? null;
  /** What the host found just before registering, where this window had not seen it. */
  const refused = standing === null ? register.error?.details?.['twin'] : undefined;
  const twice =
    standing === null && form.numberText.trim() !== ''
      ? (found?.words ?? register.fields['numberText'] ?? null)
      : null;
  const office = useRpc('office.get', {});
  const set = (patch: Partial<LineForm>) => setForm((now) => ({ ...now, ...patch }));
  const superiors = useNames(office.data?.entries, ['superior']);
  const handlers = useNames(office.data?.entries, ['unit', 'position']);
  const step = standing ? correct : register;
  const { fields } = step;

  const submit = async () => {
    if (standing) {
      if (await correct.run({ id: standing.id, fields: changedFields(before, form) })) onClose();
      return;
    }
    const value = await register.run({
      ...form,
      number,
      gapSeen,
      ticket: file?.ticket ?? null,
      dossierIds: [...(props.dossierIds ?? [])],
      // The host looks once more: what it finds beside the line that is shown here is asked about first.
      ifTwin: 'ask',
      seenTwin: found?.id ?? (typeof refused === 'string' ? refused : null),
    });
    if (value) onClose();
  };
  const take = (found: Reading['fields']) => {
    const patch: Partial<LineForm> = Object.fromEntries(found.map(({ field, value }) => [field, value]));
    set(patch.issuer === undefined ? patch : { ...patch, issuerId: superiors.idOf(patch.issuer) });
  };
  const proposed = (field: keyof LineForm): ReactNode => (
    <ReadValue reading={reading} field={field} form={form} onTake={take} />
  );
  const text = (field: 'documentKind' | 'numberText' | 'receiver' | 'note', placeholder = '') => (
    <Input
      id={`line-${field}`}
      placeholder={placeholder}
      value={form[field]}
      onChange={(event) => set({ [field]: event.target.value })}
    />
  );
  return (
    <FormDialog
      title={standing ? `Sửa dòng số đến ${standing.number}/${standing.year}` : 'Đăng ký văn bản đến'}
      action={standing ? 'Lưu' : twice === null ? 'Đăng ký' : 'Vẫn đăng ký'}
      width={860}
      // The day and the number before it are filled in already (and a day opens its calendar over the form).
      firstField="#line-issuer"
      pending={step.pending}
      error={Object.keys(fields).length > 0 ? null : step.error}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {/* Keys of the fields below come up to this box. */}
      <div className="line-form" onKeyDown={enterMovesOn}>
        {standing ? null : (
          <Form.Item label="Tệp văn bản">
            <FileField label="Chọn tệp" value={file} onChange={setFile} />
            {reading === null || file === null ? null : (
              <div className="row">
                <span className="muted">
                  {reading.readable
                    ? 'Đã đọc văn bản. Hãy so với từng ô rồi bấm dùng; chưa có gì được ghi.'
                    : 'Tệp này được giữ nguyên; hãy nhìn bản giấy và gõ vào các ô.'}
                </span>
                {reading.fields.length > 0 ? (
                  <Button size="small" onClick={() => take(reading.fields)}>
                    Dùng tất cả các ô đọc được
                  </Button>
                ) : null}
              </div>
            )}
          </Form.Item>
        )}
        <Form.Item label="Ngày đến, số đến" {...fault(fields, 'arrivedOn')}>
          <div className="row">
            <DateField
              label="Ngày đến"
              value={form.arrivedOn}
              onChange={(value) => {
                if (value === null) return;
                set({ arrivedOn: value });
                setGapSeen(false);
              }}
            />
            {standing ? (
              <strong>Số đến {standing.number} (không đổi)</strong>
            ) : (
              <NumberField
                words="Số đến"
                aria-label="Số đến"
                value={typedNumber === undefined ? next : typedNumber}
                placeholder={next === null ? '' : String(next)}
                onChange={(value) => {
                  register.reset();
                  setGapSeen(false);
                  setNumber(value);
                }}
              />
            )}
            {fields['number'] === undefined ? null : <span className="field-error">{fields['number']}</span>}
          </div>
          <GapQuestion
            question={fields['gapSeen'] === undefined ? null : (step.error?.message ?? null)}
            number={String(number ?? '')}
            seen={gapSeen}
            onSeen={setGapSeen}
          />
        </Form.Item>
        <Form.Item label="Tác giả" htmlFor="line-issuer" {...fault(fields, 'issuer')}>
          <AutoComplete
            id="line-issuer"
            value={form.issuer}
            options={superiors.matching(form.issuer)}
            defaultActiveFirstOption={false}
            placeholder="Cơ quan ban hành"
            onChange={(value: string) => set({ issuer: value, issuerId: superiors.idOf(value) })}
          />
          {proposed('issuer')}
        </Form.Item>
        <Form.Item label="Số, ký hiệu" htmlFor="line-numberText">
          <div className="row">
            <span className="grow">{text('numberText', '12-KH/TU')}</span>
            <span>ngày văn bản</span>
            <DateField
              label="Ngày văn bản"
              value={form.date}
              allowClear
              onChange={(value) => set({ date: value })}
            />
          </div>
          <LineQuestion words={dateQuestion(form)} />
          {twice === null ? null : (
            <div className="tone-warn" role="status" data-testid="same-document">
              ? {twice} Chưa có số đến nào được cấp; nếu đúng là văn bản ấy thì bấm Thôi.
            </div>
          )}
          {proposed('numberText')}
          {proposed('date')}
        </Form.Item>
        <Form.Item label="Tên loại" htmlFor="line-documentKind">
          <AutoComplete
            id="line-documentKind"
            value={form.documentKind}
            options={KINDS.filter((kind) => fold(kind).includes(fold(form.documentKind))).map((value) => ({
              value,
            }))}
            defaultActiveFirstOption={false}
            onChange={(value: string) => set({ documentKind: value })}
          />
          {proposed('documentKind')}
        </Form.Item>
        <Form.Item label="Trích yếu" htmlFor="line-subject" {...fault(fields, 'subject')}>
          <Input
            id="line-subject"
            value={form.subject}
            onChange={(event) => set({ subject: event.target.value })}
          />
          {proposed('subject')}
        </Form.Item>
        <Form.Item label="Yêu cầu">
          <Radio.Group
            aria-label="Yêu cầu"
            value={form.request}
            options={Object.entries(REQUEST_WORDS).map(([value, label]) => ({ value, label }))}
            onChange={(event) => set({ request: event.target.value as LineForm['request'] })}
          />
          {proposed('request')}
        </Form.Item>
        <Form.Item label="Thời hạn" {...fault(fields, 'deadline')}>
          <div className="row">
            <DateField
              label="Thời hạn"
              value={form.deadline}
              allowClear
              onChange={(value) => set({ deadline: value })}
            />
            <Input
              aria-label="Giờ hạn"
              placeholder="giờ: 16:30"
              style={{ width: 120 }}
              value={form.deadlineTime ?? ''}
              onChange={(event) =>
                set({ deadlineTime: event.target.value === '' ? null : event.target.value })
              }
            />
          </div>
          {fields['deadlineTime'] === undefined ? null : (
            <div className="field-error">{fields['deadlineTime']}</div>
          )}
          <LineQuestion words={deadlineQuestion(form)} />
          {proposed('deadline')}
          <DeadlineChoices
            reading={reading}
            onTake={({ lastDay, time }) => set({ deadline: lastDay, deadlineTime: time })}
          />
        </Form.Item>
        <Form.Item label="Đơn vị giải quyết" htmlFor="line-handler" {...fault(fields, 'handler')}>
          <AutoComplete
            id="line-handler"
            value={form.handler}
            options={handlers.matching(form.handler)}
            defaultActiveFirstOption={false}
            placeholder="Đơn vị hoặc chức danh"
            onChange={(value: string) => set({ handler: value, handlerId: handlers.idOf(value) })}
          />
        </Form.Item>
        <Form.Item label="Nơi nhận trong sổ" htmlFor="line-receiver" {...fault(fields, 'forwardedOn')}>
          <div className="row">
            <span className="grow">{text('receiver', 'Đơn vị hoặc người nhận')}</span>
            <span>ngày chuyển</span>
            <DateField
              label="Ngày chuyển"
              value={form.forwardedOn}
              allowClear
              onChange={(value) => set({ forwardedOn: value })}
            />
          </div>
        </Form.Item>
        <Form.Item label="Độ khẩn">
          <Radio.Group
            aria-label="Độ khẩn"
            value={form.urgency}
            options={Object.entries(URGENCY_WORDS).map(([value, label]) => ({
              value,
              label: label || 'Thường',
            }))}
            onChange={(event) => set({ urgency: event.target.value as LineForm['urgency'] })}
          />
        </Form.Item>
        <Form.Item label={FIELD_WORDS.note} htmlFor="line-note">
          {text('note')}
        </Form.Item>
      </div>
    </FormDialog>
  );
}
