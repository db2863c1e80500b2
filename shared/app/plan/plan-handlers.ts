/** Every method of plans: reading, review, composing, checking, printing. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import {
  checkFile,
  checkPlanText,
  checkSource,
  heedFinding,
  ignoreFinding,
  listLintRules,
  saveLintChoice,
} from './check';
import { cloneDates, createPlan } from './create';
import {
  acceptItems,
  addItem,
  dropItem,
  finishReview,
  mergeItems,
  moveTask,
  restoreItem,
  saveItem,
  splitItem,
} from './edit-items';
import { exportPlan, previewPlan } from './export';
import { saveHeader } from './header';
import { importPlan } from './import';
import { matchNames } from './match-names';
import { planOutline, saveTextDraft } from './outline';
import { proposeEdits } from './propose-edits';
import { parsePlan } from './read-source';
import { replacePlanText } from './replace-text';
import { listTemplates, removePlanTemplate, savePlanTemplate } from './templates';
import { listTrashedPlans, restorePlan, trashPlan } from './trash';
import { compareVersions, listVersions, restoreVersion, saveVersion } from './versions';
import { getPlan, listPlans } from './view';

export function planHandlers(app: App) {
  return {
    'plan.parse': parsePlan(app),
    'plan.import': importPlan(app),
    'plan.list': listPlans(app),
    'plan.get': getPlan(app),
    'plan.saveHeader': saveHeader(app),
    'plan.saveItem': saveItem(app),
    'plan.matchNames': matchNames(app),
    'plan.addItem': addItem(app),
    'plan.splitItem': splitItem(app),
    'plan.mergeItems': mergeItems(app),
    'plan.moveTask': moveTask(app),
    'plan.dropItem': dropItem(app),
    'plan.restoreItem': restoreItem(app),
    'plan.acceptItems': acceptItems(app),
    'plan.finishReview': finishReview(app),
    'plan.trash': trashPlan(app),
    'plan.trashed': listTrashedPlans(app),
    'plan.restore': restorePlan(app),
    'plan.export': exportPlan(app),
    'plan.check': checkPlanText(app),
    'plan.checkSource': checkSource(app),
    'plan.checkFile': checkFile(app),
    'plan.ignoreFinding': ignoreFinding(app),
    'plan.heedFinding': heedFinding(app),
    'office.lintRules': listLintRules(app),
    'office.saveLintChoice': saveLintChoice(app),
    'plan.preview': previewPlan(app),
    'plan.replaceText': replacePlanText(app),
    'plan.outline': planOutline(app),
    'plan.proposeEdits': proposeEdits(app),
    'plan.saveTextDraft': saveTextDraft(app),
    'plan.create': createPlan(app),
    'plan.cloneDates': cloneDates(app),
    'plan.templates': listTemplates(app),
    'office.savePlanTemplate': savePlanTemplate(app),
    'office.removePlanTemplate': removePlanTemplate(app),
    'plan.saveVersion': saveVersion(app),
    'plan.versions': listVersions(app),
    'plan.compareVersions': compareVersions(app),
    'plan.restoreVersion': restoreVersion(app),
  } satisfies Partial<Handlers>;
}
