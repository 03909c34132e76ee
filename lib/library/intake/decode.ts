import { Refusal } from './refusal';

/** The share of characters that may be unreadable in a text with a few broken bytes. */
const UNREADABLE = 0.02;
/** The share of control characters at which bytes are no text: they are one in eight of random ones. */
const CONTROLS = 0.005;
/** What every Chinese text is full of, in both scripts: a wrong charset makes none of it. */
const COMMON = /[，。、；：的一年人大中不和有工作]/g;
/** The share of Chinese and ASCII in what is taken for UTF-16 without its mark. */
const USUAL = 0.9;
/** So much of a text tells its charset. */
const SAMPLE = 65_536;

/**
 * The text of bytes in one of the charsets that reports come in. A byte order mark decides; then UTF-8 where the bytes are
 * nothing else, for it is never met by chance; then UTF-16 where the bytes have its pattern; then what the file declares; then
 * GB 18030 or Big5, whichever makes more of the commonest Chinese characters. @throws Refusal 'not_text'.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return readable(decode(bytes, 'utf-16le'));
  if (first === 0xfe && second === 0xff) return readable(decode(bytes, 'utf-16be'));
  const utf16 = utf16Of(bytes);
  if (utf16) return readable(decode(bytes, utf16));
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return readable(utf8);
  for (const charset of declared && isCharset(declared) ? [declared] : []) {
    const text = decode(bytes, charset);
    if (isReadable(text)) return text;
  }
  const sample = bytes.subarray(0, SAMPLE);
  const [best] = ['gb18030', 'big5']
    .map((charset) => ({ charset, common: decode(sample, charset).match(COMMON)?.length ?? 0 }))
    .sort((a, b) => b.common - a.common);
  return readable(decode(bytes, best!.charset));
}

function decode(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset).decode(bytes);
}

/** Null where the bytes are not UTF-8; a character cut in two at the end is forgiven. */
function decodeUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut++) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      // One byte less, or another charset.
    }
  }
  return null;
}

/**
 * UTF-16 without a mark: its line breaks, digits and 一 have a zero byte, which no text in another charset has. It is one
 * when nearly everything in it is Chinese or ASCII; in binary files little is.
 */
function utf16Of(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  if (!sample.includes(0)) return null;
  for (const charset of ['utf-16le', 'utf-16be']) {
    const text = decode(sample, charset);
    const usual = text.match(/[\t-\r -~\u2000-\u206f\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/g)?.length ?? 0;
    if (usual >= text.length * USUAL) return charset;
  }
  return null;
}

function isCharset(label: string): boolean {
  try {
    new TextDecoder(label);
    return true;
  } catch {
    return false;
  }
}

function isReadable(text: string): boolean {
  let controls = 0;
  let broken = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken++;
    else if (code < 32 && !(code >= 9 && code <= 13) && code !== 0x1a) controls++;
  }
  return broken <= text.length * UNREADABLE && controls <= text.length * CONTROLS;
}

function readable(text: string): string {
  if (!isReadable(text)) throw new Refusal('not_text');
  return text;
}
