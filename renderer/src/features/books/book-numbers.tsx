/** Below a book: its next number, where the book on paper ended, and the gaps in runs, each with its reason. */
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import {
  runsOf,
  runText,
  type GapRun,
  type NumberGap,
  type PaperEnd,
} from '../../../../shared/domain/number-runs';

const RUNS_SHOWN = 12;

interface BookNumbersProps {
  readonly next: number;
  readonly paper: PaperEnd | null;
  readonly gaps: readonly NumberGap[];
  readonly onStart: () => void;
  readonly onTakeBack: (run: GapRun) => void;
  /** The dialog that asks for a run's reason. */
  readonly explain: (run: GapRun, onClose: () => void) => ReactNode;
}

export function BookNumbers(props: BookNumbersProps): ReactNode {
  const { paper } = props;
  const [asked, setAsked] = useState<GapRun | null>(null);
  const runs = runsOf(props.gaps);
  return (
    <div className="row wrap">
      <span>
        Số tiếp theo: <strong>{props.next}</strong>
      </span>
      {paper === null ? null : (
        <span className="muted">
          Sổ giấy đã đến số {paper.last} ({paper.reason}).
        </span>
      )}
      <Button size="small" type="text" onClick={props.onStart}>
        Sổ giấy đã đến số…
      </Button>
      {runs.length === 0 ? null : (
        <div>
          <strong>Số bỏ trống:</strong>{' '}
          {runs.slice(0, RUNS_SHOWN).map((run) => (
            <span key={run.first}>
              {runText(run)}{' '}
              {run.reason === null ? (
                <Button
                  size="small"
                  aria-label={`Ghi lý do bỏ trống số ${runText(run)}`}
                  onClick={() => setAsked(run)}
                >
                  Ghi lý do
                </Button>
              ) : (
                <>
                  <span className="muted">({run.reason})</span>
                  <Button
                    size="small"
                    type="text"
                    aria-label={`Bỏ lý do của số ${runText(run)}`}
                    onClick={() => props.onTakeBack(run)}
                  >
                    Bỏ lý do
                  </Button>
                </>
              )}{' '}
            </span>
          ))}
          {runs.length > RUNS_SHOWN ? `và ${runs.length - RUNS_SHOWN} chỗ nữa.` : null}
        </div>
      )}
      {asked === null ? null : props.explain(asked, () => setAsked(null))}
    </div>
  );
}
