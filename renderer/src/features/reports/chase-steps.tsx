import { Button, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { CHASE_LEVEL } from '../../../../shared/i18n/vi';
import type { InputOf } from '../../../../shared/rpc/contract';
import type { ChaseTextsView } from '../../../../shared/rpc/contract/chase';
import { callQuery } from '../../api/client';
import { copyText } from '../../ui/copy-table';
import { DateField } from '../../ui/date-field';
import { today } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { offWhen } from '../../ui/writing';

export type StepToRecord = Omit<InputOf<'report.recordChase'>, 'places'>;

interface ChaseStepsProps {
  /** The units that are chosen. */
  readonly units: ChaseTextsView['units'];
  /** The list of all, told first when all are copied. */
  readonly listText: string;
  readonly all: boolean;
  readonly places: InputOf<'report.chaseFile'>['places'];
  readonly proposedLastDay: string;
  readonly channel: string;
  readonly onChannel: (channel: string) => void;
  readonly pending: boolean;
  readonly onRecord: (step: StepToRecord) => void;
}

const CHANNELS = ['Zalo', 'Điện thoại', 'Thư điện tử', 'Trực tiếp'];

/** The three steps side by side: make, look, and only then say that it was done. */
export function ChaseSteps(props: ChaseStepsProps): ReactNode {
  const { units, places, pending } = props;
  const delivery = useDelivery();
  const [newLastDay, setNewLastDay] = useState<string | null>(null);
  const [on, setOn] = useState<string>(today());
  const [note, setNote] = useState('');
  const day = newLastDay ?? props.proposedLastDay;
  const none = units.length === 0;
  const due = units.some(({ owes }) => owes.some(({ state }) => state !== 'not-due'));
  const file = (product: 'sheet' | 'letter' | 'report', format: 'pdf' | 'docx' | 'xlsx', label: string) => (
    <Button
      loading={delivery.busy === `${product}.${format}`}
      disabled={none || (product !== 'sheet' && !due)}
      onClick={() =>
        delivery.make(`${product}.${format}`, () =>
          callQuery('report.chaseFile', { places, product, format, newLastDay: day }),
        )
      }
    >
      {label}
    </Button>
  );
  const messages = units.map(({ message }) => message);
  return (
    <div className="chase-steps">
      <section aria-label={CHASE_LEVEL[1].word}>
        <h3>{CHASE_LEVEL[1].word}</h3>
        <div className="row">
          <Button
            disabled={none}
            onClick={() =>
              void copyText(
                (props.all ? [props.listText, ...messages] : messages).join('\n\n'),
                `Đã chép ${messages.length} tin nhắn. Mở Zalo và dán (Ctrl+V).`,
              )
            }
          >
            Chép tất cả
          </Button>
          {file('sheet', 'pdf', 'In danh sách')}
          {file('sheet', 'xlsx', 'Excel')}
        </div>
        <div className="row">
          <Select
            aria-label="Cách nhắc"
            style={{ width: 124 }}
            value={props.channel}
            options={CHANNELS.map((value) => ({ value, label: value }))}
            onChange={props.onChannel}
          />
          <Button
            {...offWhen(none || pending)}
            onClick={() => props.onRecord({ level: 1, channel: props.channel, on, note })}
          >
            Đã gửi tất cả
          </Button>
        </div>
      </section>
      <section aria-label={CHASE_LEVEL[2].word}>
        <h3>{CHASE_LEVEL[2].word}</h3>
        <div className="row">
          {file('letter', 'docx', 'Công văn Word')}
          {file('letter', 'pdf', 'Công văn PDF')}
        </div>
        <div className="row">
          <span className="muted">Hạn mới</span>
          <DateField label="Hạn mới" value={day} onChange={setNewLastDay} />
          <Button
            {...offWhen(none || !due || pending)}
            onClick={() => props.onRecord({ level: 2, newLastDay: day, on, note })}
          >
            Lưu, ghi lần 2
          </Button>
        </div>
      </section>
      <section aria-label={CHASE_LEVEL[3].word}>
        <h3>{CHASE_LEVEL[3].word}</h3>
        <div className="row">
          {file('report', 'docx', 'Báo cáo Word')}
          {file('report', 'pdf', 'Báo cáo PDF')}
        </div>
        <div className="row">
          <Button
            {...offWhen(none || !due || pending)}
            onClick={() => props.onRecord({ level: 3, newLastDay: day, on, note })}
          >
            Lưu, ghi lần 3
          </Button>
        </div>
      </section>
      <div className="row chase-note">
        <span className="muted">Ngày đôn đốc</span>
        <DateField label="Ngày đôn đốc" value={on} onChange={(value) => setOn(value ?? today())} />
        <Input
          aria-label="Ghi chú"
          placeholder="Ghi chú (ai nhận, trả lời thế nào)"
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
    </div>
  );
}
