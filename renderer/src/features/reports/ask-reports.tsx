import { Alert, Button, Form, Input, Modal, Select, Tabs } from 'antd';
import { useState, type ReactNode } from 'react';
import { partsOf } from '../../../../shared/date/plain-date';
import { activeUnits } from '../../../../shared/domain/office/directory';
import { cycleOf, lastOfNextYear, periodsOfCycle } from '../../../../shared/domain/report/cycles';
import { isSpecial, monthRange, yearOfPeriod } from '../../../../shared/domain/report/periods';
import { periodWords } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import type { ScheduleProposal } from '../../../../shared/rpc/contract/schedule';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { toastDone } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { today } from '../../ui/format';
import { PeriodSelect } from '../../ui/period-select';
import { useReturnFocus } from '../../ui/return-focus';
import { AskFigures } from './ask-figures';
import { askGroups, askLists, proposedCodes } from './ask-lists';
import { PeriodRows, daysOf, type PeriodDays } from './ask-periods';

interface AskReportsProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
  /** The period to begin with; absent: this quarter. */
  readonly start?: string;
  readonly onClose: () => void;
  readonly onAsked: (period: string) => void;
}

type Routing = Pick<ScheduleProposal, 'via' | 'receivedBy' | 'consolidatedBy'>;

/** Periods of the same kind from one on, to the end of the next year. */
function seriesFrom(first: string): readonly string[] {
  return periodsOfCycle(cycleOf(first), first, lastOfNextYear(first)) ?? [first];
}

/** Units that are there on the first due day, without those who take the reports in. */
function everyUnit(office: OfficeView, proposal: ScheduleProposal | undefined): readonly string[] {
  const receivers = proposal?.receivers ?? [];
  return activeUnits(office.entries, proposal?.periods[0]?.proposedLastDay ?? today())
    .map(({ id }) => id)
    .filter((id) => !receivers.includes(id));
}

/** Which periods, until when, who owes what, through whom: proposed whole, and a person confirms every part. */
export function AskReports({ dossier, office, start, onClose, onAsked }: AskReportsProps): ReactNode {
  useReturnFocus();
  const year = partsOf(today()).year;
  const { dossierId } = dossier;
  const [first, setFirst] = useState<string>(start ?? `${year}-Q${Math.ceil(partsOf(today()).month / 3)}`);
  const [last, setLast] = useState(first);
  const [edited, setEdited] = useState<Readonly<Record<string, PeriodDays>>>({});
  const [units, setUnits] = useState<readonly string[] | null>(null);
  const [lists, setLists] = useState<Readonly<Record<string, readonly string[]>>>({});
  const [routing, setRouting] = useState<Partial<Routing>>({});
  const [request, setRequest] = useState<ScheduleProposal['request']>(null);
  const cycle = cycleOf(first);
  const propose = useRpc('report.proposeSchedule', { dossierId, cycle, first, last });
  const save = useCommand('report.saveSchedule', { form: true, showsError: true });
  const proposal = propose.data;
  const series = seriesFrom(first);
  const ofYear = series.filter((id) => yearOfPeriod(id) === yearOfPeriod(first));
  const rows = proposal?.periods ?? [];
  const days = (row: (typeof rows)[number]): PeriodDays => edited[row.period] ?? daysOf(row);
  const asked = units ?? proposal?.unitIds ?? [];
  const unitsOf = (ids: readonly string[]): string[] =>
    ids.flatMap((id) => {
      const entry = office.entries.find((each) => each.id === id);
      return entry?.kind === 'group' ? unitsOf(entry.memberIds) : entry?.kind === 'unit' ? [id] : [];
    });
  const groups = askGroups([...new Set(unitsOf(asked))], office.entries);
  const owing = { indicators: proposal?.indicators ?? [], asks: proposal?.asks ?? [] };
  const codesOf = (group: (typeof groups)[number]) => lists[group.key] ?? proposedCodes(group, owing);
  const codes = new Set(groups.flatMap(codesOf));
  const count = groups.reduce((sum, group) => sum + group.unitIds.length, 0);
  const via = { ...proposal, ...routing };
  const drawnOn = dossier.periods.find(
    (each) => each.scheduleId !== null && cycle !== 'once' && cycleOf(each.id) === cycle,
  );

  const begin = (period: string) => {
    setFirst(period);
    setLast(period);
    setEdited({});
  };
  const submit = async () => {
    if (!proposal) return;
    const value = await save.run({
      dossierId,
      scheduleId:
        rows.find((row) => row.standing?.scheduleId)?.standing?.scheduleId ?? drawnOn?.scheduleId ?? null,
      cycle,
      periods: rows.map((row) => ({ period: row.period, ...days(row) })),
      indicators: office.indicators.filter((each) => codes.has(each.id)).map((each) => each.id),
      asks: askLists(groups, owing, lists),
      units: [...asked],
      via: via.via ?? '',
      receivedBy: via.receivedBy ?? '',
      consolidatedBy: via.consolidatedBy ?? '',
      request: request ?? proposal.request,
    });
    if (!value) return;
    const named = value.periods.map(({ period }) => periodWords(period));
    toastDone(
      `Đã yêu cầu ${value.periods[0]?.expected ?? 0} đơn vị báo cáo ${named.length === 1 ? named.join('') : `${named.length} kỳ`}.`,
    );
    onAsked(first);
  };

  const text = (key: keyof Routing, label: string, placeholder: string): ReactNode => (
    <Form.Item label={label} htmlFor={`ask-${key}`}>
      <Input
        id={`ask-${key}`}
        value={via[key] ?? ''}
        placeholder={placeholder}
        onChange={(event) => setRouting({ ...routing, [key]: event.target.value })}
      />
    </Form.Item>
  );
  const standing = request ?? proposal?.request ?? { numberText: '', date: null, issuer: '' };

  return (
    <Modal
      open
      width={1120}
      className="ask-dialog"
      title="Yêu cầu báo cáo"
      onCancel={onClose}
      onOk={() => void submit()}
      okText={`Yêu cầu ${count} đơn vị báo cáo${rows.length > 1 ? ` ${rows.length} kỳ` : ''}`}
      cancelText="Thôi"
      confirmLoading={save.pending}
      okButtonProps={{ disabled: rows.length === 0 || codes.size === 0 || count === 0 }}
    >
      {propose.error ? <Alert type="error" showIcon title={propose.error.message} /> : null}
      {save.error ? <Alert type="error" showIcon title={save.error.message} /> : null}
      <div className="row">
        <span>Từ kỳ</span>
        <PeriodSelect
          label="Kỳ báo cáo"
          value={first}
          year={year}
          adHoc={dossier.periods.filter((each) => isSpecial(each.id)).length + 1}
          onChange={(value) => {
            if (value !== null) begin(value);
          }}
        />
        {monthRange(first) === null ? null : (
          <>
            <span>đến kỳ</span>
            <Select
              aria-label="Đến kỳ"
              className="period-end"
              value={last}
              options={series.map((id) => ({ value: id, label: periodWords(id) }))}
              onChange={setLast}
            />
            {ofYear.length > 1 && last !== ofYear.at(-1) ? (
              <Button onClick={() => setLast(ofYear.at(-1) ?? first)}>
                Đến hết năm {yearOfPeriod(first)}: {ofYear.length} kỳ
              </Button>
            ) : null}
          </>
        )}
        {rows.some((row) => row.standing) ? (
          <span className="tone-warn">Kỳ đã được yêu cầu: lưu sẽ sửa yêu cầu cũ.</span>
        ) : null}
      </div>
      <Tabs
        items={[
          {
            key: 'ky',
            label: `Kỳ và hạn (${rows.length})`,
            children: (
              <PeriodRows
                rows={rows}
                days={days}
                onChange={(period, value) => setEdited({ ...edited, [period]: value })}
              />
            ),
          },
          {
            key: 'don-vi',
            label: `Đơn vị và chỉ tiêu (${count} đơn vị, ${codes.size} chỉ tiêu)`,
            children: (
              <div className="stack">
                {proposal && proposal.sentences.length > 0 ? (
                  <Said proposal={proposal} office={office} />
                ) : null}
                <EntrySelect
                  label="Đơn vị báo cáo"
                  entries={office.entries}
                  kinds={['unit', 'group']}
                  value={asked}
                  onChange={setUnits}
                />
                <div className="row">
                  <Button size="small" onClick={() => setUnits(everyUnit(office, proposal))}>
                    Chọn mọi đơn vị, trừ nơi nhận
                  </Button>
                  {units === null ? null : (
                    <Button size="small" type="text" onClick={() => setUnits(null)}>
                      Chọn lại như đề xuất
                    </Button>
                  )}
                </div>
                <AskFigures
                  indicators={office.indicators}
                  groups={groups}
                  codesOf={codesOf}
                  onChange={(group, chosen) => setLists((known) => ({ ...known, [group.key]: chosen }))}
                />
              </div>
            ),
          },
          {
            key: 'noi-nhan',
            label: 'Nơi nhận',
            children: (
              <Form layout="horizontal" labelCol={{ flex: '190px' }} labelAlign="left" colon={false}>
                {text('via', 'Báo cáo gửi qua', 'Ví dụ: Ban Xây dựng Đảng')}
                {text('receivedBy', 'Nơi nhận báo cáo', 'Để trống: cơ quan này')}
                {text('consolidatedBy', 'Nơi tổng hợp', 'Để trống: cơ quan này')}
                {isSpecial(first) ? (
                  <Form.Item label="Văn bản yêu cầu của cấp trên">
                    <div className="row">
                      <Input
                        aria-label="Số, ký hiệu văn bản yêu cầu"
                        placeholder="số, ký hiệu"
                        className="mark-field"
                        value={standing.numberText}
                        onChange={(event) => setRequest({ ...standing, numberText: event.target.value })}
                      />
                      <DateField
                        label="Ngày văn bản yêu cầu"
                        value={standing.date}
                        allowClear
                        onChange={(day) => setRequest({ ...standing, date: day })}
                      />
                      <Input
                        aria-label="Nơi ban hành văn bản yêu cầu"
                        placeholder="nơi ban hành"
                        className="issuer-field"
                        value={standing.issuer}
                        onChange={(event) => setRequest({ ...standing, issuer: event.target.value })}
                      />
                    </div>
                  </Form.Item>
                ) : null}
              </Form>
            ),
          },
        ]}
      />
    </Modal>
  );
}

/** The plan's own sentences with the units that were understood in each. */
function Said({
  proposal,
  office,
}: {
  readonly proposal: ScheduleProposal;
  readonly office: OfficeView;
}): ReactNode {
  const nameOf = (id: string) => office.entries.find((entry) => entry.id === id)?.name ?? id;
  const whom = (sentence: ScheduleProposal['sentences'][number]): string =>
    sentence.unknown !== null
      ? '? chưa rõ đơn vị nào'
      : sentence.unitIds.length === 0
        ? 'không nêu đơn vị'
        : sentence.unitIds.length > 3
          ? `${sentence.unitIds.length} đơn vị`
          : sentence.unitIds.map(nameOf).join(', ');
  return (
    <details className="said">
      <summary>
        Kế hoạch ghi về chế độ báo cáo ({proposal.sentences.length} câu);{' '}
        {proposal.unitsFrom === 'plan'
          ? 'đơn vị được chọn theo các câu này'
          : proposal.unitsFrom === 'standing'
            ? 'đơn vị được chọn theo yêu cầu đã có'
            : 'đang chọn mọi đơn vị đang hoạt động, trừ nơi nhận báo cáo'}
      </summary>
      <ul>
        {proposal.sentences.map((sentence) => (
          <li key={sentence.text}>
            {sentence.text} <span className="muted">→ {whom(sentence)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
