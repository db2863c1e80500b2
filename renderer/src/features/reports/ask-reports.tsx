import { Alert, Button, Form, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { isWeekend, partsOf, weekdayName } from '../../../../shared/date/plain-date';
import type { Indicator } from '../../../../shared/domain/office/model';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { fold } from '../../../../shared/text/normalize';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastDone } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { date, dateWithDay, today } from '../../ui/format';
import { PeriodSelect } from '../../ui/period-select';
import { useReturnFocus } from '../../ui/return-focus';

interface AskReportsProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
  readonly onClose: () => void;
  readonly onAsked: (period: string) => void;
}

/** Which period, until when, which figures, from whom. A due day that is none is proposed on, and a person confirms. */
export function AskReports({ dossier, office, onClose, onAsked }: AskReportsProps): ReactNode {
  useReturnFocus();
  const year = partsOf(today()).year;
  const { dossierId } = dossier;
  const [period, setPeriod] = useState<string>(`${year}-Q${Math.ceil(partsOf(today()).month / 3)}`);
  const [lastDay, setLastDay] = useState<string | null>(null);
  const [indicators, setIndicators] = useState<readonly string[] | null>(null);
  const [units, setUnits] = useState<readonly string[] | null>(null);
  const propose = useRpc('report.propose', { dossierId, period }, { keep: false });
  const schedule = useCommand('report.schedule', { form: true, showsError: true });
  const proposal = propose.data;
  const existing = dossier.periods.find((each) => each.id === period);
  const day = lastDay ?? existing?.lastDay ?? proposal?.proposedLastDay ?? null;
  const asked = indicators ?? existing?.indicators ?? proposal?.indicators ?? [];
  const expected = units ?? existing?.unitIds ?? proposal?.unitIds ?? [];

  // What the plan itself asks for, beside what the office usually asks: a person makes them agree.
  const said = [
    ...new Set(
      dossier.items.flatMap((item) =>
        item.kind === 'reporting' && !item.dropped ? [item.text.replace(/^[-–+•]\s*/, '')] : [],
      ),
    ),
  ];

  const submit = async () => {
    if (day === null) return;
    const value = await schedule.run({
      dossierId,
      period,
      lastDay: day,
      indicators: [...asked],
      units: [...expected],
      from: proposal?.from ?? null,
      to: proposal?.to ?? null,
    });
    if (!value) return;
    toastDone(`Đã yêu cầu ${value.expected} đơn vị báo cáo ${periodWords(period)}.`);
    onAsked(period);
  };

  return (
    <Modal
      open
      width={820}
      title="Yêu cầu báo cáo"
      onCancel={onClose}
      onOk={() => void submit()}
      okText={`Yêu cầu ${expected.length} đơn vị báo cáo`}
      cancelText="Thôi"
      confirmLoading={schedule.pending}
      okButtonProps={{ disabled: day === null || asked.length === 0 || expected.length === 0 }}
    >
      {propose.error ? <Alert type="error" showIcon title={propose.error.message} /> : null}
      {schedule.error ? <Alert type="error" showIcon title={schedule.error.message} /> : null}
      {said.length > 0 ? (
        <Alert
          type="info"
          title="Kế hoạch ghi về chế độ báo cáo:"
          description={
            <ul>
              {said.map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          }
          style={{ marginBottom: 12 }}
        />
      ) : null}
      <Form layout="horizontal" labelCol={{ flex: '150px' }} labelAlign="left" colon={false}>
        <Form.Item label="Kỳ báo cáo">
          <PeriodSelect
            label="Kỳ báo cáo"
            value={period}
            year={year}
            adHoc={dossier.periods.filter((each) => each.id.startsWith('DX-')).length + 1}
            onChange={(value) => {
              if (value === null) return;
              setPeriod(value);
              setLastDay(null);
            }}
          />
          {existing ? (
            <span className="tone-warn"> Kỳ này đã được yêu cầu; lưu sẽ sửa yêu cầu cũ.</span>
          ) : null}
        </Form.Item>
        <Form.Item label="Số liệu">
          {proposal ? `từ ${date(proposal.from)} đến hết ${date(proposal.to)}` : 'Đang tính…'}
        </Form.Item>
        <Form.Item
          label="Hạn cuối"
          {...(day !== null && isWeekend(day)
            ? {
                validateStatus: 'warning' as const,
                help: `${weekdayName(day)} là ngày nghỉ; hãy xác nhận hoặc chọn ngày khác.`,
              }
            : {})}
        >
          <div className="row">
            <DateField label="Hạn cuối" value={day} onChange={setLastDay} />
            {day === null ? null : <span className="muted">{dateWithDay(day)}</span>}
          </div>
          {proposal?.reason ? (
            <div className="tone-warn">
              ? {proposal.reason}{' '}
              {day === proposal.dueDay ? (
                <Button size="small" onClick={() => setLastDay(proposal.proposedLastDay)}>
                  Lùi đến {date(proposal.proposedLastDay)}
                </Button>
              ) : (
                <Button size="small" onClick={() => setLastDay(proposal.dueDay)}>
                  Giữ ngày {date(proposal.dueDay)}
                </Button>
              )}
            </div>
          ) : null}
        </Form.Item>
        <Form.Item label="Chỉ tiêu">
          <IndicatorSelect indicators={office.indicators} value={asked} onChange={setIndicators} />
        </Form.Item>
        <Form.Item label="Đơn vị báo cáo">
          <EntrySelect
            label="Đơn vị báo cáo"
            entries={office.entries}
            kinds={['unit', 'group']}
            value={expected}
            onChange={setUnits}
          />
          <span className="muted">Chọn nhóm để lấy mọi đơn vị trong nhóm.</span>
        </Form.Item>
      </Form>
    </Modal>
  );
}

function IndicatorSelect(props: {
  readonly indicators: readonly Indicator[];
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
}): ReactNode {
  const usable = props.indicators.filter((each) => each.enabled || props.value.includes(each.id));
  const sections = [...new Set(usable.map((each) => each.section))];
  return (
    <div>
      <Select
        mode="multiple"
        aria-label="Chỉ tiêu"
        className="wide-select"
        value={[...props.value]}
        maxTagCount="responsive"
        showSearch={{
          filterOption: (text, option) => fold(option?.label ?? '').includes(fold(text)),
        }}
        options={sections.map((section) => ({
          label: section,
          options: usable
            .filter((each) => each.section === section)
            .map((each) => ({ value: each.id, label: `${each.id} ${each.name}` })),
        }))}
        onChange={props.onChange}
      />
      <div className="row">
        <span className="muted">{props.value.length} chỉ tiêu.</span>
        {sections.map((section) => {
          const codes = usable.filter((each) => each.section === section).map((each) => each.id);
          const all = codes.every((code) => props.value.includes(code));
          return (
            <button
              key={section}
              type="button"
              className="link-button"
              aria-pressed={all}
              onClick={() =>
                props.onChange(
                  all
                    ? props.value.filter((code) => !codes.includes(code))
                    : usable
                        .map((each) => each.id)
                        .filter((code) => props.value.includes(code) || codes.includes(code)),
                )
              }
            >
              {all ? '✓ ' : '+ '}
              {section}
            </button>
          );
        })}
      </div>
    </div>
  );
}
