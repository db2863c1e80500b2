import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { Totals } from '../../../../shared/domain/report/model';
import { lackingWords } from '../../../../shared/i18n/vi';
import { formatPercent } from '../../../../shared/text/numbers';
import { Facts, Panel } from '../../ui/page';
import { UnitStateTag } from '../../ui/tags';
import { READING } from '../../ui/writing';

/** Timeliness of the period and the units whose figures are not in it. */
export function MissingPanel({
  totals,
  onChase,
}: {
  readonly totals: Totals;
  readonly onChase: () => void;
}): ReactNode {
  const { status, missingUnits } = totals;
  // Over a range reports are counted one by one.
  const counts = status.turns ?? status;
  const partly = missingUnits.filter(({ lacking }) => lacking !== undefined).length;
  return (
    <Panel
      title="Tình hình báo cáo"
      actions={
        missingUnits.length > 0 ? (
          <Button {...READING} onClick={onChase}>
            Mở phần đôn đốc
          </Button>
        ) : null
      }
    >
      <Facts
        items={[
          { label: 'Phải báo cáo', value: status.expected, id: 'expected' },
          ...(status.turns
            ? [
                { label: 'Có báo cáo', value: status.turns.units, id: 'received' },
                {
                  label: 'Lượt báo cáo theo kỳ',
                  value: `${status.turns.received}/${status.turns.expected}`,
                  id: 'turns',
                },
              ]
            : [{ label: 'Đã nhận', value: status.received, id: 'received' }]),
          { label: '● Đúng hạn', value: counts.onTime, id: 'on-time' },
          { label: '◐ Trễ hạn', value: counts.late, id: 'late' },
          { label: '○ Chưa báo cáo', value: status.missing, id: 'missing' },
          ...(status.returned > 0 ? [{ label: '↩ Đã trả lại', value: status.returned }] : []),
          ...(status.notDue > 0 ? [{ label: '… Chưa đến hạn', value: status.notDue }] : []),
          {
            label: 'Tỷ lệ đúng hạn',
            value: counts.expected > 0 ? formatPercent((counts.onTime * 100) / counts.expected) : '–',
          },
        ]}
      />
      {missingUnits.length > 0 ? (
        <details className="missing" data-testid="missing-units">
          <summary>
            {missingUnits.length} đơn vị chưa có đủ số liệu trong bản tổng hợp này
            {partly > 0 ? ` (${partly} mới báo cáo một phần)` : ''}
          </summary>
          <ul>
            {missingUnits.map((unit) => (
              <li key={unit.unit}>
                {unit.lacking ? lackingWords(unit) : unit.name} <UnitStateTag state={unit.state} />
              </li>
            ))}
          </ul>
        </details>
      ) : (
        <p className="tone-good">● Mọi đơn vị đã có số liệu.</p>
      )}
    </Panel>
  );
}
