import { Alert, Button, Dropdown } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { periodDays } from '../../../../shared/domain/conference/state';
import { CONFERENCE_STATE } from '../../../../shared/i18n/vi';
import type { ConferenceView } from '../../../../shared/rpc/contract/conference';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { moment, today } from '../../ui/format';
import { PlacePanel, PlaceTabs } from '../../ui/place-tabs';
import { Answer } from '../../ui/states';
import { StateTag } from '../../ui/tags';
import { AttendancePart } from './attendance-part';
import { BudgetPanel } from './budget-panel';
import { HaltDialog, ScheduleDialog } from './day-dialogs';
import { InfoPart } from './info-part';
import { MinutesPart } from './minutes-part';
import { ParticipantsPart } from './participants-part';
import { PreparationPart } from './preparation-part';
import { ProgrammePart } from './programme-part';
import { MODE_WORDS, PARTS, STATE_TONE, STEP, whenWords, type PartKey } from './words';
import { READING, useReadOnly } from '../../ui/writing';

export interface PartProps {
  readonly conference: ConferenceView;
  readonly office: OfficeView;
}

interface ConferencePageProps {
  readonly dossierId: string;
  readonly id: string;
  readonly office: OfficeView;
  readonly onList: () => void;
}

/** One conference: what it is, what is to be looked at, its one next step, its parts. */
export function ConferencePage({ dossierId, id, office, onList }: ConferencePageProps): ReactNode {
  const conference = useRpc('conference.get', { dossierId, id });
  const readOnly = useReadOnly() !== null;
  return (
    <div className="stack">
      <div>
        <Button {...READING} type="link" className="back-link" onClick={onList}>
          ← Các hội nghị
        </Button>
      </div>
      <Answer of={conference} loading="Đang mở hội nghị…">
        {(value) => <Opened conference={{ ...value, closed: value.closed || readOnly }} office={office} />}
      </Answer>
    </div>
  );
}

/** In place of a part's name in the address: the day is asked at once. */
export const SET_DAY = 'ngay';

function Opened({ conference, office }: PartProps): ReactNode {
  const { dossierId, id, record, closed } = conference;
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<'day' | 'postponed' | 'cancelled' | null>(() =>
    params.get('phan') === SET_DAY && !closed ? 'day' : null,
  );
  const resume = useCommand('conference.resume', { done: 'Hội nghị giữ lịch cũ.', offerUndo: true });
  const track = useCommand('conference.track', {
    done: record.untracked ? 'Đã theo dõi lại hội nghị này.' : 'Đã thôi theo dõi hội nghị này.',
    offerUndo: true,
  });
  const step = conference.step === null || closed ? null : STEP[conference.step];
  // Where the address names no part: what it waited for when it was opened. It does not jump while one works.
  const [first] = useState(step?.part ?? 'thong-tin');
  const part = PARTS.find(({ key }) => key === params.get('phan'))?.key ?? first;
  const open = (key: PartKey) => setParams({ 'hoi-nghi': id, phan: key }, { replace: true });
  const go = () => {
    if (conference.step === 'set-day' || conference.step === 'reschedule') setDialog('day');
    else if (step) open(step.part);
  };
  const held = conference.state === 'held';
  // Over: what lacks of it (attendance, minutes, its day) may be given up; Hôm nay then tells of it no more.
  const over = (conference.day ?? periodDays(conference.period)?.to ?? today()) < today();
  const tracking = record.untracked
    ? [{ key: 'track', label: 'Theo dõi lại' }]
    : over && conference.step !== null && !record.halted
      ? [{ key: 'untrack', label: 'Không theo dõi nữa' }]
      : [];
  const more = [
    { key: 'day', label: conference.day === null ? 'Định ngày' : 'Đổi ngày, giờ' },
    ...(record.halted
      ? [{ key: 'resume', label: 'Giữ lịch cũ (bỏ ghi hoãn, hủy)' }]
      : held
        ? []
        : [
            { key: 'postponed', label: 'Hoãn hội nghị' },
            { key: 'cancelled', label: 'Hủy hội nghị', danger: true },
          ]),
    ...tracking,
  ];
  return (
    <>
      <div className="conference-head">
        <div className="grow">
          <h2>{conference.name}</h2>
          <div className="row">
            <StateTag words={CONFERENCE_STATE[conference.state]} tone={STATE_TONE[conference.state]} />
            <span className={conference.day === null ? 'tone-warn' : ''}>{whenWords(conference)}</span>
            {conference.mode === null ? null : <span>{MODE_WORDS[conference.mode]}</span>}
            <span className="muted">{conference.place}</span>
          </div>
          {record.untracked ? (
            <div className="muted">Thôi theo dõi: những gì chưa ghi không nhắc ở Hôm nay nữa.</div>
          ) : null}
          {record.halted ? <div className="tone-warn">Lý do: {record.halted.reason}</div> : null}
        </div>
        {closed ? null : (
          <Dropdown
            trigger={['click']}
            menu={{
              items: more,
              onClick: ({ key }) => {
                if (key === 'resume') void resume.run({ dossierId, id });
                else if (key === 'track' || key === 'untrack')
                  void track.run({ dossierId, id, tracked: key === 'track' });
                else setDialog(key as 'day' | 'postponed' | 'cancelled');
              },
            }}
          >
            <Button>Ngày, hoãn, hủy…</Button>
          </Dropdown>
        )}
        {step && (step.part !== part || part === 'thong-tin') && conference.step !== 'hold' ? (
          <Button {...READING} type="primary" onClick={go}>
            Bước tiếp theo: {step.label}
          </Button>
        ) : null}
      </div>
      {[...conference.questions, ...conference.problems].map((question) => (
        <Alert key={question} type="warning" showIcon title={question} />
      ))}
      <PlaceTabs label="Các phần của hội nghị" tabs={PARTS} current={part} onChoose={open} />
      <PlacePanel>
        <Part part={part} conference={conference} office={office} />
      </PlacePanel>
      {record.moves.length > 0 && part === 'thong-tin' ? <Moves conference={conference} /> : null}
      {dialog === 'day' ? <ScheduleDialog conference={conference} onClose={() => setDialog(null)} /> : null}
      {dialog === 'postponed' || dialog === 'cancelled' ? (
        <HaltDialog conference={conference} kind={dialog} onClose={() => setDialog(null)} />
      ) : null}
    </>
  );
}

function Part({ part, ...props }: PartProps & { readonly part: PartKey }): ReactNode {
  switch (part) {
    case 'thong-tin':
      return <InfoPart {...props} />;
    case 'chuong-trinh':
      return <ProgrammePart {...props} />;
    case 'thanh-phan':
      return <ParticipantsPart {...props} />;
    case 'chuan-bi':
      return <PreparationPart {...props} />;
    case 'diem-danh':
      return <AttendancePart {...props} />;
    case 'kinh-phi':
      return (
        <BudgetPanel
          dossierId={props.conference.dossierId}
          conferenceId={props.conference.id}
          closed={props.conference.closed}
          title="Kinh phí của hội nghị"
        />
      );
    case 'bien-ban':
      return <MinutesPart {...props} />;
  }
}

function startWords(start: string | null): string {
  if (start === null) return 'chưa có ngày';
  const [day = '', time] = start.split('T');
  return whenWords({ day, time: time?.slice(0, 5) ?? null, endTime: null, period: null });
}

/** How its day went. */
function Moves({ conference }: { readonly conference: ConferenceView }): ReactNode {
  return (
    <details>
      <summary>Ngày họp đã đổi {conference.record.moves.length} lần</summary>
      <ul>
        {conference.record.moves.map((move) => (
          <li key={move.at}>
            {startWords(move.from)} → {startWords(move.to)}
            {move.reason === '' ? '' : `; lý do: ${move.reason}`}{' '}
            <span className="muted">
              ({move.by}, {moment(move.at)})
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
