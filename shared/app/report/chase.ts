/** Questions about chasing: who owes, what to say, and the files to look at. Nothing is kept: `recordChase` does that. */
import { chaseTitle } from '../../domain/report/chase';
import { owedParts } from '../../domain/report/parts';
import { periodNameInText } from '../../domain/report/periods';
import { notScheduled } from '../../domain/report/schedule-commands';
import { planText } from '../../domain/report/chase';
import { fail, ok } from '../../result';
import { safeFileName } from '../../text/file-name';
import { encodeUtf8 } from '../../text/utf8';
import { loadDossier, offer, type App } from '../application';
import type { Handler } from '../handlers';
import { chaseTexts, lastDayOf, makeChaseFile, NOBODY_OWES, proposedLastDay } from './chase-files';
import { loadChased, loadOwing } from './chase-sources';

/** Everybody who owes something, with everything that they owe. */
export function listOwing(app: App): Handler<'report.owing'> {
  return async ({ dossierId }) => {
    const units = await loadOwing(app, dossierId);
    return units.ok
      ? ok({ units: units.value.map((unit) => ({ ...unit, owes: unit.owes.map(plainWork) })) })
      : units;
  };
}

/** As the contract has it: arrays that may be written to. */
function plainWork<W extends { readonly steps: readonly unknown[] }>(work: W) {
  return { ...work, steps: [...work.steps] as W['steps'][number][] };
}

export function listChaseTexts(app: App): Handler<'report.chaseTexts'> {
  return async ({ places }) => {
    const chased = await loadChased(app, places, { notDue: true });
    if (!chased.ok) return chased;
    const { messages, text } = chaseTexts(app, chased.value);
    return ok({
      units: chased.value.units.map((unit, index) => ({
        ...unit,
        owes: unit.owes.map(plainWork),
        message: messages[index] ?? '',
      })),
      text,
      proposedLastDay: proposedLastDay(app, chased.value.office),
    });
  };
}

export function chaseFile(app: App): Handler<'report.chaseFile'> {
  return async ({ places, product, format, newLastDay }) => {
    const chased = await loadChased(app, places, { notDue: product === 'sheet' });
    if (!chased.ok) return chased;
    const day = lastDayOf(app, chased.value.office, newLastDay);
    if (!day.ok) return day;
    const made = await makeChaseFile(app, chased.value, product, format, { newLastDay: day.value });
    if (!made.ok) return made;
    const name = safeFileName(`${made.value.stem}.${made.value.extension}`);
    return ok({
      ...(await offer(app, [{ name, bytes: made.value.bytes }], name)),
      units: chased.value.units.map(({ unit }) => unit),
    });
  };
}

/** Who still owes for one period (or the owed ones that feed it): a letter, a report, or texts to copy into Zalo. */
export function chaseUnits(app: App): Handler<'report.chase'> {
  return async ({ dossierId, period, format, units: asked, level }) => {
    const dossier = await loadDossier(app, dossierId);
    if (!dossier.ok) return dossier;
    const parts = owedParts(period, dossier.value.view.list('periods'));
    if (parts.length === 0) return notScheduled(period);
    const places = parts.map((part) => ({ dossierId, period: part, units: asked }));
    const chased = await loadChased(app, places, { notDue: false });
    if (!chased.ok) return chased;
    const subject = `báo cáo ${periodNameInText(period)}`;
    const [source] = chased.value.sources;
    const title = source ? `${subject}, thực hiện ${planText(source)}` : chaseTitle(chased.value.units);
    const { messages, text: list } = chaseTexts(app, chased.value, title);
    const nobody = asked === null ? 'không còn đơn vị nào' : 'không đơn vị nào đã chọn';
    const text =
      messages.length === 0 ? `Hiện ${nobody} phải đôn đốc ${subject}.` : [list, ...messages].join('\n\n');
    const units = chased.value.units.map(({ unit }) => unit);
    const stem = `Đôn đốc báo cáo ${period}`;
    if (format === 'text') {
      const name = safeFileName(`${stem}.txt`);
      const bytes = encodeUtf8(`\ufeff${text}\n`);
      return ok({ ...(await offer(app, [{ name, bytes }], name)), units, text });
    }
    if (units.length === 0)
      return fail(
        'CONFLICT',
        asked === null
          ? NOBODY_OWES
          : 'Các đơn vị đã chọn không quá hạn và không phải nộp lại, nên không cần công văn đôn đốc.',
      );
    const { office } = chased.value;
    const made = await makeChaseFile(app, chased.value, level === 3 ? 'report' : 'letter', format, {
      newLastDay: proposedLastDay(app, office),
      subject,
    });
    if (!made.ok) return made;
    const name = safeFileName(`${stem}.${format}`);
    return ok({ ...(await offer(app, [{ name, bytes: made.value.bytes }], name)), units, text });
  };
}
