/** A dossier as an open package: a BagIt bag (RFC 8493) with everything in it readable without this program. */
import {
  bagTagFiles,
  distinctPaths,
  payloadPath,
  TAG_MANIFEST,
  tagManifestText,
  type BagFile,
} from '../../documents/bag';
import {
  contentsCsv,
  dossierContentsPage,
  dossierCoverPage,
  type DossierInput,
} from '../../documents/dossier-contents';
import { formatDate } from '../../date/plain-date';
import { planPage } from '../../documents/plan-page';
import { lackingOf, retentionFor } from '../../domain/archive/lacking';
import { contentsOf, packagedFiles, packageName, plainDossier } from '../../domain/archive/package';
import { withheldOf, withoutTexts, type Withheld } from '../../domain/archive/restricted';
import type { OutputFile } from '../../ports/files';
import type { HistoryEntry } from '../../ports/store';
import { fail, ok, type Result } from '../../result';
import { safeFileName } from '../../text/file-name';
import { encodeUtf8 } from '../../text/utf8';
import { createNumberReader } from '../dispatch/number-reader';
import { CANCELLED, changeDossier, dossierRef, nowOf, offer, type App } from '../application';
import type { CallContext, Handler } from '../handlers';
import { loadReporting, type Reporting } from '../report/reporting';
import { ruleProfile } from '../rule-profiles';

const PAGE_OF_HISTORY = 500;

/** Oldest first. */
async function wholeHistory(app: App, dossierId: string): Promise<Result<readonly HistoryEntry[]>> {
  const all: HistoryEntry[] = [];
  for (let before: number | undefined; ;) {
    const page = await app.ports.store.history(dossierRef(dossierId), {
      limit: PAGE_OF_HISTORY,
      ...(before === undefined ? {} : { before }),
    });
    if (!page.ok) return page;
    all.push(...page.value);
    const last = page.value.at(-1);
    if (!last || page.value.length < PAGE_OF_HISTORY || last.revision <= 1) return ok(all.reverse());
    before = last.revision;
  }
}

async function payloadOf(
  app: App,
  reporting: Reporting,
  context: CallContext,
  restricted: boolean,
  drafts: boolean,
): Promise<Result<OutputFile[]>> {
  const { dossier, office, plan, catalogue } = reporting;
  const { view } = dossier;
  const dossierId = dossier.ref.id;
  const numbers = createNumberReader(app);
  const numberTexts = new Map<string, string | null>();
  const dates = new Map<string, string | null>();
  for (const document of view.list('documents')) {
    numberTexts.set(document.id, await numbers.textOf(document));
    dates.set(document.id, await numbers.dateOf(document));
  }
  const profile = await ruleProfile(app, plan.ruleProfileId);
  if (!profile.ok) return profile;
  const { now, today } = nowOf(app);
  const files: OutputFile[] = [];

  const history = await wholeHistory(app, dossierId);
  if (!history.ok) return history;
  const withheld: Withheld = restricted
    ? { codes: new Set(), files: new Set() }
    : withheldOf(view, history.value, catalogue);
  const kept = packagedFiles(view, numberTexts).filter(
    ({ sha256 }) => !withheld.files.has(sha256) && (drafts || view.get('files', sha256)?.role !== 'draft'),
  );
  for (const [index, { sha256, path }] of kept.entries()) {
    if (context.progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
    context.progress.report(index, kept.length + 4, path);
    const bytes = await app.ports.store.getFile(dossierRef(dossierId), sha256);
    if (!bytes.ok) return bytes;
    if (app.ports.hash.sha256(bytes.value) !== sha256)
      return fail(
        'UNAVAILABLE',
        `Tệp “${path}” trong kho đã bị hỏng nên không xuất hồ sơ. Hãy lấy lại tệp từ bản sao lưu rồi xuất lại.`,
      );
    files.push({ name: path, bytes: bytes.value });
  }

  const days = [...dates.values()].filter((day) => day !== null).sort();
  const retention =
    view.get('archive', 'archive')?.retention ??
    retentionFor(view, office.loaded.view.list('retention')).retention;
  const lacking =
    view.get('archive', 'archive')?.lacking ??
    lackingOf(view, { entries: office.entries, place: office.profile.place }, now);
  const contents: DossierInput = {
    office: office.profile,
    keeper: office.profile.system === 'party' ? 'VĂN PHÒNG' : 'VĂN PHÒNG HĐND VÀ UBND',
    title: plan.title,
    dossierCode: '',
    from: days[0] ?? null,
    to: view.get('archive', 'archive')?.closedOn ?? days.at(-1) ?? null,
    retention,
    documents: contentsOf(view, numberTexts, dates, office.profile.issuingBody),
    sheets: null,
    createdAt: now,
  };
  const pages = [
    {
      path: payloadPath('van-ban', '01 Kế hoạch.pdf'),
      page: planPage({
        plan,
        items: view.list('items'),
        numberText: numberTexts.get(dossierId) ?? null,
        date: dates.get(dossierId) ?? null,
        office: office.profile,
        profile: profile.value,
        createdAt: now,
      }),
    },
    { path: payloadPath('muc-luc-van-ban.pdf'), page: dossierContentsPage(profile.value, contents) },
    { path: payloadPath('bia-ho-so.pdf'), page: dossierCoverPage(profile.value, contents) },
  ];
  for (const { path, page } of pages) {
    if (context.progress.cancelled()) return fail('UNAVAILABLE', CANCELLED, { details: { cancelled: true } });
    const pdf = await app.ports.pdfWriter.write(page);
    if (!pdf.ok) return pdf;
    files.push({ name: path, bytes: pdf.value });
  }
  const text = (name: string, content: string): OutputFile => ({
    name: payloadPath(name),
    bytes: encodeUtf8(content),
  });
  files.push(
    text('muc-luc-van-ban.csv', contentsCsv(contents)),
    text(
      'lich-su.ndjson',
      history.value.map((entry) => `${JSON.stringify(withoutTextsIn(entry, withheld))}\n`).join(''),
    ),
    text(
      'ho-so.json',
      `${JSON.stringify(
        {
          ...plainDossier(dossierId, dossier.revision, view, numberTexts),
          reports: view.list('reports').map((report) => withoutTexts(report, withheld)),
        },
        null,
        1,
      )}\n`,
    ),
    ...(withheld.codes.size === 0 ? [] : [text('phan-de-lai.txt', `${leftBehindWords(withheld)}\n`)]),
    text('con-thieu.txt', `${[`Ngày xuất: ${formatDate(today)}`, ...lacking].join('\n')}\n`),
  );
  const paths = distinctPaths(files.map(({ name }) => name));
  return ok(files.map((file, index) => ({ ...file, name: paths[index] ?? file.name })));
}

function withoutTextsIn(entry: HistoryEntry, withheld: Withheld): HistoryEntry {
  return {
    ...entry,
    changes: entry.changes.map((change) =>
      change.table === 'reports'
        ? {
            ...change,
            before: withoutTexts(change.before, withheld),
            after: withoutTexts(change.after, withheld),
          }
        : change,
    ),
  };
}

function leftBehindWords({ codes, files }: Withheld): string {
  return `Phần lời về tư tưởng, dư luận (${[...codes].join(', ')}) và ${files.size} tệp gốc chứa phần này không nằm trong gói: ở lại hồ sơ trên máy của văn phòng. Muốn kèm theo, xuất lại và đánh dấu “Kèm phần lời về tư tưởng, dư luận”.`;
}

/** Manifests and tag files around the payload. */
function bagged(
  app: App,
  reporting: Reporting,
  payload: readonly OutputFile[],
  retention: string,
): OutputFile[] {
  const hashed = ({ name, bytes }: OutputFile): BagFile => ({
    path: name,
    sha256: app.ports.hash.sha256(bytes),
    length: bytes.length,
  });
  const { today } = nowOf(app);
  const tags = bagTagFiles(payload.map(hashed), {
    sourceOrganization: reporting.office.profile.issuingBody,
    externalDescription: reporting.plan.title,
    externalIdentifier: reporting.dossier.ref.id,
    baggingDate: today,
    extra: [['Thoi-han-bao-quan', retention]],
  }).map(({ path, text }) => ({ name: path, bytes: encodeUtf8(text) }));
  const manifest = { name: TAG_MANIFEST, bytes: encodeUtf8(tagManifestText(tags.map(hashed))) };
  return [...tags, manifest, ...payload];
}

export function exportArchive(app: App): Handler<'archive.export'> {
  return async ({ dossierId, format, restricted, drafts }, context) => {
    const reporting = await loadReporting(app, dossierId);
    if (!reporting.ok) return reporting;
    const { dossier, office, plan } = reporting.value;
    const payload = await payloadOf(app, reporting.value, context, restricted, drafts);
    if (!payload.ok) return payload;
    const archive = dossier.view.get('archive', 'archive');
    const retention =
      archive?.retention ?? retentionFor(dossier.view, office.loaded.view.list('retention')).retention;
    const bag = bagged(app, reporting.value, payload.value, retention);
    const document = dossier.view.get('documents', dossierId);
    const numberText = document ? await createNumberReader(app).textOf(document) : null;
    const name = safeFileName(packageName(numberText, plan.title));
    let files: readonly OutputFile[] = bag;
    if (format === 'zip') {
      const inFolder = bag.map((file) => ({ ...file, name: `${name}/${file.name}` }));
      files = [{ name: `${name}.zip`, bytes: await app.ports.zipWriter.zip(inFolder) }];
    }
    const offered = await offer(app, files, format === 'zip' ? `${name}.zip` : name);
    const proof =
      format === 'zip'
        ? (offered.files[0]?.sha256 ?? '')
        : (offered.files.find((file) => file.name === TAG_MANIFEST)?.sha256 ?? '');
    if (archive && app.ports.store.state().readOnlyBecause === null) {
      const noted = await changeDossier(
        app,
        context,
        dossierId,
        'archive.export',
        (draft) => {
          const current = draft.get('archive', 'archive');
          if (current)
            draft.put('archive', {
              ...current,
              exports: [
                ...current.exports,
                { at: nowOf(app).now, name: offered.suggestedName, sha256: proof },
              ],
            });
          return ok(null);
        },
        { evenClosed: true, expectedRevision: null },
      );
      if (!noted.ok) return noted;
    }
    return ok(offered);
  };
}
