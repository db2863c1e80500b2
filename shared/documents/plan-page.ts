/** A plan in the official presentation of a rule profile: one model for PDF and Word. domain.md §1–2. */
import type { OfficeProfile } from '../domain/office/model';
import type { Plan, PlanItem } from '../domain/plan/model';
import { formatDate } from '../date/plain-date';
import { assignmentAnnex } from './assignment-annex';
import {
  bodyBlocks,
  bodyParagraph,
  endedParagraphs,
  landscapeAnnex,
  portraitPart,
  sectionBlocks,
  titleBlocks,
} from './body';
import { letterhead } from './letterhead';
import { planHead, type PlanHead } from './plan-head';
import { bareNumber, draftDateOf } from './number-text';
import type { BlockModel, PageModel } from './page-model';
import type { RuleProfile } from './rule-profile';
import { signatureBlock } from './signature-block';
import { sourceAnnexes } from './source-annexes';
import { bodyName, capitalised } from './vietnamese-case';

export interface PlanPageInput {
  readonly plan: Plan;
  readonly items: readonly PlanItem[];
  /** "07-KH/ĐU" or with "Số"; null while it has none. */
  readonly numberText: string | null;
  /** The day it was registered with; null: the plan's own date. */
  readonly date: string | null;
  readonly office: OfficeProfile;
  readonly profile: RuleProfile;
  readonly createdAt: string;
  /** "Dự thảo lần 1" */
  readonly draftMark?: string;
  /** "KHẨN", "HỎA TỐC" */
  readonly urgency?: string;
  /** With "Phụ lục: phân công nhiệm vụ", and a sentence before the closing that names it. */
  readonly assignmentAnnex?: boolean;
}

/** What the text says of its annex, where a person asks for one. */
export const ANNEX_SENTENCE = 'Phân công nhiệm vụ cụ thể tại Phụ lục kèm theo Kế hoạch này.';

/** "Căn cứ …;" lines stand in the profile's style of a basis. */
function isBasis(text: string): boolean {
  return /^\s*Căn cứ\b/iu.test(text) || /;\s*$/.test(text);
}

/**
 * The words are those of the reading; what a person corrected in the header (title, date, place, signer, recipients)
 * is taken from the record. Only the last mark of the text and the presentation follow the profile.
 */
export function planPage(input: PlanPageInput): PageModel {
  const { plan, items, office, profile } = input;
  const { parsed } = plan;
  const opening = parsed.opening.map((text) =>
    bodyParagraph(profile, text, isBasis(text) && profile.basis.italic ? { italic: true } : {}),
  );
  const text: BlockModel[] = [
    ...opening,
    ...sectionBlocks(profile, parsed.sections, plan.text.replace(/[^\S\n]+/gu, ' ')),
    ...(input.assignmentAnnex ? [bodyParagraph(profile, ANNEX_SENTENCE)] : []),
    ...bodyBlocks(profile, parsed.closing),
  ];
  const recipients = items
    .filter((item) => item.kind === 'recipient' && !item.dropped)
    .sort((a, b) => a.order - b.order)
    .flatMap((item) => (item.kind === 'recipient' ? [{ name: item.name, purpose: item.purpose }] : []));
  const kind = plan.kind ?? 'KẾ HOẠCH';
  const head = planHead(plan, office, profile, input.numberText);
  return {
    title: `${capitalised(kind)} ${plan.title}`,
    author: head.issuingBody,
    createdAt: input.createdAt,
    font: 'Times New Roman',
    parts: [
      portraitPart(profile, [
        ...letterhead(profile, {
          parentBody: head.parentBody,
          issuingBody: head.issuingBody,
          numberText: head.numberText,
          place: head.place,
          date: input.date ?? plan.date,
          draftDate: draftDateOf(parsed.header.dateText),
          ...(input.draftMark !== undefined && { draftMark: input.draftMark }),
          ...(input.urgency !== undefined && { urgency: input.urgency }),
        }),
        ...titleBlocks(profile, kind, plan.title),
        ...endedParagraphs(profile, text),
        ...signatureBlock(profile, {
          recipients,
          archive: head.archive,
          signer: plan.signer,
        }),
      ]),
      ...sourceAnnexes(profile, parsed.unclassified),
      ...(input.assignmentAnnex
        ? [landscapeAnnex(profile, assignmentAnnex(profile, plan, items, attachedText(input, head, kind)))]
        : []),
    ],
  };
}

/** "(Kèm theo Kế hoạch số 07-KH/ĐU, ngày 05/02/2026 của Đảng ủy phường An Bình)" */
function attachedText({ plan, date }: PlanPageInput, head: PlanHead, kind: string): string {
  const bare = bareNumber(head.numberText);
  const number = /^\d/.test(bare) ? ` số ${bare}` : '';
  const day = date ?? plan.date;
  const dated = day === null ? '' : `, ngày ${formatDate(day)}`;
  const issuer = bodyName({ place: head.place }, head.issuingBody);
  return `(Kèm theo ${capitalised(kind)}${number}${dated}${issuer === '' ? '' : ` của ${issuer}`})`;
}
