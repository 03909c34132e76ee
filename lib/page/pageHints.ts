import type { PageHints } from '../report/detect';

/**
 * What a page says of its document beside the text: the title that government sites give in a meta element
 * (ArticleTitle, 政府网站发展指引 2017), the window's title and the first heading.
 */
export function pageHints(document: Document, url?: string): PageHints {
  const article = document.querySelector('meta[name="ArticleTitle" i]')?.getAttribute('content');
  const heading = document.querySelector('h1')?.textContent;
  const titles = [article, document.title, heading].flatMap((title) => title?.replace(/\s+/g, ' ').trim() || []);
  const title = [...new Set(titles)].join('_');
  return { ...(title ? { title } : {}), ...(url ? { url } : {}) };
}
