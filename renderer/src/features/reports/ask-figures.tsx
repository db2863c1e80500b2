import { Button, Checkbox } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Indicator } from '../../../../shared/domain/office/model';
import type { AskGroup } from './ask-lists';

interface AskFiguresProps {
  readonly indicators: readonly Indicator[];
  readonly groups: readonly AskGroup[];
  readonly codesOf: (group: AskGroup) => readonly string[];
  readonly onChange: (group: AskGroup, codes: readonly string[]) => void;
}

/** Section × group: what each group of units is asked. A section opens to its single indicators. */
export function AskFigures({ indicators, groups, codesOf, onChange }: AskFiguresProps): ReactNode {
  const [open, setOpen] = useState<readonly string[]>([]);
  const asked = new Set(groups.flatMap((group) => codesOf(group)));
  const usable = indicators.filter((each) => each.enabled || asked.has(each.id));
  const sections = [...new Set(usable.map((each) => each.section))];
  const set = (group: AskGroup, codes: readonly string[], on: boolean) => {
    const chosen = new Set(codesOf(group));
    for (const code of codes)
      if (on) chosen.add(code);
      else chosen.delete(code);
    onChange(
      group,
      indicators.filter((each) => chosen.has(each.id)).map((each) => each.id),
    );
  };
  return (
    <div className="ask-table">
      <table className="plain-table" aria-label="Chỉ tiêu của từng nhóm đơn vị">
        <thead>
          <tr>
            <th scope="col">Phần số liệu</th>
            {groups.map((group) => (
              <th scope="col" key={group.key}>
                {group.name} ({group.unitIds.length})
              </th>
            ))}
            <th scope="col">Tất cả các nhóm</th>
          </tr>
        </thead>
        <tbody>
          {sections.flatMap((section) => {
            const inside = usable.filter((each) => each.section === section);
            const codes = inside.map((each) => each.id);
            const expanded = open.includes(section);
            return [
              <tr key={section}>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    aria-expanded={expanded}
                    onClick={() =>
                      setOpen(expanded ? open.filter((each) => each !== section) : [...open, section])
                    }
                  >
                    {expanded ? '▾' : '▸'} {section} ({codes.length})
                  </button>
                </th>
                {groups.map((group) => {
                  const count = codes.filter((code) => codesOf(group).includes(code)).length;
                  return (
                    <td key={group.key}>
                      <Checkbox
                        aria-label={`${section}, ${group.name}`}
                        checked={count === codes.length}
                        indeterminate={count > 0 && count < codes.length}
                        onChange={(event) => set(group, codes, event.target.checked)}
                      >
                        {count}/{codes.length}
                      </Checkbox>
                    </td>
                  );
                })}
                <td>
                  <span className="row">
                    <Button
                      size="small"
                      type="text"
                      aria-label={`Chọn tất cả ${section}`}
                      onClick={() => groups.forEach((group) => set(group, codes, true))}
                    >
                      Chọn tất cả
                    </Button>
                    <Button
                      size="small"
                      type="text"
                      aria-label={`Bỏ tất cả ${section}`}
                      onClick={() => groups.forEach((group) => set(group, codes, false))}
                    >
                      Bỏ tất cả
                    </Button>
                  </span>
                </td>
              </tr>,
              ...(expanded ? inside : []).map((each) => (
                <tr key={each.id}>
                  <td className="ask-indicator">
                    {each.id} {each.name}
                  </td>
                  {groups.map((group) => (
                    <td key={group.key}>
                      <Checkbox
                        aria-label={`${each.id}, ${group.name}`}
                        checked={codesOf(group).includes(each.id)}
                        onChange={(event) => set(group, [each.id], event.target.checked)}
                      />
                    </td>
                  ))}
                  <td />
                </tr>
              )),
            ];
          })}
        </tbody>
      </table>
    </div>
  );
}
