/** Whatever is done in whatever order: steps and lines form unbroken chains, and nothing that was noted is ever changed. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDeliveries } from '../../shared/domain/dispatch/delivery-states';
import {
  DOCUMENT_MOVES,
  moveDocument,
  type DocumentMove,
} from '../../shared/domain/dispatch/document-states';
import {
  deliveryStateSchema,
  type DeliveryState,
  type DocumentRecord,
} from '../../shared/domain/dispatch/model';
import { deliveriesOf, recallDocument, replaceDocument } from '../../shared/domain/dispatch/recall';
import { sendDocument } from '../../shared/domain/dispatch/sending';
import { draftOver, type Draft } from '../../shared/records';
import type { Result } from '../../shared/result';
import type { DossierTables } from '../../shared/schema/aggregates';

type Act =
  | { readonly kind: 'move'; readonly move: DocumentMove; readonly reason: string }
  | { readonly kind: 'send'; readonly units: readonly string[]; readonly waiver: string | null }
  | { readonly kind: 'note'; readonly to: DeliveryState; readonly at: number; readonly note: string };

const units = ['a', 'b', 'c'];
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('move' as const),
    move: fc.constantFrom(...DOCUMENT_MOVES),
    reason: fc.constantFrom('', 'lý do'),
  }),
  fc.record({
    kind: fc.constant('send' as const),
    units: fc.subarray(units),
    waiver: fc.constantFrom(null, '', 'chưa quét'),
  }),
  fc.record({
    kind: fc.constant('note' as const),
    to: fc.constantFrom(...deliveryStateSchema.options),
    at: fc.nat(20),
    note: fc.constantFrom('', 'ghi nhầm'),
  }),
);

const at = '2026-02-01T00:00:00.000Z';
const on = '2026-02-01';

function record(id: string): DocumentRecord {
  return {
    id,
    type: 'CV',
    kindName: 'CÔNG VĂN',
    title: id,
    status: 'draft',
    registration: { seriesId: 's', number: 1, requestId: 'r' },
    signedFile: null,
    files: [],
    createdAt: at,
  };
}

function run(draft: Draft<DossierTables>, each: Act, index: number): Result<unknown> {
  const document = draft.get('documents', 'd')!;
  const words = { stepId: `s${index}`, on, at, by: 'Mai' };
  if (each.kind === 'send')
    return sendDocument(draft, {
      document,
      dispatchId: `p${index}`,
      date: on,
      channel: 'hand',
      channels: new Map(),
      recipients: each.units.map((id) => ({ entryId: id, name: id, via: id, purpose: null })),
      waiver: each.waiver,
      now: at,
      by: 'Mai',
      stepId: words.stepId,
    });
  if (each.kind === 'note') {
    const all = draft.list('deliveries');
    const one = all[each.at % Math.max(1, all.length)];
    return changeDeliveries(draft, one ? [one] : [], {
      to: each.to,
      on,
      proof: null,
      note: each.note,
      at,
      by: 'Mai',
    });
  }
  if (each.move === 'recall') return recallDocument(draft, document, { ...words, reason: each.reason });
  if (each.move === 'replace')
    return replaceDocument(draft, document, draft.get('documents', 'e'), { ...words, reason: each.reason });
  // Issuing is sending.
  if (each.move === 'issue') return { ok: true, value: null };
  return moveDocument(draft, document, each.move, { ...words, reason: each.reason, otherId: null });
}

describe('a document and its deliveries', () => {
  it('keep unbroken chains, whatever is tried', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        let draft = draftOver<DossierTables>({ get: () => undefined, list: () => [] });
        draft.put('documents', record('d'));
        draft.put('documents', record('e'));
        acts.forEach((each, index) => {
          const before = JSON.stringify([draft.list('documentSteps'), draft.list('deliveryEvents')]);
          const attempt = draftOver<DossierTables>(draft);
          const done = run(attempt, each, index);
          // The store drops what a refused command wrote.
          if (done.ok) draft = attempt;
          const steps = draft.list('documentSteps');
          const events = draft.list('deliveryEvents');
          const [oldSteps, oldEvents] = JSON.parse(before) as [unknown[], unknown[]];
          expect(steps.slice(0, oldSteps.length)).toEqual(oldSteps);
          expect(events.slice(0, oldEvents.length)).toEqual(oldEvents);
        });
        const document = draft.get('documents', 'd')!;
        const chain = draft.list('documentSteps').filter(({ documentId }) => documentId === 'd');
        chain.forEach((step, index) => expect(step.from).toBe(chain[index - 1]?.to ?? 'draft'));
        expect(document.status).toBe(chain.at(-1)?.to ?? 'draft');
        for (const delivery of draft.list('deliveries')) {
          const lines = draft.list('deliveryEvents').filter(({ deliveryId }) => deliveryId === delivery.id);
          lines.forEach((line, index) => expect(line.from).toBe(lines[index - 1]?.to ?? 'sent'));
          expect(delivery.state).toBe(lines.at(-1)?.to ?? 'sent');
        }
        const sent = deliveriesOf(draft, 'd');
        // Nothing goes out without a copy or a reason, and what is over leaves nothing open.
        if (sent.length > 0) expect(document.signedFile !== null || document.waiver !== undefined).toBe(true);
        if (document.status === 'recalled' || document.status === 'replaced')
          expect(sent.filter(({ state }) => state === 'sent')).toEqual([]);
      }),
    );
  });
});
