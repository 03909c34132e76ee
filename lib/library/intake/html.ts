import { findMainText } from '../../page/mainText';
import { pageHints } from '../../page/pageHints';
import { mapText } from '../../page/textMap';
import { decodeText } from './decode';
import { LARGEST_PAGE } from './limits';
import { Refusal } from './refusal';

/**
 * The main text of a saved page, as the overlay would read it there, and what the page says of itself. A document made by
 * DOMParser runs no script and loads nothing; the parser belongs to pages, so this does not run in a worker.
 */
export function readHtml(bytes: Uint8Array): { text: string; title: string } {
  if (bytes.length > LARGEST_PAGE) throw new Refusal('too_long');
  const html = withoutStyles(decodeText(bytes, declaredCharset(bytes)));
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { text, truncated } = mapText(findMainText(page.body));
  if (truncated) throw new Refusal('too_long');
  return { text, title: pageHints(page).title ?? '' };
}

/**
 * A parsed document has the content security policy of the page that parses it, and each of its styles would be an error in
 * the console. All that is wanted of them is whether they hide what they stand on (see isHidden in lib/page/textMap.ts).
 */
function withoutStyles(html: string): string {
  return html
    .replace(/<(\/?)style\b/gi, '<$1template')
    .replace(/<[a-z][^<>]*>/gi, (tag) =>
      tag.replace(/\sstyle\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+)/gi, (_, value) =>
        /display\s*:\s*none|visibility\s*:\s*hidden/i.test(value) ? ' hidden' : '',
      ),
    );
}

/** The charset that a page declares in its first bytes, null when it declares none. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{3,20})/i.exec(head)?.[1] ?? null;
}
