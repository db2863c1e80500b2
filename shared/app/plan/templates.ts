import { dataOf, readLines } from '../../domain/plan/composing/read-back';
import { placesOf } from '../../domain/plan/composing/outline';
import { editableText } from '../../domain/plan/composing/replace-text';
import { planTemplateSchema, type PlanTemplate } from '../../domain/plan/composing/template';
import { PLAN_ID, type Plan } from '../../domain/plan/model';
import { fail, ok, type Result } from '../../result';
import { changeOffice, loadDossier, nowOf, OFFICE_REF, revisionOf, type App } from '../application';
import type { Handler } from '../handlers';
import { validated } from '../validation';

/** Shipped templates and the office's own, these first. */
export async function allTemplates(
  app: App,
): Promise<Result<readonly { readonly template: PlanTemplate; readonly own: boolean }[]>> {
  const loaded = await app.ports.store.load(OFFICE_REF);
  if (!loaded.ok) return loaded;
  const own = loaded.value?.view.list('planTemplates') ?? [];
  return ok([
    ...own.map((template) => ({ template, own: true })),
    ...app.ports.resources.planTemplates().map((template) => ({ template, own: false })),
  ]);
}

export function listTemplates(app: App): Handler<'plan.templates'> {
  return async () => {
    const templates = await allTemplates(app);
    if (!templates.ok) return templates;
    return ok(
      templates.value.map(({ template, own }) => ({
        id: template.id,
        name: template.name,
        note: template.note,
        system: template.system,
        title: template.title,
        own,
        lines: [...template.opening, ...template.body, ...template.closing],
      })),
    );
  };
}

/** The parts of a plan's text that another plan can start from: all but letterhead, archive and signature. */
function contentOf(plan: Plan) {
  const text = editableText(plan);
  const places = placesOf(text);
  const lines = (start: number, end: number): string[] =>
    text
      .slice(start, end)
      .split('\n')
      .filter((line) => line !== '');
  return {
    system: plan.system === 'state' ? ('state' as const) : ('party' as const),
    kind: plan.kind ?? 'KẾ HOẠCH',
    title: plan.title,
    opening: lines(places.openingStart, places.sectionsStart),
    body: lines(places.sectionsStart, places.closingStart),
    closing: lines(places.closingStart, places.tailStart),
    recipients: [...dataOf(readLines(text)).recipients],
  };
}

export function savePlanTemplate(app: App): Handler<'office.savePlanTemplate'> {
  return async ({ id, name, note, dossierId }, context) => {
    let content: ReturnType<typeof contentOf> | null = null;
    if (dossierId !== null) {
      const loaded = await loadDossier(app, dossierId);
      if (!loaded.ok) return loaded;
      const plan = loaded.value.view.get('plan', PLAN_ID);
      if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
      content = contentOf(plan);
    } else if (id === null)
      return fail('BAD_REQUEST', 'Chọn kế hoạch để lưu thành mẫu.', {
        fieldErrors: { dossierId: 'Chọn kế hoạch.' },
      });
    const templateId = id ?? app.ports.ids.next();
    const done = await changeOffice(app, context, 'office.savePlanTemplate', (draft): Result<string> => {
      const standing = id === null ? undefined : draft.get('planTemplates', id);
      if (id !== null && !standing)
        return fail(
          'NOT_FOUND',
          'Không có mẫu này trong cơ quan; mẫu có sẵn của chương trình không sửa được.',
        );
      const template = validated(planTemplateSchema, {
        ...standing,
        ...content,
        id: templateId,
        name,
        note,
        keptAt: standing?.keptAt ?? nowOf(app).now,
      });
      if (!template.ok) return template;
      draft.put('planTemplates', template.value);
      return ok(templateId);
    });
    return done.ok ? ok({ revision: done.value.revision, id: done.value.reply }) : done;
  };
}

export function removePlanTemplate(app: App): Handler<'office.removePlanTemplate'> {
  return async ({ id }, context) =>
    revisionOf(
      await changeOffice(app, context, 'office.removePlanTemplate', (draft): Result<null> => {
        if (!draft.get('planTemplates', id))
          return fail(
            'NOT_FOUND',
            'Không có mẫu này trong cơ quan; mẫu có sẵn của chương trình không xóa được.',
          );
        draft.remove('planTemplates', id);
        return ok(null);
      }),
    );
}
