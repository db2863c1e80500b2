/** Every method of what is owed beside the reports: units' own plans, upward reports, difficulties. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import {
  answerDifficultyLine,
  exportDifficulties,
  listDifficulties,
  removeDifficultyLine,
  saveDifficultyLine,
} from './difficulties';
import { listObligations } from './obligations';
import {
  extendOwnPlan,
  listOwnPlans,
  ownPlanStatusNow,
  proposeOwnPlan,
  removeOwnPlanRequest,
  requestOwnPlans,
  returnOwnPlan,
} from './own-plans';
import { matchOwnPlans, receiveOwnPlans } from './receive-plans';
import {
  confirmUpwardReport,
  fileUpwardReport,
  listUpwardReports,
  proposeUpwardReports,
  removeUpwardReport,
  saveUpwardReport,
  sendUpwardReport,
} from './upward';

export function obligationHandlers(app: App) {
  return {
    'obligation.list': listObligations(app),
    'ownPlan.propose': proposeOwnPlan(app),
    'ownPlan.request': requestOwnPlans(app),
    'ownPlan.remove': removeOwnPlanRequest(app),
    'ownPlan.match': matchOwnPlans(app),
    'ownPlan.receive': receiveOwnPlans(app),
    'ownPlan.return': returnOwnPlan(app),
    'ownPlan.extend': extendOwnPlan(app),
    'ownPlan.list': listOwnPlans(app),
    'ownPlan.status': ownPlanStatusNow(app),
    'upward.propose': proposeUpwardReports(app),
    'upward.save': saveUpwardReport(app),
    'upward.send': sendUpwardReport(app),
    'upward.receipt': confirmUpwardReport(app),
    'upward.file': fileUpwardReport(app),
    'upward.remove': removeUpwardReport(app),
    'upward.list': listUpwardReports(app),
    'difficulty.save': saveDifficultyLine(app),
    'difficulty.answer': answerDifficultyLine(app),
    'difficulty.remove': removeDifficultyLine(app),
    'difficulty.list': listDifficulties(app),
    'difficulty.export': exportDifficulties(app),
  } satisfies Partial<Handlers>;
}
