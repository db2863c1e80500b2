import { Button, Input, Select, Switch } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { useKeys } from '../../app/keys';
import { moment } from '../../ui/format';
import { Answer, EmptyPlace } from '../../ui/states';
import { ComparedRow } from './compared-rows';
import type { PlanTextPartProps } from './plan-text-part';
import { TemplateDialog } from './template-dialog';
import './plan-text.css';
import { offWhen, READING, useShut } from '../../ui/writing';

const NOW = 'hien-tai';

/** "Dự thảo lần n": kept, compared with one another and with what stands, brought back. */
export function VersionsPart({ dossier }: PlanTextPartProps): ReactNode {
  const { dossierId } = dossier;
  const versions = useRpc('plan.versions', { dossierId }, { keep: true });
  const [note, setNote] = useState('');
  const [template, setTemplate] = useState(false);
  const save = useCommand('plan.saveVersion', {
    done: ({ number }) => `Đã lưu dự thảo lần ${number}.`,
    offerUndo: true,
  });
  const closed = useShut(dossier.plan);
  return (
    <div className="data-part">
      <div className="row">
        <Input
          aria-label="Ghi chú của lần dự thảo"
          placeholder="Ghi chú, ví dụ: gửi xin ý kiến"
          style={{ width: 320 }}
          value={note}
          maxLength={500}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button
          type="primary"
          {...offWhen(closed)}
          loading={save.pending}
          onClick={() => void save.run({ dossierId, note }).then((done) => done && setNote(''))}
        >
          Lưu lần dự thảo
        </Button>
        <span className="grow" />
        <Button onClick={() => setTemplate(true)}>Lưu thành mẫu của cơ quan</Button>
        {template ? (
          <TemplateDialog
            template={null}
            dossierId={dossierId}
            name={dossier.plan.title}
            onClose={() => setTemplate(false)}
          />
        ) : null}
      </div>
      <Answer of={versions}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyPlace
              title="Chưa lưu lần dự thảo nào."
              hint="Lưu lại nội dung trước mỗi lần gửi xin ý kiến hay sửa nhiều, để so sánh và lấy lại khi cần."
            />
          ) : (
            <Compare dossierId={dossierId} rows={rows} closed={closed} />
          )
        }
      </Answer>
    </div>
  );
}

interface CompareProps {
  readonly dossierId: string;
  readonly rows: OutputOf<'plan.versions'>;
  readonly closed: boolean;
}

function Compare({ dossierId, rows, closed }: CompareProps): ReactNode {
  const [from, setFrom] = useState(rows[0]?.id ?? '');
  const [to, setTo] = useState(NOW);
  const [whole, setWhole] = useState(false);
  const restore = useCommand('plan.restoreVersion', {
    done: 'Đã lấy lại nội dung của lần dự thảo này.',
    offerUndo: true,
  });
  const known = rows.some(({ id }) => id === from) ? from : (rows[0]?.id ?? '');
  const compared = useRpc(
    'plan.compareVersions',
    { dossierId, from: known, to: to === NOW ? null : to },
    { keep: true, enabled: known !== '' },
  );
  const options = rows.map((row) => ({
    value: row.id,
    label: `Dự thảo lần ${row.number}${row.note === '' ? '' : `: ${row.note}`}`,
  }));
  const chosen = rows.find(({ id }) => id === known);
  return (
    <>
      <div className="row wrap">
        <span>So sánh</span>
        <Select
          {...READING}
          aria-label="Bản cũ"
          style={{ width: 260 }}
          value={known}
          options={options}
          onChange={setFrom}
        />
        <span>với</span>
        <Select
          {...READING}
          aria-label="Bản mới"
          style={{ width: 260 }}
          value={to}
          options={[{ value: NOW, label: 'Nội dung hiện tại' }, ...options]}
          onChange={setTo}
        />
        <label className="row">
          <Switch
            {...READING}
            size="small"
            checked={whole}
            onChange={setWhole}
            aria-label="Cả đoạn không đổi"
          />{' '}
          Cả đoạn không đổi
        </label>
        <span className="grow" />
        {chosen ? (
          <span className="muted">
            {chosen.by}, {moment(chosen.at)}
          </span>
        ) : null}
        <Button
          {...offWhen(closed || chosen?.isCurrent !== false)}
          loading={restore.pending}
          onClick={() => void restore.run({ dossierId, versionId: known })}
        >
          Lấy lại bản cũ
        </Button>
      </div>
      <Answer of={compared} loading="Đang so sánh…">
        {(value) => <Comparison value={value} whole={whole} />}
      </Answer>
    </>
  );
}

const DATA_KIND: Readonly<Record<OutputOf<'plan.compareVersions'>['data'][number]['kind'], string>> = {
  unit: 'Đơn vị',
  task: 'Nhiệm vụ',
  deadline: 'Thời hạn',
  recipient: 'Nơi nhận',
};
const DATA_CHANGE = { added: 'thêm', removed: 'bỏ', changed: 'sửa' } as const;

function Comparison(props: {
  readonly value: OutputOf<'plan.compareVersions'>;
  readonly whole: boolean;
}): ReactNode {
  const { rows, counts, data } = props.value;
  const [at, setAt] = useState(-1);
  const list = useRef<HTMLDivElement>(null);
  const changes = rows.flatMap((row, index) => (row.kind === 'same' ? [] : [index]));
  const go = (step: number) => {
    if (changes.length === 0) return;
    const next = Math.min(Math.max(at + step, 0), changes.length - 1);
    setAt(next);
    list.current?.querySelector(`[data-row="${changes[next]}"]`)?.scrollIntoView({ block: 'center' });
  };
  useKeys([
    { key: 'F7', label: 'Chỗ khác tiếp theo', run: () => go(1), inInputs: true },
    { key: 'Shift+F7', label: 'Chỗ khác trước', run: () => go(-1), inInputs: true },
  ]);
  if (changes.length === 0) return <p className="muted">Hai bản giống hệt nhau.</p>;
  return (
    <>
      <div className="row wrap">
        <strong data-testid="so-thay-doi">
          Sửa {counts.changed} · thêm {counts.added} · bỏ {counts.removed} · chuyển chỗ {counts.moved} đoạn
        </strong>
        <span className="grow" />
        <span className="muted">{at < 0 ? `${changes.length} chỗ` : `${at + 1}/${changes.length}`}</span>
        <Button {...READING} size="small" onClick={() => go(-1)} aria-keyshortcuts="Shift+F7">
          ↑ Chỗ trước
        </Button>
        <Button {...READING} size="small" onClick={() => go(1)} aria-keyshortcuts="F7">
          ↓ Chỗ tiếp (F7)
        </Button>
      </div>
      <div className="versions-panes">
        <div
          className="change-preview scroll"
          role="region"
          aria-label="So sánh câu chữ"
          tabIndex={0}
          ref={list}
        >
          {rows.map((row, index) =>
            row.kind === 'same' && !props.whole ? null : (
              <div key={index} className={changes[at] === index ? 'compared-at' : ''}>
                <ComparedRow row={row} index={index} />
              </div>
            ),
          )}
        </div>
        <aside className="understood scroll" aria-label="Thay đổi về dữ liệu" tabIndex={0}>
          <strong>Thay đổi về dữ liệu</strong>
          {data.length === 0 ? (
            <p className="muted">Đơn vị, nhiệm vụ, thời hạn, nơi nhận không đổi.</p>
          ) : null}
          <ul>
            {data.map((change, index) => (
              <li key={index}>
                <span className="muted">
                  {DATA_KIND[change.kind]}: {DATA_CHANGE[change.change]}
                </span>
                {change.before === null ? null : <del className="block">{change.before}</del>}
                {change.after === null ? null : <ins className="block">{change.after}</ins>}
              </li>
            ))}
          </ul>
        </aside>
      </div>
    </>
  );
}
