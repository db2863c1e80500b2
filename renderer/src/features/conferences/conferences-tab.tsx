import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { CONFERENCE_STATE } from '../../../../shared/i18n/vi';
import type { ConferenceRow } from '../../../../shared/rpc/contract/conference';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import type { DossierView } from '../../../../shared/rpc/contract/plan';
import { formatPercent } from '../../../../shared/text/numbers';
import { useRpc } from '../../api/queries';
import { today } from '../../ui/format';
import { Panel } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { StateTag } from '../../ui/tags';
import { ConferenceDialog } from '../calendar/conference-dialog';
import { BudgetPanel } from './budget-panel';
import { ConferencePage, SET_DAY } from './conference-page';
import './conferences.css';
import { MODE_WORDS, STATE_TONE, STEP, whenWords } from './words';
import { offWhen, useShut } from '../../ui/writing';

interface ConferencesTabProps {
  readonly dossier: DossierView;
  readonly office: OfficeView;
}

/** Hội nghị of one plan: the list, or the one that the address names; the plan's money under the list. */
export function ConferencesTab({ dossier, office }: ConferencesTabProps): ReactNode {
  const [params, setParams] = useSearchParams();
  const chosen = params.get('hoi-nghi');
  const { dossierId } = dossier;
  if (chosen !== null && chosen !== '')
    return (
      <ConferencePage
        key={chosen}
        dossierId={dossierId}
        id={chosen}
        office={office}
        onList={() => setParams({})}
      />
    );
  return (
    <ConferenceList
      dossier={dossier}
      onOpen={(id, part) => setParams({ 'hoi-nghi': id, ...(part === undefined ? {} : { phan: part }) })}
    />
  );
}

function ConferenceList({
  dossier,
  onOpen,
}: {
  readonly dossier: DossierView;
  readonly onOpen: (id: string, part?: string) => void;
}): ReactNode {
  const { dossierId, plan } = dossier;
  const closed = useShut(plan);
  const conferences = useRpc('conference.list', { dossierId });
  const [adding, setAdding] = useState(false);
  return (
    <div className="stack">
      <Panel
        title="Hội nghị"
        actions={
          <Button {...offWhen(closed)} onClick={() => setAdding(true)}>
            Thêm hội nghị
          </Button>
        }
      >
        <Answer of={conferences} loading="Đang mở các hội nghị…">
          {(rows) =>
            rows.length === 0 ? (
              <EmptyPlace
                title="Kế hoạch chưa có hội nghị nào."
                hint="Hội nghị đọc được từ văn bản nằm ở đây; hội nghị khác thì bấm “Thêm hội nghị”. Sau đó định ngày, ghi thành phần, làm giấy mời, điểm danh và gắn biên bản."
              />
            ) : (
              <table className="plain" aria-label="Hội nghị của kế hoạch">
                <thead>
                  <tr>
                    <th>Hội nghị</th>
                    <th style={{ minWidth: 210 }}>Thời gian, địa điểm</th>
                    <th style={{ minWidth: 80 }}>Mời</th>
                    <th style={{ minWidth: 70 }}>Có mặt</th>
                    <th style={{ minWidth: 100 }}>Tình trạng</th>
                    <th>Bước tiếp theo</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <Row key={row.id} row={row} closed={closed} onOpen={onOpen} />
                  ))}
                </tbody>
              </table>
            )
          }
        </Answer>
      </Panel>
      <BudgetPanel dossierId={dossierId} closed={closed} title="Kinh phí của kế hoạch" />
      {adding ? (
        <ConferenceDialog day={today()} dossierId={dossierId} onClose={() => setAdding(false)} />
      ) : null}
    </div>
  );
}

function asksDay({ step }: ConferenceRow): boolean {
  return step === 'set-day' || step === 'reschedule';
}

function Row({
  row,
  closed,
  onOpen,
}: {
  readonly row: ConferenceRow;
  readonly closed: boolean;
  readonly onOpen: (id: string, part?: string) => void;
}): ReactNode {
  const step = row.step === null || closed ? null : STEP[row.step];
  const { attendance, coverage } = row;
  return (
    <tr>
      <td className="wide">
        <button type="button" className="link-button strong" onClick={() => onOpen(row.id)}>
          {row.name}
        </button>
        <div className="muted">
          {[row.mode === null ? '' : MODE_WORDS[row.mode], row.chair || row.organizer]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </td>
      <td>
        <div className={row.day === null ? 'tone-warn' : ''}>{whenWords(row)}</div>
        <div className="muted">{row.place}</div>
      </td>
      <td className="number">
        {row.bodies === 0 ? '–' : `${row.bodies} nơi`}
        {row.seats > 0 ? <div className="muted">{row.seats} đại biểu</div> : null}
      </td>
      <td className="number">
        {attendance === null ? '–' : attendance.present}
        {attendance !== null && !row.attended ? (
          <div className="tone-warn">
            đã ghi {attendance.toldBodies}/{attendance.bodies}
          </div>
        ) : null}
        {coverage.onInvited === null ? null : (
          <div className="muted">{formatPercent(coverage.onInvited)}</div>
        )}
      </td>
      <td className="nowrap">
        <StateTag words={CONFERENCE_STATE[row.state]} tone={STATE_TONE[row.state]} />
      </td>
      <td className="nowrap">
        {step ? (
          <Button size="small" onClick={() => onOpen(row.id, asksDay(row) ? SET_DAY : step.part)}>
            {step.label}
          </Button>
        ) : (
          <span className="muted">{row.untracked ? 'Thôi theo dõi' : 'Đã xong'}</span>
        )}
      </td>
    </tr>
  );
}
