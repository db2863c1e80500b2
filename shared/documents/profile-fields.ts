/**
 * What of a rule profile an office edits, in plain words, with the range that the rule allows. The range is that of
 * the shipped profile it goes back to: a changed profile can't widen its own. domain.md §1–2.
 */
import { fail, ok, type Result } from '../result';
import {
  ruleProfileSchema,
  type OfficeRuleProfile,
  type ProfileStyle,
  type RuleProfile,
} from './rule-profile';

export type FieldValue = number | string | boolean;

interface FieldBase {
  /** Stable name in requests: "body.size". */
  readonly key: string;
  readonly group: string;
  readonly label: string;
}
/** `from` = `to`: the rule fixes it. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly unit: string;
  readonly from: number;
  readonly to: number;
  readonly value: number;
  readonly standard: number;
}
export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly value: string;
  readonly standard: string;
}
export interface FlagField extends FieldBase {
  readonly kind: 'flag';
  readonly value: boolean;
  readonly standard: boolean;
}
export type ProfileField = NumberField | ChoiceField | FlagField;

interface Range {
  readonly from: number;
  readonly to: number;
}
type Edit<Value> = readonly [
  get: (profile: RuleProfile) => Value,
  set: (profile: RuleProfile, value: Value) => RuleProfile,
];

interface NumberSpec extends FieldBase {
  readonly kind: 'number';
  readonly unit: string;
  /** null: this profile has no such figure. */
  readonly range: (base: RuleProfile) => Range | null;
  readonly edit: Edit<number>;
}
interface ChoiceSpec extends FieldBase {
  readonly kind: 'choice';
  readonly choices: readonly string[];
  readonly edit: Edit<string>;
}
interface FlagSpec extends FieldBase {
  readonly kind: 'flag';
  readonly edit: Edit<boolean>;
}
type Spec = NumberSpec | ChoiceSpec | FlagSpec;

const MARGINS = 'Lề trang';

const exactly = (value: number): Range => ({ from: value, to: value });

type StyleKey = {
  [Key in keyof RuleProfile]: RuleProfile[Key] extends ProfileStyle ? Key : never;
}[keyof RuleProfile];

function size(key: StyleKey, label: string): NumberSpec {
  return {
    kind: 'number',
    key: `${key}.size`,
    group: 'Cỡ chữ',
    label,
    unit: 'pt',
    range: (base) => base[key].sizes ?? exactly(base[key].size),
    edit: [
      (profile) => profile[key].size,
      (profile, value) => ({ ...profile, [key]: { ...profile[key], size: value } }),
    ],
  };
}

function margin(side: 'top' | 'right' | 'bottom' | 'left', label: string): NumberSpec {
  return {
    kind: 'number',
    key: `page.${side}`,
    group: MARGINS,
    label,
    unit: 'mm',
    range: (base) => base.page.allowed[side] ?? exactly(base.page[side]),
    edit: [
      (profile) => profile.page[side],
      (profile, value) => ({ ...profile, page: { ...profile.page, [side]: value } }),
    ],
  };
}

function bodyFigure(
  key: 'size' | 'firstLineIndent' | 'gap',
  group: string,
  label: string,
  unit: string,
  range: NumberSpec['range'],
): NumberSpec {
  return {
    kind: 'number',
    key: `body.${key}`,
    group,
    label,
    unit,
    range,
    edit: [
      (profile) => profile.body[key],
      (profile, value) => ({ ...profile, body: { ...profile.body, [key]: value } }),
    ],
  };
}

function share(key: 'issuerRuleShare' | 'subjectRuleShare', label: string): NumberSpec {
  return {
    kind: 'number',
    key,
    group: 'Dòng kẻ',
    label,
    unit: 'phần của dòng chữ',
    range: (base) => (base[key] === null ? null : { from: 0.33, to: 0.5 }),
    edit: [(profile) => profile[key] ?? 0, (profile, value) => ({ ...profile, [key]: value })],
  };
}

/** The rule says "about four blank lines": between three and six of 14 pt. */
const SEAL_SPACE: Range = { from: 48, to: 96 };
/** "≥ 6 pt"; the upper end is ours. */
const WIDEST_GAP = 18;

const SPECS: readonly Spec[] = [
  margin('top', 'Lề trên'),
  margin('bottom', 'Lề dưới'),
  margin('left', 'Lề trái'),
  margin('right', 'Lề phải'),
  bodyFigure('size', 'Cỡ chữ', 'Nội dung', 'pt', (base) => base.body.sizes ?? exactly(base.body.size)),
  size('kindName', 'Tên loại văn bản'),
  size('subject', 'Trích yếu'),
  size('sectionTitle', 'Tên phần, mục lớn'),
  size('headingTitle', 'Tên mục nhỏ'),
  size('parentBody', 'Cơ quan cấp trên'),
  size('issuingBody', 'Cơ quan ban hành'),
  size('authority', 'Thẩm quyền ký'),
  size('position', 'Chức vụ người ký'),
  size('signerName', 'Tên người ký'),
  size('addressee', 'Kính gửi'),
  {
    kind: 'number',
    key: 'pageNumber.size',
    group: 'Cỡ chữ',
    label: 'Số trang',
    unit: 'pt',
    range: (base) => base.pageNumber.sizes ?? exactly(base.pageNumber.size),
    edit: [
      (profile) => profile.pageNumber.size,
      (profile, value) => ({ ...profile, pageNumber: { ...profile.pageNumber, size: value } }),
    ],
  },
  bodyFigure(
    'firstLineIndent',
    'Đoạn văn',
    'Thụt đầu dòng',
    'mm',
    (base) => base.body.firstLineIndents ?? exactly(base.body.firstLineIndent),
  ),
  {
    kind: 'number',
    key: 'body.line',
    group: 'Đoạn văn',
    label: 'Giãn dòng (đúng)',
    unit: 'pt',
    range: (base) => (base.body.line === null ? null : (base.body.lines ?? exactly(base.body.line))),
    edit: [
      (profile) => profile.body.line ?? 0,
      (profile, value) => ({ ...profile, body: { ...profile.body, line: value } }),
    ],
  },
  bodyFigure('gap', 'Đoạn văn', 'Cách giữa hai đoạn', 'pt', () => ({ from: 6, to: WIDEST_GAP })),
  {
    kind: 'number',
    key: 'signatureSpace',
    group: 'Chữ ký',
    label: 'Khoảng trống ký, đóng dấu',
    unit: 'pt',
    range: () => SEAL_SPACE,
    edit: [(profile) => profile.signatureSpace, (profile, value) => ({ ...profile, signatureSpace: value })],
  },
  {
    kind: 'flag',
    key: 'position.bold',
    group: 'Chữ ký',
    label: 'In đậm chức vụ người ký',
    edit: [
      (profile) => profile.position.bold,
      (profile, value) => ({ ...profile, position: { ...profile.position, bold: value } }),
    ],
  },
  {
    kind: 'choice',
    key: 'onBehalfMark',
    group: 'Chữ ký',
    label: 'Ghi thay mặt',
    choices: ['T/M', 'TM.'],
    edit: [(profile) => profile.onBehalfMark, (profile, value) => ({ ...profile, onBehalfMark: value })],
  },
  {
    kind: 'choice',
    key: 'recipients.separator',
    group: 'Dấu',
    label: 'Cuối mỗi dòng Nơi nhận',
    choices: [',', ';'],
    edit: [
      (profile) => profile.recipients.separator,
      (profile, value) => ({ ...profile, recipients: { ...profile.recipients, separator: value } }),
    ],
  },
  {
    kind: 'choice',
    key: 'textEnd',
    group: 'Dấu',
    label: 'Kết thúc văn bản',
    choices: ['.', './.'],
    edit: [(profile) => profile.textEnd, (profile, value) => ({ ...profile, textEnd: value })],
  },
  {
    kind: 'flag',
    key: 'subjectLowerCase',
    group: 'Dấu',
    label: 'Trích yếu bắt đầu bằng chữ thường',
    edit: [
      (profile) => profile.subjectLowerCase,
      (profile, value) => ({ ...profile, subjectLowerCase: value }),
    ],
  },
  share('issuerRuleShare', 'Dưới tên cơ quan ban hành'),
  share('subjectRuleShare', 'Dưới trích yếu'),
];

/** The fields of a profile as they stand, with the standard of its base. */
export function profileFields(profile: RuleProfile, base: RuleProfile): readonly ProfileField[] {
  return SPECS.flatMap((spec): ProfileField[] => {
    const { key, group, label } = spec;
    const about = { key, group, label };
    if (spec.kind === 'number') {
      const range = spec.range(base);
      const [get] = spec.edit;
      if (range === null) return [];
      return [
        { ...about, kind: 'number', unit: spec.unit, ...range, value: get(profile), standard: get(base) },
      ];
    }
    if (spec.kind === 'choice') {
      const [get] = spec.edit;
      return [{ ...about, kind: 'choice', choices: spec.choices, value: get(profile), standard: get(base) }];
    }
    const [get] = spec.edit;
    return [{ ...about, kind: 'flag', value: get(profile), standard: get(base) }];
  });
}

/** Decimals as a Vietnamese reader writes them. */
function shown(value: number): string {
  return String(value).replace('.', ',');
}

/** "từ 14 đến 15 pt", "đúng 14 pt" */
export function rangeText({ from, to, unit }: Pick<NumberField, 'from' | 'to' | 'unit'>): string {
  return from === to ? `đúng ${shown(from)} ${unit}` : `từ ${shown(from)} đến ${shown(to)} ${unit}`;
}

/** "Nội dung (cỡ chữ)": labels are short beside their group's title; a margin names itself. */
function fullName({ label, group }: FieldBase): string {
  return group === MARGINS ? label : `${label} (${group.toLowerCase()})`;
}

function applied(
  profile: RuleProfile,
  base: RuleProfile,
  spec: Spec,
  value: FieldValue,
): Result<RuleProfile> {
  const wrong = (reason: string): Result<RuleProfile> => fail('BAD_REQUEST', reason);
  if (spec.kind === 'flag')
    return typeof value === 'boolean'
      ? ok(spec.edit[1](profile, value))
      : wrong(`${fullName(spec)}: chọn có hoặc không.`);
  if (spec.kind === 'choice')
    return typeof value === 'string' && spec.choices.includes(value)
      ? ok(spec.edit[1](profile, value))
      : wrong(`${fullName(spec)}: chỉ được ghi ${spec.choices.map((one) => `“${one}”`).join(' hoặc ')}.`);
  const range = spec.range(base);
  if (range === null) return wrong(`${base.name} không có mục “${spec.label}”.`);
  if (typeof value !== 'number' || !Number.isFinite(value)) return wrong(`${fullName(spec)}: ghi một số.`);
  if (value < range.from || value > range.to)
    return wrong(
      `${fullName(spec)}: ${base.name} quy định ${rangeText({ ...range, unit: spec.unit })}, không được ghi ${shown(value)}.`,
    );
  return ok(spec.edit[1](profile, value));
}

/** The profile with new values; every one that the rule does not allow is named in `fieldErrors`. */
export function editedProfile(
  profile: RuleProfile,
  base: RuleProfile,
  values: Readonly<Record<string, FieldValue>>,
): Result<OfficeRuleProfile> {
  let next = profile;
  const fieldErrors: Record<string, string> = {};
  for (const [key, value] of Object.entries(values)) {
    const spec = SPECS.find((known) => known.key === key);
    if (!spec) {
      fieldErrors[key] = `Thể thức không có mục “${key}”.`;
      continue;
    }
    const done = applied(next, base, spec, value);
    if (done.ok) next = done.value;
    else fieldErrors[key] = done.error.message;
  }
  const faults = Object.values(fieldErrors);
  if (faults.length > 0) return fail('BAD_REQUEST', faults.join(' '), { fieldErrors });
  return ok({ ...ruleProfileSchema.parse(next), base: base.id });
}
