/** Plans as offices type them, printed in a rule profile, and what of a plan must survive being read back. */
import fc from 'fast-check';
import { planPage } from '../../../shared/documents/plan-page';
import type { PageModel } from '../../../shared/documents/page-model';
import { createMatcher } from '../../../shared/domain/office/match';
import { itemsFromParsed } from '../../../shared/domain/plan/items-from-parsed';
import { newPlan } from '../../../shared/domain/plan/plan-record';
import type { ParsedPlan, ParsedSection } from '../../../shared/domain/plan/parsed';
import type { SourceDocument } from '../../../shared/domain/plan/reading/read-plan';
import * as anBinh from '../../golden/documents/an-binh';
import type { ProfileId } from '../../golden/presentation/invented';

/** The page that a plan prints as in a rule profile. */
export function printedPage(parsed: ParsedPlan, text: string, id: ProfileId): PageModel {
  const plan = newPlan({
    parsed,
    text,
    textHash: 'x',
    sourceFile: null,
    sourceName: 'ke-hoach.txt',
    ruleProfileId: id,
    now: anBinh.CREATED_AT,
  });
  let last = 0;
  const items = itemsFromParsed(parsed, {
    matcher: createMatcher([], 'An Bình'),
    hash: (words) => words,
    newId: () => `i${(last += 1)}`,
  });
  return planPage({
    plan,
    items,
    numberText: parsed.header.numberText,
    date: parsed.header.date,
    office: id === 'nd30' ? anBinh.stateOffice : anBinh.office,
    profile: anBinh.ruleProfile(id),
    createdAt: anBinh.CREATED_AT,
  });
}

/** Capitals of titles, the first letter of the trích yếu and the mark that ends a text follow the profile. */
const loose = (text: string | null): string | null =>
  text === null ? null : text.toLowerCase().replace(/[\s./;,:]+$/u, '');
const bareNumber = (text: string | null): string | null => text?.replace(/^Số:?\s*/u, '') ?? null;

interface Outline {
  readonly label: string;
  readonly title: string | null;
  readonly paragraphs: readonly (string | null)[];
  readonly children: readonly Outline[];
}
function outline({ label, title, paragraphs, children }: ParsedSection): Outline {
  return { label, title: loose(title), paragraphs: paragraphs.map(loose), children: children.map(outline) };
}

/** Everything that a reader finds, without places in the text and without what the profile is free to write anew. */
export function essence(plan: ParsedPlan) {
  const { header, signer } = plan;
  return {
    kind: plan.kind,
    header: { ...header, numberText: bareNumber(header.numberText), dateText: null },
    title: loose(plan.title),
    opening: plan.opening.map(loose),
    sections: plan.sections.map(outline),
    closing: plan.closing.map(loose),
    assignments: plan.assignments.map(({ unit, units, from, tasks }) => ({
      unit: loose(unit),
      units,
      from,
      tasks: tasks.map(({ text, lastDay, period, recurrence }) => ({
        text: loose(text),
        lastDay,
        period,
        recurrence,
      })),
    })),
    targets: plan.targets.map(({ operator, value, upper, unit, per, scope }) => ({
      operator,
      value,
      upper,
      unit,
      per,
      scope,
    })),
    deadlines: plan.deadlines.map(({ kind, lastDay, time, period, who }) => ({
      kind,
      lastDay,
      time,
      period,
      who,
    })),
    workItems: plan.workItems.map(({ text, lead, coordinating, time, result }) => ({
      text,
      lead,
      coordinating,
      time,
      result,
    })),
    recipients: plan.recipients.map(({ name, purpose }) => ({ name, purpose })),
    archive: plan.archive,
    signer: { ...signer, authority: signer.authority?.replace(/^T\/?M\.?/u, 'TM') ?? null },
  };
}

const UNITS = [
  'Ban Xây dựng Đảng',
  'Văn phòng Đảng ủy',
  'Ủy ban Kiểm tra Đảng ủy',
  'Công an phường',
  'Đoàn Thanh niên phường',
  'Trung tâm Chính trị phường',
] as const;
const TASKS = [
  'Chủ trì tham mưu tổ chức hội nghị quán triệt; hoàn thành trước ngày 10/6/2026.',
  'Tổng hợp kết quả, báo cáo Ban Thường vụ Đảng ủy chậm nhất ngày 25/9/2026.',
  'Tuyên truyền trên hệ thống truyền thanh, phấn đấu mỗi tuần ít nhất 02 tin, bài.',
  'Phấn đấu trên 95% đảng viên được quán triệt, học tập.',
  'Hướng dẫn các chi bộ lồng ghép nội dung vào sinh hoạt thường kỳ.',
  'Báo cáo kết quả hằng quý về Ban Thường vụ Đảng ủy (qua Ban Xây dựng Đảng).',
] as const;
const GOALS = [
  'Giúp cán bộ, đảng viên và Nhân dân hiểu rõ nội dung Nghị quyết.',
  'Tạo sự thống nhất về nhận thức và hành động trong toàn đảng bộ.',
  'Phấn đấu 100% cán bộ chủ chốt được quán triệt.',
] as const;
const RECIPIENTS = [
  'Thường trực Thành ủy (để b/c)',
  'Các đồng chí Ủy viên Ban Chấp hành',
  'Các chi bộ trực thuộc (để t/h)',
  'Công an phường',
  'Đoàn Thanh niên phường',
] as const;

/** A plan as an office types it. */
export const planText = fc
  .record({
    number: fc.option(fc.integer({ min: 1, max: 140 }), { nil: null }),
    day: fc.integer({ min: 1, max: 28 }),
    month: fc.integer({ min: 1, max: 12 }),
    goals: fc.subarray([...GOALS], { minLength: 1 }),
    bodies: fc.uniqueArray(fc.record({ unit: fc.constantFrom(...UNITS), tasks: fc.subarray([...TASKS], { minLength: 1, maxLength: 4 }) }), { selector: ({ unit }) => unit, minLength: 1, maxLength: 5 }),
    recipients: fc.subarray([...RECIPIENTS], { minLength: 1 }),
    state: fc.boolean(),
  })
  .map(({ number, day, month, goals, bodies, recipients, state }) => {
    const two = (value: number, below: number) => (value < below ? `0${value}` : String(value));
    const registered = number === null ? '' : two(number, 10);
    return [
      state ? 'THÀNH PHỐ HẢI PHÒNG' : 'ĐẢNG BỘ THÀNH PHỐ HẢI PHÒNG',
      ...(state ? ['ỦY BAN NHÂN DÂN', 'PHƯỜNG AN BÌNH'] : ['ĐẢNG ỦY PHƯỜNG AN BÌNH', '*']),
      state ? `Số: ${registered}/KH-UBND` : `Số ${registered}-KH/ĐU`,
      ...(state
        ? ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc']
        : ['ĐẢNG CỘNG SẢN VIỆT NAM']),
      number === null ? `An Bình, ngày tháng ${two(month, 3)} năm 2026` : `An Bình, ngày ${two(day, 10)} tháng ${two(month, 3)} năm 2026`,
      'KẾ HOẠCH',
      `${state ? 'Tuyên' : 'tuyên'} truyền, quán triệt và thực hiện Nghị quyết số 27-NQ/TU`,
      ...(state ? [] : ['-----']),
      'Thực hiện Nghị quyết số 27-NQ/TU ngày 15/12/2025 của Ban Chấp hành Đảng bộ thành phố, phường xây dựng kế hoạch như sau:',
      'I. MỤC ĐÍCH, YÊU CẦU',
      '1. Mục đích',
      ...goals.map((goal) => `- ${goal}`),
      '2. Yêu cầu',
      'Nội dung ngắn gọn, dễ nhớ, sát đời sống khu dân cư.',
      'II. TỔ CHỨC THỰC HIỆN',
      ...bodies.flatMap(({ unit, tasks }, index) => [`${index + 1}. ${unit}`, ...tasks.map((task) => `- ${task}`)]),
      'Trên đây là Kế hoạch thực hiện Nghị quyết; yêu cầu các cơ quan, đơn vị nghiêm túc thực hiện.',
      'Nơi nhận:',
      ...recipients.map((name) => `- ${name},`),
      state ? '- Lưu: VT.' : '- Lưu VPĐU.',
      ...(state
        ? ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH', 'Lê Thu An']
        : ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ THƯỜNG TRỰC', 'Trần Minh Khôi']),
    ].join('\n');
  }); // prettier-ignore

const DAYS = [
  'Trước ngày 20/10/2026',
  'Chậm nhất ngày 31/10/2026',
  'Quý II năm 2026',
  'Hằng tháng',
  '',
] as const;

/** The same plan with a table of work in it, as a Word file holds it. */
export const planWithTable = fc
  .record({
    source: planText,
    rows: fc.array(
      fc.record({
        work: fc.constantFrom('Xây dựng đề cương báo cáo', 'Tổ chức hội nghị thông báo kết luận', 'Tự kiểm tra, gửi báo cáo về Văn phòng Đảng ủy'),
        lead: fc.constantFrom(...UNITS),
        together: fc.subarray([...UNITS], { maxLength: 3 }),
        day: fc.constantFrom(...DAYS),
        result: fc.constantFrom('Báo cáo', 'Đề cương', ''),
      }),
      { minLength: 1, maxLength: 40 },
    ),
    results: fc.boolean(),
  })
  .map(({ source, rows, results }): SourceDocument => {
    const lines = source.split('\n');
    const at = lines.indexOf('II. TỔ CHỨC THỰC HIỆN');
    const cells = (texts: readonly string[]) => ({ cells: texts.map((text) => ({ paragraphs: [{ kind: 'paragraph' as const, text }] })) });
    const table = {
      kind: 'table' as const,
      rows: [
        cells(['TT', 'Nội dung công việc', 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian hoàn thành', ...(results ? ['Sản phẩm'] : [])]),
        ...rows.map(({ work, lead, together, day, result }, index) =>
          cells([String(index + 1), `${work} đợt ${index + 1}`, lead, together.join(', '), day, ...(results ? [result] : [])]),
        ),
      ],
    };
    const blocks = (part: readonly string[]) => part.map((text) => ({ kind: 'paragraph' as const, text }));
    return {
      blocks: [
        ...blocks([...lines.slice(0, at), 'II. PHÂN CÔNG']),
        table,
        ...blocks(['III. TỔ CHỨC THỰC HIỆN', ...lines.slice(at + 1)]),
      ],
    };
  }); // prettier-ignore
