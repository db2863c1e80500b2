/** The matrix unit × period, on screen and printed. */
import { matrixPage } from '../../documents/matrix-page';
import { matrixWorkbook } from '../../documents/matrix-workbook';
import { partsOf } from '../../date/plain-date';
import { PLAN_ID } from '../../domain/plan/model';
import { matrixOf, type Matrix, type MatrixSource } from '../../domain/report/matrix';
import { yearOfPeriod } from '../../domain/report/periods';
import { fail, ok, type Result } from '../../result';
import { readDossierSummary } from '../../schema/summarize';
import { safeFileName } from '../../text/file-name';
import { loadDossier, loadOffice, nowOf, offer, type App, type OfficeState } from '../application';
import { createNumberReader } from '../dispatch/number-reader';
import type { Handler } from '../handlers';
import { ruleProfile } from '../rule-profiles';
import { officeSigner } from './printed-signer';

interface Choice {
  readonly dossierId: string | null;
  readonly year: number;
  readonly period: string | null;
}

interface Loaded {
  readonly office: OfficeState;
  readonly matrix: Matrix;
  /** dossierId → "07-KH/ĐU", or the plan's title. */
  readonly names: ReadonlyMap<string, string>;
}

/** One dossier, or all that are not archived and owe something in the year. */
async function loadMatrix(app: App, choice: Choice): Promise<Result<Loaded>> {
  const office = await loadOffice(app);
  if (!office.ok) return office;
  const wanted = (id: string): boolean =>
    choice.period === null ? yearOfPeriod(id) === choice.year : id === choice.period;
  const ids =
    choice.dossierId !== null
      ? [choice.dossierId]
      : (await app.ports.store.list('dossier'))
          .filter(({ summary }) => {
            const known = readDossierSummary(summary);
            return (
              known !== null &&
              !known.archived &&
              (known.periods.some(({ id }) => wanted(id)) ||
                (choice.period === null &&
                  known.planRequests.some(({ lastDay }) => partsOf(lastDay).year === choice.year)))
            );
          })
          .map(({ ref }) => ref.id);
  const numbers = createNumberReader(app);
  const names = new Map<string, string>();
  const dated: { readonly createdAt: string; readonly source: MatrixSource }[] = [];
  for (const id of ids) {
    const loaded = await loadDossier(app, id);
    if (!loaded.ok) return loaded;
    const { view } = loaded.value;
    const plan = view.get('plan', PLAN_ID);
    const document = view.get('documents', id);
    names.set(id, (document ? await numbers.textOf(document) : null) ?? plan?.title ?? id);
    dated.push({
      createdAt: plan?.createdAt ?? '',
      source: {
        dossierId: id,
        plan: plan?.title ?? id,
        periods: view.list('periods'),
        reports: view.list('reports'),
        planRequests: view.list('planRequests'),
        unitPlans: view.list('unitPlans'),
        chases: view.list('chases'),
      },
    });
  }
  // In the order in which the office took the plans in: 01, 02, 03.
  dated.sort((a, b) => (a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0));
  const sources = dated.map(({ source }) => source);
  const matrix = matrixOf(sources, office.value.entries, choice, nowOf(app).now);
  return ok({ office: office.value, matrix, names });
}

export function reportMatrix(app: App): Handler<'report.matrix'> {
  return async (choice) => {
    const loaded = await loadMatrix(app, choice);
    return loaded.ok ? ok(loaded.value.matrix) : loaded;
  };
}

export function matrixFile(app: App): Handler<'report.matrixFile'> {
  return async ({ format, signature, ...choice }) => {
    const loaded = await loadMatrix(app, choice);
    if (!loaded.ok) return loaded;
    const { office, matrix, names } = loaded.value;
    if (matrix.columns.length === 0)
      return fail('NOT_FOUND', 'Chưa có kỳ báo cáo nào để in. Hãy chọn năm hoặc kế hoạch khác.');
    const profile = await ruleProfile(app, office.profile.ruleProfileId);
    if (!profile.ok) return profile;
    const input = {
      office: office.profile,
      matrix,
      names,
      year: choice.year,
      createdAt: nowOf(app).now,
      signer: signature ? officeSigner(office) : null,
    };
    const written = await (format === 'xlsx'
      ? app.ports.spreadsheetWriter.write(matrixWorkbook(input))
      : app.ports.pdfWriter.write(matrixPage(profile.value, input)));
    if (!written.ok) return written;
    const name = safeFileName(`Bảng theo dõi báo cáo ${choice.period ?? choice.year}.${format}`);
    return ok(await offer(app, [{ name, bytes: written.value }], name));
  };
}
