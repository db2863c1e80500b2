/**
 * The code tables of the two encodings that Vietnamese offices used before Unicode, as letters of Windows-1252 (what a
 * program shows that does not know them). Sources: TCVN 5712:1993 (VN3, "ABC") and the VNI-Windows layout.
 */

type Pair = readonly [unicode: string, code: string];

/** "àáảãạ" beside its five codes, in the order huyền, sắc, hỏi, ngã, nặng. */
function row(letters: string, codes: readonly string[]): Pair[] {
  return Array.from(letters, (letter, index) => [letter, codes[index] ?? '']);
}

/** TCVN3 has one byte a letter, and no toned capitals: they are the small letters in a font of capitals (.VnTimeH). */
export const TCVN3: readonly Pair[] = [
  ...row('àáảãạ', ['\u00b5', '\u00b8', '\u00b6', '\u00b7', '\u00b9']),
  ...row('ằắẳẵặ', ['\u00bb', '\u00be', '\u00bc', '\u00bd', '\u00c6']),
  ...row('ầấẩẫậ', ['\u00c7', '\u00ca', '\u00c8', '\u00c9', '\u00cb']),
  ...row('èéẻẽẹ', ['\u00cc', '\u00d0', '\u00ce', '\u00cf', '\u00d1']),
  ...row('ềếểễệ', ['\u00d2', '\u00d5', '\u00d3', '\u00d4', '\u00d6']),
  ...row('ìíỉĩị', ['\u00d7', '\u00dd', '\u00d8', '\u00dc', '\u00de']),
  ...row('òóỏõọ', ['\u00df', '\u00e3', '\u00e1', '\u00e2', '\u00e4']),
  ...row('ồốổỗộ', ['\u00e5', '\u00e8', '\u00e6', '\u00e7', '\u00e9']),
  ...row('ờớởỡợ', ['\u00ea', '\u00ed', '\u00eb', '\u00ec', '\u00ee']),
  ...row('ùúủũụ', ['\u00ef', '\u00f3', '\u00f1', '\u00f2', '\u00f4']),
  ...row('ừứửữự', ['\u00f5', '\u00f8', '\u00f6', '\u00f7', '\u00f9']),
  ...row('ỳýỷỹỵ', ['\u00fa', '\u00fd', '\u00fb', '\u00fc', '\u00fe']),
  ...row('ăâêôơưđ', ['\u00a8', '\u00a9', '\u00aa', '\u00ab', '\u00ac', '\u00ad', '\u00ae']),
  ...row('ĂÂÊÔƠƯĐ', ['\u00a1', '\u00a2', '\u00a3', '\u00a4', '\u00a5', '\u00a6', '\u00a7']),
];

const TONES = ['ø', 'ù', 'û', 'õ', 'ï'];
const after = (base: string, marks: readonly string[]): string[] => marks.map((mark) => base + mark);

/** VNI-Windows writes the mark as a letter of its own behind the vowel; capitals take capital marks. */
const VNI_SMALL: readonly Pair[] = [
  ...row('àáảãạ', after('a', TONES)),
  ...row('ằắẳẵặ', after('a', ['è', 'é', 'ú', 'ü', 'ë'])),
  ...row('ầấẩẫậ', after('a', ['à', 'á', 'å', 'ã', 'ä'])),
  ...row('èéẻẽẹ', after('e', TONES)),
  ...row('ềếểễệ', after('e', ['à', 'á', 'å', 'ã', 'ä'])),
  ...row('ìíỉĩị', ['ì', 'í', 'æ', 'ó', 'ò']),
  ...row('òóỏõọ', after('o', TONES)),
  ...row('ồốổỗộ', after('o', ['à', 'á', 'å', 'ã', 'ä'])),
  ...row('ờớởỡợ', after('ô', TONES)),
  ...row('ùúủũụ', after('u', TONES)),
  ...row('ừứửữự', after('ö', TONES)),
  ...row('ỳýỷỹ', after('y', ['ø', 'ù', 'û', 'õ'])),
  ...row('ỵăâêôơưđ', ['î', 'aê', 'aâ', 'eâ', 'oâ', 'ô', 'ö', 'ñ']),
];

export const VNI: readonly Pair[] = [
  ...VNI_SMALL,
  ...VNI_SMALL.map(([letter, code]): Pair => [letter.toUpperCase(), code.toUpperCase()]),
];
