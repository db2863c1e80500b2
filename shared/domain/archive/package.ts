/** What goes into the open package of a dossier, as plain data and names; the caller fetches bytes and hashes. */
import { payloadPath } from '../../documents/bag';
import type { DossierDocument } from '../../documents/dossier-contents';
import { formatDate, pad2 } from '../../date/plain-date';
import type { View } from '../../records';
import type { DossierTables } from '../../schema/aggregates';
import { countDeliveries } from '../dispatch/delivery-states';
import type { DocumentRecord } from '../dispatch/model';
import { deliveriesOf } from '../dispatch/recall';

export interface PackagedFile {
  readonly sha256: string;
  readonly path: string;
}

const FOLDERS = {
  source: 'nguon',
  signed: 'ban-ky',
  form: 'bieu-mau',
  attachment: 'tep-kem',
  chase: 'don-doc',
  draft: 'du-thao',
  proof: 'minh-chung-gui-nhan',
} as const;
const LONGEST_STEM = 60;

/** Kept files by role; a signed copy carries its document's place in the list and its number. */
export function packagedFiles(
  view: View<DossierTables>,
  numberTexts: ReadonlyMap<string, string | null>,
): readonly PackagedFile[] {
  const signedBy = new Map<string, { document: DocumentRecord; place: number }>();
  view.list('documents').forEach((document, index) => {
    if (document.signedFile !== null) signedBy.set(document.signedFile, { document, place: index + 1 });
  });
  return view.list('files').map((file) => {
    const owner = signedBy.get(file.id);
    if (!owner) return { sha256: file.id, path: payloadPath(FOLDERS[file.role], file.name) };
    const number = numberTexts.get(owner.document.id) ?? 'chưa có số';
    const name = `${pad2(owner.place)} ${number.replaceAll('/', '-')}.${file.extension}`;
    return { sha256: file.id, path: payloadPath(FOLDERS.signed, name) };
  });
}

/** Rows of the mục lục văn bản. */
export function contentsOf(
  view: View<DossierTables>,
  numberTexts: ReadonlyMap<string, string | null>,
  dates: ReadonlyMap<string, string | null>,
  author: string,
): readonly DossierDocument[] {
  return view.list('documents').map((document) => ({
    numberText: numberTexts.get(document.id) ?? null,
    date: dates.get(document.id) ?? null,
    subject: `${document.kindName} ${document.title}`,
    author,
    pages: '',
    note: noteOf(view, document),
  }));
}

/** Its signed copy or why there is none; what became of it; how many confirmed. */
function noteOf(view: View<DossierTables>, document: DocumentRecord): string {
  const copy =
    document.signedFile !== null
      ? 'Bản ký kèm theo'
      : document.waiver === undefined
        ? 'Chưa có bản ký'
        : `Không có bản ký: ${document.waiver.reason}`;
  const last = view
    .list('documentSteps')
    .findLast(({ documentId, to }) => documentId === document.id && (to === 'recalled' || to === 'replaced'));
  const became =
    last === undefined
      ? []
      : [`${last.to === 'recalled' ? 'Đã thu hồi' : 'Đã được thay thế'} ngày ${formatDate(last.on)}`];
  const { sent, received } = countDeliveries(deliveriesOf(view, document.id));
  const heard = sent === 0 ? [] : [`${received}/${sent} nơi xác nhận đã nhận`];
  return [copy, ...became, ...heard].join('; ');
}

/** "07-KH-ĐU Kế hoạch tuyên truyền …": the bag's own folder. */
export function packageName(numberText: string | null, title: string): string {
  const stem = title.length > LONGEST_STEM ? title.slice(0, LONGEST_STEM).replace(/\s+\S*$/u, '') : title;
  return `${numberText === null ? '' : `${numberText.replaceAll('/', '-')} `}${stem}`;
}

/** Everything of the dossier as one JSON value, for programs and for the years to come. */
export function plainDossier(
  dossierId: string,
  revision: number,
  view: View<DossierTables>,
  numberTexts: ReadonlyMap<string, string | null>,
) {
  return {
    format: 'vpdu-dossier/1',
    dossierId,
    revision,
    plan: view.list('plan')[0] ?? null,
    items: view.list('items'),
    documents: view
      .list('documents')
      .map((document) => ({ ...document, numberText: numberTexts.get(document.id) ?? null })),
    dispatches: view.list('dispatches'),
    deliveries: view.list('deliveries'),
    deliveryEvents: view.list('deliveryEvents'),
    documentSteps: view.list('documentSteps'),
    documentDrafts: view.list('documentDrafts'),
    commentRounds: view.list('commentRounds'),
    promisedDocuments: view.list('promisedDocuments'),
    schedules: view.list('schedules'),
    periods: view.list('periods'),
    reports: view.list('reports'),
    questionAnswers: view.list('questionAnswers'),
    planRequests: view.list('planRequests'),
    unitPlans: view.list('unitPlans'),
    upwardReports: view.list('upwardReports'),
    difficulties: view.list('difficulties'),
    taskSettings: view.list('taskSettings'),
    taskDuties: view.list('taskDuties'),
    taskCounts: view.list('taskCounts'),
    inspections: view.list('inspections'),
    chases: view.list('chases'),
    conferences: view.list('conferences'),
    budgetLines: view.list('budgetLines'),
    narrativeDrafts: view.list('narrativeDrafts'),
    ignoredFindings: view.list('ignoredFindings'),
    textVersions: view.list('textVersions'),
    textDrafts: view.list('textDrafts'),
    textDraftEdits: view.list('textDraftEdits'),
    consolidations: view.list('consolidations'),
    files: view.list('files'),
    archive: view.list('archive')[0] ?? null,
  };
}
