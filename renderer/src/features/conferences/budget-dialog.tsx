import { Button, Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { paymentDateField } from '../../../../shared/domain/budget/commands';
import { dong } from '../../../../shared/domain/budget/totals';
import type { BudgetRow } from '../../../../shared/rpc/contract/conference';
import { formatNumber, parseNumber } from '../../../../shared/text/numbers';
import { useCommand } from '../../api/commands';
import { toastInfo } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { fault, FormDialog } from '../../ui/form-dialog';
import { TextItem } from '../../ui/text-item';

interface BudgetDialogProps {
  readonly dossierId: string;
  readonly conferenceId: string | null;
  readonly standing: BudgetRow | null;
  readonly onClose: () => void;
}

interface BackedText {
  readonly amount: string;
  readonly numberText: string;
  readonly date: string | null;
}

const textOf = (amount: number | null | undefined): string =>
  amount === null || amount === undefined ? '' : formatNumber(amount, 0);
const backedText = (value: BudgetRow['approved'] | undefined): BackedText => ({
  amount: textOf(value?.amount),
  numberText: value?.numberText ?? '',
  date: value?.date ?? null,
});

/** "1.500.000" → 1500000; null: nothing typed; undefined: no amount. */
function amountOf(text: string): number | null | undefined {
  if (text.trim() === '') return null;
  const value = parseNumber(text);
  return value !== null && Number.isInteger(value) && value >= 0 ? value : undefined;
}

const NO_AMOUNT = 'Ghi số tiền bằng đồng, từ 0 trở lên, như 1.500.000.';

export function BudgetDialog({ dossierId, conferenceId, standing, onClose }: BudgetDialogProps): ReactNode {
  const [content, setContent] = useState(standing?.content ?? '');
  const [source, setSource] = useState(standing?.source ?? '');
  const [estimate, setEstimate] = useState(textOf(standing?.estimate));
  const [approved, setApproved] = useState(backedText(standing?.approved));
  const [payments, setPayments] = useState<readonly BackedText[]>(() =>
    standing && standing.payments.length > 0 ? standing.payments.map(backedText) : [backedText(null)],
  );
  const [note, setNote] = useState(standing?.note ?? '');
  const save = useCommand('budget.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu dòng kinh phí.',
  });
  const amounts = [estimate, approved.amount, ...payments.map(({ amount }) => amount)].map(amountOf);
  const wrong = amounts.includes(undefined);
  const { fields } = save;
  const backed = (value: BackedText) => {
    const amount = amountOf(value.amount);
    return amount === null || amount === undefined
      ? null
      : { amount, numberText: value.numberText.trim(), date: value.date };
  };
  // Rows without an amount are no payments; a fault of the host counts the others.
  const paid = payments.flatMap((payment) => backed(payment) ?? []);
  const placeOf = (index: number): number =>
    payments.slice(0, index).filter((payment) => backed(payment) !== null).length;
  const sum = paid.reduce((all, { amount }) => all + amount, 0);
  const limit = amountOf(approved.amount) ?? null;
  const setPayment = (index: number, value: BackedText) =>
    setPayments(payments.map((one, at) => (at === index ? value : one)));
  const submit = async () => {
    const value = await save.run({
      dossierId,
      id: standing?.id ?? null,
      conferenceId,
      content,
      source,
      estimate: amountOf(estimate) ?? null,
      approved: backed(approved),
      payments: paid,
      note,
    });
    if (!value) return;
    const [question] = value.questions;
    if (question !== undefined) toastInfo('Có chỗ cần xem lại', question);
    onClose();
  };
  const amountFault = (text: string) =>
    amountOf(text) === undefined ? { validateStatus: 'error' as const, help: NO_AMOUNT } : {};
  return (
    <FormDialog
      title={standing ? 'Sửa dòng kinh phí' : 'Thêm dòng kinh phí'}
      action="Lưu"
      pending={save.pending}
      error={Object.keys(fields).length > 0 ? null : save.error}
      disabled={content.trim() === '' || wrong}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <TextItem
        id="budget-content"
        label="Nội dung chi"
        {...fault(fields, 'content')}
        autoFocus
        maxLength={300}
        placeholder="In tài liệu"
        value={content}
        onChange={setContent}
      />
      <TextItem
        id="budget-source"
        label="Nguồn"
        maxLength={200}
        placeholder="Ngân sách phường"
        value={source}
        onChange={setSource}
      />
      <Form.Item label="Dự toán" htmlFor="budget-estimate" {...amountFault(estimate)}>
        <Input
          id="budget-estimate"
          style={{ width: 150 }}
          suffix="đồng"
          value={estimate}
          onChange={(event) => setEstimate(event.target.value)}
        />
      </Form.Item>
      <Form.Item
        label="Được duyệt"
        htmlFor="budget-approved"
        {...amountFault(approved.amount)}
        {...fault(fields, 'approvedDate')}
      >
        <BackedFields
          id="budget-approved"
          label="được duyệt"
          paper="Số văn bản"
          value={approved}
          onChange={setApproved}
        />
      </Form.Item>
      {payments.map((payment, index) => (
        <Form.Item
          key={index}
          label={payments.length === 1 ? 'Thực chi' : `Thực chi lần ${index + 1}`}
          htmlFor={`budget-payment-${index}`}
          {...amountFault(payment.amount)}
          {...(backed(payment) === null ? {} : fault(fields, paymentDateField(placeOf(index))))}
        >
          <BackedFields
            id={`budget-payment-${index}`}
            label={payments.length === 1 ? 'thực chi' : `thực chi lần ${index + 1}`}
            paper="Số chứng từ"
            value={payment}
            onChange={(value) => setPayment(index, value)}
          >
            {payments.length === 1 ? null : (
              <Button
                size="small"
                type="text"
                aria-label={`Bỏ lần chi ${index + 1}`}
                onClick={() => setPayments(payments.filter((_, at) => at !== index))}
              >
                Bỏ
              </Button>
            )}
          </BackedFields>
        </Form.Item>
      ))}
      <Form.Item label=" ">
        <div className="row wrap">
          <Button size="small" onClick={() => setPayments([...payments, backedText(null)])}>
            Thêm lần chi
          </Button>
          {paid.length > 1 ? <span>Cộng thực chi: {dong(sum)}</span> : null}
          {limit !== null && sum > limit ? (
            <span className="tone-warn" role="status">
              ? Vượt số được duyệt {dong(sum - limit)}.
            </span>
          ) : null}
        </div>
      </Form.Item>
      <TextItem id="budget-note" label="Ghi chú" maxLength={300} value={note} onChange={setNote} />
    </FormDialog>
  );
}

interface BackedFieldsProps {
  readonly id: string;
  /** "được duyệt", as the fields beside the amount are called by. */
  readonly label: string;
  readonly paper: string;
  readonly value: BackedText;
  readonly onChange: (value: BackedText) => void;
  readonly children?: ReactNode;
}

/** An amount with the document that stands behind it. */
function BackedFields({ id, label, paper, value, onChange, children }: BackedFieldsProps): ReactNode {
  return (
    <div className="row">
      <Input
        id={id}
        style={{ width: 120 }}
        value={value.amount}
        onChange={(event) => onChange({ ...value, amount: event.target.value })}
      />
      <Input
        aria-label={`${paper} ${label}`}
        placeholder={paper}
        style={{ width: 116 }}
        value={value.numberText}
        onChange={(event) => onChange({ ...value, numberText: event.target.value })}
      />
      <DateField
        label={`Ngày ${label}`}
        allowClear
        value={value.date}
        onChange={(date) => onChange({ ...value, date })}
      />
      {children}
    </div>
  );
}
