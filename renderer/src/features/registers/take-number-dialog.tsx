import { Alert, Button, Checkbox, Form, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastDone } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { date, today } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { GapQuestion } from '../books/gap-question';
import { FaultNote, FieldFaults, useFormFaults } from '../../ui/field-faults';
import { NumberField } from '../../ui/number-field';

type Proposal = OutputOf<'dispatch.nextNumber'>;

interface TakeNumberProps {
  readonly dossierId: string;
  /** Null: the plan. */
  readonly documentId: string | null;
  readonly title: string;
  readonly onClose: () => void;
}

const RESERVED_SHOWN = 5;

/**
 * Lấy số: the next number is shown and taken. What the text itself prints and the numbers kept for somebody are offered
 * beside it; the book is asked about every number before it is taken.
 */
export function TakeNumberDialog({ dossierId, documentId, title, onClose }: TakeNumberProps): ReactNode {
  useReturnFocus();
  const [day, setDay] = useState(today());
  const [number, setNumber] = useState<number | null>(null);
  const [claim, setClaim] = useState(false);
  const [seen, setSeen] = useState(false);
  const [gapSeen, setGapSeen] = useState(false);
  const about = { dossierId, documentId, date: day };
  const next = useRpc('dispatch.nextNumber', about, { keep: true });
  const wished = useRpc(
    'dispatch.nextNumber',
    { ...about, number },
    { keep: true, enabled: number !== null },
  );
  const register = useCommand('dispatch.register', { form: true, showsError: true });
  const printed = next.data?.printed;
  const told = number === null ? next.data : wished.data?.number === number ? wished.data : undefined;
  const taken = told?.taken ?? null;
  /** What the book says against it. */
  const barred = taken !== null && !(claim && taken.claimable) ? taken : null;
  const faults = useFormFaults();
  const blanks = next.data?.blanks ?? [];
  const leaves = barred === null ? (told?.leaves ?? null) : null;
  const asked = (blanks.length > 0 && !seen) || (leaves !== null && !gapSeen);
  const choose = (value: number | null, kept: boolean) => {
    register.reset();
    setNumber(value);
    setClaim(kept);
    setGapSeen(false);
  };
  const submit = async () => {
    if (barred !== null || asked || !faults.settled()) return;
    const value = await register.run({ ...about, number, claim, blanksSeen: seen, gapSeen });
    if (!value) return;
    toastDone(`Đã lấy số ${value.numberText}`, value.warnings.join(' ') || undefined);
    onClose();
  };
  const action = told && barred === null ? `Lấy số ${told.numberText}` : 'Lấy số';
  const complaint = register.error ? (register.fields['number'] ?? register.error.message) : null;
  return (
    <Modal
      open
      title="Lấy số văn bản"
      onCancel={onClose}
      onOk={() => void submit()}
      okText={action}
      okButtonProps={{ disabled: barred !== null || asked }}
      cancelText="Thôi"
      confirmLoading={register.pending}
    >
      <p>{title}</p>
      <FaultNote faults={faults} action={action} />
      {documentId === null || documentId === dossierId ? <OpenErrors dossierId={dossierId} /> : null}
      {blanks.length > 0 ? (
        <Blanks dossierId={dossierId} blanks={blanks} seen={seen} onSeen={setSeen} />
      ) : null}
      {printed ? (
        <Printed
          printed={printed}
          onUse={(kept) => {
            if (printed.date !== null) setDay(printed.date);
            choose(printed.number, kept);
          }}
        />
      ) : null}
      <FieldFaults value={faults.report}>
        <Form layout="vertical">
          <Form.Item label="Ngày văn bản">
            <DateField label="Ngày văn bản" value={day} onChange={(value) => setDay(value ?? today())} />
          </Form.Item>
          <Form.Item
            label="Số"
            htmlFor="register-number"
            {...(complaint === null
              ? barred !== null
                ? { validateStatus: 'error' as const, help: barred.message }
                : {
                    help: next.data
                      ? `Số tiếp theo: ${next.data.numberText}. Để trống để lấy số này.`
                      : (next.error?.message ?? 'Đang tìm số tiếp theo…'),
                  }
              : { validateStatus: 'error' as const, help: complaint })}
          >
            <NumberField
              words="Số"
              id="register-number"
              controls={false}
              value={number}
              placeholder={next.data ? String(next.data.number) : ''}
              onChange={(value) => choose(value, false)}
              onPressEnter={() => void submit()}
            />
          </Form.Item>
        </Form>
      </FieldFaults>
      {told && barred?.claimable === true ? (
        <Button onClick={() => setClaim(true)}>Đúng là số của văn bản này, dùng số {told.numberText}</Button>
      ) : null}
      <GapQuestion question={leaves} number={told?.numberText ?? ''} seen={gapSeen} onSeen={setGapSeen} />
      {told?.warnings.map((question) => (
        <p key={question} className="tone-warn">
          ? {question}
        </p>
      ))}
      <Reserved rows={next.data?.reserved ?? []} onUse={(kept) => choose(kept, true)} />
    </Modal>
  );
}

/** What the text prints in the number's place: a proposal with its words, taken over by a person only. */
function Printed({
  printed,
  onUse,
}: {
  readonly printed: NonNullable<Proposal['printed']>;
  readonly onUse: (claim: boolean) => void;
}): ReactNode {
  const { number, words, taken, question } = printed;
  if (number === null) return null;
  const day = printed.date === null ? '' : `, ngày ${date(printed.date)}`;
  return (
    <Alert
      data-testid="printed-number"
      type={taken ? 'warning' : 'info'}
      style={{ marginBottom: 12 }}
      title={`Trong văn bản: “${words}”`}
      description={
        <>
          {question === null ? null : <p>{question}</p>}
          {taken === null ? null : <p>{taken.message}</p>}
          {taken === null || taken.claimable ? (
            <Button size="small" onClick={() => onUse(taken !== null)}>
              Dùng số {number}
              {day}
            </Button>
          ) : null}
        </>
      }
    />
  );
}

function Reserved({
  rows,
  onUse,
}: {
  readonly rows: Proposal['reserved'];
  readonly onUse: (number: number) => void;
}): ReactNode {
  if (rows.length === 0) return null;
  return (
    <section aria-label="Số đang giữ chỗ">
      <strong>Số đang giữ chỗ trong sổ này</strong>
      <ul className="plain-list">
        {rows.slice(0, RESERVED_SHOWN).map(({ number, numberText, holder, reason }) => (
          <li key={number} className="row">
            <span className="grow">
              {numberText}: {holder}, {reason}
            </span>
            <Button size="small" onClick={() => onUse(number)}>
              Dùng số {numberText}
            </Button>
          </li>
        ))}
      </ul>
      {rows.length > RESERVED_SHOWN ? (
        <p className="muted">Còn {rows.length - RESERVED_SHOWN} số nữa: gõ số cần dùng vào ô Số.</p>
      ) : null}
    </section>
  );
}

const BLANKS_SHOWN = 5;

/** Dots that nobody filled in: named with their places; who goes on says so. */
function Blanks(props: {
  readonly dossierId: string;
  readonly blanks: Proposal['blanks'];
  readonly seen: boolean;
  readonly onSeen: (seen: boolean) => void;
}): ReactNode {
  const { blanks } = props;
  return (
    <Alert
      data-testid="blank-places"
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={`Văn bản còn ${blanks.length} chỗ chưa điền`}
      description={
        <>
          <ul className="plain-list">
            {blanks.slice(0, BLANKS_SHOWN).map(({ where, words }, index) => (
              <li key={`${index}|${words}`}>
                {where}: “{words}”
              </li>
            ))}
          </ul>
          {blanks.length > BLANKS_SHOWN ? <p>Còn {blanks.length - BLANKS_SHOWN} chỗ khác.</p> : null}
          <p>
            <Link to={`/ke-hoach/${props.dossierId}/soan-thao/kiem-tra`}>Điền trước khi lấy số</Link>
          </p>
          <Checkbox checked={props.seen} onChange={(event) => props.onSeen(event.target.checked)}>
            Đã xem, vẫn lấy số khi còn chỗ chưa điền
          </Checkbox>
        </>
      }
    />
  );
}

/** A reminder, no bar: the number may still be taken. */
function OpenErrors({ dossierId }: { readonly dossierId: string }): ReactNode {
  const checked = useRpc('plan.check', { dossierId });
  const errors = checked.data?.counts.error ?? 0;
  if (errors === 0) return null;
  return (
    <p className="tone-warn">
      ? Phần kiểm tra còn nêu {errors} lỗi.{' '}
      <Link to={`/ke-hoach/${dossierId}/soan-thao/kiem-tra`}>Xem trước khi lấy số</Link>
    </p>
  );
}
