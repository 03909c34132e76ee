import type { Span } from './textMap';

/** The layers of paint, lowest first: where two cover the same characters the later one's colours win. */
export const LAYERS = [
  'number',
  'actual',
  'target',
  'difference',
  'term',
  'note',
  'note-yellow',
  'note-green',
  'note-blue',
  'target-passage',
  'current',
] as const;
export type Layer = (typeof LAYERS)[number];

/** The registry of highlights is shared with the page, so our names carry our own. */
export const PREFIX = 'report-margins-';

export interface Painter {
  /** Replaces what is painted in a layer. */
  paint(layer: Layer, spans: readonly Span[]): void;
  /** Looks up the ground anew: the page has other text, or has changed between day and night. */
  dress(): void;
  /** Takes away all our paint and our style sheet, and nothing of the page's. */
  dispose(): void;
}

/**
 * Colours that keep their contrast on the page's own ground; the tokens of the cards, light and dark. Lines have 3:1 on
 * white, cream and night (WCAG 1.4.11), and the grounds are so thin that the red text of official pages keeps its 4.5:1
 * (1.4.3) on any one of them.
 */
const COLOURS = {
  light: {
    term: '#2f6f8f',
    tint: '47 111 143',
    figure: '#8a5a00',
    ground: '214 158 46 / .22',
    hand: '#c0392b',
    handTint: '192 57 43',
    inks: { yellow: '#8a6d00', green: '#2e7d4f', blue: '#2b5fb4' },
  },
  dark: {
    term: '#7fb7d3',
    tint: '127 183 211',
    figure: '#e0b25a',
    ground: '224 178 90 / .18',
    hand: '#ef8376',
    handTint: '239 131 118',
    inks: { yellow: '#e6c65c', green: '#7cc79a', blue: '#8db4f0' },
  },
};

function rules(theme: keyof typeof COLOURS, prefix: string): string {
  const { term, tint, figure, ground, hand, handTint, inks } = COLOURS[theme];
  const ink = (colour: string) =>
    `background-color: color-mix(in srgb, ${colour} 12%, transparent); text-decoration: underline solid 1.5px ${colour}`;
  const rule = (layer: Layer, style: string) => `::highlight(${prefix}${layer}){${style}}`;
  const all = [
    rule('term', `text-decoration: underline dotted 1.5px ${term}`),
    rule('difference', `text-decoration: underline wavy 1px ${hand}`),
    rule('number', `text-decoration: underline dotted 1px ${figure}`),
    rule('actual', `background-color: rgb(${ground})`),
    rule('target', `text-decoration: underline dashed 1.5px ${figure}`),
    rule('note', ink(hand)),
    rule('note-yellow', ink(inks.yellow)),
    rule('note-green', ink(inks.green)),
    rule('note-blue', ink(inks.blue)),
    rule('target-passage', `background-color: rgb(${handTint} / .12)`),
    rule('current', `background-color: rgb(${tint} / .14)`),
  ];
  // On paper a report is what it was.
  return `@media not print {${all.join('\n')}}`;
}

/**
 * Paints with CSS highlights: the page's nodes are neither wrapped nor changed. The colours follow the ground that the
 * text stands on, which is looked up when the page is read and when the reader changes between day and night. Where two
 * overlays share a page, the second has a name, so that neither paints over the other.
 */
export function makePainter(document: Document, ground: () => Element, name = ''): Painter {
  const prefix = PREFIX + name;
  const sheet = new CSSStyleSheet();
  let dressed: keyof typeof COLOURS | null = null;
  const dress = () => {
    const theme = isDark(ground()) ? 'dark' : 'light';
    if (theme === dressed) return;
    dressed = theme;
    sheet.replaceSync(rules(theme, prefix));
  };
  const night = matchMedia('(prefers-color-scheme: dark)');
  night.addEventListener('change', dress);
  const adopt = () => {
    // A page may assign its own list of sheets at any time and so drop ours.
    if (![...document.adoptedStyleSheets].includes(sheet)) document.adoptedStyleSheets.push(sheet);
  };
  const painted = new Map<Layer, Highlight>();

  return {
    dress,
    paint(layer, spans) {
      if (spans.length === 0 && !painted.has(layer)) return;
      if (!dressed) dress();
      adopt();
      const highlight = new Highlight(...spans.map((span) => new StaticRange(span)));
      highlight.priority = LAYERS.indexOf(layer);
      painted.set(layer, highlight);
      CSS.highlights.set(prefix + layer, highlight);
    },
    dispose() {
      night.removeEventListener('change', dress);
      for (const [layer, highlight] of painted) {
        if (CSS.highlights.get(prefix + layer) === highlight) CSS.highlights.delete(prefix + layer);
      }
      painted.clear();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((adopted) => adopted !== sheet);
    },
  };
}

/**
 * Whether the nearest painted ground behind an element is dark; a page that paints none has the browser's own canvas.
 * What a picture shows cannot be seen from here, but text that stands on a dark one is light.
 */
export function isDark(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const { backgroundImage, backgroundColor } = getComputedStyle(at);
    if (backgroundImage && backgroundImage !== 'none') return (brightness(getComputedStyle(element).color) ?? 0) >= 128;
    const bright = brightness(backgroundColor);
    if (bright !== null) return bright < 128;
  }
  const scheme = getComputedStyle(element.ownerDocument.documentElement).colorScheme;
  return scheme.includes('dark') && (!scheme.includes('light') || matchMedia('(prefers-color-scheme: dark)').matches);
}

/** How bright a computed colour is, 0 to 255; null for one that lets everything through. */
function brightness(colour: string): number | null {
  const channels = colour.match(/[\d.]+/g)?.map(Number);
  if (!channels || channels.length < 3 || channels[3] === 0) return null;
  const [red, green, blue] = channels as [number, number, number];
  return red * 0.299 + green * 0.587 + blue * 0.114;
}
