import { Button, Checkbox, Input, Modal } from 'antd';
import { useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { bodyName } from '../../../../shared/documents/vietnamese-case';
import { confirmationOf, questionText } from '../../../../shared/domain/report/question-text';
import type { QuestionRow } from '../../../../shared/rpc/contract/entry';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { isComposing, isEditable } from '../../app/keys';
import { copyText } from '../../ui/copy-table';
import { moment } from '../../ui/format';
import { Facts } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import { ReportDrawer } from './report-drawer';
import { READING } from '../../ui/writing';
import { DialogTitle } from '../../ui/dialog-title';
import { useReturnFocus } from '../../ui/return-focus';

interface QuestionListProps {
  readonly dossierId: string;
  readonly period: string;
  readonly office: OfficeView;
}

export function QuestionList(props: QuestionListProps): ReactNode {
  const { dossierId, period } = props;
  const questions = useRpc('report.questions', { dossierId, period });
  const [answered, setAnswered] = useState(false);
  return (
    <Answer of={questions} loading="Đang xem lại số liệu…">
      {(value) => {
        const rows = value.rows.filter((row) => answered || row.answer === null);
        return (
          <div className="stack">
            <div className="row">
              <Facts
                items={[
                  { label: 'Chưa trả lời', value: value.open, id: 'questions-open' },
                  { label: 'Đã hỏi lại đơn vị', value: value.asked, id: 'questions-asked' },
                  { label: 'Đã xác nhận', value: value.confirmed, id: 'questions-confirmed' },
                ]}
              />
              <span className="grow" />
              <Checkbox
                {...READING}
                checked={answered}
                onChange={(event) => setAnswered(event.target.checked)}
              >
                Xem cả câu đã trả lời
              </Checkbox>
            </div>
            {rows.length === 0 ? (
              <EmptyPlace
                title={
                  value.rows.length === 0
                    ? 'Không có số liệu nào cần hỏi lại.'
                    : 'Mọi câu hỏi của kỳ này đã được trả lời.'
                }
                hint="Chương trình chỉ hỏi, không sửa số. Câu hỏi mới hiện ra khi có báo cáo mới."
              />
            ) : (
              <List {...props} rows={rows} />
            )}
          </div>
        );
      }}
    </Answer>
  );
}

type Answered = 'confirmed' | 'asked' | 'open';

/** As the chasing letters name the sender. */
const officeName = ({ profile }: OfficeView): string =>
  profile === null ? 'Văn phòng' : `Văn phòng ${bodyName(profile, profile.issuingBody)}`;

const keyOf = (row: QuestionRow) => `${row.period}|${row.unit}|${row.code}|${row.indicator ?? ''}`;

function List({
  dossierId,
  office,
  rows,
}: QuestionListProps & { readonly rows: readonly QuestionRow[] }): ReactNode {
  const body = useRef<HTMLTableSectionElement>(null);
  const [at, setAt] = useState(0);
  const [noting, setNoting] = useState<QuestionRow | null>(null);
  const [open, setOpen] = useState<QuestionRow | null>(null);
  const answer = useCommand('report.answerQuestion', { offerUndo: true, done: 'Đã ghi câu trả lời.' });
  const here = Math.min(at, rows.length - 1);
  const ofUnit = (row: QuestionRow) =>
    rows.filter((each) => each.unit === row.unit && each.period === row.period && each.answer === null);

  const go = (to: number) => {
    const next = Math.max(0, Math.min(to, rows.length - 1));
    setAt(next);
    requestAnimationFrame(() => body.current?.querySelector<HTMLElement>(`[data-at="${next}"]`)?.focus());
  };
  const say = async (about: readonly QuestionRow[], said: Answered, note = '') => {
    const [first] = about;
    if (!first) return;
    const done = await answer.run({
      dossierId,
      period: first.period,
      unit: first.unit,
      version: first.version,
      questions: about.map(({ code, indicator }) => ({ code, indicator })),
      answer: said,
      note,
    });
    if (done) go(here);
  };
  const askBack = async (row: QuestionRow) => {
    const about = ofUnit(row).length > 0 ? ofUnit(row) : [row];
    await copyText(
      questionText(row.unitName, row.period, about, officeName(office)),
      `Đã chép tin hỏi lại ${row.unitName}; dán vào Zalo để gửi.`,
    );
    await say(about, 'asked');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = rows[here];
    if (!row || isComposing(event.nativeEvent) || isEditable(event.target) || event.ctrlKey || event.altKey)
      return;
    if (event.target instanceof HTMLButtonElement && (event.key === 'Enter' || event.key === ' ')) return;
    const key = event.key.toLowerCase();
    if (event.key === 'ArrowDown') go(here + 1);
    else if (event.key === 'ArrowUp') go(here - 1);
    else if (key === 'd') void say([row], 'confirmed');
    else if (key === 'g') setNoting(row);
    else if (key === 'h') void askBack(row);
    else if (event.key === 'Enter') setOpen(row);
    else return;
    event.preventDefault();
  };
  const units = useMemo(() => new Set(rows.map(({ unit, period }) => `${period}|${unit}`)).size, [rows]);

  return (
    <>
      <p className="muted">
        {rows.length} câu hỏi của {units} đơn vị. <kbd>↑</kbd> <kbd>↓</kbd> đi giữa các câu, <kbd>D</kbd> xác
        nhận, <kbd>G</kbd> xác nhận và ghi chú, <kbd>H</kbd> hỏi lại đơn vị (chép tin Zalo), <kbd>Enter</kbd>{' '}
        mở báo cáo.
      </p>
      <div className="panel flush">
        <table className="plain questions" aria-label="Câu hỏi số liệu" onKeyDown={onKeyDown}>
          <thead>
            <tr>
              <th>Đơn vị</th>
              <th>Nên hỏi</th>
              <th>Thao tác</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {rows.map((row, index) => {
              const previous = rows[index - 1];
              const first = previous?.unit !== row.unit || previous.period !== row.period;
              return (
                <tr
                  key={keyOf(row)}
                  data-at={index}
                  tabIndex={index === here ? 0 : -1}
                  aria-label={`${row.unitName}: ${row.message}`}
                  className={`${index === here ? 'here' : ''}${first ? ' first' : ''}`}
                  onFocus={() => setAt(index)}
                >
                  <td>
                    {first ? (
                      <button type="button" className="link-button" onClick={() => setOpen(row)}>
                        {row.unitName}
                      </button>
                    ) : null}
                  </td>
                  <td className="wide">
                    {row.message}
                    {row.answer ? (
                      <div className="muted">
                        {row.answer.answer === 'confirmed' ? '● Đã xác nhận' : '↩ Đã hỏi lại'} ·{' '}
                        {row.answer.by}, {moment(row.answer.at)}
                        {row.answer.note === '' ? '' : ` · ${row.answer.note}`}
                      </div>
                    ) : null}
                  </td>
                  <td className="nowrap">
                    {row.answer ? (
                      <Button size="small" onClick={() => void say([row], 'open')}>
                        Bỏ câu trả lời
                      </Button>
                    ) : (
                      <>
                        <Button size="small" onClick={() => void say([row], 'confirmed')}>
                          {confirmationOf(row)}
                        </Button>{' '}
                        <Button size="small" onClick={() => void askBack(row)}>
                          Hỏi lại đơn vị
                        </Button>
                      </>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {noting ? (
        <NoteDialog
          row={noting}
          onClose={() => setNoting(null)}
          onSay={(note) => {
            setNoting(null);
            void say([noting], 'confirmed', note);
          }}
        />
      ) : null}
      {open ? (
        <ReportDrawer
          dossierId={dossierId}
          period={open.period}
          unit={open.unit}
          unitName={open.unitName}
          office={office}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

function NoteDialog({
  row,
  onClose,
  onSay,
}: {
  readonly row: QuestionRow;
  readonly onClose: () => void;
  readonly onSay: (note: string) => void;
}): ReactNode {
  useReturnFocus();
  const [note, setNote] = useState('');
  return (
    <Modal
      open
      title={<DialogTitle>{row.unitName}</DialogTitle>}
      okText={confirmationOf(row)}
      cancelText="Thôi"
      onCancel={onClose}
      onOk={() => onSay(note)}
    >
      <p>{row.message}</p>
      <label htmlFor="question-note">Đơn vị trả lời thế nào</label>
      <Input
        id="question-note"
        autoFocus
        value={note}
        placeholder="Ví dụ: bí thư xác nhận qua Zalo"
        onChange={(event) => setNote(event.target.value)}
        onPressEnter={() => onSay(note)}
      />
    </Modal>
  );
}
