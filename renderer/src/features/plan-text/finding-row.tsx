import { Button } from 'antd';
import type { ReactNode } from 'react';
import { SEVERITY_NAMES } from '../../../../shared/domain/plan/lint/model';
import type { LintFinding } from '../../../../shared/rpc/contract/lint';
import { date } from '../../ui/format';
import type { Tone } from '../../ui/tags';
import { offWhen } from '../../ui/writing';

const SIGN: Readonly<Record<LintFinding['severity'], { readonly sign: string; readonly tone: Tone }>> = {
  error: { sign: '!', tone: 'bad' },
  warning: { sign: '?', tone: 'warn' },
  hint: { sign: '·', tone: 'quiet' },
};
/** Characters shown on either side of the words in question. */
const AROUND = 45;

interface FindingRowProps {
  readonly finding: LintFinding;
  readonly text: string;
  readonly at: number;
  readonly current: boolean;
  readonly busy: boolean;
  readonly onFocus: () => void;
  readonly onFix: () => void;
  readonly onIgnore: () => void;
  readonly onHeed: () => void;
}

export function FindingRow(props: FindingRowProps): ReactNode {
  const { finding, text, at, current } = props;
  const { sign, tone } = SIGN[finding.severity];
  return (
    <tr
      data-at={at}
      data-testid="finding"
      tabIndex={current ? 0 : -1}
      className={finding.ignored ? 'muted' : undefined}
      onFocus={props.onFocus}
    >
      <td className={`nowrap tone-${tone}`}>
        <span aria-hidden="true">{sign}</span> {SEVERITY_NAMES[finding.severity]}
      </td>
      <td className="nowrap">{finding.section}</td>
      <td className="lint-words">
        <Words finding={finding} text={text} />
      </td>
      <td>
        {finding.message}
        {finding.fix ? <div className="strong">→ {finding.fix.label}</div> : null}
        {finding.ignored ? (
          <div>
            Đã bỏ qua ngày {date(finding.ignored.at)}
            {finding.ignored.reason === '' ? '' : `: ${finding.ignored.reason}`}
          </div>
        ) : null}
      </td>
      <td className="nowrap number">
        {finding.fix && finding.ignored === null ? (
          <Button size="small" {...offWhen(props.busy)} onClick={props.onFix}>
            Sửa
          </Button>
        ) : null}{' '}
        {finding.ignored ? (
          <Button size="small" type="text" {...offWhen(props.busy)} onClick={props.onHeed}>
            Nhắc lại
          </Button>
        ) : (
          <Button size="small" type="text" {...offWhen(props.busy)} onClick={props.onIgnore}>
            Bỏ qua
          </Button>
        )}
      </td>
    </tr>
  );
}

/** The words in question with what stands around them. */
export function Words({
  finding,
  text,
}: {
  readonly finding: LintFinding;
  readonly text: string;
}): ReactNode {
  if (finding.place === null) return <span className="muted">Toàn văn bản</span>;
  const { start, end } = finding.place;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end) < 0 ? text.length : text.indexOf('\n', end);
  const from = Math.max(lineStart, start - AROUND);
  const to = Math.min(lineEnd, end + AROUND);
  return (
    <>
      {from > lineStart ? '…' : ''}
      {text.slice(from, start)}
      <mark className="lint-mark">{text.slice(start, end)}</mark>
      {text.slice(end, to)}
      {to < lineEnd ? '…' : ''}
    </>
  );
}
