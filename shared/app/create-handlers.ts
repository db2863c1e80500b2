/** The application: every method of the contract over the given ports. */
import { contract, type MethodName } from '../rpc/contract';
import type { Ports } from '../ports/ports';
import { fail, ok } from '../result';
import type { App } from './application';
import { addDocument, getFile, listDocuments, signDocument } from './dispatch/documents';
import { proposeNumber, registerDocument } from './dispatch/register';
import { getRegister, listRegisters } from './dispatch/registers';
import { acknowledgeDelivery, dispatchStatus, sendDocument, showRecipients } from './dispatch/send';
import { guarded } from './guard';
import type { Handler, Handlers } from './handlers';
import { createJobs } from './jobs';
import { endEntry, removeEntry, saveEntry } from './office/entries';
import { getOffice, listRuleProfiles } from './office/get-office';
import { importOffice, importTemplate } from './office/import';
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
import { setupOffice } from './office/setup';
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
import { exportPlan } from './plan/export';
import { saveHeader } from './plan/header';
import { importPlan } from './plan/import';
import { parsePlan } from './plan/read-source';
import { restorePlan, trashPlan } from './plan/trash';
import { getPlan, listPlans } from './plan/view';
import { createSearchIndex } from './store/search-index';

function implemented(app: App): Partial<Handlers> {
  return {
    'office.get': getOffice(app),
    'office.setup': setupOffice(app),
    'office.saveProfile': saveProfile(app),
    'office.saveEntry': saveEntry(app),
    'office.endEntry': endEntry(app),
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
    'office.ruleProfiles': listRuleProfiles(app),

    'plan.parse': parsePlan(app),
    'plan.import': importPlan(app),
    'plan.list': listPlans(app),
    'plan.get': getPlan(app),
    'plan.saveHeader': saveHeader(app),
    'plan.saveItem': saveItem(app),
    'plan.addItem': addItem(app),
    'plan.splitItem': splitItem(app),
    'plan.mergeItems': mergeItems(app),
    'plan.moveTask': moveTask(app),
    'plan.dropItem': dropItem(app),
    'plan.restoreItem': restoreItem(app),
    'plan.acceptItems': acceptItems(app),
    'plan.finishReview': finishReview(app),
    'plan.trash': trashPlan(app),
    'plan.restore': restorePlan(app),
    'plan.export': exportPlan(app),

    'document.list': listDocuments(app),
    'document.add': addDocument(app),
    'document.sign': signDocument(app),
    'file.get': getFile(app),
    'dispatch.nextNumber': proposeNumber(app),
    'dispatch.register': registerDocument(app),
    'dispatch.recipients': showRecipients(app),
    'dispatch.send': sendDocument(app),
    'dispatch.acknowledge': acknowledgeDelivery(app),
    'dispatch.status': dispatchStatus(app),
    'register.list': listRegisters(app),
    'register.get': getRegister(app),

    'job.cancel': async ({ requestId }) => ok({ found: app.jobs.cancel(requestId) }),
  };
}

export function createHandlers(ports: Ports): Handlers {
  const app: App = { ports, jobs: createJobs(), search: createSearchIndex(ports) };
  const table = implemented(app);
  const wrap = <M extends MethodName>(method: M): Handler<M> =>
    guarded(
      app,
      method,
      (table[method] as Handler<M> | undefined) ??
        (async () => fail('UNAVAILABLE', 'Chức năng này chưa có trong bản này.')),
    );
  const methods = Object.keys(contract) as MethodName[];
  return Object.fromEntries(methods.map((method) => [method, wrap(method)])) as unknown as Handlers;
}
