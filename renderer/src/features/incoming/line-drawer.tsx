import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { isPurged } from '../../../../shared/domain/incoming/purge';
import {
  arrivalVoidWords,
  REQUEST_WORDS,
  STATE_WORDS,
  URGENCY_WORDS,
} from '../../../../shared/domain/incoming/words';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { useRpc } from '../../api/queries';
import { toastError } from '../../app/feedback';
import { useIntake } from '../../app/intake-context';
import { date, size } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { Answer } from '../../ui/states';
import { PurgeDialog } from '../purge/purge-dialog';
import { LineActs, LineDrawerFrame, LineFacts } from '../books/line-drawer-frame';
import { LineDialog } from './line-dialog';
import { MakePlanDialog } from './make-plan-dialog';
import { ForwardDialog, LinkDialog, ResolveDialog, SupersedeDialog, VoidDialog } from './step-dialogs';
import { READING } from '../../ui/writing';

type Line = OutputOf<'incoming.get'>;
type Step = 'edit' | 'forward' | 'resolve' | 'void' | 'link' | 'plan' | 'supersede' | 'purge';

/** One line of the book: what it says, its files, the plans that carry it out, what was done to it. */
export function LineDrawer({
  id,
  onClose,
}: {
  readonly id: string;
  readonly onClose: () => void;
}): ReactNode {
  const line = useRpc('incoming.get', { id });
  return (
    <LineDrawerFrame
      title={line.data ? `Số đến ${line.data.number}/${line.data.year}` : 'Văn bản đến'}
      onClose={onClose}
    >
      <Answer of={line}>{(value) => <LineView line={value} />}</Answer>
    </LineDrawerFrame>
  );
}

function LineView({ line }: { readonly line: Line }): ReactNode {
  const [step, setStep] = useState<Step | null>(null);
  const intake = useIntake();
  const live = line.voided === null;
  const close = () => setStep(null);
  return (
    <div className="stack">
      <h2>{[line.documentKind, line.subject].filter(Boolean).join(' ')}</h2>
      {live ? (
        <div className="row wrap">
          {line.needsPlan ? (
            <>
              <Button type="primary" onClick={() => setStep('plan')}>
                Lập kế hoạch
              </Button>
              <Button onClick={() => intake.open({ kind: 'plan', files: [], incomingId: line.id })}>
                Nhập kế hoạch đã soạn cho văn bản này
              </Button>
            </>
          ) : null}
          <Button onClick={() => setStep('forward')}>Chuyển</Button>
          <Button onClick={() => setStep('resolve')}>Ghi kết quả</Button>
          <Button onClick={() => setStep('link')}>Liên kết kế hoạch</Button>
          <Button onClick={() => setStep('supersede')}>Văn bản thay thế</Button>
          <Button onClick={() => setStep('edit')}>Sửa</Button>
          <Button danger onClick={() => setStep('void')}>
            Hủy dòng
          </Button>
          <Button danger type="text" onClick={() => setStep('purge')}>
            Xóa hẳn
          </Button>
        </div>
      ) : (
        <div className="row">
          <p role="status" className="grow">
            {line.voided?.unused === undefined
              ? `Dòng đã hủy: ${line.voided?.reason ?? ''}. Số đến được giữ lại trong sổ.`
              : `${arrivalVoidWords(line.voided)}. Số đến này cấp lại được.`}
          </p>
          {isPurged(line) ? null : (
            <Button danger type="text" onClick={() => setStep('purge')}>
              Xóa hẳn
            </Button>
          )}
        </div>
      )}
      <LineFacts facts={factsOf(line)} />
      <LinePlans line={line} />
      <LineFiles line={line} />
      <LineActs
        acts={[
          { at: line.registeredAt, by: line.registeredBy, what: `Đăng ký số đến ${line.number}.` },
          ...line.trace,
        ]}
      />
      {step === 'edit' ? <LineDialog standing={line} onClose={close} /> : null}
      {step === 'forward' ? <ForwardDialog row={line} onClose={close} /> : null}
      {step === 'resolve' ? <ResolveDialog row={line} onClose={close} /> : null}
      {step === 'void' ? <VoidDialog row={line} onClose={close} /> : null}
      {step === 'link' ? <LinkDialog row={line} onClose={close} /> : null}
      {step === 'supersede' ? <SupersedeDialog row={line} onClose={close} /> : null}
      {step === 'purge' ? (
        <PurgeDialog
          title={`Xóa hẳn dòng số đến ${line.number}/${line.year}`}
          named={`nội dung dòng số đến ${line.number}/${line.year}`}
          goes={[
            [line.documentKind, line.numberText, line.issuer, line.subject].filter(Boolean).join(', '),
            'Ghi chú, người giải quyết, kết quả và những gì đã ghi về dòng này',
            ...line.fileNames.map(({ name }) => `Tệp ${name} (nếu không dòng nào khác giữ)`),
          ]}
          stays={[
            `Số đến ${line.number}/${line.year} và ngày đến, ghi “(đã xóa hẳn)”: số không được cấp lại.`,
            ...line.plans.map(({ title }) => `Kế hoạch “${title}”, nay không còn liên kết với dòng này.`),
          ]}
          phrase={`${line.number}/${line.year}`}
          dossierId={null}
          records={[{ table: 'entries', id: line.id }]}
          onClose={close}
        />
      ) : null}
      {step === 'plan' ? <MakePlanDialog row={line} onClose={close} /> : null}
    </div>
  );
}

function factsOf(line: Line): readonly (readonly [string, string])[] {
  return [
    ['Tác giả', line.issuer],
    ['Số, ký hiệu', line.numberText],
    ['Ngày văn bản', date(line.date)],
    ['Ngày đến', date(line.arrivedOn)],
    ['Yêu cầu', REQUEST_WORDS[line.request]],
    ['Thời hạn', [line.deadlineTime, date(line.deadline), line.time].filter(Boolean).join(' ')],
    ['Tiến độ', STATE_WORDS[line.state]],
    ['Đơn vị giải quyết', line.handler],
    ['Nơi nhận trong sổ', [line.receiver, date(line.forwardedOn)].filter(Boolean).join(', ')],
    [
      'Trả lời',
      [line.answer?.numberText, date(line.answer?.date), line.answer?.note].filter(Boolean).join(', '),
    ],
    ['Độ khẩn', URGENCY_WORDS[line.urgency]],
    ['Được thay thế bằng', line.supersededByWords ?? ''],
    ['Ghi chú', line.note],
  ];
}

function LinePlans({ line }: { readonly line: Line }): ReactNode {
  const link = useCommand('incoming.link', { offerUndo: true, done: 'Đã bỏ liên kết.' });
  if (line.plans.length === 0) return null;
  return (
    <section>
      <h3>Kế hoạch thực hiện</h3>
      <ul>
        {line.plans.map(({ dossierId, title }) => (
          <li key={dossierId}>
            <Link to={`/ke-hoach/${dossierId}`}>{title}</Link>{' '}
            {line.voided === null ? (
              <Button
                size="small"
                type="text"
                aria-label={`Bỏ liên kết với ${title}`}
                onClick={() => void link.run({ id: line.id, dossierId, linked: false })}
              >
                Bỏ liên kết
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function LineFiles({ line }: { readonly line: Line }): ReactNode {
  const attach = useCommand('incoming.attach', { offerUndo: true, done: 'Đã gắn tệp.' });
  const delivery = useDelivery();
  const choose = async () => {
    try {
      const [file] = await host.pick({
        title: 'Chọn tệp của văn bản đến',
        extensions: ['pdf', 'docx', 'doc', 'txt', 'jpg', 'png', 'xlsx', 'zip'],
        multiple: false,
      });
      if (file) await attach.run({ id: line.id, ticket: file.ticket });
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };
  return (
    <section>
      <h3>Tệp</h3>
      <ul>
        {line.fileNames.map((file) => (
          <li key={file.sha256}>
            <Button
              {...READING}
              type="link"
              onClick={() =>
                delivery.make(file.sha256, () =>
                  callQuery('incoming.file', { id: line.id, sha256: file.sha256 }),
                )
              }
            >
              {file.name}
            </Button>{' '}
            <span className="muted">{size(file.bytes)}, giữ nguyên từng byte</span>
          </li>
        ))}
      </ul>
      {line.voided === null ? (
        <Button loading={attach.pending} onClick={() => void choose()}>
          Gắn tệp
        </Button>
      ) : null}
    </section>
  );
}
