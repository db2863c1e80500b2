import { Button, Form, Input, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { UPWARD_KIND } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { UpwardRow } from '../../../../shared/rpc/contract/obligation';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DateField } from '../../ui/date-field';
import { FormDialog, fault } from '../../ui/form-dialog';
import { date, dateWithDay } from '../../ui/format';
import { PlanSelect } from '../../ui/plan-select';
import { TextItem } from '../../ui/text-item';
import '../reports/reports.css';

type Proposal = OutputOf<'upward.propose'>[number];

interface SaveProps {
  readonly dossierId: string | null;
  readonly standing: UpwardRow | null;
  readonly onClose: () => void;
}

/** What is owed, to whom, by when. Proposals of the plan fill the fields; a person confirms. */
export function UpwardSaveDialog({ dossierId: given, standing, onClose }: SaveProps): ReactNode {
  const [dossierId, setDossierId] = useState(given);
  const [kind, setKind] = useState<UpwardRow['kind']>(standing?.kind ?? 'periodic');
  const [title, setTitle] = useState(standing?.title ?? '');
  const [to, setTo] = useState(standing?.to ?? '');
  const [lastDay, setLastDay] = useState<string | null>(standing?.lastDay ?? null);
  const [time, setTime] = useState(standing?.time ?? '');
  const [from, setFrom] = useState<Proposal | null>(null);
  const proposals = useRpc(
    'upward.propose',
    { dossierId: dossierId ?? '' },
    { enabled: dossierId !== null && standing === null },
  );
  const save = useCommand('upward.save', {
    form: true,
    showsError: true,
    offerUndo: true,
    done: 'Đã ghi báo cáo phải gửi.',
  });
  const take = (proposal: Proposal) => {
    setFrom(proposal);
    setKind(proposal.kind);
    setTitle(proposal.title);
    setTo(proposal.to);
    setLastDay(proposal.proposedLastDay);
    setTime(proposal.time ?? '');
  };
  const submit = async () => {
    if (dossierId === null || lastDay === null) return;
    const value = await save.run({
      dossierId,
      id: standing?.id ?? null,
      kind,
      title,
      to,
      request: from?.request ?? standing?.request ?? null,
      period: from?.period ?? standing?.period ?? null,
      itemId: from?.itemId ?? null,
      lastDay,
      time: time.trim() === '' ? null : time.trim(),
    });
    if (value) onClose();
  };
  const { fields } = save;
  return (
    <FormDialog
      title={standing ? 'Sửa báo cáo phải gửi' : 'Báo cáo phải gửi cấp trên'}
      action={standing ? 'Lưu' : 'Ghi vào danh sách'}
      width={760}
      pending={save.pending}
      error={Object.keys(fields).length > 0 ? null : save.error}
      disabled={dossierId === null || lastDay === null}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      {given === null ? (
        <Form.Item label="Kế hoạch">
          <PlanSelect value={dossierId} onChange={setDossierId} />
        </Form.Item>
      ) : null}
      {proposals.data && proposals.data.length > 0 ? (
        <Form.Item label="Đề xuất">
          <ul className="proposals" aria-label="Báo cáo được đề xuất">
            {proposals.data.map((proposal) => (
              <li key={`${proposal.period ?? ''}|${proposal.itemId ?? ''}`}>
                <Button size="small" aria-pressed={from === proposal} onClick={() => take(proposal)}>
                  {UPWARD_KIND[proposal.kind]}, hạn {date(proposal.proposedLastDay)}
                </Button>{' '}
                {proposal.title}
                {proposal.sentence === null ? null : (
                  <div className="muted">Kế hoạch ghi: “{proposal.sentence}”</div>
                )}
              </li>
            ))}
          </ul>
        </Form.Item>
      ) : null}
      <Form.Item label="Loại">
        <Select
          aria-label="Loại báo cáo"
          style={{ width: 200 }}
          value={kind}
          options={Object.entries(UPWARD_KIND).map(([value, label]) => ({
            value: value as UpwardRow['kind'],
            label,
          }))}
          onChange={setKind}
        />
      </Form.Item>
      <TextItem
        id="upward-title"
        label="Tên báo cáo"
        {...fault(fields, 'title')}
        autoFocus
        value={title}
        onChange={setTitle}
      />
      <TextItem id="upward-to" label="Nơi nhận" {...fault(fields, 'to')} value={to} onChange={setTo} />
      <Form.Item label="Hạn cuối" {...fault(fields, 'lastDay')}>
        <div className="row">
          <DateField label="Hạn cuối" value={lastDay} onChange={setLastDay} />
          <Input
            aria-label="Giờ (nếu có)"
            placeholder="giờ, nếu có: 16:30"
            style={{ width: 150 }}
            value={time}
            onChange={(event) => setTime(event.target.value)}
          />
          {lastDay === null ? null : <span className="muted">{dateWithDay(lastDay)}</span>}
        </div>
        {fields['time'] === undefined ? null : <div className="field-error">{fields['time']}</div>}
        {from?.reason && lastDay !== from.dueDay ? (
          <div className="tone-warn">
            ? {from.reason}{' '}
            <Button size="small" onClick={() => setLastDay(from.dueDay)}>
              Giữ ngày {date(from.dueDay)}
            </Button>
          </div>
        ) : null}
      </Form.Item>
    </FormDialog>
  );
}
