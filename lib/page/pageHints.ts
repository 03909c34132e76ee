import type { PageHints } from '../report/detect';

const NAMES_REPORT = /^.{0,40}工\s?作\s?报\s?告\s*$/;
/** A page's title stands among its first headings. */
const MOST_HEADINGS = 50;

/**
 * What a page says of its document beside the text: the title that government sites give in a meta element
 * (ArticleTitle, 政府网站发展指引 2017), the window's title and the first heading,
 * or the first lower one that names a report.
 */
export function pageHints(document: Document, url?: string): PageHints {
  const meta = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content');
  const article = meta && (!url || isAsLoaded(url)) ? meta : null;
  const lower = [...document.querySelectorAll('h2, h3')].slice(0, MOST_HEADINGS);
  const heading = (
    document.querySelector('h1') ?? lower.find(({ textContent }) => NAMES_REPORT.test(textContent ?? ''))
  )?.textContent;
  const titles = [article, document.title, heading].flatMap((title) => title?.replace(/\s+/g, ' ').trim() || []);
  const title = [...new Set(titles)].join('_');
  return { ...(title ? { title } : {}), ...(url ? { url } : {}) };
}

/** False once a script has changed the page's address: the meta elements then tell of what stood there before. */
function isAsLoaded(url: string): boolean {
  const [loaded] = performance.getEntriesByType('navigation');
  return !loaded || loaded.name.split('#', 1)[0] === url.split('#', 1)[0];
}
