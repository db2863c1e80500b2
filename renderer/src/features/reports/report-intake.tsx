import { Alert, Button, Modal, Progress } from 'antd';
import { startTransition, useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { HandedFile } from '../../../../shared/rpc/bridge';
import type { ImportReply } from '../../../../shared/rpc/contract/report';
import { callQuery, host } from '../../api/client';
import { useCommand } from '../../api/commands';
import { messageOf } from '../../api/errors';
import { cancelJob, useProgress } from '../../api/progress';
import { rememberSeries, toastError, toastInfo } from '../../app/feedback';
import { today } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { useReturnFocus } from '../../ui/return-focus';
import { ImportResult, type Confirmations } from './import-result';
import { joinReplies } from './join-replies';
import { ReceiptFields, receivedTimeOf, useHourQuestion, useReceiptMoment } from './receipt-moment';
import { rivalKey } from '../../../../shared/domain/report/rival-key';
import { Rivals, type RivalChoices } from './rivals';
import './reports.css';
import { offWhen, READING } from '../../ui/writing';

interface ReportIntakeProps {
  readonly files: readonly HandedFile[];
  /** Files of the tray that are taken up again. */
  readonly items?: readonly string[];
  readonly onClose: () => void;
}

type Stage =
  | { readonly at: 'choose' }
  | { readonly at: 'look' | 'take'; readonly requestId: string; readonly before?: ImportReply }
  | { readonly at: 'preview' | 'done'; readonly reply: ImportReply };

const NO_ITEMS: readonly string[] = [];

/** Returned forms: first what would happen, then, on one confirmation, taken in; each file is one change or none. */
export default function ReportIntake({ files, items = NO_ITEMS, onClose }: ReportIntakeProps): ReactNode {
  useReturnFocus();
  const [handed, setHanded] = useState<readonly HandedFile[]>(files);
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const receipt = useReceiptMoment();
  const receivedOn = receipt.day;
  const hour = useHourQuestion(receipt);
  const [confirmed, setConfirmed] = useState<Confirmations>(new Map());
  const [chosen, setChosen] = useState<RivalChoices>(new Map());
  const lists = useDelivery();
  const navigate = useNavigate();
  const importing = useCommand('report.import');
  const { run } = importing;
  const running = stage.at === 'look' || stage.at === 'take' ? stage.requestId : null;
  const progress = useProgress(running);
  /** The drop that has been looked at: corrected forms may be dropped while this window still shows the faults. */
  const started = useRef<readonly HandedFile[] | null>(null);

  const work = useCallback(
    async (
      tickets: readonly HandedFile[],
      day: string,
      how: {
        readonly dryRun: boolean;
        readonly confirmed?: Confirmations;
        readonly chosen?: RivalChoices;
        readonly receivedTime?: string | null;
        readonly after?: ImportReply;
      },
    ) => {
      const { dryRun, after } = how;
      const requestId = crypto.randomUUID();
      setStage({ at: dryRun ? 'look' : 'take', requestId, ...(after ? { before: after } : {}) });
      const reply = await run(
        {
          tickets: tickets.map((file) => file.ticket),
          items: [...items],
          dryRun,
          receivedOn: day,
          ...(how.receivedTime === undefined ? {} : { receivedTime: how.receivedTime }),
          chosen: [...(how.chosen?.values() ?? [])],
          confirmed: [...(how.confirmed ?? [])].map(([sha256, { dossierId, unit, period }]) => ({
            sha256,
            dossierId,
            unit,
            period,
          })),
          continues: after?.batchId ?? null,
        },
        requestId,
      );
      if (reply && !dryRun) rememberSeries(`Nhận ${reply.accepted.length} báo cáo`, reply.accepted);
      // A thousand rows are drawn when the window has time; what a person does meanwhile comes first.
      startTransition(() =>
        setStage(
          reply
            ? { at: dryRun ? 'preview' : 'done', reply: after ? joinReplies(after, reply) : reply }
            : { at: 'choose' },
        ),
      );
    },
    [run, items],
  );
  useEffect(() => {
    if (files.length + items.length === 0 || started.current === files) return;
    const busy = started.current !== null && running !== null;
    started.current = files;
    if (busy) {
      toastInfo('Chưa xem các tệp vừa thả', 'Đợi xong các tệp trước rồi thả lại.');
      return;
    }
    setHanded(files);
    setConfirmed(new Map());
    setChosen(new Map());
    void work(files, today(), { dryRun: true });
  }, [files, items, work, running]);

  const choose = async (folder: boolean) => {
    try {
      const picked = await host.pick({
        title: folder ? 'Chọn thư mục báo cáo' : 'Chọn các biểu báo cáo',
        extensions: ['xlsx', 'zip'],
        multiple: true,
        folder,
      });
      if (picked.length === 0) return;
      setHanded(picked);
      setConfirmed(new Map());
      setChosen(new Map());
      await work(picked, receivedOn, { dryRun: true });
    } catch (error) {
      toastError('Chưa mở được tệp', messageOf(error));
    }
  };

  const reply = stage.at === 'preview' || stage.at === 'done' ? stage.reply : null;
  const dues = (reply?.accepted ?? []).map((row) => row.due);
  const firstDues = (reply?.accepted ?? []).filter((row) => row.first).map((row) => row.due);
  /** `after`: what was taken before it was stopped. */
  const take = (after?: ImportReply) => {
    // Of several forms of one unit exactly the one shown is taken, whatever order the files come in.
    const shown = (reply?.rivals ?? []).map(
      ({ dossierId, unit, period, stands }) => ({ dossierId, unit, period, sha256: stands }) as const,
    );
    void work(handed, receivedOn, {
      dryRun: false,
      confirmed,
      chosen: new Map([...shown.map((one) => [rivalKey(one), one] as const), ...chosen]),
      ...receivedTimeOf(receipt, dues),
      ...(after ? { after } : {}),
    });
  };
  const coming = (reply?.accepted.length ?? 0) + confirmed.size;
  const percent = progress && progress.total > 0 ? Math.round((progress.done * 100) / progress.total) : 0;
  return (
    <Modal
      open
      width={980}
      title="Tiếp nhận báo cáo"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        stage.at === 'preview'
          ? [
              <Button {...READING} key="no" onClick={onClose}>
                Thôi
              </Button>,
              <Button
                key="yes"
                type="primary"
                autoFocus
                {...offWhen(coming + stage.reply.rejected.length === 0)}
                onClick={() => hour.before(firstDues, () => take())}
              >
                {coming > 0 || stage.reply.rejected.length === 0
                  ? `Nhận ${coming} báo cáo`
                  : `Giữ ${stage.reply.rejected.length} tệp lỗi trong khay`}
              </Button>,
            ]
          : stage.at === 'done'
            ? [
                ...(stage.reply.rejected.length > 0
                  ? [
                      <Button
                        {...READING}
                        key="tray"
                        onClick={() => {
                          onClose();
                          void navigate('/bao-cao/khay');
                        }}
                      >
                        Mở khay tiếp nhận
                      </Button>,
                      <Button
                        {...READING}
                        key="list"
                        loading={lists.busy !== null}
                        onClick={() =>
                          lists.make('fix-list', () =>
                            callQuery('report.fixList', { batchId: stage.reply.batchId }),
                          )
                        }
                      >
                        Xuất danh sách cần sửa
                      </Button>,
                    ]
                  : []),
                ...(stage.reply.cancelled && stage.reply.left > 0
                  ? [
                      <Button key="on" onClick={() => take(stage.reply)}>
                        Tiếp tục {stage.reply.left} tệp còn lại
                      </Button>,
                    ]
                  : []),
                <Button {...READING} key="ok" type="primary" autoFocus onClick={onClose}>
                  Xong
                </Button>,
              ]
            : null
      }
    >
      {stage.at === 'choose' ? (
        <div className="state empty">
          <strong>Thả các tệp, thư mục hoặc tệp .zip vào cửa sổ này</strong>
          <p className="muted">
            Chương trình xem trước từng biểu rồi mới nhận. Biểu sai không được nhận và được nêu rõ ô nào sai;
            các biểu khác vẫn được nhận.
          </p>
          <div className="row">
            <Button type="primary" autoFocus onClick={() => void choose(false)}>
              Chọn tệp
            </Button>
            <Button onClick={() => void choose(true)}>Chọn thư mục</Button>
          </div>
        </div>
      ) : null}
      {running !== null ? (
        <div className="stack" role="status">
          <span>
            {stage.at === 'look' ? 'Đang xem các tệp…' : 'Đang nhận báo cáo…'} {progress?.label}
          </span>
          <Progress percent={percent} status="active" />
          <div className="row">
            <span className="muted">
              {progress ? `${progress.done}/${progress.total}` : ''}
              {progress?.left !== null && progress?.left !== undefined
                ? ` · còn khoảng ${Math.ceil(progress.left)} giây`
                : ''}
            </span>
            <span className="grow" />
            <Button {...READING} onClick={() => void cancelJob(running)}>
              Dừng
            </Button>
          </div>
          <p className="muted">
            Dừng lúc nào cũng được: biểu đã nhận vẫn còn, biểu chưa nhận không bị động đến.
          </p>
        </div>
      ) : null}
      {reply ? (
        <div className="stack">
          {stage.at === 'preview' ? (
            <div className="row">
              <span>Ngày nhận báo cáo</span>
              <ReceiptFields
                label="Ngày nhận báo cáo"
                hourLabel="Giờ nhận báo cáo"
                moment={receipt}
                dues={dues}
              />
              <span className="muted">Đúng hạn hay trễ hạn tính theo ngày này.</span>
            </div>
          ) : (
            <Alert
              type={reply.rejected.length > 0 ? 'warning' : 'success'}
              showIcon
              title={`Đã nhận ${reply.accepted.length} báo cáo; ${reply.unchanged.length} không đổi; ${reply.rejected.length} chưa nhận được.${reply.cancelled ? ' Đã dừng theo yêu cầu.' : ''}`}
            />
          )}
          <Rivals
            groups={reply.rivals}
            {...(stage.at === 'preview'
              ? {
                  onChoose: (choice) => {
                    const next = new Map(chosen).set(rivalKey(choice), choice);
                    setChosen(next);
                    void work(handed, receivedOn, { dryRun: true, confirmed, chosen: next });
                  },
                }
              : {})}
          />
          <ImportResult
            reply={reply}
            done={stage.at === 'done'}
            confirmed={confirmed}
            {...(stage.at === 'preview'
              ? {
                  onConfirm: (sha256, proposal) =>
                    setConfirmed((before) => {
                      const next = new Map(before);
                      if (proposal) next.set(sha256, proposal);
                      else next.delete(sha256);
                      return next;
                    }),
                }
              : {})}
          />
        </div>
      ) : null}
      {hour.question}
    </Modal>
  );
}
