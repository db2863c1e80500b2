import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { rivalKey } from '../../../../shared/domain/report/rival-key';
import { periodWords } from '../../../../shared/i18n/vi';
import type { InputOf } from '../../../../shared/rpc/contract';
import type { ImportReply } from '../../../../shared/rpc/contract/report';
import { figure, moment } from '../../ui/format';

type Group = ImportReply['rivals'][number];
type Choice = InputOf<'report.import'>['chosen'] extends readonly (infer One)[] | undefined ? One : never;
/** By `rivalKey`. */
export type RivalChoices = ReadonlyMap<string, Choice>;

const FIGURES_SHOWN = 6;

interface RivalsProps {
  readonly groups: readonly Group[];
  /** Absent once it is done. */
  readonly onChoose?: (choice: Choice) => void;
}

/** Units of which several different forms came: all of them side by side, and which one is taken. */
export function Rivals({ groups, onChoose }: RivalsProps): ReactNode {
  if (groups.length === 0) return null;
  return (
    <section className="rivals" aria-label="Đơn vị gửi nhiều tệp khác nhau">
      <strong className="tone-warn">? {groups.length} đơn vị gửi nhiều tệp khác nhau cho một kỳ</strong>
      {groups.map((group) => (
        <div key={rivalKey(group)}>
          <div>
            {group.unitName} – {periodWords(group.period)}
          </div>
          <Radio.Group
            aria-label={`Tệp được dùng của ${group.unitName}`}
            vertical
            value={group.stands}
            disabled={onChoose === undefined}
            options={group.files.map((file) => ({
              value: file.sha256,
              disabled: file.taken && file.sha256 !== group.stands,
              label: `${file.file} – ${file.savedAt === null ? 'không rõ lúc lưu' : `lưu ${moment(file.savedAt)}`}: ${figuresOf(file)}${file.taken ? ' (đã nhận trước đây)' : ''}`,
            }))}
            onChange={(event: { readonly target: { readonly value?: unknown } }) => {
              const { dossierId, unit, period } = group;
              const sha256 = event.target.value;
              if (typeof sha256 === 'string') onChoose?.({ dossierId, unit, period, sha256 });
            }}
          />
        </div>
      ))}
      {onChoose ? (
        <p className="muted">
          Chương trình đề xuất tệp được lưu sau cùng; anh/chị chọn tệp khác nếu đơn vị nói vậy. Tệp không dùng
          vẫn ở chỗ cũ.
        </p>
      ) : null}
    </section>
  );
}

function figuresOf({ nil, figures }: Group['files'][number]): string {
  if (nil) return 'không phát sinh';
  if (figures.length === 0) return 'số liệu như nhau, khác phần lời';
  const shown = figures
    .slice(0, FIGURES_SHOWN)
    .map(({ indicator, value }) => `${indicator} ${value === null ? 'trống' : figure(value)}`);
  return [
    ...shown,
    ...(figures.length > FIGURES_SHOWN ? [`và ${figures.length - FIGURES_SHOWN} chỉ tiêu khác`] : []),
  ].join(', ');
}
