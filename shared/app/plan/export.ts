import { planPage } from '../../documents/plan-page';
import { PLAN_ID } from '../../domain/plan/model';
import { fail, ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { createNumberReader } from '../dispatch/number-reader';
import { loadDossier, loadOffice, nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';

/** The plan in the official presentation of a rule profile. */
export function exportPlan(app: App): Handler<'plan.export'> {
  return async ({ dossierId, profile: profileId, format }) => {
    const office = await loadOffice(app);
    if (!office.ok) return office;
    const loaded = await loadDossier(app, dossierId);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const plan = view.get('plan', PLAN_ID);
    if (!plan) return fail('NOT_FOUND', 'Không tìm thấy hồ sơ này.');
    const profile = ruleProfile(app, profileId ?? plan.ruleProfileId);
    if (!profile.ok) return profile;
    const numbers = createNumberReader(app);
    const document = view.get('documents', dossierId);
    const page = planPage({
      plan,
      items: view.list('items'),
      numberText: document ? await numbers.textOf(document) : null,
      date: document ? await numbers.dateOf(document) : null,
      office: office.value.profile,
      profile: profile.value,
      createdAt: nowOf(app).now,
    });
    const writer = format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter;
    const written = await writer.write(page);
    if (!written.ok) return written;
    const name = safeFileName(`${plan.kind ?? 'Kế hoạch'} ${plan.title}.${format}`);
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}
