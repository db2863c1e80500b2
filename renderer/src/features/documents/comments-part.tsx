import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { CommentRound } from '../../../../shared/domain/dispatch/document-model';
import { COMMENT_ANSWER } from '../../../../shared/i18n/vi';
import type { OfficeView } from '../../../../shared/rpc/contract/office';
import { callQuery } from '../../api/client';
import { useCommand } from '../../api/commands';
import { date, today } from '../../ui/format';
import { useDelivery } from '../../ui/save-files';
import { StateTag } from '../../ui/tags';
import { AnswerDialog, AskDialog } from './comment-dialogs';
import type { DocumentView } from './document-drawer';
import { offWhen } from '../../ui/writing';

interface CommentsPartProps {
  readonly view: DocumentView;
  readonly dossierId: string;
  readonly office: OfficeView;
  readonly closed: boolean;
}

/** Lấy ý kiến: a table a round, of what each body answered and what was taken in. */
export function CommentsPart({ view, dossierId, office, closed }: CommentsPartProps): ReactNode {
  const [asking, setAsking] = useState(false);
  return (
    <section aria-label="Lấy ý kiến">
      <div className="row">
        <h3>Lấy ý kiến</h3>
        <span className="grow" />
        <Button {...offWhen(closed)} onClick={() => setAsking(true)}>
          Gửi lấy ý kiến
        </Button>
      </div>
      {view.rounds.length === 0 ? <p className="muted">Chưa gửi lấy ý kiến lần nào.</p> : null}
      {view.rounds.map((round, index) => (
        <Round key={round.id} round={round} place={index + 1} dossierId={dossierId} closed={closed} />
      ))}
      {asking ? (
        <AskDialog view={view} dossierId={dossierId} office={office} onClose={() => setAsking(false)} />
      ) : null}
    </section>
  );
}

interface RoundProps {
  readonly round: CommentRound;
  readonly place: number;
  readonly dossierId: string;
  readonly closed: boolean;
}

function Round({ round, place, dossierId, closed }: RoundProps): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [answering, setAnswering] = useState(false);
  const end = useCommand('document.closeComments', { offerUndo: true, done: 'Đã kết thúc lần lấy ý kiến.' });
  const delivery = useDelivery();
  const open = round.comments.filter(({ answer }) => answer === null).length;
  const late = round.closedOn === null && open > 0 && round.lastDay < today();
  return (
    <div>
      <div className="row wrap">
        <strong>
          Lần {place}
          {round.version === null ? '' : `, dự thảo lần ${round.version}`}
        </strong>
        <span className={late ? 'tone-bad' : 'muted'}>
          gửi {date(round.sentOn)}, hạn {date(round.lastDay)};{' '}
          {open === 0 ? 'đã trả lời đủ' : `${late ? '! quá hạn, ' : ''}còn ${open} chưa trả lời`}
          {round.closedOn === null ? '' : `; kết thúc ${date(round.closedOn)}`}
        </span>
        <span className="grow" />
        <Button
          type={chosen.length > 0 ? 'primary' : 'default'}
          {...offWhen(closed || chosen.length === 0)}
          onClick={() => setAnswering(true)}
        >
          Ghi trả lời{chosen.length > 0 ? ` (${chosen.length})` : ''}
        </Button>
        {round.closedOn === null && open > 0 ? (
          <Button
            {...offWhen(closed)}
            onClick={() => void end.run({ dossierId, roundId: round.id, date: today() })}
          >
            Kết thúc
          </Button>
        ) : null}
      </div>
      {round.note === '' ? null : <p className="muted">{round.note}</p>}
      <table className="plain" aria-label={`Ý kiến lần ${place}`}>
        <thead>
          <tr>
            <th>
              <Checkbox
                aria-label={`Chọn tất cả, lần ${place}`}
                checked={chosen.length === round.comments.length}
                indeterminate={chosen.length > 0 && chosen.length < round.comments.length}
                onChange={(event) =>
                  setChosen(event.target.checked ? round.comments.map(({ entryId }) => entryId) : [])
                }
              />
            </th>
            <th>Cơ quan, đơn vị</th>
            <th>Trả lời</th>
            <th>Ngày, số</th>
            <th>Ý kiến</th>
            <th>Tiếp thu, giải trình</th>
          </tr>
        </thead>
        <tbody>
          {round.comments.map(({ entryId, name, answer }) => (
            <tr key={entryId}>
              <td>
                <Checkbox
                  aria-label={`Chọn ${name}`}
                  checked={chosen.includes(entryId)}
                  onChange={(event) =>
                    setChosen(
                      event.target.checked ? [...chosen, entryId] : chosen.filter((each) => each !== entryId),
                    )
                  }
                />
              </td>
              <td>{name}</td>
              <td>
                {answer === null ? (
                  <span className="muted">… Chưa trả lời</span>
                ) : (
                  <StateTag
                    words={COMMENT_ANSWER[answer.kind]}
                    tone={answer.kind === 'remarks' ? 'warn' : answer.kind === 'agreed' ? 'good' : 'quiet'}
                  />
                )}
              </td>
              <td>
                {answer === null ? '' : [date(answer.on), answer.numberText].filter(Boolean).join(', ')}
              </td>
              <td>
                {answer?.text}
                {answer?.file ? (
                  <>
                    {' '}
                    <button
                      type="button"
                      className="link-button"
                      onClick={() =>
                        delivery.make(entryId, () =>
                          callQuery('file.get', { dossierId, sha256: answer.file ?? '' }),
                        )
                      }
                    >
                      Tải văn bản góp ý
                    </button>
                  </>
                ) : null}
              </td>
              <td>{answer?.taken}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {answering ? (
        <AnswerDialog
          round={round}
          dossierId={dossierId}
          entryIds={chosen}
          onClose={() => setAnswering(false)}
          onDone={() => {
            setChosen([]);
            setAnswering(false);
          }}
        />
      ) : null}
    </div>
  );
}
