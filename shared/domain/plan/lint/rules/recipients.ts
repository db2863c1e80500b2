/** Nơi nhận beside the assignments, and how its lines are written. */
import { fold, matchKey } from '../../../../text/normalize';
import { wordsBefore } from '../context';
import type { Found, LintContext, LintRule } from '../model';

/** Words that stand for many units at once: a list that has them covers what it does not name. */
const EVERYBODY =
  /các (?:đơn vị|cơ quan|phòng|ban)|mục [ivx]+|như (?:trên|mục)|(?:đơn vị|cơ quan|tổ chức) liên quan|các chi|các đảng|cấp ủy|cấp uỷ/iu;

const WRITTEN_OUT: readonly (readonly [RegExp, string])[] = [
  [/\bubnd\b/g, 'uy ban nhan dan'], [/\bhdnd\b/g, 'hoi dong nhan dan'], [/\bubmttq ?(?:vn)?\b/g, 'uy ban mat tran to quoc'],
  [/\bmttq ?(?:vn)?\b/g, 'mat tran to quoc'], [/\bubkt\b/g, 'uy ban kiem tra'], [/\bvpdu\b/g, 'van phong dang uy'], [/\bbxdd\b/g, 'ban xay dung dang'],
  [/\bbtv\b/g, 'ban thuong vu'], [/\bdu\b/g, 'dang uy'], [/\bct xh\b/g, 'chinh tri xa hoi'],
]; // prettier-ignore

function nameKey(name: string): string {
  let key = matchKey(name);
  for (const [pattern, words] of WRITTEN_OUT) key = key.replace(pattern, words);
  return key
    .replace(/\b(?:viet nam|phuong|xa|dac khu|de nghi)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function overlaps(first: string, second: string): boolean {
  return (
    first === second ||
    (first.length > 5 && second.includes(first)) ||
    (second.length > 5 && first.includes(second))
  );
}

/** A unit with work that Nơi nhận neither names nor covers by "các đơn vị …". */
function unitsLeftOut(context: LintContext): Found[] {
  const { recipients, assignments } = context.plan;
  if (recipients.length === 0) return [];
  // Who files a copy has one.
  const lines = [...recipients.map(({ name }) => name), ...context.plan.archive];
  const covered = lines.some((line) =>
    /mục [ivx]+|như (?:trên|mục)|(?:đơn vị|cơ quan|tổ chức).{0,20}liên quan|^các (?:đơn vị|cơ quan, đơn vị)/iu.test(
      line,
    ),
  );
  if (covered) return [];
  const advisory = lines.some((line) =>
    /cơ quan.*tham mưu|các (?:ban|cơ quan) (?:đảng|giúp việc)|các phòng/iu.test(line),
  );
  const known = new Set(lines.flatMap((line) => context.entriesOf?.(line, [line]) ?? []));
  const keys = lines.map(nameKey);
  const all = keys.join(' ; ');
  return assignments.flatMap(({ unit, units, source, from, tasks }) => {
    if (tasks.length === 0) return [];
    return units.flatMap((name) => {
      const ids = context.entriesOf?.(name, [name]) ?? [];
      if (ids.length > 0 && ids.every((id) => known.has(id))) return [];
      const key = nameKey(name);
      if (/^(?:cac|moi|toan|doi ngu|dong chi|thanh vien)\b/.test(key)) return [];
      if (keys.some((line) => overlaps(key, line)) || key.split(' ').every((word) => all.includes(word)))
        return [];
      // "Các cơ quan tham mưu, giúp việc Đảng ủy", "các phòng, ban" take in the committee's own bodies.
      if (advisory && /^(?:co quan )?(?:ban|van phong|uy ban kiem tra|phong|trung tam)/.test(key)) return [];
      // The committee that issues the plan needs no copy sent.
      if (/^(?:ban thuong vu|thuong truc|ban chap hanh)/.test(key)) return [];
      return [
        {
          place: source ?? null,
          message: `${name} được giao việc ở mục ${from}${name === unit ? '' : ` (${unit})`} nhưng không có trong Nơi nhận; hãy thêm vào Nơi nhận.`,
        },
      ];
    });
  });
}

/** A recipient "để thực hiện" that has no task anywhere. */
function idleRecipients(context: LintContext): Found[] {
  const { recipients, assignments, workItems } = context.plan;
  if (assignments.length === 0) return [];
  const working = [
    ...assignments.flatMap(({ unit, units }) => [unit, ...units]),
    ...workItems.flatMap(({ lead, coordinating }) => [lead ?? '', ...coordinating]),
  ].map(nameKey);
  return recipients.flatMap(({ name, purpose, source }) => {
    if (purpose === null || !/^(?:để )?(?:t\/h|thực hiện)/iu.test(purpose) || EVERYBODY.test(name)) return [];
    const key = nameKey(name);
    if (
      working.some((unit) => unit !== '' && overlaps(key, unit)) ||
      nameKey(context.text.slice(0, source?.start ?? 0)).includes(key)
    )
      return [];
    return [
      {
        place: source ?? null,
        message: `Nơi nhận ghi “${name} (${purpose})” nhưng kế hoạch không giao việc cho nơi này; hãy giao việc hoặc đổi mục đích gửi.`,
      },
    ];
  });
}

interface ListLine {
  readonly at: number;
  readonly text: string;
  readonly mark: string;
  readonly isLast: boolean;
}

function listLines(context: LintContext): ListLine[] {
  const tail = context.paragraphs.filter(({ zone }) => zone === 'tail');
  const head = tail.findIndex(({ text }) => /n[ơo]i\s*nh[ậa]n/iu.test(text));
  const lines = (head < 0 ? [] : tail.slice(head + 1)).filter(({ text }) => /^\s*[-+–]\s*\S/u.test(text));
  return lines.map(({ text, start }) => {
    const trimmed = text.trimEnd();
    const mark = /[.,;]$/u.exec(trimmed)?.[0] ?? '';
    return {
      at: start + trimmed.length - mark.length,
      text: trimmed,
      mark,
      isLast: /^\s*[-+–]\s*lưu/iu.test(text),
    };
  });
}

/** One separator throughout, the profile's where it is known; "." at the end. */
function separators(context: LintContext): Found[] {
  const lines = listLines(context);
  const inner = lines.filter(({ isLast }) => !isLast);
  const counts = new Map<string, number>();
  for (const { mark } of inner) if (mark !== '') counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  const wanted = context.profile?.separator ?? common;
  if (wanted === undefined) return [];
  const wrong = inner.filter(({ mark }) => mark !== wanted);
  const [first] = wrong;
  const place = first
    ? { start: wordsBefore(context.text, first.at, 20), end: first.at + first.mark.length }
    : null;
  return place === null
    ? []
    : [
        {
          place,
          message: `${wrong.length} dòng Nơi nhận không kết thúc bằng “${wanted}” như ${context.profile?.separator === wanted ? 'quy định thể thức của cơ quan' : 'các dòng khác'}.`,
          fix: {
            label: `Đổi dấu cuối ${wrong.length} dòng thành “${wanted}”`,
            sure: true,
            edits: wrong.map(({ at, mark }) => ({ start: at, end: at + mark.length, text: wanted })),
          },
        },
      ];
}

function listEnd(context: LintContext): Found[] {
  const last = listLines(context).find(({ isLast }) => isLast);
  if (!last || last.mark === '.') return [];
  return [
    {
      place: { start: Math.max(0, last.at - 12), end: last.at + last.mark.length },
      message: 'Dòng Lưu là dòng cuối của Nơi nhận, kết thúc bằng dấu chấm.',
      fix: {
        label: 'Thêm dấu chấm',
        sure: true,
        edits: [{ start: last.at, end: last.at + last.mark.length, text: '.' }],
      },
    },
  ];
}

/** The same recipient twice. */
function doubled(context: LintContext): Found[] {
  const seen = new Set<string>();
  return context.plan.recipients.flatMap(({ name, source }) => {
    const key = fold(name).replace(/\s+/g, ' ').trim();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [{ place: source ?? null, message: `“${name}” có hai lần trong Nơi nhận; hãy bỏ một dòng.` }];
  });
}

const PRESENTATION = 'HD 36 (dấu “,”), HD 05 và NĐ 30 (dấu “;”)';

export const RECIPIENTS: readonly LintRule[] = [
  { code: 'unit-not-recipient', title: 'Đơn vị có việc không có trong Nơi nhận', severity: 'warning', source: 'Đối chiếu trong văn bản', check: unitsLeftOut },
  { code: 'recipient-without-task', title: 'Nơi nhận để thực hiện không có việc', severity: 'hint', source: 'Đối chiếu trong văn bản', check: idleRecipients },
  { code: 'recipient-separator', title: 'Dấu cuối dòng Nơi nhận', severity: 'hint', source: PRESENTATION, check: separators },
  { code: 'recipient-end', title: 'Dấu chấm cuối Nơi nhận', severity: 'hint', source: PRESENTATION, check: listEnd },
  { code: 'recipient-twice', title: 'Nơi nhận lặp lại', severity: 'warning', source: 'Đối chiếu trong văn bản', check: doubled },
]; // prettier-ignore
