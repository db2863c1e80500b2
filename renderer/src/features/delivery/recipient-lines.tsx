import { Select } from 'antd';
import type { ReactNode } from 'react';
import type { Channel } from '../../../../shared/domain/dispatch/channel';
import { lineKey } from '../../../../shared/domain/dispatch/line-ways';
import { CHANNEL } from '../../../../shared/i18n/vi';
import type { OutputOf } from '../../../../shared/rpc/contract';
import type { OfficeView } from '../../../../shared/rpc/contract/office';

type Expanded = OutputOf<'dispatch.recipients'>;

interface RecipientLinesProps {
  readonly expanded: Expanded;
  readonly office: OfficeView;
  /** What everybody gets who has no way of their own. */
  readonly channel: Channel;
  /** The way that an entry had the replaced document. */
  readonly before: ReadonlyMap<string, Channel>;
  readonly ways: ReadonlyMap<string, Channel>;
  readonly onWay: (key: string, channel: Channel | null) => void;
}

const SHOWN = 4;
const CHANNELS = Object.entries(CHANNEL).map(([value, label]) => ({ value: value as Channel, label }));

/** Each line of Nơi nhận: what it comes to on the day, and the way it is sent. */
export function RecipientLines(props: RecipientLinesProps): ReactNode {
  const { expanded, office, channel, before, ways, onWay } = props;
  const { lines, recipients } = expanded;
  const entries = new Map(office.entries.map((entry) => [entry.id, entry]));
  return (
    <table className="plain" aria-label="Nơi nhận sẽ gửi">
      <thead>
        <tr>
          <th>Dòng nơi nhận</th>
          <th>Để</th>
          <th>Sẽ gửi tới</th>
          <th>Cách gửi</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const key = lineKey(line, index);
          const mine = recipients.filter((each) => each.line === index);
          const usual = mine.filter(
            ({ entryId }) => before.has(entryId) || (entries.get(entryId)?.channel ?? null) !== null,
          ).length;
          const last = [...new Set(mine.flatMap(({ entryId }) => before.get(entryId) ?? []))];
          return (
            <tr key={key}>
              <td>{line.name}</td>
              <td>{line.purpose}</td>
              <td>
                {line.problem === null && mine.length === 0 ? (
                  <span className="muted">Đã có ở dòng trên</span>
                ) : line.problem === null ? (
                  mine.length > SHOWN ? (
                    <details>
                      <summary>{mine.length} nơi nhận</summary>
                      {mine.map((each) => each.name).join('; ')}
                    </details>
                  ) : (
                    mine.map((each) => each.name).join('; ')
                  )
                ) : (
                  <span className="tone-warn">? {line.problem}</span>
                )}
              </td>
              <td>
                {mine.length === 0 ? null : (
                  <Select
                    aria-label={`Cách gửi: ${line.name}`}
                    size="small"
                    style={{ width: 190 }}
                    value={ways.get(key) ?? null}
                    options={[
                      {
                        value: null,
                        label:
                          last.length > 0
                            ? `Lần trước: ${last.map((each) => CHANNEL[each]).join(', ')}`
                            : usual > 0
                              ? `Theo danh bạ (${usual})`
                              : CHANNEL[channel],
                      },
                      ...CHANNELS.filter(({ value }) => usual > 0 || value !== channel),
                    ]}
                    onChange={(value: Channel | null) => onWay(key, value)}
                  />
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
