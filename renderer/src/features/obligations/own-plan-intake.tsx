import { Alert, Button, Input, Modal, Progress, Select } from 'antd';
import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { MatchedPlan, PlanRequestRow } from '../../../../shared/rpc/contract/obligation';
import { host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { cancelJob, useProgress } from '../../api/progress';
import { useRpc } from '../../api/queries';
import { toastError } from '../../app/feedback';
import { DateField } from '../../ui/date-field';
import { date, today } from '../../ui/format';
import { useReturnFocus } from '../../ui/return-focus';
import { useTypedContent } from '../../ui/typed-content';
import { UnitSelect } from './unit-select';
import '../reports/reports.css';
import { offWhen, READING } from '../../ui/writing';

interface IntakeProps {
  readonly files: readonly HandedFile[];
  readonly onClose: () => void;
}

/** A looked-at file as a person has corrected it. */
interface Line extends MatchedPlan {
  readonly key: string;
}

const keyOf = (row: Pick<PlanRequestRow, 'dossierId' | 'id'>) => `${row.dossierId}|${row.id}`;

/** Several plans at once: whose each is was read from its name or first page; a person confirms. */
export default function OwnPlanIntake({ files, onClose }: IntakeProps): ReactNode {
  useReturnFocus();
  const typed = useTypedContent();
  const [params] = useSearchParams();
  const requests = useRpc('ownPlan.list', { dossierId: params.get('ho-so') });
  const [chosen, setChosen] = useState<string | null>(null);
  const [lines, setLines] = useState<readonly Line[] | null>(null);
  const [receivedOn, setReceivedOn] = useState<string | null>(today());
  const [running, setRunning] = useState<string | null>(null);
  const progress = useProgress(running);
  const match = useCommand('ownPlan.match', { showsError: true });
  const receive = useCommand('ownPlan.receive', {
    showsError: true,
    offerUndo: true,
    done: (value) => `Đã nhận ${value.received} kế hoạch của đơn vị.`,
  });
  const rows = requests.data ?? [];
  const request =
    rows.find((row) => keyOf(row) === chosen) ??
    rows.find(({ id }) => id === params.get('yeu-cau')) ??
    rows.find((row) => row.received < row.expected) ??
    rows.at(-1);
  const status = useRpc(
    'ownPlan.status',
    { dossierId: request?.dossierId ?? '', request: request?.id ?? '' },
    { enabled: request !== undefined },
  );
  const { run } = match;
  const look = useCallback(
    async (handed: readonly HandedFile[], asked: PlanRequestRow) => {
      const requestId = crypto.randomUUID();
      setRunning(requestId);
      const { dossierId, id } = asked;
      const reply = await run(
        { dossierId, request: id, tickets: handed.map(({ ticket }) => ticket) },
        requestId,
      );
      setRunning(null);
      if (reply) setLines(reply.files.map((file, index) => ({ ...file, key: `${file.place}|${index}` })));
    },
    [run],
  );
  const started = useRef<readonly HandedFile[] | null>(null);
  useEffect(() => {
    if (files.length === 0 || request === undefined || started.current === files) return;
    started.current = files;
    void look(files, request);
  }, [files, request, look]);

  const pick = async (folder: boolean) => {
    if (request === undefined) return;
    try {
      const picked = await host.pick({
        title: folder ? 'Chọn thư mục kế hoạch của đơn vị' : 'Chọn kế hoạch của các đơn vị',
        extensions: ['pdf', 'docx', 'doc', 'jpg', 'png', 'zip'],
        multiple: true,
        folder,
      });
      if (picked.length > 0) await look(picked, request);
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };
  const change = (key: string, patch: Partial<MatchedPlan>) =>
    setLines((lines ?? []).map((line) => (line.key === key ? { ...line, ...patch, doubt: '' } : line)));
  const ready = (lines ?? []).filter((line) => line.refused === null && line.unit !== null);
  const twice = ready.filter(({ unit, key }) =>
    ready.some((other) => other.unit === unit && other.key !== key),
  );
  const submit = async () => {
    if (!request) return;
    const units = status.data?.units ?? [];
    const value = await receive.run({
      dossierId: request.dossierId,
      request: request.id,
      plans: ready.map(({ unit, numberText, date: day, ticket, place }) => ({
        unit: unit ?? '',
        numberText,
        date: day,
        // A plan that is in keeps the day of its first receipt.
        receivedOn: units.some((row) => row.unit === unit && row.receivedAt !== null) ? null : receivedOn,
        ticket,
        place,
      })),
    });
    if (value) onClose();
  };
  const failure = match.error ?? receive.error;
  return (
    <Modal
      open
      width={1080}
      title="Nhận kế hoạch của các đơn vị"
      onCancel={() => typed.closing(onClose)}
      mask={{ closable: false }}
      footer={
        lines === null
          ? null
          : [
              <Button {...READING} key="no" onClick={onClose}>
                Thôi
              </Button>,
              <Button
                key="yes"
                type="primary"
                loading={receive.pending}
                {...offWhen(ready.length === 0 || twice.length > 0 || receivedOn === null)}
                onClick={() => void submit()}
              >
                Nhận {ready.length} kế hoạch
              </Button>,
            ]
      }
    >
      <div className="stack" {...typed.watch}>
        {failure ? <Alert type="error" showIcon title={failure.message} /> : null}
        {request === undefined ? (
          <p>
            {requests.data
              ? 'Chưa yêu cầu đơn vị nào gửi kế hoạch. Ở Báo cáo, phần Kế hoạch của đơn vị, bấm “Yêu cầu gửi kế hoạch” trước.'
              : 'Đang mở…'}
          </p>
        ) : (
          <div className="row">
            <Select
              aria-label="Theo yêu cầu"
              style={{ flex: 1 }}
              {...offWhen(lines !== null || running !== null)}
              value={keyOf(request)}
              options={rows.map((row) => ({
                value: keyOf(row),
                label: `${row.title} – hạn ${date(row.lastDay)}`,
              }))}
              onChange={setChosen}
            />
            {lines === null ? null : (
              <>
                <span>Ngày nhận</span>
                <DateField label="Ngày nhận" value={receivedOn} onChange={setReceivedOn} />
              </>
            )}
          </div>
        )}
        {request !== undefined && lines === null && running === null ? (
          <div className="state empty">
            <strong>Thả các tệp kế hoạch, thư mục hoặc tệp .zip vào cửa sổ này</strong>
            <p className="muted">
              Chương trình đọc tên đơn vị ở tên tệp hoặc trang đầu rồi đề xuất; bạn xem lại trước khi nhận.
              Tệp được giữ nguyên từng byte.
            </p>
            <div className="row">
              <Button type="primary" autoFocus onClick={() => void pick(false)}>
                Chọn tệp
              </Button>
              <Button onClick={() => void pick(true)}>Chọn thư mục</Button>
            </div>
          </div>
        ) : null}
        {running === null ? null : (
          <div className="stack" role="status">
            <span>Đang xem các tệp… {progress?.label}</span>
            <Progress
              percent={
                progress && progress.total > 0 ? Math.round((progress.done * 100) / progress.total) : 0
              }
              status="active"
            />
            <Button {...READING} onClick={() => void cancelJob(running)}>
              Dừng
            </Button>
          </div>
        )}
        {lines === null ? null : (
          <div className="scroll tray">
            <table className="plain" aria-label="Kế hoạch sẽ nhận">
              <thead>
                <tr>
                  <th>Tệp</th>
                  <th>Đơn vị</th>
                  <th>Số, ký hiệu</th>
                  <th>Ngày kế hoạch</th>
                  <th>Ghi chú</th>
                </tr>
              </thead>
              <tbody>
                {lines.map((line) => (
                  <tr key={line.key}>
                    <td>{line.name}</td>
                    {line.refused === null ? (
                      <>
                        <td style={{ width: 280 }}>
                          <UnitSelect
                            label={`Đơn vị của ${line.name}`}
                            among={status.data?.units ?? []}
                            value={line.unit}
                            onChange={(unit) => change(line.key, { unit })}
                          />
                        </td>
                        <td style={{ width: 130 }}>
                          <Input
                            aria-label={`Số của ${line.name}`}
                            value={line.numberText}
                            onChange={(event) => change(line.key, { numberText: event.target.value })}
                          />
                        </td>
                        <td style={{ width: 150 }}>
                          <DateField
                            label={`Ngày của ${line.name}`}
                            value={line.date}
                            allowClear
                            onChange={(day) => change(line.key, { date: day })}
                          />
                        </td>
                        <td>
                          <Note line={line} twice={twice.includes(line)} />
                        </td>
                      </>
                    ) : (
                      <td colSpan={4} className="tone-bad">
                        ✕ {line.refused}
                      </td>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </div>
      {typed.question}
    </Modal>
  );
}

function Note({ line, twice }: { readonly line: Line; readonly twice: boolean }): ReactNode {
  if (twice)
    return <span className="tone-bad">✕ Hai tệp cùng một đơn vị; chọn lại hoặc bỏ chọn một tệp.</span>;
  if (line.doubt !== '') return <span className="tone-warn">? {line.doubt}</span>;
  if (line.unit === null) return <span className="muted">Không nhận tệp này.</span>;
  return (
    <span className="tone-good">
      ● {line.readFrom === 'first-page' ? 'theo trang đầu' : line.readFrom === null ? '' : 'theo tên tệp'}
    </span>
  );
}
