/** Tiến độ thực hiện nhiệm vụ of a plan, in every format that draws a workbook or a page. */
import { taskProgressPage } from '../../documents/task-progress-page';
import { taskProgressWorkbook } from '../../documents/task-progress-workbook';
import type { ProgressDuty, ProgressInput } from '../../documents/task-progress';
import { progressPercent, rollUp, type DutyStanding } from '../../domain/task/duties';
import { fail, ok, type Result } from '../../result';
import { dayInFileName, safeFileName } from '../../text/file-name';
import { nowOf, offer, type App } from '../application';
import { EXPORT_FORMATS } from '../export/registry';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { toldDuties } from './board';
import { progressCounts } from './grid';
import { inGroups, loadTasks, type Tasks } from './load';

function progressInput(tasks: Tasks, now: string): ProgressInput {
  const { carrying, entries, nameOf, office, plan, today, view } = tasks;
  const standings = new Map<string, DutyStanding[]>();
  for (const { duties } of carrying.tasks)
    for (const { unitId, standing } of duties)
      standings.set(unitId, [...(standings.get(unitId) ?? []), standing]);
  const all = rollUp([...standings.values()].flat());
  const grouped = inGroups(toldDuties(tasks), ({ row }) => row.unitId, entries);
  return {
    office: office.profile,
    plan,
    on: today,
    all,
    percent: progressPercent(all),
    tasks: carrying.tasks.map(({ task, duties }) => ({
      text: task.text,
      heading: task.heading,
      coordinating: task.coordinating,
      lastDay: task.lastDay,
      late: duties.filter(({ standing }) => standing === 'overdue').map(({ unitId }) => nameOf(unitId)),
      ...rollUp(duties.map(({ standing }) => standing)),
    })),
    units: inGroups([...standings], ([unitId]) => unitId, entries).map(({ group, row: [unitId, own] }) => ({
      name: nameOf(unitId),
      group,
      ...rollUp(own),
    })),
    duties: grouped.map(({ group, row: { row, role, text } }): ProgressDuty => ({
      unit: nameOf(row.unitId),
      group,
      task: text,
      role,
      due: row.due,
      extended: row.extended,
      standing: row.standing,
      record: row.record,
      doneOn: row.doneOn,
      reports: row.reports,
    })),
    inspections: [...view.list('inspections')]
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .map((each) => ({ ...each, unitNames: each.unitIds.map(nameOf) })),
    counts: progressCounts(tasks),
    createdAt: now,
  };
}

async function written(
  app: App,
  tasks: Tasks,
  input: ProgressInput,
  id: string,
): Promise<Result<Uint8Array>> {
  const format = EXPORT_FORMATS.find((each) => each.id === id);
  if (!format) return fail('BAD_REQUEST', 'Định dạng này không có.');
  if (format.takes === 'workbook') return format.write(taskProgressWorkbook(input), app.ports);
  const rules = await ruleProfile(app, tasks.office.profile.ruleProfileId);
  return rules.ok ? format.write(taskProgressPage(rules.value, input), app.ports) : rules;
}

export function exportTasks(app: App): Handler<'task.export'> {
  return async ({ dossierId, format }) => {
    const tasks = await loadTasks(app, dossierId);
    if (!tasks.ok) return tasks;
    const { carrying, plan, today } = tasks.value;
    if (carrying.tasks.length === 0 && carrying.dropped.size === 0)
      return fail('BAD_REQUEST', 'Kế hoạch chưa có nhiệm vụ nào. Thêm nhiệm vụ ở phần Rà soát rồi xuất lại.');
    const input = progressInput(tasks.value, nowOf(app).now);
    const bytes = await written(app, tasks.value, input, format);
    if (!bytes.ok) return bytes;
    const extension = EXPORT_FORMATS.find(({ id }) => id === format)?.extension ?? format;
    const stem = plan.length > 60 ? plan.slice(0, 60).replace(/\s+\S*$/u, '') : plan;
    const name = safeFileName(`Tiến độ nhiệm vụ đến ${dayInFileName(today)} – ${stem}.${extension}`);
    return ok({ ...(await offer(app, [{ name, bytes: bytes.value }], name)), duties: input.duties.length });
  };
}
