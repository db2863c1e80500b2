import type { ReactNode } from 'react';
import { partsOf } from '../../../../shared/date/plain-date';
import type { UnitState } from '../../../../shared/domain/report/model';
import { UNIT_STATE } from '../../../../shared/i18n/vi';
import { useRpc } from '../../api/queries';
import { today } from '../../ui/format';
import { UNIT_TONE } from '../../ui/tags';

const STATES: readonly UnitState[] = ['on-time', 'late', 'missing', 'returned', 'not-due'];
const BAR = 420;
const NAME = 260;
const ROW = 22;

/** Timeliness by group: one bar a group, its parts by sign and number as well as by colour. */
export function TimelinessChart({
  dossierId,
  period,
}: {
  readonly dossierId: string;
  readonly period: string;
}): ReactNode {
  const year = Number(/\d{4}/.exec(period)?.[0] ?? partsOf(today()).year);
  const matrix = useRpc('report.matrix', { dossierId, year });
  const column = matrix.data?.columns.findIndex((each) => each.period === period) ?? -1;
  if (!matrix.data || column < 0) return null;
  const bars = matrix.data.groups
    .map((group) => {
      const cells = group.rows
        .map((row) => row.cells[column])
        .filter((cell) => cell !== null && cell !== undefined);
      return {
        name: group.name,
        all: cells.length,
        parts: STATES.map((state) => ({ state, count: cells.filter((cell) => cell.state === state).length })),
      };
    })
    .filter((bar) => bar.all > 0);
  const widest = Math.max(1, ...bars.map((bar) => bar.all));
  return (
    <details className="panel chart">
      <summary>Biểu đồ đúng hạn theo nhóm</summary>
      <svg
        role="img"
        aria-label={bars
          .map(
            (bar) =>
              `${bar.name}: ${bar.parts
                .filter((part) => part.count > 0)
                .map((part) => `${UNIT_STATE[part.state].word} ${part.count}`)
                .join(', ')}`,
          )
          .join('. ')}
        width={NAME + BAR + 60}
        height={bars.length * ROW + 4}
      >
        {bars.map((bar, index) => {
          let x = NAME;
          return (
            <g key={bar.name} transform={`translate(0 ${index * ROW})`}>
              <text x={0} y={15} className="chart-text">
                {bar.name.length > 34 ? `${bar.name.slice(0, 33)}…` : bar.name}
              </text>
              {bar.parts
                .filter((part) => part.count > 0)
                .map((part) => {
                  const width = (part.count / widest) * BAR;
                  const at = x;
                  x += width;
                  return (
                    <g key={part.state} className={`bar tone-${UNIT_TONE[part.state]} state-${part.state}`}>
                      <rect x={at} y={2} width={Math.max(1, width - 1)} height={ROW - 5} />
                      {width > 28 ? (
                        <text x={at + 4} y={15} className="chart-count">
                          {UNIT_STATE[part.state].sign} {part.count}
                        </text>
                      ) : null}
                      <title>{`${bar.name} – ${UNIT_STATE[part.state].word}: ${part.count}`}</title>
                    </g>
                  );
                })}
              <text x={x + 6} y={15} className="chart-text">
                {bar.all}
              </text>
            </g>
          );
        })}
      </svg>
    </details>
  );
}
