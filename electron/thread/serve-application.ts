/** The thread's side: answers the host's questions from the application. */
import type { HostedApplication } from '../application';
import type { Offer } from '../adapters/files/outputs';
import { ok, type Result } from '../../shared/result';
import type { Arguments, Question, ThreadMessage, Verb } from './messages';

/** The part of a MessagePort that is used. */
export interface Port {
  on(event: 'message', listener: (question: Question) => void): unknown;
  postMessage(message: ThreadMessage, transfer?: readonly ArrayBuffer[]): void;
}

type Answers = { readonly [V in Verb]: (...given: Arguments<V>) => Promise<unknown> };

/** Serves until the thread ends. Events go out in their order among the answers. */
export function serveApplication(application: HostedApplication, port: Port): void {
  application.onEvent((event) => port.postMessage({ event }));
  const answers: Answers = {
    dispatch: (request) => application.dispatch(request),
    ticketFor: (paths) => application.ticketFor(paths),
    peekOffer: async (ticket) => copied(await application.peekOffer(ticket)),
    dropOffer: (ticket) => application.dropOffer(ticket),
    running: () => application.running(),
    cancelAll: () => application.cancelAll(),
    idle: () => application.idle(),
    close: () => application.close(),
  };
  port.on('message', ({ id, verb, with: given }) => {
    const answer = answers[verb] as (...given: readonly unknown[]) => Promise<unknown>;
    answer(...given)
      .then((value) => port.postMessage({ id, value }, verb === 'peekOffer' ? buffersOf(value) : []))
      .catch((fault: unknown) => port.postMessage({ id, fault: String(fault) }));
  });
}

/** The offer with bytes of its own, which can move to the host's thread at no cost there; the offer itself stays. */
function copied(offer: Result<Offer>): Result<Offer> {
  if (!offer.ok) return offer;
  const { files, suggestedName } = offer.value;
  return ok({
    files: files.map(({ name, bytes }) => ({ name, bytes: new Uint8Array(bytes) })),
    suggestedName,
  });
}

function buffersOf(value: unknown): ArrayBuffer[] {
  const offer = value as Result<Offer>;
  return offer.ok ? offer.value.files.map(({ bytes }) => bytes.buffer as ArrayBuffer) : [];
}
