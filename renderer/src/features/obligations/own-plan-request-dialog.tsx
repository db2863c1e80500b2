import { Button, Form } from 'antd';
import { useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { PlanRequestRow } from '../../../../shared/rpc/contract/obligation';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { EntrySelect } from '../../ui/entry-select';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, dateWithDay } from '../../ui/format';
import { PlanSelect } from '../../ui/plan-select';
import { TextItem } from '../../ui/text-item';
import '../reports/reports.css';

type Proposal = OutputOf<'ownPlan.propose'>['proposals'][number];

interface RequestProps {
  readonly dossierId: string | null;
  readonly standing: PlanRequestRow | null;
  readonly onClose: () => void;
}

/** Which plan, until when, from whom; the plan's own sentences fill the fields and a person confirms. */
export function OwnPlanRequestDialog({ dossierId: given, standing, onClose }: RequestProps): ReactNode {
  const [dossierId, setDossierId] = useState(given);
  const [title, setTitle] = useState(standing?.title ?? '');
  const [lastDay, setLastDay] = useState<string | null>(standing?.lastDay ?? null);
  const [units, setUnits] = useState<readonly string[] | null>(standing?.unitIds ?? null);
  const [via, setVia] = useState<string | null>(standing?.via ?? null);
  const [from, setFrom] = useState<Proposal | null>(null);
  const office = useRpc('office.get', {});
  const proposed = useRpc('ownPlan.propose', { dossierId: dossierId ?? '' }, { enabled: dossierId !== null });
  const request = useCommand('ownPlan.request', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: (value) =>
      standing
        ? 'Đã sửa yêu cầu gửi kế hoạch.'
        : `Đã yêu cầu ${value.expected} đơn vị gửi kế hoạch, chậm nhất ngày ${date(value.lastDay)}.`,
  });
  const asked = units ?? proposed.data?.unitIds ?? [];
  const take = (proposal: Proposal) => {
    setFrom(proposal);
    setTitle(proposal.title);
    setLastDay(proposal.proposedLastDay);
    setUnits(proposal.unitIds);
  };
  const submit = async () => {
    if (dossierId === null || lastDay === null) return;
    const value = await request.run({
      dossierId,
      id: standing?.id ?? null,
      title,
      lastDay,
      units: [...asked],
      via: via ?? proposed.data?.via ?? '',
      itemId: from?.itemId ?? null,
    });
    if (value) onClose();
  };
  const { fields } = request;
  const open = (proposed.data?.proposals ?? []).filter(({ requestId }) => requestId === null);
  return (
    <FormDialog
      title={standing ? 'Sửa yêu cầu gửi kế hoạch' : 'Yêu cầu đơn vị gửi kế hoạch'}
      action={standing ? 'Lưu' : `Yêu cầu ${asked.length} đơn vị gửi kế hoạch`}
      width={820}
      pending={request.pending}
      error={Object.keys(fields).length > 0 ? null : request.error}
      disabled={dossierId === null || lastDay === null || title.trim() === '' || asked.length === 0}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {given === null ? (
        <Form.Item label="Kế hoạch">
          <PlanSelect value={dossierId} onChange={setDossierId} />
        </Form.Item>
      ) : null}
      {standing === null && open.length > 0 ? (
        <Form.Item label="Kế hoạch ghi">
          <ul className="proposals" aria-label="Câu giao đơn vị xây dựng kế hoạch">
            {open.map((proposal) => (
              <li key={proposal.itemId}>
                “{proposal.sentence}”{' '}
                <Button size="small" aria-pressed={from === proposal} onClick={() => take(proposal)}>
                  Theo câu này, hạn {date(proposal.proposedLastDay)}
                </Button>
              </li>
            ))}
          </ul>
        </Form.Item>
      ) : null}
      <TextItem
        id="own-plan-title"
        label="Tên kế hoạch"
        {...fault(fields, 'title')}
        autoFocus
        placeholder="Kế hoạch tuyên truyền của đơn vị"
        value={title}
        onChange={setTitle}
      />
      <Form.Item label="Hạn cuối" {...fault(fields, 'lastDay')}>
        <div className="row">
          <DateField label="Hạn cuối" value={lastDay} onChange={setLastDay} />
          {lastDay === null ? null : <span className="muted">{dateWithDay(lastDay)}</span>}
        </div>
        {from?.reason ? (
          <div className="tone-warn">
            ? {from.reason}{' '}
            {lastDay === from.dueDay ? null : (
              <Button size="small" onClick={() => setLastDay(from.dueDay)}>
                Giữ ngày {date(from.dueDay)}
              </Button>
            )}
          </div>
        ) : null}
      </Form.Item>
      <Form.Item label="Đơn vị" {...fault(fields, 'units')}>
        <EntrySelect
          label="Đơn vị phải gửi kế hoạch"
          entries={office.data?.entries ?? []}
          kinds={['unit', 'group']}
          value={asked}
          onChange={setUnits}
        />
      </Form.Item>
      <TextItem
        id="own-plan-via"
        label="Gửi qua"
        placeholder="để trống nếu gửi thẳng cơ quan này"
        value={via ?? proposed.data?.via ?? ''}
        onChange={setVia}
      />
    </FormDialog>
  );
}
