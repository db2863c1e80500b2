/** Every method of documents, numbers, registers, recipients and deliveries. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import { addDraft, askComments, closeComments, noteComments } from './commenting';
import { deliveryHistory, listDeliveries, recordDeliveries } from './deliveries';
import { getDocument, moveDocument } from './document-way';
import { addDocument, getFile, listDocuments, signDocument } from './documents';
import { exportDeliveries } from './export-deliveries';
import { exportRegister } from './export-register';
import { listPromises, settlePromise } from './promises';
import { proposeNumber, registerDocument } from './register';
import {
  correctRegisterLine,
  enter,
  explainGapOf,
  release,
  reserve,
  startFrom,
  voidRegisterLine,
} from './register-lines';
import { getRegister, getRegisterLine, listRegisters, proposeLine } from './registers';
import { acknowledgeDelivery, dispatchStatus, sendDocument, showRecipients } from './send';
import { listTransfers } from './transfers';
import { listWaitingNumbers } from './waiting-numbers';

export function dispatchHandlers(app: App) {
  return {
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
  } satisfies Partial<Handlers>;
}
