/** Whom a task is to be done with, in its own words: "… phối hợp với Văn phòng Đảng ủy theo dõi, đôn đốc …". */
import { bodiesOf, unitHead } from './reading/units';

const WITH = /(?<!\p{L})phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+/giu;

/** The bodies named after "phối hợp (với)", as printed and each once; [] where the text names none. */
export function coordinatingIn(text: string): readonly string[] {
  const found = [...text.matchAll(WITH)].flatMap((match) => {
    const [sentence = ''] = text.slice(match.index + match[0].length).split(/[;:]|\.\s/u);
    // A heading begins with a capital; in the middle of a sentence "các chi bộ" does not.
    const head = unitHead(sentence.charAt(0).toUpperCase() + sentence.slice(1));
    if (!head || head.start > 0) return [];
    return bodiesOf(sentence.slice(0, head.end));
  });
  return [...new Set(found)];
}
