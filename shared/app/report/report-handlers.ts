/** Every method of reports: periods, forms, intake, chasing, figures and what is made of them. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { reportCharts } from './charts';
import { chaseFile, chaseUnits, listChaseTexts, listOwing } from './chase';
import { closeReport } from './close';
import { attachToReport, detachFromReport } from './evidence';
import { exportPackage } from './exchange-export';
import { importPackage } from './exchange-import';
import { inspectPackage } from './exchange-inspect';
import { exportSummary } from './export-summary';
import { getConsolidation, reportStatus, reportTotals, traceFigure } from './figures';
import { makeFixList } from './fix-list';
import { makeForms } from './forms';
import { getReport, reportVersions } from './get';
import { importReports } from './import';
import { matrixFile, reportMatrix } from './matrix';
import { chooseReportModel, getDraft, listModels, listNarratives, saveDraft } from './narrative';
import { putReport, returnReport } from './put';
import { answerQuestion, listQuestions } from './questions';
import { correctReceipt } from './receipt';
import { listChases, recordChase } from './record-chase';
import { extendReport, proposeReport, scheduleReport } from './schedule';
import { proposeSchedule, removePeriod, saveSchedule } from './schedules';
import { putManyReports, reportSheet } from './sheet';
import { sourceCell } from './source-cell';
import { reportClosings, reportSupplement } from './supplement';
import { dismissItem, getIntakeFile, showBatch, showTray } from './tray';

export function reportHandlers(app: App) {
  return {
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
  } satisfies Partial<Handlers>;
}
