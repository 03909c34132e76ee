import { LAYERS, PREFIX } from './paint';
import { HOST } from './surface';

/**
 * Takes away what an earlier overlay has left: Firefox ends the scripts of an extension that is updated without a word,
 * so that they cannot clear up after themselves.
 */
export function removeTraces(document: Document): void {
  for (const host of document.querySelectorAll(`:root > ${HOST}`)) host.remove();
  for (const layer of LAYERS) CSS.highlights.delete(PREFIX + layer);
  const isOurs = (sheet: CSSStyleSheet) => sheet.cssRules[0]?.cssText.includes(`::highlight(${PREFIX}`);
  const sheets = [...document.adoptedStyleSheets];
  if (sheets.some(isOurs)) document.adoptedStyleSheets = sheets.filter((sheet) => !isOurs(sheet));
}
