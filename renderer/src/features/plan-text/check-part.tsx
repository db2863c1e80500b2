import { Button, Checkbox, Input, Modal } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { SEVERITY_NAMES } from '../../../../shared/domain/plan/lint/model';
import type { LintFinding, LintReply } from '../../../../shared/rpc/contract/lint';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { isComposing, isEditable } from '../../app/keys';
import { Facts } from '../../ui/page';
import { useDelivery } from '../../ui/save-files';
import { Answer, EmptyPlace } from '../../ui/states';
import { certainEdits } from './certain-edits';
import { FindingRow } from './finding-row';
import { FixAll } from './fix-all';
import type { PlanTextPartProps } from './plan-text-part';
import './check-part.css';
import { offWhen, READING } from '../../ui/writing';
import { useReturnFocus } from '../../ui/return-focus';

/** Kiểm tra: what a person should look at before the plan is sent; nothing is changed unless they say so. */
export function CheckPart({ dossier }: PlanTextPartProps): ReactNode {
  const { dossierId } = dossier;
  const checked = useRpc('plan.check', { dossierId });
  return (
    <Answer of={checked} loading="Đang kiểm tra…">
      {(reply) => <Findings dossierId={dossierId} text={dossier.plan.text} reply={reply} />}
    </Answer>
  );
}

interface FindingsProps {
  readonly dossierId: string;
  readonly text: string;
  readonly reply: LintReply;
}

function Findings({ dossierId, text, reply }: FindingsProps): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(0);
  const [ignored, setIgnored] = useState(false);
  const [fixing, setFixing] = useState(false);
  const [ignoring, setIgnoring] = useState<LintFinding | null>(null);
  const delivery = useDelivery();
  const replace = useCommand('plan.replaceText', { offerUndo: true, done: 'Đã sửa trong văn bản.' });
  const ignore = useCommand('plan.ignoreFinding', { offerUndo: true, done: 'Đã bỏ qua chỗ này.' });
  const heed = useCommand('plan.heedFinding', { offerUndo: true, done: 'Chỗ này được nhắc lại.' });
  const rows = reply.findings.filter((finding) => ignored || finding.ignored === null);
  const left = reply.findings.filter((finding) => finding.ignored !== null).length;
  const certain = certainEdits(reply.findings);
  const here = Math.max(0, Math.min(at, rows.length - 1));
  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, rows.length - 1));
    setAt(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  };
  const fix = async (finding: LintFinding) => {
    if (!finding.fix) return;
    const { edits } = finding.fix;
    if (await replace.run({ dossierId, textHash: reply.textHash, edits })) go(here);
  };
  const letStand = async (finding: LintFinding, reason: string) => {
    if (await ignore.run({ dossierId, findingId: finding.id, reason })) go(here);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const finding = rows[here];
    if (!finding || isComposing(event.nativeEvent) || isEditable(event.target)) return;
    if (event.ctrlKey || event.altKey || event.target instanceof HTMLButtonElement) return;
    if (event.key === 'ArrowDown') go(here + 1);
    else if (event.key === 'ArrowUp') go(here - 1);
    else if (event.key === 'Enter') void fix(finding);
    else if (event.key === 'Delete' && finding.ignored === null) void letStand(finding, '');
    else return;
    event.preventDefault();
  };
  return (
    <div className="stack">
      <div className="row">
        <Facts
          items={[
            { label: SEVERITY_NAMES.error, value: reply.counts.error, id: 'lint-error' },
            { label: SEVERITY_NAMES.warning, value: reply.counts.warning, id: 'lint-warning' },
            { label: SEVERITY_NAMES.hint, value: reply.counts.hint, id: 'lint-hint' },
          ]}
        />
        <span className="grow" />
        {left > 0 ? (
          <Checkbox {...READING} checked={ignored} onChange={(event) => setIgnored(event.target.checked)}>
            Xem cả {left} chỗ đã bỏ qua
          </Checkbox>
        ) : null}
        <Button
          loading={delivery.busy !== null}
          disabled={reply.findings.length === 0}
          onClick={() => delivery.make('lint', () => callQuery('plan.checkFile', { dossierId }))}
        >
          Xuất Excel
        </Button>
        <Button type="primary" {...offWhen(certain.length === 0)} onClick={() => setFixing(true)}>
          Sửa mọi chỗ chắc chắn ({certain.length})
        </Button>
      </div>
      {rows.length === 0 ? (
        <EmptyPlace
          title={left > 0 ? 'Mọi chỗ cần xem đã được xem.' : 'Không thấy chỗ nào cần xem lại.'}
          hint="Chương trình chỉ nêu chỗ đáng ngờ, không tự sửa. Sửa nội dung xong, danh sách này được lập lại."
        />
      ) : (
        <>
          <p className="muted">
            <kbd>↑</kbd> <kbd>↓</kbd> đi giữa các chỗ, <kbd>Enter</kbd> sửa theo đề nghị, <kbd>Delete</kbd> bỏ
            qua.
          </p>
          <div className="panel flush">
            <table className="plain lint" aria-label="Những chỗ cần xem lại" onKeyDown={onKeyDown}>
              <thead>
                <tr>
                  <th>Mức</th>
                  <th>Mục</th>
                  <th>Chỗ cần xem</th>
                  <th>Vì sao, sửa thế nào</th>
                  <th>Thao tác</th>
                </tr>
              </thead>
              <tbody ref={body}>
                {rows.map((finding, index) => (
                  <FindingRow
                    key={finding.id}
                    finding={finding}
                    text={text}
                    at={index}
                    current={index === here}
                    busy={replace.pending || ignore.pending || heed.pending}
                    onFocus={() => setAt(index)}
                    onFix={() => void fix(finding)}
                    onIgnore={() => setIgnoring(finding)}
                    onHeed={() => void heed.run({ dossierId, findingId: finding.id })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      {fixing ? (
        <FixAll
          findings={certain}
          text={text}
          pending={replace.pending}
          onClose={() => setFixing(false)}
          onFix={(edits) =>
            void replace
              .run({ dossierId, textHash: reply.textHash, edits: [...edits] })
              .then((done) => (done ? setFixing(false) : undefined))
          }
        />
      ) : null}
      {ignoring ? (
        <IgnoreDialog
          finding={ignoring}
          onClose={() => setIgnoring(null)}
          onIgnore={(reason) => {
            void letStand(ignoring, reason);
            setIgnoring(null);
          }}
        />
      ) : null}
    </div>
  );
}

function IgnoreDialog(props: {
  readonly finding: LintFinding;
  readonly onClose: () => void;
  readonly onIgnore: (reason: string) => void;
}): ReactNode {
  useReturnFocus();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title="Bỏ qua chỗ này?"
      okText="Bỏ qua"
      cancelText="Thôi"
      onCancel={props.onClose}
      onOk={() => props.onIgnore(reason)}
    >
      <p>{props.finding.message}</p>
      <Input
        aria-label="Lý do"
        placeholder="Lý do (không bắt buộc)"
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => props.onIgnore(reason)}
      />
    </Modal>
  );
}
