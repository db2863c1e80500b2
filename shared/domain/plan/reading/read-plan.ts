/** The plan reader: a document's blocks → what the plan says, and the normalised text that it was read from. */
import { toNfc } from '../../../text/normalize';
import type { ParsedAssignment, ParsedDeadline, ParsedPlan } from '../parsed';
import { readingWarnings } from '../lint/check-plan';
import { assignmentsOf } from './assignments';
import { basisOf } from './citations';
import { conferencesOf } from './conferences';
import { contentLists, workItemsOf } from './content-lists';
import { deadlinesOf } from './deadlines';
import { annexOfDuties, dutiesOfOthers, unrealDays } from './doubts';
import { findKind } from './kind-line';
import { readLetterhead } from './letterhead';
import { isRule, keyOf, linesOf, type Line } from './lines';
import { yearContextOf } from './moments';
import { letterWithSubject } from './official-letter';
import { paragraphsOf, wrapProfile, type Paragraph } from './paragraphs';
import { recurrenceOf, reportingOf } from './reporting';
import { bodyOf, placedTexts, sectionTree, topKindOf, type Placed } from './sections';
import type { SourceDocument } from './source';
import { readTail } from './tail';
import { targetsOf } from './targets';
import { zonesOf, type Zones } from './zones';

/** A plan as read, with the text that its `source` places refer to. */
export interface PlanReading {
  readonly plan: ParsedPlan;
  readonly text: string;
}

/**
 * Reads a plan. Never throws on any text; what was not understood stands in `unclassified`, in order. Unknown values
 * are null or empty.
 */
export function readPlan(document: SourceDocument): PlanReading {
  const { text: bodyText, lines: printed, running } = linesOf(document);
  const whole = document.wholeParagraphs === true;
  const letter = whole || findKind(printed) !== null ? null : letterWithSubject(printed);
  const lines = letter?.lines ?? printed;
  const zones = zonesOf(lines, whole, letter);
  const profile = whole ? null : wrapProfile(lines.slice(zones.titleEnd, zones.bodyEnd));

  const letterhead = readLetterhead(lines.slice(zones.headerStart, zones.headerEnd));
  const title = titleOf(lines, zones);
  const opening = paragraphsOf(lines.slice(zones.titleEnd, zones.sectionsStart), profile);
  const body = bodyOf(
    paragraphsOf(lines.slice(zones.sectionsStart, zones.bodyEnd), profile),
    topKindOf(lines[zones.sectionsStart]?.text ?? ''),
  );
  const closing = body.closing;

  const tail = readTail(lines, zones.bodyEnd, letterhead.header.dateText === null);
  const header = { ...letterhead.header };
  let year = letterhead.year;
  if (header.dateText === null) {
    const late = tail.dated;
    if (late) {
      header.place = late.place;
      header.date = late.date;
      header.dateText = late.dateText;
      year = late.year;
    }
  }
  const context = yearContextOf(
    year,
    header.date,
    title ?? '',
    opening.map((paragraph) => paragraph.text).join(' '),
  );

  // A letter without sections says what is to be done in its opening.
  const placed =
    body.sections.length > 0 ? placedTexts(body.sections) : opening.map((paragraph) => unplaced(paragraph));
  const withClosing: Placed[] = [...placed, ...closing.map((paragraph) => unplaced(paragraph))];
  const events = conferencesOf(body.sections, context, title ?? '');
  const { deadlines, warnings: deadlineWarnings } = deadlinesOf(withClosing, context, events.taken);
  const assignments = withTimes(assignmentsOf(body.sections), deadlines);
  const sections = sectionTree(body.sections);
  const lists = contentLists(body.sections);

  const unclassified = [
    ...lines.slice(0, zones.headerStart).map((line) => line.text),
    ...letterhead.leftOver,
    ...tail.leftOver,
    ...running,
    ...(document.footnotes ?? []).map((note) => toNfc(note).trim()),
  ].filter((part) => part !== '');

  const plan: ParsedPlan = {
    system: systemOf(lines, header.symbol, tail.signer.authority, title),
    kind: zones.kind,
    header,
    title,
    opening: opening.map((paragraph) => paragraph.text),
    basis: basisOf(opening),
    sections,
    closing: closing.map((paragraph) => paragraph.text),
    forms: lists.forms,
    assignments,
    workItems: workItemsOf(body.sections),
    targets: targetsOf(placed, title ?? ''),
    deadlines,
    conferences: [...events.conferences],
    reporting: reportingOf(withClosing),
    materials: lists.materials,
    audiences: lists.audiences,
    budget: lists.budget,
    attachments: [...lists.attachments, ...tail.annexes],
    recipients: tail.recipients,
    archive: tail.archive,
    signer: tail.signer,
    unclassified,
    warnings: [
      ...conversionWarning(document),
      ...pictureWarning(document),
      ...deadlineWarnings,
      ...unrealDays(withClosing, header, deadlineWarnings),
      ...dutiesOfOthers(assignments),
      ...annexOfDuties(lines.slice(zones.bodyEnd)),
    ],
  };
  const notes = (document.footnotes ?? []).map((note) => toNfc(note).trim()).filter((note) => note !== '');
  return {
    plan: { ...plan, warnings: [...plan.warnings, ...readingWarnings(bodyText, plan)] },
    text: [bodyText, ...running, ...notes].join('\n'),
  };
}

/** Converted letters are shown as such: a person compares them with the paper. */
function conversionWarning({ convertedFrom }: SourceDocument): ParsedPlan['warnings'] {
  if (convertedFrom === undefined) return [];
  const name = convertedFrom === 'tcvn3' ? 'TCVN3 (ABC)' : 'VNI';
  return [
    {
      code: 'converted-encoding',
      message: `Văn bản gõ bằng bảng mã ${name} cũ, đã được chuyển sang Unicode; hãy đối chiếu với bản giấy, nhất là chữ in hoa.`,
      excerpt: '',
    },
  ];
}

/** What stands on them is on the paper and not in the text: a person looks at the original. */
function pictureWarning({ picturePages = [] }: SourceDocument): ParsedPlan['warnings'] {
  if (picturePages.length === 0) return [];
  return [
    {
      code: 'picture-pages',
      message: `Trang ${picturePages.join(', ')} của tệp PDF là ảnh (trang quét), chữ trên đó không đọc được nên không có ở đây; hãy mở tệp gốc xem trang ấy, xin bản Word hoặc gõ thêm phần còn thiếu.`,
      excerpt: '',
    },
  ];
}

function titleOf(lines: readonly Line[], zones: Zones): string | null {
  const parts = [
    ...(zones.titleOnKindLine ? [zones.titleOnKindLine.text] : []),
    ...lines
      .slice(zones.titleStart, zones.titleEnd)
      .filter((line) => !isRule(line.text))
      .map((line) => line.text),
  ];
  const title = parts.join(' ').replace(/\s+/g, ' ').trim();
  return title === '' ? null : title;
}

function unplaced(paragraph: Paragraph): Placed {
  return {
    text: paragraph.text,
    key: paragraph.key,
    start: paragraph.start,
    end: paragraph.end,
    path: [],
    paragraph,
    isHeading: false,
  };
}

function systemOf(
  lines: readonly Line[],
  symbol: string | null,
  authority: string | null,
  title: string | null,
): ParsedPlan['system'] {
  const early = lines.slice(0, 25).map((line) => line.key);
  const signed = keyOf(authority ?? '');
  if (
    /MTTQ|ĐTN|LHPN|HND|CCB|LĐLĐ/.test(symbol ?? '') ||
    /ban thường trực|ban chấp hành (?:đoàn|hội|công đoàn)/.test(signed)
  )
    return 'other';
  if (early.some((key) => key.includes('đảng cộng sản việt nam'))) return 'party';
  if (early.some((key) => key.includes('cộng hòa xã hội'))) return 'state';
  if (symbol !== null) return /UBND|HĐND/.test(symbol) ? 'state' : symbol.includes('/') ? 'party' : 'other';
  if (/ban thường vụ|đảng ủy|ban chấp hành|thường trực/.test(signed)) return 'party';
  if (/ủy ban nhân dân|ubnd/.test(signed)) return 'state';
  return /t\s?\/\s?m/.test(signed) && title !== null ? 'party' : 'other';
}

/** A task's own deadline and recurrence, from its own words. */
function withTimes(
  assignments: readonly ParsedAssignment[],
  deadlines: readonly ParsedDeadline[],
): ParsedAssignment[] {
  return assignments.map((assignment) => ({
    ...assignment,
    tasks: assignment.tasks.map((task) => {
      const within = deadlines.filter(
        ({ source }) =>
          source !== undefined &&
          task.source !== undefined &&
          source.start >= task.source.start &&
          source.end <= task.source.end,
      );
      return {
        ...task,
        lastDay: within.find((deadline) => deadline.lastDay !== null)?.lastDay ?? null,
        period: within.find((deadline) => deadline.period !== null)?.period ?? null,
        recurrence: recurrenceOf(task.text),
      };
    }),
  }));
}

export { sourceFromText } from './source-from-text';
export { securityMark } from './security-mark';
export type { SourceDocument } from './source';
