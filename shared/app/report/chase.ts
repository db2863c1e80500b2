import { chasePage } from '../../documents/chase-page';
import { bodyName } from '../../documents/vietnamese-case';
import { addDays } from '../../date/plain-date';
import { proposeWorkingDay } from '../../date/working-days';
import { chaseList } from '../../domain/report/chase';
import { owedParts } from '../../domain/report/parts';
import { notScheduled } from '../../domain/report/schedule-commands';
import { fail, ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { encodeUtf8 } from '../../text/utf8';
import { createNumberReader } from '../dispatch/number-reader';
import { nowOf, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { printedSigner } from './printed-signer';
import { loadReporting, resolveUnits } from './reporting';

/** Days that a chased unit gets before the letter's own deadline. */
const DAYS_GIVEN = 2;

/** Who still owes: a letter, or texts to copy into Zalo. `units`: ids, in the directory's order. */
export function chaseUnits(app: App): Handler<'report.chase'> {
  return async ({ dossierId, period, format, units: asked }) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { office, plan, dossier } = reporting.value;
    const periods = dossier.view.list('periods');
    if (owedParts(period, periods).length === 0) return notScheduled(period);
    const { now, today } = nowOf(app);
    const only = asked === null ? null : resolveUnits(office, asked, today);
    if (only && !only.ok) return only;
    const document = dossier.view.get('documents', dossierId);
    const planNumberText = document ? await createNumberReader(app).textOf(document) : null;
    const numbered = planNumberText === null ? '' : ` số ${planNumberText}`;
    const list = chaseList({
      period,
      periods,
      reports: dossier.view.list('reports'),
      entries: office.entries,
      now,
      sender: `Văn phòng ${bodyName(office.profile, office.profile.issuingBody)}`,
      plan: `Kế hoạch${numbered} “${plan.title}”`,
      includeNotDue: false,
      only: only?.value ?? null,
    });
    const text = [list.text, ...list.units.map(({ message }) => message)].join('\n\n');
    const units = list.units.map(({ unit }) => unit);
    const stem = `Đôn đốc báo cáo ${period}`;
    if (format === 'text') {
      const name = safeFileName(`${stem}.txt`);
      return ok({
        ...(await offer(app, [{ name, bytes: encodeUtf8(`\ufeff${text}\n`) }], name)),
        units,
        text,
      });
    }
    if (list.units.length === 0)
      return fail(
        'CONFLICT',
        only === null
          ? 'Không còn đơn vị nào quá hạn hoặc phải nộp lại, nên không cần công văn đôn đốc.'
          : 'Các đơn vị đã chọn không quá hạn và không phải nộp lại, nên không cần công văn đôn đốc.',
      );
    const profile = ruleProfile(app, office.profile.ruleProfileId);
    if (!profile.ok) return profile;
    const holidays = office.loaded.view.list('holidays');
    const page = chasePage({
      office: office.profile,
      profile: profile.value,
      planTitle: plan.title,
      planNumberText,
      period,
      via: periods.find(({ id }) => id === period)?.via ?? periods.at(-1)?.via ?? '',
      units: list.units,
      newLastDay: proposeWorkingDay(addDays(today, DAYS_GIVEN), holidays).proposed,
      numberText: null,
      date: null,
      signer: printedSigner(office, plan),
      recipients: [],
      createdAt: now,
    });
    const writer = format === 'pdf' ? app.ports.pdfWriter : app.ports.wordWriter;
    const written = await writer.write(page);
    if (!written.ok) return written;
    const name = safeFileName(`${stem}.${format}`);
    return ok({ ...(await offer(app, [{ name, bytes: written.value }], name)), units, text });
  };
}
