/** Units' own plans: asking for them, more time, who has sent one. */
import { activeUnits, expandUnits } from '../../domain/office/directory';
import { createMatcher } from '../../domain/office/match';
import type { EntryMap } from '../../domain/report/expected-units';
import { entryMap, expectedUnits } from '../../domain/report/expected-units';
import type { PlanRequest } from '../../domain/report/obligation-model';
import {
  extendPlan,
  noRequest,
  removeRequest,
  requestPlans,
  returnPlan,
} from '../../domain/report/own-plan-commands';
import { byLastDay, ownPlanStatus } from '../../domain/report/own-plans';
import { proposeOwnPlans } from '../../domain/report/propose-obligations';
import { ok, type Result } from '../../result';
import type { PlanRequestRow } from '../../rpc/contract/obligation';
import { changeDossier, loadOffice, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { loadReporting, resolveUnit, resolveUnits, type Reporting } from '../report/reporting';
import { dossiersHolding, fileNameIn, namedDossier, type NamedDossier } from './dossiers';

/** "(qua …)" of the office's defaults; empty: straight to this office. */
function usualVia({ office }: Reporting): string {
  return office.loaded.view.get('defaults', 'report')?.via ?? '';
}

export function proposeOwnPlan(app: App): Handler<'ownPlan.propose'> {
  return async ({ dossierId }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, dossier, plan } = reporting.value;
    const items = dossier.view.list('items');
    const matcher = createMatcher(office.entries, office.profile.place);
    const proposals = proposeOwnPlans(
      items,
      plan.text,
      plan.title,
      dossier.view.list('planRequests'),
      office.loaded.view.list('holidays'),
    ).map(({ everyone, who, assignmentId, ...proposal }) => {
      const heading = items.find(({ id }) => id === assignmentId);
      const named =
        heading?.kind === 'assignment' ? heading.entryIds : who === null ? [] : matcher.line(who).entryIds;
      const day = proposal.proposedLastDay;
      const units = everyone ? [] : expandUnits(office.entries, named, day);
      // Whom nobody can tell is proposed as everyone: a person takes away, rather than misses one.
      const unitIds = units.length > 0 ? [...units] : activeUnits(office.entries, day).map(({ id }) => id);
      return { ...proposal, unitIds };
    });
    return ok({
      proposals,
      unitIds: activeUnits(office.entries, nowOf(app).today).map(({ id }) => id),
      via: usualVia(reporting.value),
    });
  };
}

export function requestOwnPlans(app: App): Handler<'ownPlan.request'> {
  return async (input, context) => {
    const reporting = await loadReporting(app, input.dossierId);
    if (!reporting.ok) return reporting;
    const { office } = reporting.value;
    const named = input.units === null ? null : resolveUnits(office, input.units, input.lastDay);
    if (named && !named.ok) return named;
    const newId = app.ports.ids.next();
    const done = await changeDossier(
      app,
      context,
      input.dossierId,
      'ownPlan.request',
      (draft): Result<PlanRequest> =>
        requestPlans(
          draft,
          {
            id: input.id,
            newId,
            title: input.title,
            lastDay: input.lastDay,
            unitIds:
              named?.value ??
              (input.id === null ? undefined : draft.get('planRequests', input.id)?.unitIds) ??
              activeUnits(office.entries, input.lastDay).map(({ id }) => id),
            via: input.via,
            itemId: input.itemId,
          },
          { now: nowOf(app).now, entries: office.entries },
        ),
    );
    if (!done.ok) return done;
    const request = done.value.reply;
    return ok({
      ...request,
      revision: done.value.revision,
      expected: expectedUnits(request, entryMap(office.entries)).length,
    });
  };
}

export function removeOwnPlanRequest(app: App): Handler<'ownPlan.remove'> {
  return async ({ dossierId, request }, context) =>
    revisionOf(
      await changeDossier(app, context, dossierId, 'ownPlan.remove', (draft) =>
        removeRequest(draft, request),
      ),
    );
}

export function returnOwnPlan(app: App): Handler<'ownPlan.return'> {
  return async ({ dossierId, request, unit: named, reason }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, named);
    if (!unit.ok) return unit;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'ownPlan.return', (draft): Result<null> => {
        const returned = returnPlan(draft, { requestId: request, unitId: unit.value.id, reason });
        return returned.ok ? ok(null) : returned;
      }),
    );
  };
}

export function extendOwnPlan(app: App): Handler<'ownPlan.extend'> {
  return async ({ dossierId, request, extension }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const unit = resolveUnit(reporting.value, extension.unitId);
    if (!unit.ok) return unit;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'ownPlan.extend', (draft): Result<null> => {
        const extended = extendPlan(draft, {
          requestId: request,
          extension: { ...extension, unitId: unit.value.id },
          entries: reporting.value.office.entries,
        });
        return extended.ok ? ok(null) : extended;
      }),
    );
  };
}

function rowOf(app: App, dossier: NamedDossier, request: PlanRequest, entries: EntryMap) {
  const { units, ...status } = ownPlanStatus(
    request,
    dossier.view.list('unitPlans'),
    entries,
    nowOf(app).now,
  );
  const { request: asked, ...counts } = status;
  const row: PlanRequestRow = { ...asked, dossierId: dossier.dossierId, plan: dossier.plan, ...counts };
  return { row, units };
}

export function listOwnPlans(app: App): Handler<'ownPlan.list'> {
  return async ({ dossierId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const dossiers = await dossiersHolding(app, dossierId, ({ planRequests }) => planRequests.length > 0);
    if (!dossiers.ok) return dossiers;
    const entries = entryMap(office.value.entries);
    return ok(
      byLastDay(
        dossiers.value.flatMap((dossier) =>
          dossier.view.list('planRequests').map((request) => rowOf(app, dossier, request, entries).row),
        ),
      ),
    );
  };
}

export function ownPlanStatusNow(app: App): Handler<'ownPlan.status'> {
  return async ({ dossierId, request: requestId }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const dossier = await namedDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const { view, revision } = dossier.value;
    const request = view.get('planRequests', requestId);
    if (!request) return noRequest();
    const { row, units } = rowOf(app, dossier.value, request, entryMap(office.value.entries));
    return ok({
      ...row,
      revision,
      units: units.map((unit) => ({ ...unit, fileName: fileNameIn(view, unit.plan?.file ?? null) })),
    });
  };
}
