/** Every method of the book of documents in. */
import type { App } from '../application';
import type { Handlers } from '../handlers';
import {
  attach,
  correct,
  explain,
  forward,
  link,
  register,
  resolve,
  startFrom,
  supersede,
  voidLine,
} from './lines';
import { findSameDocument, getIncoming, getIncomingFile, listIncoming } from './list';
import { readIncoming } from './read';
import { listBasisLinks, listUnitsWithoutPlan, listWithoutPlan } from './waiting';

export function incomingHandlers(app: App) {
  return {
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
    'incoming.startFrom': startFrom(app),
    'incoming.withoutPlan': listWithoutPlan(app),
    'incoming.unitsWithoutPlan': listUnitsWithoutPlan(app),
    'incoming.basisLinks': listBasisLinks(app),
  } satisfies Partial<Handlers>;
}
