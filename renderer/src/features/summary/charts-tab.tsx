import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useRpc } from '../../api/queries';
import { ChartView } from '../../ui/chart-view';
import { Panel } from '../../ui/page';
import { Answer, EmptyPlace } from '../../ui/states';
import type { SummaryTabProps } from './summary-tab';
import { READING } from '../../ui/writing';

/** More bars than that in one comparison are no longer read. */
const MOST_COMPARED = 12;

/** The charts of the report: what is seen here is what is printed. */
export function ChartsTab({ dossierId, period, version }: SummaryTabProps): ReactNode {
  const [compare, setCompare] = useState<readonly string[] | null>(null);
  const charts = useRpc(
    'report.charts',
    { dossierId, period, version, compare: compare === null ? null : [...compare] },
    { keep: true },
  );
  return (
    <Answer of={charts} loading="Đang vẽ biểu đồ…">
      {({ charts: drawn, comparable }) => (
        <Panel
          title="Biểu đồ của kỳ"
          actions={
            comparable.length === 0 ? null : (
              <Select
                {...READING}
                mode="multiple"
                aria-label="Chỉ tiêu so sánh với kỳ trước"
                placeholder="Chọn chỉ tiêu so sánh với kỳ trước"
                style={{ width: 420 }}
                maxTagCount={3}
                maxCount={MOST_COMPARED}
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={[...(compare ?? [])]}
                options={comparable.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
                onChange={(codes: string[]) => setCompare(codes.length === 0 ? null : codes)}
              />
            )
          }
        >
          {drawn.length === 0 ? (
            <EmptyPlace
              title="Chưa có gì để vẽ."
              hint="Biểu đồ hiện khi kỳ này có đơn vị phải báo cáo và có số liệu."
            />
          ) : (
            <>
              <p className="muted">
                Báo cáo PDF, Word và sổ Excel in đúng các biểu đồ này. Tư tưởng, dư luận xã hội không được vẽ.
              </p>
              {drawn.map((chart) => (
                <ChartView key={chart.id} chart={chart} />
              ))}
            </>
          )}
        </Panel>
      )}
    </Answer>
  );
}
