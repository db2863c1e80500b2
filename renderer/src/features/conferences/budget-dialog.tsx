import { Form, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import type { BudgetRow } from '../../../../shared/rpc/contract/conference';
import { formatNumber, parseNumber } from '../../../../shared/text/numbers';
import { useCommand } from '../../api/commands';
import { toastInfo } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { fault, FormDialog } from '../../ui/form-dialog';

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
  const [spent, setSpent] = useState(backedText(standing?.spent));
  const [note, setNote] = useState(standing?.note ?? '');
  const save = useCommand('budget.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã lưu dòng kinh phí.',
  });
  const amounts = [estimate, approved.amount, spent.amount].map(amountOf);
  const wrong = amounts.includes(undefined);
  const { fields } = save;
  const backed = (value: BackedText) => {
    const amount = amountOf(value.amount);
    return amount === null || amount === undefined
      ? null
      : { amount, numberText: value.numberText.trim(), date: value.date };
  };
  const submit = async () => {
    const value = await save.run({
      dossierId,
      id: standing?.id ?? null,
      conferenceId,
      content,
      source,
      estimate: amountOf(estimate) ?? null,
      approved: backed(approved),
      spent: backed(spent),
      note,
    });
    if (!value) return;
    const [question] = value.questions;
    if (question !== undefined) toastInfo('Có chỗ cần xem lại', question);
    onClose();
  };
  const amountFault = (text: string) =>
    amountOf(text) === undefined ? { validateStatus: 'error' as const, help: NO_AMOUNT } : {};
  const backedFields = (
    id: 'approved' | 'spent',
    label: string,
    paper: string,
    value: BackedText,
    set: (value: BackedText) => void,
  ) => (
    <Form.Item
      label={label}
      htmlFor={`budget-${id}`}
      {...amountFault(value.amount)}
      {...fault(fields, `${id}Date`)}
    >
      <div className="row">
        <Input
          id={`budget-${id}`}
          style={{ width: 150 }}
          value={value.amount}
          onChange={(event) => set({ ...value, amount: event.target.value })}
        />
        <Input
          aria-label={`${paper} ${label.toLowerCase()}`}
          placeholder={paper}
          style={{ width: 150 }}
          value={value.numberText}
          onChange={(event) => set({ ...value, numberText: event.target.value })}
        />
        <DateField
          label={`Ngày ${label.toLowerCase()}`}
          allowClear
          value={value.date}
          onChange={(date) => set({ ...value, date })}
        />
      </div>
    </Form.Item>
  );
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
      <Form.Item label="Nội dung chi" htmlFor="budget-content" {...fault(fields, 'content')}>
        <Input
          id="budget-content"
          autoFocus
          maxLength={300}
          placeholder="In tài liệu"
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Nguồn" htmlFor="budget-source">
        <Input
          id="budget-source"
          maxLength={200}
          placeholder="Ngân sách phường"
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </Form.Item>
      <Form.Item label="Dự toán" htmlFor="budget-estimate" {...amountFault(estimate)}>
        <Input
          id="budget-estimate"
          style={{ width: 150 }}
          suffix="đồng"
          value={estimate}
          onChange={(event) => setEstimate(event.target.value)}
        />
      </Form.Item>
      {backedFields('approved', 'Được duyệt', 'Số văn bản', approved, setApproved)}
      {backedFields('spent', 'Thực chi', 'Số chứng từ', spent, setSpent)}
      <Form.Item label="Ghi chú" htmlFor="budget-note">
        <Input
          id="budget-note"
          maxLength={300}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Form.Item>
    </FormDialog>
  );
}
