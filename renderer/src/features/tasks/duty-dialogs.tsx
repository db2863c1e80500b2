import { Form, Input, Segmented, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { CHOICE_WORDS, reportsText } from '../../../../shared/domain/task/words';
import type { DutyState, GuardedChoice } from '../../../../shared/domain/task/model';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { DutyView } from '../../../../shared/rpc/contract/task';
import { formatNumber, parseNumber } from '../../../../shared/text/numbers';
import { useCommand } from '../../api/commands';
import { toastInfo } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { DocumentMarkField, KeptFileField } from '../../ui/document-fields';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, today } from '../../ui/format';
import { TextItem } from '../../ui/text-item';

export interface Chosen {
  readonly task: string;
  readonly units: string[] | null;
}

interface DutyDialogProps {
  readonly dossierId: string;
  readonly duties: readonly Chosen[];
  /** Whom and what it is about, as a person reads it. */
  readonly what: string;
  readonly onClose: (done: boolean) => void;
}

const STATES: readonly { readonly value: DutyState; readonly label: string }[] = [
  { value: 'done', label: 'Hoàn thành' },
  { value: 'doing', label: 'Đang làm' },
  { value: 'not-done', label: 'Không thực hiện' },
  { value: 'todo', label: 'Chưa làm' },
];
const CHOICES = (Object.entries(CHOICE_WORDS) as [GuardedChoice, string][]).map(([value, label]) => ({
  value,
  label,
}));

/** Ghi kết quả: state, day, evidence, for one duty or many. Of a guarded task only a count, a choice and a number. */
export function PutDialog(
  props: DutyDialogProps & {
    readonly guarded: boolean;
    /** What stands, where it is one duty. */
    readonly standing: DutyView | null;
  },
): ReactNode {
  const { dossierId, guarded, standing } = props;
  const record = standing?.record ?? null;
  const [state, setState] = useState<DutyState>(
    standing && standing.state !== 'todo' ? standing.state : 'done',
  );
  const [doneOn, setDoneOn] = useState<string | null>(record?.doneOn ?? today());
  const [reason, setReason] = useState(record?.reason ?? '');
  const [result, setResult] = useState(record?.result ?? '');
  const [amount, setAmount] = useState(record?.amount == null ? '' : formatNumber(record.amount));
  const [choice, setChoice] = useState<GuardedChoice | null>(record?.choice ?? null);
  const [numberText, setNumber] = useState(record?.evidence?.numberText ?? '');
  const [day, setDay] = useState(record?.evidence?.date ?? null);
  const [file, setFile] = useState<HandedFile | null>(null);
  const put = useCommand('task.put', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: ({ duties }) => `Đã ghi kết quả ${duties} lượt nhiệm vụ – đơn vị.`,
  });
  const count = amount.trim() === '' ? null : parseNumber(amount);
  const wrongAmount = amount.trim() !== '' && (count === null || count < 0);
  const submit = async () => {
    const value = await put.run({
      dossierId,
      duties: [...props.duties],
      state,
      doneOn: state === 'done' ? doneOn : null,
      reason: state === 'not-done' && !guarded ? reason : '',
      result: guarded ? '' : result,
      amount: count,
      choice: guarded ? choice : null,
      numberText,
      date: day,
      ticket: guarded ? null : (file?.ticket ?? null),
    });
    if (!value) return;
    const [question] = value.questions;
    if (question !== undefined) toastInfo('Xem lại nội dung vừa ghi', question);
    props.onClose(true);
  };
  const { fields } = put;
  return (
    <FormDialog
      title="Ghi kết quả"
      action="Ghi kết quả"
      width={700}
      pending={put.pending}
      error={Object.keys(fields).some((name) => name !== 'units') ? null : put.error}
      disabled={
        wrongAmount ||
        (state === 'done' && doneOn === null) ||
        (state === 'not-done' && !guarded && reason.trim() === '')
      }
      onSubmit={() => void submit()}
      onClose={() => props.onClose(false)}
    >
      <p>{props.what}</p>
      {standing && standing.reports.length > 0 ? (
        <p className="tone-info">
          Đang lấy theo báo cáo {reportsText(standing.reports)}. Ghi ở đây thì lấy theo phần ghi tay; ghi
          “Chưa làm” để trở về theo báo cáo.
        </p>
      ) : null}
      {guarded ? (
        <p className="tone-info">
          Nhiệm vụ về tư tưởng, dư luận, thông tin sai trái: chỉ ghi số lượng, kết quả theo lựa chọn và số,
          ngày văn bản; không ghi lời, đường dẫn, tài khoản, không kèm tệp.
        </p>
      ) : null}
      <Form.Item label="Tình trạng">
        <Segmented
          aria-label="Tình trạng"
          value={state}
          options={[...STATES]}
          onChange={(value) => setState(value)}
        />
      </Form.Item>
      {state === 'done' ? (
        <Form.Item label="Ngày hoàn thành" {...fault(fields, 'doneOn')}>
          <DateField label="Ngày hoàn thành" value={doneOn} onChange={setDoneOn} />
        </Form.Item>
      ) : null}
      {state === 'not-done' && !guarded ? (
        <TextItem
          id="duty-reason"
          label="Lý do"
          {...fault(fields, 'reason')}
          maxLength={300}
          value={reason}
          onChange={setReason}
        />
      ) : null}
      {guarded ? (
        <Form.Item label="Kết quả" {...fault(fields, 'choice')}>
          <Select
            aria-label="Kết quả"
            allowClear
            style={{ width: 280 }}
            value={choice}
            placeholder="Chọn"
            options={CHOICES}
            onChange={(value: GuardedChoice | undefined) => setChoice(value ?? null)}
          />
        </Form.Item>
      ) : (
        <TextItem
          id="duty-result"
          label="Kết quả"
          {...fault(fields, 'result')}
          maxLength={500}
          placeholder="vài từ về việc của đơn vị; không ghi thông tin của công dân"
          value={result}
          onChange={setResult}
        />
      )}
      <Form.Item
        label="Số lượng"
        htmlFor="duty-amount"
        {...(wrongAmount
          ? { validateStatus: 'error' as const, help: 'Ghi số, ví dụ 12 hoặc 1.234,5.' }
          : fault(fields, 'amount'))}
      >
        <Input
          id="duty-amount"
          inputMode="decimal"
          style={{ width: 140 }}
          placeholder="nếu có"
          value={amount}
          onChange={(event) => setAmount(event.target.value)}
        />
      </Form.Item>
      <DocumentMarkField
        id="duty-number"
        label="Văn bản"
        dayLabel="Ngày văn bản"
        example="12-BC/CB"
        numberText={numberText}
        day={day}
        fields={fields}
        onNumber={setNumber}
        onDay={setDay}
      />
      {guarded ? null : (
        <KeptFileField
          label="Chọn tệp chứng minh"
          value={file}
          kept={standing?.fileName ?? null}
          fields={fields}
          onChange={setFile}
        />
      )}
    </FormDialog>
  );
}

/** Gia hạn: a new last day, why, and who agreed. */
export function ExtendDialog(props: DutyDialogProps & { readonly due: string | null }): ReactNode {
  const { dossierId, due } = props;
  const [day, setDay] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [agreedBy, setAgreedBy] = useState('');
  const extend = useCommand('task.extend', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: ({ duties }) => `Đã gia hạn ${duties} lượt nhiệm vụ – đơn vị.`,
  });
  const submit = async () => {
    if (day === null) return;
    if (await extend.run({ dossierId, duties: [...props.duties], lastDay: day, reason, agreedBy }))
      props.onClose(true);
  };
  const { fields } = extend;
  return (
    <FormDialog
      title="Gia hạn nhiệm vụ"
      action="Gia hạn"
      pending={extend.pending}
      error={Object.keys(fields).some((name) => name !== 'units') ? null : extend.error}
      disabled={day === null || reason.trim() === ''}
      onSubmit={() => void submit()}
      onClose={() => props.onClose(false)}
    >
      <p>{props.what}</p>
      <Form.Item label="Hạn mới" {...fault(fields, 'lastDay')}>
        <div className="row">
          <DateField label="Hạn mới" value={day} onChange={setDay} />
          {due === null ? null : <span className="muted">hạn đang có {date(due)}</span>}
        </div>
      </Form.Item>
      <TextItem
        id="duty-extend-reason"
        label="Lý do"
        {...fault(fields, 'reason')}
        value={reason}
        onChange={setReason}
      />
      <TextItem
        id="duty-extend-by"
        label="Người đồng ý"
        placeholder="cơ quan hoặc chức danh, ví dụ Thường trực Đảng ủy"
        value={agreedBy}
        onChange={setAgreedBy}
      />
    </FormDialog>
  );
}
