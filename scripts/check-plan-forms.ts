/**
 * `npx tsx scripts/check-plan-forms.ts FOLDER…`: every .txt plan is printed in other forms that offices and programs give
 * it (wrapped at a column, as Markdown, decomposed letters, other marks after numbers, …). A form changes nothing that
 * the plan says, so the parse must stay the same but for what the form itself names.
 * Prints one line a form and plan that differ and, last, `plan-forms N of N read alike`; exit status 1 when one differs.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ParsedPlan, ParsedSection } from '../shared/domain/plan/parsed';
import { readPlan, sourceFromText } from '../shared/domain/plan/reading/read-plan';

type Said = Record<string, readonly string[] | string | null>;

const plain = (text: string | null | undefined) =>
  (text ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/(?<!\d)(\d{1,2}) tháng (\d{1,2}) năm (20\d\d)/g, '$1/$2/$3')
    .replace(/(?<!\d)(\d{1,2})[.-](\d{1,2})[.-](20\d\d)/g, '$1/$2/$3')
    .replaceAll('–', '-')
    .replace(/uỷ/g, 'ủy')
    .replace(/oà/g, 'òa')
    .replace(/oá/g, 'óa')
    .replace(/oạ/g, 'ọa')
    .replace(/[^\p{L}\p{N}%/()-]+/gu, ' ')
    .trim();

/** What a plan says, without places, numbers of headings and marks. */
function saidBy(plan: ParsedPlan): Said {
  const sections = (list: readonly ParsedSection[], depth = 0): string[] =>
    list.flatMap((section) => [
      `${depth} ${plain(section.title)} ${section.paragraphs.length}`,
      ...sections(section.children, depth + 1),
    ]);
  return {
    kind: plain(plan.kind),
    title: plain(plan.title),
    symbol: plan.header.symbol,
    number: String(plan.header.number),
    date: plan.header.date,
    place: plain(plan.header.place),
    issuer: plain(plan.header.issuingBody),
    basis: plan.basis.map(({ kind, number, date, issuer }) =>
      [plain(kind), number, date, plain(issuer)].join(' '),
    ),
    sections: sections(plan.sections),
    closing: plan.closing.map(plain),
    assignments: plan.assignments.map(
      ({ unit, tasks }) =>
        `${plain(unit)}: ${tasks.map(({ text, lastDay, period }) => `${plain(text)} ${lastDay ?? period ?? ''}`).join(' | ')}`,
    ),
    work: plan.workItems.map((item) => plain(`${item.text} ${item.lead ?? ''} ${item.time ?? ''}`)),
    targets: plan.targets.map((one) => `${one.scope} ${one.operator} ${one.value} ${one.unit ?? ''}`),
    deadlines: plan.deadlines.map((one) => `${one.kind} ${one.lastDay ?? one.period ?? plain(one.text)}`),
    conferences: plan.conferences.map((one) => `${one.start ?? one.period ?? ''} ${plain(one.name)}`),
    via: plan.reporting.map((one) => plain(one.via)).filter((via) => via !== ''),
    recipients: plan.recipients.map((one) => `${plain(one.name)} (${plain(one.purpose)})`),
    archive: plan.archive.map(plain),
    signer: Object.values(plan.signer).map((part) => plain(part)),
    unclassified: plan.unclassified.map((part) => plain(part).replace(/^[\d/() ]+/, '')),
  };
}

/** How much of a difference is printed. */
const WIDTH = 170;

const recipientsOf = (said: Said): string[] => [said['recipients'] ?? []].flat();

interface Form {
  readonly name: string;
  readonly print: (text: string) => string;
  /** What the form itself changes; the rest must be the same. */
  readonly expect?: (said: Said) => Said;
}

const isHeading = (line: string) => /^\s*(?:[IVX]+|\d{1,2}(?:\.\d+)*)[.)]\s/.test(line) && line.length < 120;

function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => {
      if (line.length <= width || line.includes('|') || /\t| {3}/.test(line)) return [line];
      const out: string[] = [];
      let current = '';
      for (const word of line.split(' ')) {
        if (current !== '' && current.length + 1 + word.length > width) {
          out.push(current);
          current = word;
        } else current = current === '' ? word : `${current} ${word}`;
      }
      return [...out, current];
    })
    .join('\n');
}

const body = (text: string, change: (line: string, index: number) => string) =>
  text.split('\n').map(change).join('\n');

function reversedRecipients(text: string): string {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => /^\W*nơi nhận/i.test(line));
  const items: number[] = [];
  for (let index = head + 1; head >= 0 && index < lines.length; index++) {
    if (/^\s*-\s*lưu/i.test(lines[index] ?? '')) break;
    if (/^\s*-/.test(lines[index] ?? '')) items.push(index);
    else if ((lines[index] ?? '').trim() !== '') return text;
  }
  const turned = items.map((index) => lines[index] ?? '').reverse();
  items.forEach((index, at) => (lines[index] = turned[at] ?? ''));
  return lines.join('\n');
}

function signatureFirst(text: string): string {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => /^\W*nơi nhận/i.test(line));
  const signed = lines.findIndex((line, index) => index > head && /^\W*(?:t\/m|tm\.|kt\.)/i.test(line));
  const end = lines.findIndex(
    (line, index) => index > signed && /^\W*(?:phụ lục|danh sách|biểu)/i.test(line),
  );
  if (head < 0 || signed < 0 || end >= 0 || (lines[head] ?? '').includes('|')) return text;
  return [...lines.slice(0, head), ...lines.slice(signed), '', ...lines.slice(head, signed)].join('\n');
}

const FORMS: readonly Form[] = [
  { name: 'NFD', print: (text) => text.normalize('NFD') },
  {
    name: 'CRLF, BOM and hard spaces',
    print: (text) =>
      `\uFEFF${text.replaceAll('\n', '\r\n').replace(/(?<=\p{L}) (?=\p{L})/gu, (space, at: number) => (at % 7 === 0 ? '\u00a0' : space))}`,
  },
  { name: 'wrapped at 76', print: (text) => wrapped(text, 76) },
  { name: 'wrapped at 88', print: (text) => wrapped(text, 88) },
  {
    name: 'wrapped at 76 without blank lines',
    print: (text) => wrapped(text, 76).replace(/\n\s*\n+/g, '\n'),
  },
  { name: 'no blank lines', print: (text) => text.replace(/\n\s*\n+/g, '\n') },
  { name: 'blank lines everywhere', print: (text) => text.replace(/\n+/g, '\n\n') },
  {
    name: 'Markdown',
    print: (text) =>
      body(text, (line) =>
        /^[IVX]+\.\s/.test(line)
          ? `## ${line}`
          : isHeading(line)
            ? `**${line.trim()}**`
            : line.replace(/^(\s*)- /, '$1* '),
      ),
  },
  {
    name: 'bold headings',
    print: (text) =>
      body(text, (line) => (isHeading(line) && !/[.;]$/.test(line) ? `**${line.trim()}**` : line)),
  },
  {
    name: 'recipients turned round',
    print: reversedRecipients,
    expect: (said) => ({ ...said, recipients: recipientsOf(said).reverse() }),
  },
  { name: 'signature first', print: signatureFirst },
  {
    name: 'I/ and 1/',
    print: (text) =>
      body(text, (line) => line.replace(/^([IVX]+)\.(?=\s)/, '$1/').replace(/^(\d{1,2})\.(?=\s\D)/, '$1/')),
  },
  {
    name: 'I- and 1)',
    print: (text) =>
      body(text, (line) => line.replace(/^([IVX]+)\.(?=\s)/, '$1-').replace(/^(\d{1,2})\.(?=\s\D)/, '$1)')),
  },
  {
    name: 'A. for I.',
    print: (text) =>
      body(text, (line) =>
        line.replace(
          /^(I|II|III|IV|V|VI|VII|VIII)\.(?=\s\p{Lu})/u,
          (_, roman: string) =>
            `${'ABCDEFGH'[['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII'].indexOf(roman)] ?? ''}.`,
        ),
      ),
  },
  { name: '1. for I., 1.1. for 1.', print: numbersOnly },
  {
    name: 'colons after headings',
    print: (text) =>
      body(text, (line) => (/^[IVX]+\.\s[^\p{Ll}]+$/u.test(line) ? `${line.trimEnd()}:` : line)),
  },
  {
    name: 'headings in small letters',
    print: (text) =>
      body(text, (line) =>
        /^[IVX]+\.\s[^\p{Ll}]+$/u.test(line)
          ? line.replace(
              /^([IVX]+\.\s+)(\p{Lu})(.*)$/u,
              (_, label: string, first: string, rest: string) => `${label}${first}${rest.toLowerCase()}`,
            )
          : line,
      ),
  },
  { name: 'en dashes', print: (text) => body(text, (line) => line.replace(/^(\s*)-\s/, '$1– ')) },
  { name: 'bullets', print: (text) => body(text, (line) => line.replace(/^(\s*)-\s/, '$1• ')) },
  {
    name: 'dash without space',
    print: (text) => body(text, (line) => line.replace(/^(\s*)-\s+(?=\p{Lu}\p{Ll})/u, '$1-')),
  },
  {
    name: 'other place of the tone',
    print: (text) =>
      text
        .replace(/ủy/g, 'uỷ')
        .replace(/Ủy/g, 'Uỷ')
        .replace(/ỦY/g, 'UỶ')
        .replace(/òa(?!\p{L})/gu, 'oà')
        .replace(/óa(?!\p{L})/gu, 'oá'),
  },
  {
    name: 'page numbers',
    print: (text) => {
      let page = 1;
      return body(text, (line, index) =>
        index > 20 && index % 25 === 0 && line.trim() === '' ? `\n${++page}\n` : line,
      );
    },
  },
  {
    name: 'dates written long',
    print: (text) => text.replace(/ngày (\d{1,2})\/(\d{1,2})\/(20\d\d)/g, 'ngày $1 tháng $2 năm $3'),
  },
  {
    name: 'dates with dashes',
    print: (text) => text.replace(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(20\d\d)/g, '$1-$2-$3'),
  },
  {
    name: 'dates with dots',
    print: (text) => text.replace(/(?<!\d)(\d{1,2})\/(\d{1,2})\/(20\d\d)/g, '$1.$2.$3'),
  },
  {
    name: 'spaced kind',
    print: (text) => body(text, (line) => (line.trim() === 'KẾ HOẠCH' ? 'K Ế   H O Ạ C H' : line)),
  },
  {
    name: 'spaced headings',
    print: (text) =>
      body(text, (line) =>
        /^[IVX]+\.\s[^\p{Ll}\d]+$/u.test(line) && line.length < 40
          ? line.replace(
              /^([IVX]+\.\s+)(.*)$/u,
              (_, label: string, rest: string) =>
                `${label}${rest
                  .split(' ')
                  .map((word) => word.split('').join(' '))
                  .join('  ')}`,
            )
          : line,
      ),
  },
  { name: 'indented', print: (text) => body(text, (line) => (line.trim() === '' ? line : `    ${line}`)) },
  {
    name: 'tab before items',
    print: (text) => body(text, (line) => (/^(?:-|\d{1,2}\.)\s/.test(line) ? `\t${line}` : line)),
  },
  {
    name: 'tab after numbers',
    print: (text) => body(text, (line) => line.replace(/^((?:[IVX]+|\d{1,2})\.)\s+/, '$1\t')),
  },
  {
    name: 'purposes shortened',
    print: (text) => text.replace(/\(để b\/c\)/g, '(b/c)'),
    expect: (said) => ({
      ...said,
      recipients: recipientsOf(said).map((one) => one.replace('(để b/c)', 'b/c').replace(/ b\/c$/, ' (b/c)')),
    }),
  },
  {
    name: 'semicolons for commas in the list',
    print: (text) =>
      body(text, (line) => (/^\s*-\s.{3,80},\s*$/.test(line) ? line.replace(/,\s*$/, ';') : line)),
  },
];

/** "I." → "1.", "1." → "1.1.", "1.1." → "1.1.1.": plans of offices that number with figures only. */
function numbersOnly(text: string): string {
  const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X'];
  let top = 0;
  return body(text, (line) => {
    const roman = /^([IVX]+)\.\s+(?=\p{Lu})/u.exec(line);
    if (roman?.[1] !== undefined) {
      const value = romans.indexOf(roman[1]) + 1;
      if (value > 0 && value <= top + 2) {
        top = value;
        return `${value}. ${line.slice(roman[0].length)}`;
      }
    }
    return top === 0 || line.includes('\t')
      ? line
      : line.replace(
          /^(\d{1,2}(?:\.\s?\d{1,2})*)\.?\s+(?=\p{Lu})/u,
          (_, numbers: string) => `${top}.${numbers.replace(/\s/g, '')}. `,
        );
  });
}

function hasWholeLines(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const cut = lines.filter((line) => /^\s*\p{Ll}/u.test(line) && !/^\s*[a-zđ][.)/]/u.test(line));
  return (
    cut.length <= lines.length * 0.02 + 1 &&
    !lines.some((line) => /\S {3,}\S|^\s*\d{1,2}\s*$/.test(line) && !line.includes('\t'))
  );
}

function differs(got: Said, want: Said): string[] {
  const out: string[] = [];
  for (const key of Object.keys(want)) {
    const [a, b] = [JSON.stringify(got[key]), JSON.stringify(want[key])];
    if (a === b) continue;
    const [left, right] = [[got[key] ?? []].flat(), [want[key] ?? []].flat()];
    const at = right.findIndex((value, index) => left[index] !== value);
    out.push(
      `${key}[${at}] ${JSON.stringify(left[at] ?? left.length).slice(0, WIDTH)} ≠ ${JSON.stringify(right[at] ?? right.length).slice(0, WIDTH)}`,
    );
  }
  return out;
}

let total = 0;
let good = 0;
for (const folder of process.argv.slice(2))
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.txt')).sort()) {
    const text = await readFile(join(folder, name), 'utf8');
    // A text that is cut at a width already, or stands in columns, has its own form.
    if (!hasWholeLines(text)) continue;
    const want = saidBy(readPlan(sourceFromText(text)).plan);
    for (const form of FORMS) {
      const changed = form.print(text);
      if (changed === text) continue;
      total++;
      const got = saidBy(readPlan(sourceFromText(changed)).plan);
      const faults = differs(got, form.expect?.(want) ?? want);
      if (faults.length === 0) good++;
      else
        process.stdout.write(
          `${name.slice(0, 30)} ${form.name}\n${faults.map((fault) => `    ${fault}\n`).join('')}`,
        );
    }
  }
process.stdout.write(`plan-forms ${good} of ${total} read alike\n`);
process.exitCode = good === total ? 0 : 1;
