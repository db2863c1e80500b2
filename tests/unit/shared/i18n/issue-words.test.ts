/** Every refusal of every command names a field as the screen calls it, says what is expected, and has no English. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { validated } from '../../../../shared/app/validation';
import { fieldLabel } from '../../../../shared/i18n/field-labels';
import { issueWords } from '../../../../shared/i18n/issue-words';
import { contract } from '../../../../shared/rpc/contract';
import { hasMarks } from '../../../../shared/text/normalize';

const COMMANDS = Object.entries(contract).filter(([, { kind }]) => kind === 'command');

/** Words of zod and of our code that have no business in a sentence for the office. */
const ENGLISH =
  /\b(invalid|expected|required|received|input|string|number|boolean|array|object|undefined|null|option|too|small|big|must|unrecognized|key|value|dossierId|NaN)\b/i;
const GENERIC = /Giá trị (còn thiếu|quá dài|không|của trường)|Trường này|Nội dung gửi đi/u;

interface Inner {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
  readonly in?: z.ZodType;
}

/** "_" stands for the whole. */
const labelAt = (path: string, method: string): string =>
  fieldLabel(path === '_' ? [] : path.split('.'), method) ?? '?';

/** All named fields of a schema, however deep, each once. */
function fieldsOf(schema: z.ZodType, seen = new Set<z.ZodType>()): readonly string[] {
  if (seen.has(schema)) return [];
  seen.add(schema);
  const { shape, element, valueType, options, innerType, in: into } = schema.def as unknown as Inner;
  const inside = [element, valueType, innerType, into, ...(options ?? [])].filter(
    (each) => each !== undefined,
  );
  return [
    ...Object.entries(shape ?? {}).flatMap(([name, field]) => [name, ...fieldsOf(field, seen)]),
    ...inside.flatMap((each) => fieldsOf(each, seen)),
  ];
}

/** The same wrong thing in every field, as a form that was left empty or a pasted mistake would send it. */
const WRONG: readonly (readonly [string, unknown])[] = [
  ['nothing', null],
  ['an empty text', ''],
  ['a text', 'sai rồi'],
  ['a number below nought', -1.5],
  ['a very great number', 1e15],
  ['an empty list', []],
  ['a list of texts', ['sai']],
  ['a list of empty rows', [{}]],
  ['a list of rows of nothing', [null]],
  ['an object', {}],
  ['a long text', 'à'.repeat(200_001)],
];

it('there are commands to be looked at', () => expect(COMMANDS.length).toBeGreaterThan(80));

describe.each(COMMANDS)('%s', (name, { input }) => {
  const fields = [...new Set(fieldsOf(input))];

  it('has a Vietnamese word for each of its fields', () => {
    expect(fields.filter((field) => fieldLabel([field], name) === null)).toEqual([]);
  });

  it.each(WRONG)('names the field where each holds %s', (_what, wrong) => {
    const top = Object.keys((input.def as unknown as Inner).shape ?? {});
    const parsed = validated(input, Object.fromEntries(top.map((field) => [field, wrong])), name);
    if (parsed.ok) return;
    const { message, fieldErrors = {} } = parsed.error;
    expect(hasMarks(message)).toBe(true);
    expect(message.replaceAll(/“[^”]*”/gu, '')).not.toMatch(ENGLISH);
    const issues =
      input.safeParse(Object.fromEntries(top.map((field) => [field, wrong]))).error?.issues ?? [];
    for (const issue of issues)
      expect(issueWords(issue, name).toLowerCase()).toContain(
        (fieldLabel(issue.path, name) ?? '?').toLowerCase(),
      );
    for (const [path, said] of Object.entries(fieldErrors)) {
      expect(said, path).not.toMatch(GENERIC);
      expect(said.replaceAll(/“[^”]*”/gu, ''), path).not.toMatch(ENGLISH);
      expect(said, path).toMatch(/[.!?]$/u);
    }
  });

  it('names what is missing where nothing was sent', () => {
    const parsed = validated(input, {}, name);
    if (parsed.ok) return;
    const [first = ''] = Object.keys(parsed.error.fieldErrors ?? {});
    expect(parsed.error.message.toLowerCase()).toContain(labelAt(first, name).toLowerCase());
    expect(parsed.error.message).not.toMatch(ENGLISH);
  });
});

describe('a sentence', () => {
  const said = (schema: z.ZodType, value: unknown, method?: string): string => {
    const parsed = validated(schema, value, method);
    return parsed.ok ? '' : parsed.error.message;
  };
  it('says what is expected', () => {
    expect(said(z.object({ reason: z.string().min(1) }), { reason: '' })).toBe(
      'Có chỗ ghi chưa đúng. “Lý do” còn để trống; hãy ghi nội dung.',
    );
    expect(said(z.object({ copies: z.number().min(1) }), { copies: 0 })).toContain(
      '“Số bản” quá nhỏ; hãy ghi số từ 1 trở lên.',
    );
    expect(said(z.object({ copies: z.int() }), { copies: 1.5 })).toContain('hãy ghi một số nguyên');
    expect(said(z.object({ units: z.array(z.string()).min(1) }), { units: [] })).toContain(
      '“Đơn vị” còn để trống; hãy chọn hoặc ghi ít nhất một dòng.',
    );
  });
  it('says which row of several', () =>
    expect(
      said(z.object({ rows: z.array(z.object({ name: z.string() })) }), { rows: [{ name: 'a' }, {}] }),
    ).toContain('“Tên” (dòng 2)'));
  it('never hands on the choices as the code writes them', () =>
    expect(said(z.object({ wardKind: z.enum(['phường', 'xã']) }), { wardKind: '' })).toBe(
      'Có chỗ ghi chưa đúng. “Phường, xã hay đặc khu” không nằm trong các lựa chọn; hãy chọn lại trong danh sách.',
    ));
  it('uses the words of the form that was filled in', () =>
    expect(said(z.object({ code: z.string() }), {}, 'office.setup')).toContain('“Mã cơ quan trên biểu mẫu”'));
  it('keeps a sentence of the schema, after the name of the field where it does not say it', () => {
    const schema = z.object({ reason: z.string().min(3, 'Ghi rõ hơn một chút.') });
    expect(said(schema, { reason: '' })).toContain('“Lý do”: Ghi rõ hơn một chút.');
    const own = z.object({ reason: z.string().min(3, 'Ghi lý do.') });
    expect(said(own, { reason: '' })).toBe('Có chỗ ghi chưa đúng. Ghi lý do.');
  });
});
