import { isHidden } from './textMap';

/**
 * The share of a page's running text that the document's own element holds; the rest is teasers and legal notes. They
 * weigh more beside a short text, and what stands beside a long one may be its glossary.
 */
const MAIN_SHARE = { short: 0.75, long: 0.95 };
const LONG = 3000;
/** A title, its date and its signature fit in so many characters; a site's menu rarely does. */
const TITLE_BLOCK = 400;
/** 打印, 分享, 字体：大 中 小: the links that stand around a title. */
const TITLE_LINKS = 16;

const MENU = /^\s*(?:首页|(?:您|你)?(?:现在|当前|所在)?的?位置)/;

/** Shorter pieces of text are labels. */
const SENTENCE = 8;

const UNREAD = new Set(
  'AUDIO CANVAS HEAD IFRAME MATH NOSCRIPT OBJECT SCRIPT SELECT STYLE SVG TEMPLATE TEXTAREA VIDEO'.split(' '),
);
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** What stands below an element: all its characters, and those of running text outside of links. */
interface Amount {
  all: number;
  prose: number;
  linked: number;
}

/**
 * The smallest element that holds a page's main text with its title: among menus, breadcrumbs, related links and
 * footers, the one that holds the sentences. Works without layout, in one walk; open shadow roots are walked into.
 */
export function findMainText(root: Element): Element {
  const amounts = weigh(root);
  let main = root;
  for (;;) {
    const whole = amounts.get(main)!;
    let best: Element | null = null;
    for (const child of childElements(main)) {
      if ((amounts.get(child)?.prose ?? 0) > (best ? amounts.get(best)!.prose : 0)) best = child;
    }
    if (!best) return main;
    const part = amounts.get(best)!;
    const share = whole.prose < LONG ? MAIN_SHARE.short : MAIN_SHARE.long;
    if (whole.prose === 0 || part.prose < whole.prose * share) return main;
    // What is left outside is either the title, which belongs to the text, or a menu, which does not.
    const outside = whole.all - part.all;
    const small = outside > 0 && outside <= TITLE_BLOCK && whole.linked - part.linked <= TITLE_LINKS;
    if (small && holdsTitle(main, best, amounts)) return main;
    main = best;
  }
}

/** True where a heading or a line with the name of a report stands beside the text. */
function holdsTitle(main: Element, text: Element, amounts: ReadonlyMap<Node, Amount>): boolean {
  for (const child of childElements(main)) {
    const { all, linked } = amounts.get(child) ?? { all: 0, linked: 0 };
    // A menu or a breadcrumb that leads to the reports is no title.
    if (child === text || linked * 2 > all || MENU.test(child.textContent ?? '')) continue;
    if (/^H[1-4]$/.test(child.nodeName.toUpperCase()) || child.querySelector?.('h1, h2, h3')) return true;
    if (/报告|报\s*告|解释|第.{1,4}次会议/.test(child.textContent ?? '')) return true;
  }
  return false;
}

function weigh(root: Element): Map<Node, Amount> {
  const amounts = new Map<Node, Amount>();
  const pending: { node: Node; linked: boolean; done: boolean }[] = [{ node: root, linked: false, done: false }];
  while (pending.length > 0) {
    const { node, linked, done } = pending.pop()!;
    if (done) {
      const sum: Amount = { all: 0, prose: 0, linked: 0 };
      for (const child of childNodes(node)) {
        const amount = amounts.get(child);
        if (!amount) continue;
        sum.all += amount.all;
        sum.prose += amount.prose;
        sum.linked += amount.linked;
        if (child.nodeType === TEXT_NODE) amounts.delete(child);
      }
      amounts.set(node, sum);
    } else if (node.nodeType === TEXT_NODE) {
      amounts.set(node, amountOf((node as Text).data, linked));
    } else if (
      node.nodeType === ELEMENT_NODE &&
      !UNREAD.has(node.nodeName.toUpperCase()) &&
      !isHidden(node as Element)
    ) {
      pending.push({ node, linked, done: true });
      const inLink = linked || node.nodeName.toUpperCase() === 'A';
      for (const child of childNodes(node)) pending.push({ node: child, linked: inLink, done: false });
    }
  }
  return amounts;
}

/** Running text has stops and commas; menus and titles of links have none. */
function amountOf(text: string, linked: boolean): Amount {
  const all = text.replace(/\s+/g, '').length;
  return { all, prose: !linked && all >= SENTENCE && /[，。；]/.test(text) ? all : 0, linked: linked ? all : 0 };
}

function childNodes(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = ((node as Element).shadowRoot ?? node).firstChild; child; child = child.nextSibling)
    found.push(child);
  return found;
}

function childElements(element: Element): Element[] {
  return childNodes(element).filter((node) => node.nodeType === ELEMENT_NODE) as Element[];
}
