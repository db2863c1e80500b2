/** From `argv` to a verb and its arguments. */
import { parseArgs } from 'node:util';
import { UsageError } from './errors';
import type { Arguments, OptionSpec, Verb } from './verb';

/** Options that every verb takes. */
export const COMMON_OPTIONS = {
  data: { type: 'string', value: 'DIR', help: 'Thư mục dữ liệu (mặc định: của ứng dụng).' },
  json: { type: 'boolean', help: 'In một giá trị JSON ra đầu ra chuẩn.' },
  now: {
    type: 'string',
    value: '2026-03-25T08:00:00+07:00',
    help: 'Ấn định đồng hồ (thử nghiệm, kết quả lặp lại được).',
  },
  by: { type: 'string', value: 'TÊN', help: 'Người thực hiện ghi trong lịch sử.' },
  help: { type: 'boolean', short: 'h', help: 'Hướng dẫn.' },
} as const satisfies Record<string, OptionSpec>;

/** Finds the verb: one word ("demo", "search") or two ("plan import"). Null when there is none. */
export function findVerb(verbs: readonly Verb[], words: readonly string[]): Verb | null {
  const two = `${words[0] ?? ''} ${words[1] ?? ''}`;
  return verbs.find((verb) => verb.name === two) ?? verbs.find((verb) => verb.name === words[0]) ?? null;
}

/** What to say of words that are no verb: which they are, and which verbs of that field there are. */
export function unknownVerb(verbs: readonly Verb[], words: readonly string[]): UsageError {
  const said = words.filter((word) => !word.startsWith('-')).slice(0, 2);
  if (said.length === 0) return new UsageError('Thiếu tên lệnh. Xem các lệnh: vpdu --help');
  const near = verbs.map(({ name }) => name).filter((name) => name.split(' ')[0] === said[0]);
  // A second word of an unknown field may be anything, e.g. the text of a search.
  const unknown = near.length > 0 ? said.join(' ') : (said[0] ?? '');
  const others = near.length > 0 ? ` Các lệnh ${said[0] ?? ''}: ${near.join(', ')}.` : '';
  return new UsageError(`Không có lệnh “${unknown}”.${others} Xem tất cả: vpdu --help`, {
    unknown,
    verbs: near,
  });
}

/** Parses the words after the verb's name. Throws `UsageError`. */
export function parseArguments(verb: Verb, words: readonly string[]): Arguments {
  const parsed = parseWords(verb, words);
  const values = parsed.values as Record<string, string | boolean | undefined>;
  // As typed: a path must stay byte for byte what the file system knows. What goes over the wire becomes NFC there.
  const { positionals } = parsed;
  const open = verb.positionals.at(-1)?.endsWith('…') ?? false;
  const missing = verb.positionals.slice(positionals.length);
  if (missing.length > 0)
    throw new UsageError(`Thiếu ${missing.join(', ')}. Cách dùng: ${usageOf(verb)}`, {
      missing,
      usage: usageOf(verb),
    });
  const extra = open ? [] : positionals.slice(verb.positionals.length);
  if (extra.length > 0)
    throw new UsageError(`Thừa “${extra.join(' ')}”. Cách dùng: ${usageOf(verb)}`, {
      extra,
      usage: usageOf(verb),
    });
  for (const [name, spec] of Object.entries<OptionSpec>(verb.options)) {
    if (spec.required && values[name] === undefined) {
      throw new UsageError(`Thiếu --${name}. Cách dùng: ${usageOf(verb)}`);
    }
  }
  const text = (name: string): string | undefined => {
    const value = values[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    positionals,
    text,
    required: (name) => {
      const value = text(name);
      if (value === undefined) throw new UsageError(`Thiếu --${name}. Cách dùng: ${usageOf(verb)}`);
      return value;
    },
    flag: (name) => values[name] === true,
    list: (name) =>
      text(name)
        ?.split(/[,;]/)
        .map((part) => part.trim())
        .filter((part) => part !== ''),
    integer: (name) => {
      const value = text(name);
      if (value === undefined) return undefined;
      if (!/^-?\d+$/.test(value)) throw new UsageError(`--${name} phải là số nguyên, không phải “${value}”.`);
      return Number(value);
    },
    positional: (index) => positionals[index] ?? '',
  };
}

function parseWords(verb: Verb, words: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries<OptionSpec>({ ...COMMON_OPTIONS, ...verb.options }).map(([name, spec]) => [
      name,
      spec.short ? { type: spec.type, short: spec.short } : { type: spec.type },
    ]),
  );
  try {
    return parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(`${misunderstood(error)} Cách dùng: ${usageOf(verb)}`);
  }
}

/** Node's complaint about the words, in Vietnamese. */
function misunderstood(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  const option = /'(-[^' ]*)/.exec(error instanceof Error ? error.message : '')?.[1] ?? '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Không có tham số “${option}”.`;
  if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `Tham số “${option}” thiếu giá trị, hoặc không nhận giá trị.`;
  return 'Tham số không hiểu được.';
}

/** "plan import FILE [--data DIR] …" */
export function usageOf(verb: Verb): string {
  const options = Object.entries<OptionSpec>(verb.options).map(([name, spec]) => {
    const shown = spec.type === 'boolean' ? `--${name}` : `--${name} ${spec.value ?? 'GIÁ TRỊ'}`;
    return spec.required ? shown : `[${shown}]`;
  });
  return ['vpdu', verb.name, verb.usage, ...options].filter((part) => part !== '').join(' ');
}

/** The page that `--help` prints. */
export function helpOf(verb: Verb): string {
  const rows = Object.entries<OptionSpec>({ ...verb.options, ...COMMON_OPTIONS }).map(
    ([name, spec]) =>
      `  --${`${name} ${spec.type === 'boolean' ? '' : (spec.value ?? '')}`.padEnd(34)} ${spec.help}`,
  );
  return [verb.help, '', `Cách dùng: ${usageOf(verb)}`, '', ...rows].join('\n');
}

/** All verbs; those of one field where its name alone was asked for ("report --help"). */
export function overview(verbs: readonly Verb[], words: readonly string[] = []): string {
  const ofField = verbs.filter(({ name }) => name.split(' ')[0] === words[0]);
  const shown = ofField.length > 0 ? ofField : verbs;
  const field = ofField.length > 0 ? (words[0] ?? '') : '<lĩnh vực>';
  return [
    `VPĐU Desk – dòng lệnh. Cách dùng: vpdu ${field} <việc> …   (thêm --help sau mỗi việc để xem chi tiết)`,
    '',
    ...shown.map((verb) => `  ${`${verb.name} ${verb.usage}`.padEnd(34)} ${verb.help}`),
    ...(shown === verbs ? [] : ['', 'Mọi lĩnh vực: vpdu --help']),
  ].join('\n');
}
