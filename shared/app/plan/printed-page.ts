import type { PageModel } from '../../documents/page-model';
import { planPage } from '../../documents/plan-page';
import { PLAN_ID, type Plan } from '../../domain/plan/model';
import { fail, ok, type Result } from '../../result';
import { loadDossier, loadOffice, nowOf, type App } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import { ruleProfile } from '../rule-profiles';

export interface PrintedPlan {
  readonly plan: Plan;
  readonly page: PageModel;
}

/** The plan as it prints now, in a rule profile (null: its own): the same page for preview, PDF and Word. */
export async function printedPage(
  app: App,
  { dossierId, profile: id, annex }: { dossierId: string; profile: string | null; annex: boolean },
): Promise<Result<PrintedPlan>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const loaded = await loadDossier(app, dossierId);
  if (!loaded.ok) return loaded;
  const { view } = loaded.value;
  const plan = view.get('plan', PLAN_ID);
  if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
  const profile = await ruleProfile(app, id ?? plan.ruleProfileId);
  if (!profile.ok) return profile;
  const items = view.list('items');
  if (annex && !items.some((item) => item.kind === 'task' && !item.dropped))
    return fail(
      'BAD_REQUEST',
      'Kế hoạch chưa có nhiệm vụ nào nên không lập được phụ lục phân công. Thêm nhiệm vụ rồi in lại, hoặc bỏ chọn phụ lục.',
    );
  const numbers = createNumberReader(app);
  const document = view.get('documents', dossierId);
  const page = planPage({
    plan,
    items,
    numberText: document ? await numbers.textOf(document) : null,
    date: document ? await numbers.dateOf(document) : null,
    office: office.value.profile,
    profile: profile.value,
    createdAt: nowOf(app).now,
    assignmentAnnex: annex,
  });
  return ok({ plan, page });
}
