/** The plan's own record, made from a reading; a later reading leaves what a person corrected. */
import type { Instant, PlainDate } from '../../date/plain-date';
import { isPlainDate } from '../../date/plain-date';
import { fold } from '../../text/normalize';
import type { DocumentRecord } from '../dispatch/model';
import { PLAN_ID, type Plan } from './model';
import type { ParsedPlan } from './parsed';

/** Printed kind → symbol of the type (domain.md §3). */
const TYPE_OF_KIND: Readonly<Record<string, string>> = {
  'nghi quyet': 'NQ', 'quyet dinh': 'QĐ', 'chi thi': 'CT', 'ket luan': 'KL', 'quy che': 'QC', 'quy dinh': 'QĐi',
  'huong dan': 'HD', 'thong bao': 'TB', 'bao cao': 'BC', 'ke hoach': 'KH', 'chuong trinh': 'CTr', 'de an': 'ĐA',
  'phuong an': 'PA', 'du an': 'DA', 'to trinh': 'TTr', 'cong van': 'CV', 'bien ban': 'BB', 'giay moi': 'GM',
}; // prettier-ignore

export const KIND_OF_TYPE: Readonly<Record<string, string>> = {
  NQ: 'NGHỊ QUYẾT', QĐ: 'QUYẾT ĐỊNH', CT: 'CHỈ THỊ', KL: 'KẾT LUẬN', QC: 'QUY CHẾ', HD: 'HƯỚNG DẪN', TB: 'THÔNG BÁO',
  BC: 'BÁO CÁO', KH: 'KẾ HOẠCH', CTr: 'CHƯƠNG TRÌNH', ĐA: 'ĐỀ ÁN', PA: 'PHƯƠNG ÁN', DA: 'DỰ ÁN', TTr: 'TỜ TRÌNH',
  CV: 'CÔNG VĂN', BB: 'BIÊN BẢN', GM: 'GIẤY MỜI',
}; // prettier-ignore

/** "KẾ HOẠCH" → "KH"; else what the printed symbol says ("KH/ĐU" → "KH"); else KH, what this product is for. */
export function typeOf(parsed: Pick<ParsedPlan, 'header' | 'kind'>): string {
  const kind = fold(parsed.kind ?? '').trim();
  for (const [words, type] of Object.entries(TYPE_OF_KIND)) if (kind.startsWith(words)) return type;
  const printed = /^(\p{L}{2,4})(?=[/-])/u.exec(parsed.header.symbol ?? '')?.[1];
  return printed !== undefined && Object.hasOwn(KIND_OF_TYPE, printed) ? printed : 'KH';
}

export interface PlanSourceInfo {
  readonly parsed: ParsedPlan;
  readonly text: string;
  readonly textHash: string;
  readonly sourceFile: string | null;
  readonly sourceName: string;
  readonly ruleProfileId: string;
  readonly now: Instant;
}

function existingDate(text: string | null): PlainDate | null {
  return text !== null && isPlainDate(text) ? text : null;
}

export function newPlan(source: PlanSourceInfo): Plan {
  const { parsed } = source;
  return {
    id: PLAN_ID,
    status: 'review',
    title: titleOf(parsed, source.sourceName),
    system: parsed.system,
    kind: parsed.kind,
    type: typeOf(parsed),
    issuingBody: parsed.header.issuingBody,
    place: parsed.header.place,
    date: existingDate(parsed.header.date),
    signer: { ...parsed.signer },
    archive: [...parsed.archive],
    ruleProfileId: source.ruleProfileId,
    parsed,
    text: source.text,
    sourceFile: source.sourceFile,
    sourceName: source.sourceName,
    textHash: source.textHash,
    touched: [],
    createdAt: source.now,
    readAt: source.now,
  };
}

/** The plan's own document in the dossier: follows its type and title, keeps its number, signed copy and files. */
export function planDocument(
  plan: Plan,
  dossierId: string,
  standing: DocumentRecord | undefined,
  now: Instant,
): DocumentRecord {
  return {
    id: dossierId,
    type: plan.type,
    kindName: plan.kind ?? KIND_OF_TYPE[plan.type] ?? 'KẾ HOẠCH',
    title: plan.title,
    status: standing?.status ?? 'draft',
    registration: standing?.registration ?? null,
    signedFile: standing?.signedFile ?? null,
    files: standing?.files ?? [],
    createdAt: standing?.createdAt ?? now,
  };
}

function titleOf(parsed: ParsedPlan, sourceName: string): string {
  const title = (parsed.title ?? '').trim();
  return title === '' ? sourceName.replace(/\.[a-z0-9]{1,8}$/iu, '') || 'Kế hoạch chưa có trích yếu' : title;
}

/** A new reading: everything follows it but the fields that a person touched, and where the dossier stands. */
export function rereadPlan(standing: Plan, source: PlanSourceInfo): Plan {
  const fresh = newPlan(source);
  const kept: Record<string, unknown> = {};
  for (const field of standing.touched) kept[field] = standing[field as keyof Plan];
  return {
    ...fresh,
    ...kept,
    status: standing.status,
    ruleProfileId: standing.ruleProfileId,
    sourceFile: source.sourceFile ?? standing.sourceFile,
    sourceName:
      source.sourceFile === null || source.sourceFile === standing.sourceFile
        ? standing.sourceName
        : source.sourceName,
    touched: standing.touched,
    createdAt: standing.createdAt,
    ...(standing.notes ? { notes: standing.notes } : {}),
    // Reading the very same words again is no change.
    readAt: standing.textHash === source.textHash ? standing.readAt : source.now,
  };
}
