/** Whom a task is to be done with, in its own words: "… phối hợp với Văn phòng Đảng ủy theo dõi, đôn đốc …". */
import { bodiesOf, unitHead } from './reading/units';

const WITH = /(?<!\p{L})phối hợp(?:\s+chặt chẽ)?(?:\s+(?:với|cùng))?\s+/giu;
/** Where the names end though no verb of a task follows: "… trong việc …", "… tổ chức hội nghị …". */
const BEHIND_NAMES = /[;:]|\.\s|\s(?:trong|để|nhằm)\s|\stổ chức hội nghị/iu;
/** "các cơ quan, đơn vị liên quan" names nobody who could be asked. */
const NOBODY = /liên quan/iu;

/** The bodies named after "phối hợp (với)", as printed and each once; [] where the text names none. */
export function coordinatingIn(text: string): readonly string[] {
  const found = [...text.matchAll(WITH)].flatMap((match) => {
    const [sentence = ''] = text.slice(match.index + match[0].length).split(BEHIND_NAMES);
    // A heading begins with a capital; in the middle of a sentence "các chi bộ" does not.
    const head = unitHead(sentence.charAt(0).toUpperCase() + sentence.slice(1));
    if (!head || head.start > 0) return [];
    return bodiesOf(sentence.slice(0, head.end).trim()).filter((name) => !NOBODY.test(name));
  });
  return [...new Set(found)];
}
