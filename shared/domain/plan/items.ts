/** What a person does to the items of a plan while reviewing it: pure transitions over the dossier's draft. */
import { IMPOSSIBLE_HOUR, readHour } from '../../date/hour';
import { NO_MOMENT, readMoment } from '../../date/moment';
import { issueWords } from '../../i18n/issue-words';
import type { Draft } from '../../records';
import { fail, ok, type Result } from '../../result';
import type { DossierTables } from '../../schema/aggregates';
import { toNfc } from '../../text/normalize';
import { planItemSchema, type PlanItem, type PlanItemKind, type PlanItemOf } from './model';

type ItemDraft = Draft<DossierTables>;

/** Fields that a person may set, by kind. */
const EDITABLE = {
  assignment: ['unit', 'entryIds', 'from'],
  task: ['assignmentId', 'text', 'lastDay', 'period', 'recurrence', 'coordinating', 'state'],
  target: ['text', 'scope', 'operator', 'value', 'upper', 'unit', 'per', 'indicator'],
  deadline: ['text', 'deadlineKind', 'lastDay', 'time', 'period', 'who'],
  conference: ['name', 'organizer', 'start', 'period', 'mode', 'participants'],
  reporting: ['text', 'from', 'to', 'via', 'cycle'],
  recipient: ['name', 'purpose', 'entryIds'],
  basis: ['documentKind', 'number', 'date', 'issuer'],
} as const satisfies Record<PlanItemKind, readonly string[]>;

/** What a new item of a kind starts from. */
const BLANK = {
  assignment: { unit: '', entryIds: [], from: '' },
  task: {
    assignmentId: null,
    text: '',
    lastDay: null,
    period: null,
    recurrence: null,
    coordinating: [],
    state: 'open',
  },
  target: {
    text: '',
    scope: 'own',
    operator: null,
    value: null,
    upper: null,
    unit: null,
    per: null,
    indicator: null,
  },
  deadline: { text: '', deadlineKind: 'date', lastDay: null, time: null, period: null, who: null },
  conference: { name: '', organizer: null, start: null, period: null, mode: null, participants: [] },
  reporting: { text: '', from: null, to: null, via: null, cycle: null },
  recipient: { name: '', purpose: null, entryIds: [] },
  basis: { documentKind: null, number: null, date: null, issuer: null },
} as const satisfies Record<PlanItemKind, object>;

export const KIND_LABELS = {
  assignment: 'phân công',
  task: 'nhiệm vụ',
  target: 'chỉ tiêu',
  deadline: 'thời hạn',
  conference: 'hội nghị',
  reporting: 'chế độ báo cáo',
  recipient: 'nơi nhận',
  basis: 'căn cứ',
} as const satisfies Record<PlanItemKind, string>;

const GONE = 'Không tìm thấy mục này trong kế hoạch; hãy tải lại trang.';

function textField(item: PlanItem): 'unit' | 'name' | 'text' | null {
  if (item.kind === 'assignment') return 'unit';
  if (item.kind === 'recipient' || item.kind === 'conference') return 'name';
  if (item.kind === 'basis') return null;
  return 'text';
}

/** The words by which a person knows the item. */
export function textOf(item: PlanItem): string {
  switch (item.kind) {
    case 'assignment':
      return item.unit;
    case 'recipient':
    case 'conference':
      return item.name;
    case 'basis':
      return [item.documentKind, item.number, item.issuer].filter((part) => part !== null).join(' ');
    default:
      return item.text;
  }
}

function withText(item: PlanItem, text: string): PlanItem {
  const field = textField(item);
  return field === null ? item : { ...item, [field]: text };
}

/** Parses a whole item; field errors in Vietnamese. */
function checked(value: object, draft: ItemDraft): Result<PlanItem> {
  const parsed = planItemSchema.safeParse(value);
  if (!parsed.success) {
    const fieldErrors: Record<string, string> = {};
    for (const issue of parsed.error.issues)
      fieldErrors[issue.path.map(String).join('.') || '_'] ??= issueWords(issue, 'plan.saveItem');
    return fail('BAD_REQUEST', Object.values(fieldErrors).join(' '), { fieldErrors });
  }
  const item = parsed.data;
  if (textField(item) !== null && textOf(item).trim() === '')
    return fail('BAD_REQUEST', `Chưa ghi nội dung của ${KIND_LABELS[item.kind]}.`, {
      fieldErrors: { [textField(item) ?? '_']: 'Không được để trống.' },
    });
  if (
    item.kind === 'task' &&
    item.assignmentId !== null &&
    draft.get('items', item.assignmentId)?.kind !== 'assignment'
  )
    return fail('BAD_REQUEST', 'Đơn vị được giao không có trong phần phân công của kế hoạch.', {
      fieldErrors: { assignmentId: 'Chọn một đơn vị trong phần phân công.' },
    });
  return ok(item);
}

/** What was typed for a moment or an hour, as it is kept. */
function withMoments(kind: PlanItemKind, fields: Readonly<Record<string, unknown>>): Result<typeof fields> {
  const field = kind === 'conference' ? 'start' : kind === 'deadline' ? 'time' : null;
  const typed = field === null ? undefined : fields[field];
  if (field === null || typeof typed !== 'string') return ok(fields);
  if (typed.trim() === '') return ok({ ...fields, [field]: null });
  const kept = kind === 'conference' ? readMoment(typed) : readHour(typed);
  const fault = kind === 'conference' ? NO_MOMENT : IMPOSSIBLE_HOUR;
  if (kept === null) return fail('BAD_REQUEST', fault, { fieldErrors: { [field]: fault } });
  return ok({ ...fields, [field]: kept });
}

function unknownFields(kind: PlanItemKind, fields: Readonly<Record<string, unknown>>): Result<null> {
  const allowed: readonly string[] = EDITABLE[kind];
  const unknown = Object.keys(fields).filter((field) => !allowed.includes(field));
  if (unknown.length === 0) return ok(null);
  return fail('BAD_REQUEST', `Mục ${KIND_LABELS[kind]} không có trường: ${unknown.join(', ')}.`, {
    fieldErrors: Object.fromEntries(unknown.map((field) => [field, 'Không có trường này.'])),
  });
}

/** Corrects fields; the item counts as touched and accepted from then on. */
export function saveItem(
  draft: ItemDraft,
  itemId: string,
  patch: Readonly<Record<string, unknown>>,
): Result<PlanItem> {
  const item = draft.get('items', itemId);
  if (!item) return fail('NOT_FOUND', GONE);
  const known = unknownFields(item.kind, patch);
  if (!known.ok) return known;
  const fields = withMoments(item.kind, patch);
  if (!fields.ok) return fields;
  const next = checked({ ...item, ...fields.value, touched: true, accepted: true, doubt: '' }, draft);
  if (next.ok) draft.put('items', next.value);
  return next;
}

function between(draft: ItemDraft, after: PlanItem | undefined): number {
  const orders = draft.list('items').map(({ order }) => order);
  if (!after) return Math.max(0, ...orders) + 1;
  const next = Math.min(...orders.filter((order) => order > after.order));
  return Number.isFinite(next) ? (after.order + next) / 2 : after.order + 1;
}

/** Adds an item by hand: no origins, so no reading ever changes it. */
export function addItem(
  draft: ItemDraft,
  kind: string,
  fields: Readonly<Record<string, unknown>>,
  afterId: string | null,
  id: string,
): Result<PlanItem> {
  if (!Object.hasOwn(BLANK, kind)) return fail('BAD_REQUEST', `Không có loại mục “${kind}”.`);
  const known = kind as PlanItemKind;
  const allowed = unknownFields(known, fields);
  if (!allowed.ok) return allowed;
  const typed = withMoments(known, fields);
  if (!typed.ok) return typed;
  const after = afterId === null ? undefined : draft.get('items', afterId);
  if (afterId !== null && !after) return fail('NOT_FOUND', GONE);
  const item = checked(
    {
      ...BLANK[known],
      ...typed.value,
      kind: known,
      id,
      origins: [],
      source: null,
      touched: true,
      dropped: false,
      accepted: true,
      doubt: '',
      order: between(draft, after),
    },
    draft,
  );
  if (item.ok) draft.put('items', item.value);
  return item;
}

/** Cuts the item's text at a character; both parts keep its origins, so a new reading knows both. */
export function splitItem(draft: ItemDraft, itemId: string, at: number, newId: string): Result<PlanItem> {
  const item = draft.get('items', itemId);
  if (!item) return fail('NOT_FOUND', GONE);
  if (textField(item) === null)
    return fail('BAD_REQUEST', 'Mục căn cứ không tách được; hãy thêm một căn cứ mới.');
  const text = textOf(item);
  const [first, second] = [trimmedPart(text.slice(0, at)), trimmedPart(text.slice(at))];
  if (first === '' || second === '')
    return fail('BAD_REQUEST', 'Chỗ tách phải nằm giữa nội dung: cả hai phần đều phải có chữ.', {
      fieldErrors: { at: 'Chọn chỗ tách nằm giữa nội dung.' },
    });
  const cut =
    item.source && item.source.end - item.source.start === text.length ? item.source.start + at : null;
  const changed = { touched: true, accepted: true, doubt: '' };
  draft.put('items', {
    ...withText(item, first),
    ...changed,
    source: cut === null || !item.source ? item.source : { start: item.source.start, end: cut },
  });
  const rest: PlanItem = {
    ...withText(item, second),
    ...changed,
    id: newId,
    source: cut === null || !item.source ? item.source : { start: cut, end: item.source.end },
    order: between(draft, item),
  };
  draft.put('items', rest);
  return ok(rest);
}

function trimmedPart(text: string): string {
  return toNfc(text)
    .replace(/^[\s;,]+|\s+$/gu, '')
    .trim();
}

const union = (lists: readonly (readonly string[])[]): string[] => [...new Set(lists.flat())];

/** Joins items of one kind into the first; tasks of merged assignments follow. */
export function mergeItems(draft: ItemDraft, itemIds: readonly string[]): Result<PlanItem> {
  const ids = [...new Set(itemIds)];
  const items = ids.map((id) => draft.get('items', id));
  const [first, ...others] = items;
  if (!first || others.some((item) => item === undefined)) return fail('NOT_FOUND', GONE);
  const rest = others.filter((item) => item !== undefined);
  if (rest.length === 0) return fail('BAD_REQUEST', 'Chọn ít nhất hai mục để gộp.');
  if (rest.some((item) => item.kind !== first.kind))
    return fail('BAD_REQUEST', 'Chỉ gộp được các mục cùng loại.');
  if ([first, ...rest].some(({ dropped }) => dropped))
    return fail('BAD_REQUEST', 'Có mục đã bỏ; hãy khôi phục trước khi gộp.');
  if (textField(first) === null) return fail('BAD_REQUEST', 'Mục căn cứ không gộp được.');

  const all = [first, ...rest];
  const glue = first.kind === 'assignment' || first.kind === 'recipient' ? ', ' : ' ';
  const sources = all.flatMap(({ source }) => (source ? [source] : []));
  const joined: PlanItem = {
    ...withText(first, all.map(textOf).join(glue)),
    origins: union(all.map(({ origins }) => origins)),
    source:
      sources.length === 0
        ? null
        : {
            start: Math.min(...sources.map(({ start }) => start)),
            end: Math.max(...sources.map(({ end }) => end)),
          },
    touched: true,
    accepted: true,
    doubt: '',
  };
  draft.put('items', filled(joined, rest));
  for (const item of rest) draft.remove('items', item.id);
  if (first.kind === 'assignment') {
    const gone = new Set(rest.map(({ id }) => id));
    for (const item of draft.list('items'))
      if (item.kind === 'task' && item.assignmentId !== null && gone.has(item.assignmentId))
        draft.put('items', { ...item, assignmentId: first.id });
  }
  return ok(joined);
}

/** What the first item lacks is taken from the others; lists are joined. */
function filled(first: PlanItem, others: readonly PlanItem[]): PlanItem {
  const out: Record<string, unknown> = { ...first };
  const listOf = (value: unknown): readonly unknown[] | null => (Array.isArray(value) ? value : null);
  for (const other of others)
    for (const field of EDITABLE[first.kind]) {
      const theirs = (other as unknown as Record<string, unknown>)[field];
      const [left, right] = [listOf(out[field]), listOf(theirs)];
      if (left && right) out[field] = [...new Set([...left, ...right])];
      else if (out[field] === null) out[field] = theirs;
    }
  return out as unknown as PlanItem;
}

/** Moves a task under another assignment. */
export function moveTask(draft: ItemDraft, itemId: string, assignmentId: string): Result<PlanItem> {
  const item = draft.get('items', itemId);
  if (!item) return fail('NOT_FOUND', GONE);
  if (item.kind !== 'task') return fail('BAD_REQUEST', 'Chỉ chuyển được nhiệm vụ sang đơn vị khác.');
  const target = draft.get('items', assignmentId);
  if (target?.kind !== 'assignment' || target.dropped)
    return fail('BAD_REQUEST', 'Đơn vị nhận nhiệm vụ không có trong phần phân công của kế hoạch.');
  if (item.assignmentId === assignmentId) return ok(item);
  const moved = { ...item, assignmentId, touched: true, accepted: true } satisfies PlanItemOf<'task'>;
  draft.put('items', moved);
  return ok(moved);
}

function setDropped(draft: ItemDraft, itemId: string, dropped: boolean): Result<null> {
  const item = draft.get('items', itemId);
  if (!item) return fail('NOT_FOUND', GONE);
  draft.put('items', { ...item, dropped, touched: true });
  if (item.kind === 'assignment')
    for (const task of draft.list('items'))
      if (task.kind === 'task' && task.assignmentId === itemId && task.dropped !== dropped)
        draft.put('items', { ...task, dropped, touched: true });
  return ok(null);
}

/** Takes an item out of the plan; it is kept so that a new reading does not bring it back. Tasks go with their unit. */
export function dropItem(draft: ItemDraft, itemId: string): Result<null> {
  return setDropped(draft, itemId, true);
}

export function restoreItem(draft: ItemDraft, itemId: string): Result<null> {
  return setDropped(draft, itemId, false);
}

/** Accepts items: the named ones, or (null) everything that the reader was certain of. */
export function acceptItems(draft: ItemDraft, itemIds: readonly string[] | null): Result<null> {
  if (itemIds === null) {
    for (const item of draft.list('items'))
      if (!item.dropped && !item.accepted && item.doubt === '')
        draft.put('items', { ...item, accepted: true });
    return ok(null);
  }
  for (const id of itemIds) {
    const item = draft.get('items', id);
    if (!item) return fail('NOT_FOUND', GONE);
    draft.put('items', { ...item, accepted: true });
  }
  return ok(null);
}

/** Items that still wait for a person. */
export function uncertainItems(items: readonly PlanItem[]): readonly PlanItem[] {
  return items.filter((item) => !item.dropped && !item.accepted);
}
