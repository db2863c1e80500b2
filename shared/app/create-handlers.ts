/** The application: every method of the contract over the given ports. */
import { contract, type MethodName } from '../rpc/contract';
import type { Ports } from '../ports/ports';
import { ok } from '../result';
import type { App } from './application';
import { createBackup, listBackups, restoreBackup, useFolder, verifyBackup } from './archive/backups';
import { checkArchive, closeArchive, reopenArchive } from './archive/closing';
import { exportArchive } from './archive/export';
import { verifyArchive } from './archive/verify';
import { exportCalendar, listCalendar } from './calendar/calendar';
import { exportBudget, listBudget, removeBudget, saveBudget } from './conference/budget';
import { getConferenceDefaults, saveConferenceDefaults } from './conference/defaults';
import {
  attendConference,
  haltOneConference,
  keepMaterial,
  keepMinutes,
  markConferenceInvited,
  resumeOneConference,
  trackOneConference,
  saveConferenceParts,
  setConferenceDay,
} from './conference/edit';
import { attendanceSheet, inviteToConference, showInvitation } from './conference/invite';
import { conferenceCoverage, getConference, listConferences } from './conference/view';
import { addDocument, getFile, listDocuments, signDocument } from './dispatch/documents';
import { addDraft, askComments, closeComments, noteComments } from './dispatch/commenting';
import { deliveryHistory, listDeliveries, recordDeliveries } from './dispatch/deliveries';
import { getDocument, moveDocument } from './dispatch/document-way';
import { exportDeliveries } from './dispatch/export-deliveries';
import { listPromises, settlePromise } from './dispatch/promises';
import { exportRegister } from './dispatch/export-register';
import { proposeNumber, registerDocument } from './dispatch/register';
import {
  correctRegisterLine,
  enter,
  explainGapOf,
  release,
  reserve,
  startFrom,
  voidRegisterLine,
} from './dispatch/register-lines';
import { getRegister, getRegisterLine, listRegisters, proposeLine } from './dispatch/registers';
import { acknowledgeDelivery, dispatchStatus, sendDocument, showRecipients } from './dispatch/send';
import { listTransfers } from './dispatch/transfers';
import { listWaitingNumbers } from './dispatch/waiting-numbers';
import { guarded } from './guard';
import type { Handler, Handlers } from './handlers';
import {
  attach,
  correct,
  explain,
  startFrom as startArrivals,
  forward,
  link,
  register,
  resolve,
  supersede,
  voidLine,
} from './incoming/lines';
import { findSameDocument, getIncoming, getIncomingFile, listIncoming } from './incoming/list';
import { readIncoming } from './incoming/read';
import { listBasisLinks, listUnitsWithoutPlan, listWithoutPlan } from './incoming/waiting';
import { createJobs } from './jobs';
import { endEntry, removeEntry, saveEntry } from './office/entries';
import { getOffice } from './office/get-office';
import { mergeEntry, previewMerge } from './office/merge';
import { exportDirectory, importOffice, importTemplate } from './office/import';
import {
  removeHoliday,
  removeSigner,
  saveDefaults,
  saveHoliday,
  saveIndicator,
  saveProfile,
  saveRetention,
  saveSigner,
} from './office/save-records';
import {
  copyRuleProfile,
  getRuleProfile,
  listRuleProfiles,
  previewRuleProfile,
  resetRuleProfile,
  saveRuleProfile,
} from './office/rule-profiles';
import { setupOffice } from './office/setup';
import {
  answerDifficultyLine,
  exportDifficulties,
  listDifficulties,
  removeDifficultyLine,
  saveDifficultyLine,
} from './obligation/difficulties';
import { listObligations } from './obligation/obligations';
import { listDuties, taskBoard } from './task/board';
import { exportTasks } from './task/export';
import { putTaskCounts, taskGrid } from './task/grid';
import {
  listInspections,
  remedyInspectionLine,
  removeInspectionLine,
  saveInspectionLine,
} from './task/inspections';
import { describeTask, extendTask, putTask } from './task/put';
import {
  extendOwnPlan,
  listOwnPlans,
  ownPlanStatusNow,
  proposeOwnPlan,
  removeOwnPlanRequest,
  requestOwnPlans,
  returnOwnPlan,
} from './obligation/own-plans';
import { matchOwnPlans, receiveOwnPlans } from './obligation/receive-plans';
import {
  confirmUpwardReport,
  fileUpwardReport,
  listUpwardReports,
  proposeUpwardReports,
  removeUpwardReport,
  saveUpwardReport,
  sendUpwardReport,
} from './obligation/upward';
import {
  checkFile,
  checkPlanText,
  checkSource,
  heedFinding,
  ignoreFinding,
  listLintRules,
  saveLintChoice,
} from './plan/check';
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
} from './plan/edit-items';
import { cloneDates, createPlan } from './plan/create';
import { planOutline, saveTextDraft } from './plan/outline';
import { proposeEdits } from './plan/propose-edits';
import { replacePlanText } from './plan/replace-text';
import { exportPlan, previewPlan } from './plan/export';
import { listTemplates, removePlanTemplate, savePlanTemplate } from './plan/templates';
import { compareVersions, listVersions, restoreVersion, saveVersion } from './plan/versions';
import { saveHeader } from './plan/header';
import { importPlan } from './plan/import';
import { matchNames } from './plan/match-names';
import { parsePlan } from './plan/read-source';
import { listTrashedPlans, restorePlan, trashPlan } from './plan/trash';
import { getPlan, listPlans } from './plan/view';
import { reportCharts } from './report/charts';
import { chaseFile, chaseUnits, listChaseTexts, listOwing } from './report/chase';
import { closeReport } from './report/close';
import { exportPackage } from './report/exchange-export';
import { importPackage, inspectPackage } from './report/exchange-import';
import { exportSummary } from './report/export-summary';
import { getConsolidation, reportStatus, reportTotals, traceFigure } from './report/figures';
import { makeFixList } from './report/fix-list';
import { makeForms } from './report/forms';
import { importReports } from './report/import';
import { attachToReport, detachFromReport } from './report/evidence';
import { getReport, reportVersions } from './report/get';
import { putReport, returnReport } from './report/put';
import { answerQuestion, listQuestions } from './report/questions';
import { correctReceipt } from './report/receipt';
import { putManyReports, reportSheet } from './report/sheet';
import { chooseReportModel, getDraft, listModels, listNarratives, saveDraft } from './report/narrative';
import { proposeSchedule, removePeriod, saveSchedule } from './report/schedules';
import { matrixFile, reportMatrix } from './report/matrix';
import { listChases, recordChase } from './report/record-chase';
import { extendReport, proposeReport, scheduleReport } from './report/schedule';
import { reportClosings, reportSupplement } from './report/supplement';
import { sourceCell } from './report/source-cell';
import { dismissItem, getIntakeFile, showBatch, showTray } from './report/tray';
import { createSample } from './sample/create';
import { createSearchIndex, type SearchIndex } from './search/search-index';
import { purgeContent } from './store/purge';
import { storeHistory } from './store/history';
import { checkStore, storeState } from './store/state';
import { listToday } from './today/list';
import { undoChange } from './store/undo';

function allHandlers(app: App): Handlers {
  return {
    'office.get': getOffice(app),
    'office.setup': setupOffice(app),
    'office.saveProfile': saveProfile(app),
    'office.saveEntry': saveEntry(app),
    'office.endEntry': endEntry(app),
    'office.mergeEntry': mergeEntry(app),
    'office.previewMerge': previewMerge(app),
    'office.removeEntry': removeEntry(app),
    'office.saveSigner': saveSigner(app),
    'office.removeSigner': removeSigner(app),
    'office.saveIndicator': saveIndicator(app),
    'office.saveHoliday': saveHoliday(app),
    'office.removeHoliday': removeHoliday(app),
    'office.saveRetention': saveRetention(app),
    'office.saveDefaults': saveDefaults(app),
    'office.import': importOffice(app),
    'office.importTemplate': importTemplate(app),
    'office.exportDirectory': exportDirectory(app),
    'office.ruleProfiles': listRuleProfiles(app),
    'office.ruleProfile': getRuleProfile(app),
    'office.saveRuleProfile': saveRuleProfile(app),
    'office.resetRuleProfile': resetRuleProfile(app),
    'office.copyRuleProfile': copyRuleProfile(app),
    'office.previewRuleProfile': previewRuleProfile(app),

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

    'document.list': listDocuments(app),
    'document.add': addDocument(app),
    'document.sign': signDocument(app),
    'file.get': getFile(app),
    'document.get': getDocument(app),
    'document.move': moveDocument(app),
    'document.addDraft': addDraft(app),
    'document.askComments': askComments(app),
    'document.noteComments': noteComments(app),
    'document.closeComments': closeComments(app),
    'promise.list': listPromises(app),
    'promise.settle': settlePromise(app),
    'delivery.list': listDeliveries(app),
    'delivery.history': deliveryHistory(app),
    'delivery.record': recordDeliveries(app),
    'delivery.export': exportDeliveries(app),

    'dispatch.nextNumber': proposeNumber(app),
    'dispatch.register': registerDocument(app),
    'dispatch.recipients': showRecipients(app),
    'dispatch.send': sendDocument(app),
    'dispatch.acknowledge': acknowledgeDelivery(app),
    'dispatch.status': dispatchStatus(app),
    'register.list': listRegisters(app),
    'register.next': proposeLine(app),
    'register.get': getRegister(app),
    'register.line': getRegisterLine(app),
    'register.waiting': listWaitingNumbers(app),
    'register.reserve': reserve(app),
    'register.release': release(app),
    'register.void': voidRegisterLine(app),
    'register.correct': correctRegisterLine(app),
    'register.enter': enter(app),
    'register.explainGap': explainGapOf(app),
    'register.startFrom': startFrom(app),
    'register.transfers': listTransfers(app),
    'register.export': exportRegister(app),

    'report.propose': proposeReport(app),
    'report.schedule': scheduleReport(app),
    'report.proposeSchedule': proposeSchedule(app),
    'report.saveSchedule': saveSchedule(app),
    'report.removePeriod': removePeriod(app),
    'report.extend': extendReport(app),
    'report.forms': makeForms(app),
    'report.import': importReports(app),
    'report.fixList': makeFixList(app),
    'intake.tray': showTray(app),
    'intake.batch': showBatch(app),
    'intake.file': getIntakeFile(app),
    'intake.dismiss': dismissItem(app),
    'report.put': putReport(app),
    'report.return': returnReport(app),
    'report.get': getReport(app),
    'report.versions': reportVersions(app),
    'report.sheet': reportSheet(app),
    'report.putMany': putManyReports(app),
    'report.attach': attachToReport(app),
    'report.detach': detachFromReport(app),
    'report.questions': listQuestions(app),
    'report.answerQuestion': answerQuestion(app),
    'report.correctReceipt': correctReceipt(app),
    'report.status': reportStatus(app),
    'report.totals': reportTotals(app),
    'report.trace': traceFigure(app),
    'report.matrix': reportMatrix(app),
    'report.matrixFile': matrixFile(app),
    'report.close': closeReport(app),
    'report.consolidation': getConsolidation(app),
    'report.closings': reportClosings(app),
    'report.supplement': reportSupplement(app),
    'report.exportPackage': exportPackage(app),
    'report.inspectPackage': inspectPackage(app),
    'report.importPackage': importPackage(app),
    'report.chase': chaseUnits(app),
    'report.charts': reportCharts(app),
    'report.owing': listOwing(app),
    'report.chaseTexts': listChaseTexts(app),
    'report.chaseFile': chaseFile(app),
    'report.recordChase': recordChase(app),
    'report.chases': listChases(app),
    'export.summary': exportSummary(app),
    'report.sourceCell': sourceCell(app),
    'report.narratives': listNarratives(app),
    'report.draft': getDraft(app),
    'report.saveDraft': saveDraft(app),
    'report.models': listModels(app),
    'report.chooseModel': chooseReportModel(app),

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

    'conference.list': listConferences(app),
    'conference.get': getConference(app),
    'conference.save': saveConferenceParts(app),
    'conference.schedule': setConferenceDay(app),
    'conference.halt': haltOneConference(app),
    'conference.resume': resumeOneConference(app),
    'conference.track': trackOneConference(app),
    'conference.invitation': showInvitation(app),
    'conference.invite': inviteToConference(app),
    'conference.markInvited': markConferenceInvited(app),
    'conference.attend': attendConference(app),
    'conference.attendanceSheet': attendanceSheet(app),
    'conference.minutes': keepMinutes(app),
    'conference.attachMaterial': keepMaterial(app),
    'conference.coverage': conferenceCoverage(app),
    'office.conferenceDefaults': getConferenceDefaults(app),
    'office.saveConferenceDefaults': saveConferenceDefaults(app),
    'budget.list': listBudget(app),
    'budget.save': saveBudget(app),
    'budget.remove': removeBudget(app),
    'budget.export': exportBudget(app),

    'calendar.list': listCalendar(app),
    'calendar.export': exportCalendar(app),
    'incoming.list': listIncoming(app),
    'incoming.get': getIncoming(app),
    'incoming.read': readIncoming(app),
    'incoming.sameAs': findSameDocument(app),
    'incoming.register': register(app),
    'incoming.correct': correct(app),
    'incoming.void': voidLine(app),
    'incoming.forward': forward(app),
    'incoming.resolve': resolve(app),
    'incoming.link': link(app),
    'incoming.supersede': supersede(app),
    'incoming.attach': attach(app),
    'incoming.file': getIncomingFile(app),
    'incoming.explainGap': explain(app),
    'incoming.startFrom': startArrivals(app),
    'incoming.withoutPlan': listWithoutPlan(app),
    'incoming.unitsWithoutPlan': listUnitsWithoutPlan(app),
    'incoming.basisLinks': listBasisLinks(app),

    'archive.check': checkArchive(app),
    'archive.close': closeArchive(app),
    'archive.reopen': reopenArchive(app),
    'archive.export': exportArchive(app),
    'archive.verify': verifyArchive(app),
    'backup.create': createBackup(app),
    'backup.list': listBackups(app),
    'backup.verify': verifyBackup(app),
    'backup.restore': restoreBackup(app),
    'store.state': storeState(app),
    'store.useFolder': useFolder(app),
    'store.check': checkStore(app),
    'store.history': storeHistory(app),
    'store.undo': undoChange(app),
    'store.purge': purgeContent(app),
    'search.find': async (input) => app.search.find(input),
    'today.list': listToday(app),
    'sample.create': createSample(app),

    'job.cancel': async ({ requestId }) => ok({ found: app.jobs.cancel(requestId) }),
  };
}

/** A host that keeps the search index ready hands in its own. */
export function createHandlers(ports: Ports, search: SearchIndex = createSearchIndex(ports)): Handlers {
  const app: App = { ports, jobs: createJobs(), search };
  const table = allHandlers(app);
  const wrap = <M extends MethodName>(method: M): Handler<M> => guarded(app, method, table[method]);
  const methods = Object.keys(contract) as MethodName[];
  return Object.fromEntries(methods.map((method) => [method, wrap(method)])) as unknown as Handlers;
}
