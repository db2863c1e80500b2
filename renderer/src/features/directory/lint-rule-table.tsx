import { Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { SEVERITY_NAMES } from '../../../../shared/domain/plan/lint/model';
import type { OutputOf } from '../../../../shared/rpc/contract';
import { useCommand } from '../../api/commands';
import { useRpc } from '../../api/queries';
import { DataTable, type Column } from '../../ui/data-table';
import { Answer } from '../../ui/states';
import { offWhen } from '../../ui/writing';

type Rule = OutputOf<'office.lintRules'>[number];
const SEVERITIES = ['error', 'warning', 'hint'] as const;

/** Which rules a plan is checked by, and how much each weighs in this office. */
export function LintRuleTable(): ReactNode {
  const rules = useRpc('office.lintRules', {});
  const save = useCommand('office.saveLintChoice', { offerUndo: true, done: 'Đã lưu lựa chọn.' });
  const columns: readonly Column<Rule>[] = [
    { key: 'title', title: 'Quy tắc', text: (row) => row.title },
    { key: 'source', title: 'Căn cứ', width: 220, filter: true, text: (row) => row.source },
    {
      key: 'severity',
      title: 'Mức',
      width: 150,
      filter: true,
      text: (row) => SEVERITY_NAMES[row.severity],
      render: (row) => (
        <Select
          aria-label={`Mức của “${row.title}”`}
          style={{ width: 130 }}
          {...offWhen(!row.on)}
          value={row.severity}
          options={SEVERITIES.map((value) => ({
            value,
            label: `${SEVERITY_NAMES[value]}${value === row.shipped ? ' (mặc định)' : ''}`,
          }))}
          onChange={(severity) => void save.run({ id: row.id, on: row.on, severity })}
        />
      ),
    },
    {
      key: 'on',
      title: 'Kiểm tra',
      width: 110,
      text: (row) => (row.on ? 'Có' : 'Không'),
      render: (row) => (
        <Switch
          aria-label={`Kiểm tra “${row.title}”`}
          checked={row.on}
          checkedChildren="Có"
          unCheckedChildren="Không"
          onChange={(on) => void save.run({ id: row.id, on, severity: row.severity })}
        />
      ),
    },
  ];
  return (
    <Answer of={rules}>
      {(all) => (
        <DataTable
          id="lint-rules"
          label="Quy tắc kiểm tra kế hoạch"
          rows={all}
          columns={columns}
          rowKey={(row) => row.id}
        />
      )}
    </Answer>
  );
}
