/** Who is to do what: the headings that name a unit, with the tasks under each. */
import type { ParsedAssignment, ParsedTask } from '../parsed';
import { keyOf } from './lines';
import type { Paragraph } from './paragraphs';
import { bareText, childrenOf, isNode, paragraphsIn, pathText, type SectionNode } from './sections';
import { bodiesOf, unitHead, type UnitHead } from './units';

const TARGET_SECTION =
  /tổ chức (?:thực hiện|triển khai)|phân công|(?<!(?:nâng cao|đề cao|tăng cường|phát huy|nêu cao|ý thức|tinh thần|siết chặt)[^.;:]{0,40})trách nhiệm|nhiệm vụ của|nhiệm vụ cụ thể|tiến độ và phân công/;
/** What is to be done, without saying that bodies are named. */
const DUTIES = /^(?:các |một số )?nhiệm vụ/u;
/** Who is to come, not who is to do. */
const ATTENDEES = /^(?:về )?(?:thành phần|đại biểu (?:dự|tham dự|được mời)|khách mời)(?!\p{L})/u;
const NO_UNITS = /mục đích|yêu cầu|nội dung|hình thức|quan điểm|mục tiêu|kinh phí|đối tượng/;

interface TaskText {
  /** A "+" line without a task above it: it goes on with what stands on its unit's own line. */
  readonly plus?: true;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The assignments of all sections, in printed order. */
export function assignmentsOf(sections: readonly SectionNode[]): ParsedAssignment[] {
  const out: ParsedAssignment[] = [];
  if (nameUnits(sections)) {
    // An official letter: "1. Giao Ban Xây dựng Đảng: …" right below its opening.
    for (const section of sections) {
      const head = headOf(section);
      if (head) out.push(assignment(section.paragraph, head, [section], tasksUnder(section)));
    }
    return out;
  }
  for (const section of sections) {
    const title = keyOf(section.title);
    if (ATTENDEES.test(title)) continue;
    if (TARGET_SECTION.test(title)) collect(section, [section], out);
    else out.push(...unitGroups(section, [section]));
  }
  return out;
}

/** Whether the top headings themselves are units, most of them. */
function nameUnits(sections: readonly SectionNode[]): boolean {
  const heads = sections.filter((section) => section.label !== null && headOf(section)?.pure === true);
  return heads.length >= 2 && heads.length >= sections.length * 0.6;
}

/**
 * "I. NHIỆM VỤ 1. Văn phòng Đảng ủy xây dựng …": no heading of units, but item after item begins with one and what it
 * does. Where few do, the section is about matters, and units are merely spoken of.
 */
function beginWithUnits(node: SectionNode, children: readonly SectionNode[]): boolean {
  const items =
    children.length > 0 ? children.map(headOf) : paragraphsIn(node).map((each) => unitHead(bareText(each)));
  const heads = items.filter((head) => head !== null && (head.pure || head.restStart !== null));
  return heads.length >= 2 && heads.length >= items.length * 0.75;
}

/** Headings of units inside a section of another name: a run of numbered headings of which most name a unit. */
function unitGroups(node: SectionNode, path: readonly SectionNode[]): ParsedAssignment[] {
  const out: ParsedAssignment[] = [];
  if (ATTENDEES.test(keyOf(node.title))) return out;
  const children = childrenOf(node);
  if (TARGET_SECTION.test(keyOf(node.title)) && path.length > 1) {
    collect(node, path, out);
    return out;
  }
  const heads = children.filter((child) => headOf(child)?.pure === true);
  const plain = NO_UNITS.test(keyOf(node.title));
  if (heads.length >= (plain ? 3 : 2) && heads.length >= children.length * 0.6) collect(node, path, out);
  else if (DUTIES.test(keyOf(node.title)) && beginWithUnits(node, children)) collect(node, path, out);
  else for (const child of children) out.push(...unitGroups(child, [...path, child]));
  return out;
}

function headOf(node: SectionNode): UnitHead | null {
  return unitHead(bareText(node.paragraph));
}

/** Headings that name a matter, not a body. */
const MATTER =
  /^(?:kinh phí|nguồn|thời gian|tiến độ|chế độ|công tác|phân công|phân cấp|yêu cầu|khen thưởng|giải pháp|nhiệm vụ|tổ chức|tuyên truyền|kiểm tra|sơ kết|tổng kết|báo cáo|hội nghị|nội dung|hình thức|mục|đối tượng|địa điểm|thông tin|lãnh đạo|chỉ đạo|quán triệt|tăng cường|trách nhiệm|quy định|hồ sơ|các (?:nội|bước|nhiệm|giải|hoạt|hình|mốc|chế)|một số|về |khi |trong |đối với|điều|phương|cơ chế|lộ trình|bố trí|đảm bảo|bảo đảm|triển khai|xây dựng|thực hiện|kế hoạch|giao ban|văn bản|dự kiến|đề nghị|thành phần|số lượng|chính sách)/;

/** A short heading without a verb beside headings of units names one too, though its words are not known. */
function headBeside(node: SectionNode): UnitHead | null {
  const text = bareText(node.paragraph).replace(/\s*:\s*$/, '');
  if (node.inline !== null || text.length > 90 || /[.;:]/.test(text)) return null;
  if (!/^\p{Lu}/u.test(text) || MATTER.test(keyOf(text)) || node.content.length === 0) return null;
  return { unit: text, start: 0, end: text.length, restStart: null, pure: true };
}

function collect(node: SectionNode, path: readonly SectionNode[], out: ParsedAssignment[]): void {
  const children = childrenOf(node);
  // Paragraphs before the first numbered heading, or all of them where nothing is numbered.
  const nested = path.length > 1 && !TARGET_SECTION.test(keyOf(node.title));
  if (node.label !== null) collectParagraphs(paragraphsIn(node), path, out, children.length > 0 || nested);
  const known = children.some((child) => headOf(child) !== null);
  for (const child of children) {
    if (ATTENDEES.test(keyOf(child.title))) continue;
    const here = [...path, child];
    const head = headOf(child) ?? (known ? headBeside(child) : null);
    if (!head) {
      collect(child, here, out);
      continue;
    }
    const named = childrenOf(child).filter((inner) => headOf(inner)?.pure === true);
    if (named.length >= 2 && named.length >= childrenOf(child).length * 0.6) {
      const own = paragraphsIn(child).map((paragraph) => taskOf(paragraph));
      if (head.restStart !== null || own.length > 0) out.push(assignment(child.paragraph, head, here, own));
      for (const inner of childrenOf(child)) {
        const innerHead = headOf(inner);
        if (innerHead) out.push(assignment(inner.paragraph, innerHead, [...here, inner], tasksUnder(inner)));
      }
      continue;
    }
    if (head.restStart === null && collectMembers(child, here, out)) continue;
    out.push(assignment(child.paragraph, head, here, tasksUnder(child)));
  }
}

/**
 * "2. Các ban, ngành: - Phòng Kinh tế: … - Công an: …": every dash below many bodies' heading names one and its task.
 * "Các chi bộ: - Chi bộ các thôn: …" says the same bodies again, whose tasks stay together.
 */
function collectMembers(node: SectionNode, path: readonly SectionNode[], out: ParsedAssignment[]): boolean {
  const paragraphs = paragraphsIn(node);
  if (!/^các\s/.test(keyOf(node.title)) || childrenOf(node).length > 0 || paragraphs.length < 2) return false;
  const heads = paragraphs.map((paragraph) => ({ paragraph, head: unitHead(bareText(paragraph)) }));
  const member = ({ paragraph, head }: (typeof heads)[number]) =>
    paragraph.label?.kind === 'dash' &&
    head !== null &&
    head.restStart !== null &&
    (/\skhác$/.test(keyOf(head.unit)) ||
      !keyOf(node.title).includes(keyOf(head.unit).split(' ').slice(0, 2).join(' '))) &&
    bareText(paragraph).slice(head.end, head.restStart).trim() === ':';
  if (!heads.every((one) => one.paragraph.label?.kind === 'plus' || member(one))) return false;
  groupUnder(heads, (paragraph) => paragraph.label?.kind === 'dash', path, out);
  return true;
}

/** Every paragraph under a heading; sub-headings count as paragraphs of their own. */
function tasksUnder(node: SectionNode): TaskText[] {
  const out: TaskText[] = [];
  for (const item of node.content) {
    if (isNode(item)) {
      out.push(taskOf(item.paragraph), ...tasksUnder(item));
      continue;
    }
    addTask(out, item);
  }
  return out;
}

/** "(Kèm theo Đề cương báo cáo)./.": what lies with the plan, not what is to be done. */
const REMARK = /^\(\s*(?:có\s|gửi\s)?[^()]{0,60}(?:kèm theo|đính kèm|gửi kèm)[^()]*\)[\s./]*$/;

function addTask(out: TaskText[], paragraph: Paragraph): void {
  if (REMARK.test(paragraph.key)) return;
  const task = taskOf(paragraph);
  const last = out.at(-1);
  // "+" lines belong to the task above them.
  if (paragraph.label?.kind !== 'plus') out.push(task);
  else if (last)
    out[out.length - 1] = {
      ...last,
      text: `${last.text} ${paragraph.text}`,
      start: last.start,
      end: paragraph.end,
    };
  else out.push({ ...task, plus: true });
}

function taskOf(paragraph: Paragraph): TaskText {
  const label = paragraph.label;
  const skip = label && (label.kind === 'dash' || label.kind === 'plus') ? label.length : 0;
  return { text: paragraph.text.slice(skip), start: paragraph.start + skip, end: paragraph.end };
}

/**
 * Units without numbers: short bare lines with their tasks below, dashed or bare sentences that begin with a unit.
 * Under numbered headings (`numbered`), only what is unmistakable is taken.
 */
function collectParagraphs(
  paragraphs: readonly Paragraph[],
  path: readonly SectionNode[],
  out: ParsedAssignment[],
  numbered: boolean,
): void {
  const texts = paragraphs.filter((paragraph) => paragraph.cells === null);
  const heads = texts.map((paragraph) => ({ paragraph, head: unitHead(bareText(paragraph)) }));
  const bareNames = heads.filter(
    ({ paragraph, head }) =>
      head?.pure === true &&
      head.restStart === null &&
      paragraph.label === null &&
      paragraph.text.length <= 160 &&
      !/[.;]$/.test(paragraph.text),
  );
  const least = numbered ? 2 : 1;
  if (bareNames.length >= least && texts.length > bareNames.length) {
    const names = new Set(bareNames.map(({ paragraph }) => paragraph));
    groupUnder(heads, (paragraph) => names.has(paragraph), path, out);
    return;
  }
  const dashed = heads.filter(({ paragraph }) => paragraph.label?.kind === 'dash');
  const dashedHeads = dashed.filter(({ head }) => head !== null);
  if (dashedHeads.length >= least && dashedHeads.length >= dashed.length * 0.5) {
    groupUnder(
      heads,
      (paragraph) => paragraph.label?.kind === 'dash' && unitHead(bareText(paragraph)) !== null,
      path,
      out,
    );
    return;
  }
  if (numbered) return;
  const bare = heads.filter(({ paragraph }) => paragraph.label === null);
  const bareHeads = bare.filter(({ head }) => head !== null);
  if (bareHeads.length >= 1 && bareHeads.length >= bare.length * 0.5)
    groupUnder(
      heads,
      (paragraph) => paragraph.label === null && unitHead(bareText(paragraph)) !== null,
      path,
      out,
    );
}

/** "- Thời hạn hoàn thành: …" beside dashes that name units: it is nobody's task. */
const OF_ALL = /^(?:thời (?:hạn|gian)|tiến độ|(?:nguồn )?kinh phí|chế độ (?:thông tin|báo cáo))(?!\p{L})/u;

function groupUnder(
  heads: readonly { paragraph: Paragraph; head: UnitHead | null }[],
  isHead: (paragraph: Paragraph) => boolean,
  path: readonly SectionNode[],
  out: ParsedAssignment[],
): void {
  let current: { paragraph: Paragraph; head: UnitHead; tasks: TaskText[] } | null = null;
  const close = () => {
    if (current) out.push(assignment(current.paragraph, current.head, path, current.tasks));
  };
  for (const { paragraph, head } of heads) {
    if (head && isHead(paragraph)) {
      close();
      current = { paragraph, head, tasks: [] };
    } else if (
      current?.paragraph.label?.kind === 'dash' &&
      paragraph.label?.kind === 'dash' &&
      OF_ALL.test(keyOf(bareText(paragraph)))
    ) {
      close();
      current = null;
    } else if (current) addTask(current.tasks, paragraph);
  }
  close();
}

function assignment(
  paragraph: Paragraph,
  head: UnitHead,
  path: readonly SectionNode[],
  under: readonly TaskText[],
): ParsedAssignment {
  const skip = paragraph.text.length - bareText(paragraph).length;
  const base = paragraph.start + skip;
  const tasks: TaskText[] = [];
  if (head.restStart !== null) {
    const text = bareText(paragraph).slice(head.restStart);
    // A colon with nothing but a connecting word behind it is no task.
    if (/\p{L}{2}/u.test(text)) tasks.push({ text, start: base + head.restStart, end: paragraph.end });
  }
  const [own, first] = [tasks[0], under[0]];
  if (own && first?.plus)
    tasks.splice(
      0,
      1,
      { text: `${own.text} + ${first.text}`, start: own.start, end: first.end },
      ...under.slice(1),
    );
  else tasks.push(...under);
  return {
    unit: head.unit,
    units: bodiesOf(head.unit),
    from: pathText(path),
    tasks: tasks.map(parsedTask),
    source: { start: base + head.start, end: base + head.end },
  };
}

function parsedTask(task: TaskText): ParsedTask {
  return {
    text: task.text,
    lastDay: null,
    period: null,
    recurrence: null,
    source: { start: task.start, end: task.end },
  };
}
