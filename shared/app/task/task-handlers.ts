/** Every method of duties, quotas and inspections. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { listDuties, taskBoard } from './board';
import { exportTasks } from './export';
import { putTaskCounts, taskGrid } from './grid';
import {
  listInspections,
  remedyInspectionLine,
  removeInspectionLine,
  saveInspectionLine,
} from './inspections';
import { describeTask, extendTask, putTask } from './put';

export function taskHandlers(app: App) {
  return {
    'task.board': taskBoard(app),
    'task.duties': listDuties(app),
    'task.put': putTask(app),
    'task.extend': extendTask(app),
    'task.describe': describeTask(app),
    'task.grid': taskGrid(app),
    'task.putCounts': putTaskCounts(app),
    'task.export': exportTasks(app),
    'inspection.list': listInspections(app),
    'inspection.save': saveInspectionLine(app),
    'inspection.remedy': remedyInspectionLine(app),
    'inspection.remove': removeInspectionLine(app),
  } satisfies Partial<Handlers>;
}
