import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { Totals } from '../../../../shared/domain/report/model';
import { HELD_MARK, heldWords } from '../../../../shared/i18n/vi';
import { totalText } from './indicator-table';
import { READING } from '../../ui/writing';

interface UnitTableProps {
  readonly totals: Totals;
  readonly indicators: readonly Indicator[];
  readonly onTrace: (code: string) => void;
}

/** Units by group × the indicators of one section, with sums of groups and of all. */
export function UnitTable({ totals, indicators, onTrace }: UnitTableProps): ReactNode {
  const asked = totals.indicators
    .map((code) => indicators.find((each) => each.id === code))
    .filter((each): each is Indicator => each !== undefined && each.kind !== 'T');
  const sections = [...new Set(asked.map((each) => each.section))];
  const [section, setSection] = useState<string | null>(null);
  const current = section ?? sections[0] ?? '';
  const shown = asked.filter((each) => each.section === current);
  const held = heldWords([totals]);
  return (
    <div className="data-table">
      <div className="table-tools">
        <Select
          {...READING}
          aria-label="Mục chỉ tiêu"
          style={{ width: 280 }}
          value={current}
          options={sections.map((value) => ({ value, label: value }))}
          onChange={setSection}
        />
      </div>
      {held === null ? null : (
        <p className="muted" data-testid="held">
          {held}
        </p>
      )}
      <div className="scroll unit-table">
        <table className="plain" aria-label="Tổng hợp theo đơn vị">
          <thead>
            <tr>
              <th>Đơn vị</th>
              {shown.map((indicator) => (
                <th key={indicator.id} className="number" title={`${indicator.name} (${indicator.unit})`}>
                  <button type="button" className="link-button" onClick={() => onTrace(indicator.id)}>
                    {indicator.id}
                  </button>
                  <div className="muted head-name">{indicator.name}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {totals.groups.map((group) => [
              <tr key={`group:${group.group ?? ''}`} className="group-row">
                <th>{group.name}</th>
                {shown.map((indicator) => (
                  <td key={indicator.id} className="number">
                    {totalText(indicator, group.values[indicator.id])}
                  </td>
                ))}
              </tr>,
              ...totals.units
                .filter((unit) => unit.group === group.group)
                .map((unit) => (
                  <tr key={unit.unit}>
                    <td className="unit-name">
                      {unit.name}
                      {unit.held ? <sup title={held ?? undefined}>{HELD_MARK}</sup> : null}
                    </td>
                    {shown.map((indicator) => (
                      <td
                        key={indicator.id}
                        className="number"
                        title={unit.carried.includes(indicator.id) ? 'Giữ giá trị của kỳ trước' : undefined}
                      >
                        {totalText(indicator, unit.values[indicator.id])}
                        {unit.carried.includes(indicator.id) ? <sup>↻</sup> : null}
                      </td>
                    ))}
                  </tr>
                )),
            ])}
          </tbody>
          <tfoot>
            <tr className="group-row">
              <th>Tổng cộng</th>
              {shown.map((indicator) => (
                <td key={indicator.id} className="number">
                  {totalText(indicator, totals.totals[indicator.id])}
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </div>
  );
}
