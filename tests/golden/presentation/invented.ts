/** Invented documents of Phường An Bình in the three rule profiles: a short plan, a long one, one with an annex, a letter. */
import { chasePage } from '../../../shared/documents/chase-page';
import type { PageModel } from '../../../shared/documents/page-model';
import { planPage, type PlanPageInput } from '../../../shared/documents/plan-page';
import type { RuleProfile } from '../../../shared/documents/rule-profile';
import type { ParsedSection } from '../../../shared/domain/plan/parsed';
import { planItemSchema, type PlanItem } from '../../../shared/domain/plan/model';
import * as anBinh from '../documents/an-binh';
import { owing } from '../documents/an-binh-owing';

export const PROFILES = ['hd36', 'hd05', 'nd30'] as const;
export type ProfileId = (typeof PROFILES)[number];

const isState = (id: string): boolean => id === 'nd30';
const CREATED_AT = anBinh.CREATED_AT;

/** What a plan page of the profile is made of; the parts that a test varies come on top. */
export function planInput(id: ProfileId, profile: RuleProfile = anBinh.ruleProfile(id)): PlanPageInput {
  const state = isState(id);
  const office = state ? anBinh.stateOffice : anBinh.office;
  return {
    plan: {
      ...anBinh.plan,
      issuingBody: office.issuingBody,
      archive: [office.archiveCode],
      signer: state ? anBinh.stateSigner : anBinh.signer,
      parsed: {
        ...anBinh.plan.parsed,
        header: {
          ...anBinh.plan.parsed.header,
          parentBody: office.parentBody,
          ...(state && { symbol: 'KH-UBND', numberText: '/KH-UBND' }),
        },
      },
    },
    items: anBinh.items,
    numberText: state ? '07/KH-UBND' : '07-KH/ĐU',
    date: '2026-02-05',
    office,
    profile,
    createdAt: CREATED_AT,
  };
}

export function shortPlan(id: ProfileId, extra: Partial<PlanPageInput> = {}): PageModel {
  return planPage({ ...planInput(id), ...extra });
}

const SENTENCES = [
  'Tổ chức quán triệt, học tập Nghị quyết trong sinh hoạt chi bộ thường kỳ, gắn với nhiệm vụ chính trị của từng cơ quan, đơn vị.',
  'Tuyên truyền trên hệ thống truyền thanh cơ sở mỗi tuần ít nhất 02 tin, bài; biểu dương cách làm hay.',
  'Phân công cấp ủy viên phụ trách, theo dõi địa bàn; kịp thời báo cáo những vấn đề phát sinh để chỉ đạo.',
  'Đưa kết quả thực hiện vào đánh giá, xếp loại tổ chức đảng và đảng viên cuối năm.',
] as const;

/** Paragraphs of one to `most` sentences under headings of two levels. */
export function longSections(paragraphs: number, most: number = SENTENCES.length): ParsedSection[] {
  const sections: ParsedSection[] = [];
  for (let index = 0; index < paragraphs; index += 1) {
    if (index % 12 === 0)
      sections.push({
        label: ['I', 'II', 'III', 'IV', 'V'][sections.length % 5] ?? 'I',
        title: 'NHIỆM VỤ VÀ GIẢI PHÁP',
        paragraphs: [],
        children: [],
      });
    const part = sections.at(-1);
    if (index % 3 === 0)
      part?.children.push({
        label: String(part.children.length + 1),
        title: 'Công tác tuyên truyền, quán triệt',
        paragraphs: [],
        children: [],
      });
    const text = SENTENCES.slice(0, 1 + ((index * 7) % most)).join(' ');
    part?.children.at(-1)?.paragraphs.push(text);
  }
  return sections;
}

/** The closing and signature after `paragraphs` paragraphs. */
export function longPlan(id: ProfileId, paragraphs: number, extra: Partial<PlanPageInput> = {}): PageModel {
  const input = planInput(id);
  return planPage({
    ...input,
    plan: { ...input.plan, parsed: { ...input.plan.parsed, sections: longSections(paragraphs) } },
    ...extra,
  });
}

/** About sixty pages. */
export const SIXTY_PAGES = 640;

const common = { origins: [], source: null, touched: false, dropped: false, accepted: true, doubt: '' };

/** Assignments of `units` units with three tasks each. */
export function assignmentItems(units: number): readonly PlanItem[] {
  return Array.from({ length: units }, (_, unit) => [
    planItemSchema.parse({
      ...common,
      id: `a${unit}`,
      kind: 'assignment',
      unit: `Chi bộ Tổ dân phố số ${unit + 1}`,
      entryIds: [],
      from: `IV.${unit + 1}`,
      order: 1000 + unit * 10,
    }),
    ...SENTENCES.slice(0, 3).map((text, index) =>
      planItemSchema.parse({
        ...common,
        id: `a${unit}t${index}`,
        kind: 'task',
        assignmentId: `a${unit}`,
        text,
        lastDay: index === 0 ? '2026-06-09' : null,
        period: index === 1 ? '2026-Q2' : null,
        recurrence: index === 2 ? 'hằng tháng' : null,
        coordinating: index === 1 ? ['Ban Xây dựng Đảng', 'Văn phòng Đảng ủy'] : [],
        order: 1001 + unit * 10 + index,
      }),
    ),
  ]).flat();
}

export function planWithAnnex(id: ProfileId, units = 14): PageModel {
  const input = planInput(id);
  return planPage({ ...input, items: [...input.items, ...assignmentItems(units)], assignmentAnnex: true });
}

export function letter(id: ProfileId): PageModel {
  const state = isState(id);
  return chasePage({
    office: state ? anBinh.stateOffice : anBinh.office,
    profile: anBinh.ruleProfile(id),
    units: owing('one'),
    newLastDay: '2026-03-27',
    numberText: state ? '15/UBND-VP' : '15-CV/ĐU',
    date: '2026-03-25',
    signer: state ? anBinh.stateSigner : anBinh.signer,
    recipients: [],
    createdAt: CREATED_AT,
  });
}
