import { compareData, versionData } from '../../domain/plan/composing/compare-data';
import { editableText, replaceText } from '../../domain/plan/composing/replace-text';
import type { TextVersion } from '../../domain/plan/composing/text-records';
import { PLAN_ID } from '../../domain/plan/model';
import type { View } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { compareTexts, countsOf } from '../../text/compare-texts';
import { changeDossier, loadDossier, nowOf, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { comparedRow } from './compared-row';
import { readingTools } from './reading-tools';

const GONE = 'Không có lần dự thảo này; hãy tải lại danh sách.';

/** The text and data as they stand, as a version that is not kept. */
function currentOf(view: View<DossierTables>): Pick<TextVersion, 'text' | 'textHash' | 'data'> | null {
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return null;
  return { text: editableText(plan), textHash: plan.textHash, data: versionData(view.list('items')) };
}

export function saveVersion(app: App): Handler<'plan.saveVersion'> {
  return async ({ dossierId, note }, context) => {
    const id = app.ports.ids.next();
    const done = await changeDossier(
      app,
      context,
      dossierId,
      'plan.saveVersion',
      (draft): Result<{ id: string; number: number }> => {
        const current = currentOf(draft);
        if (!current) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
        const last = draft.list('textVersions').reduce((most, version) => Math.max(most, version.number), 0);
        const number = last + 1;
        draft.put('textVersions', { id, number, note, ...current, at: nowOf(app).now, by: context.by });
        return ok({ id, number });
      },
    );
    return done.ok ? ok({ revision: done.value.revision, ...done.value.reply }) : done;
  };
}

export function listVersions(app: App): Handler<'plan.versions'> {
  return async ({ dossierId }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const text = currentOf(loaded.value.view)?.text;
    return ok(
      [...loaded.value.view.list('textVersions')]
        .sort((one, other) => other.number - one.number)
        .map((version) => ({
          id: version.id,
          number: version.number,
          note: version.note,
          at: version.at,
          by: version.by,
          length: version.text.length,
          isCurrent: version.text === text,
        })),
    );
  };
}

export function compareVersions(app: App): Handler<'plan.compareVersions'> {
  return async ({ dossierId, from, to }) => {
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const before = view.get('textVersions', from);
    const after = to === null ? currentOf(view) : view.get('textVersions', to);
    if (!before || !after) return fail('NOT_FOUND', GONE);
    const rows = compareTexts(before.text, after.text);
    return ok({
      rows: rows.map(comparedRow),
      counts: { ...countsOf(rows) },
      data: compareData(before.data, after.data).map((change) => ({ ...change })),
    });
  };
}

/** The version's text in place of the one that stands; what it says is read again. Taken back as any edit. */
export function restoreVersion(app: App): Handler<'plan.restoreVersion'> {
  return async ({ dossierId, versionId }, context) => {
    const tools = await readingTools(app);
    if (!tools.ok) return tools;
    return revisionOf(
      await changeDossier(app, context, dossierId, 'plan.restoreVersion', (draft): Result<null> => {
        const version = draft.get('textVersions', versionId);
        const current = currentOf(draft);
        if (!version || !current) return fail('NOT_FOUND', GONE);
        const edits = [{ start: 0, end: current.text.length, text: version.text }];
        const done = replaceText(
          draft,
          { dossierId, textHash: current.textHash, edits, now: nowOf(app).now },
          tools.value,
        );
        return done.ok ? ok(null) : done;
      }),
    );
  };
}
