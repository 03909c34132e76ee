/** The colours of a drawing by their name in components/tokens.css; `ink` is text, `line` is the grid. */
export const INKS = ['ink', 'soft', 'line', 'paper', 'figure', 'term', 'ink-green', 'ink-blue', 'ink-yellow'] as const;
export type Ink = (typeof INKS)[number];

/** A shape in SVG's path language, which canvases understand as well. */
export interface Shape {
  kind: 'shape';
  d: string;
  /** Where its origin lies. */
  x: number;
  y: number;
  stroke: Ink | null;
  fill: Ink | null;
  width: number;
  /** Lengths of strokes and gaps, empty for a whole line. */
  dash: number[];
  opacity: number;
  /** What is said of it under the pointer, '' for nothing. */
  title: string;
}

export interface Words {
  kind: 'words';
  x: number;
  /** The baseline. */
  y: number;
  anchor: 'start' | 'middle' | 'end';
  ink: Ink;
  size: number;
  bold: boolean;
  text: string;
}

/** A chart as shapes and words, painted in their order; the page, an SVG file and a picture are made of the same. */
export interface Drawing {
  width: number;
  height: number;
  /** What it shows, in a sentence. */
  title: string;
  parts: (Shape | Words)[];
}

/** A palette for paper, dark screens or not: the light tokens of components/tokens.css on white. */
export const ON_PAPER: Record<Ink, string> = {
  ink: '#1f2328',
  soft: '#5b6470',
  line: '#e4dfd3',
  paper: '#ffffff',
  figure: '#8a5a00',
  term: '#2f6f8f',
  'ink-green': '#2e7d4f',
  'ink-blue': '#2b5fb4',
  'ink-yellow': '#8a6d00',
};

/** The margin around a drawing in a file, in CSS pixels; on the page it has its place. */
export const FILE_MARGIN = 20;

/** Generic last: the file is read on machines that have none of these. */
export const FONTS = '"Source Han Sans SC","Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif';

export function shape(d: string, more: Partial<Omit<Shape, 'kind' | 'd'>>): Shape {
  return { kind: 'shape', d, x: 0, y: 0, stroke: null, fill: null, width: 1, dash: [], opacity: 1, title: '', ...more };
}

export function words(
  x: number,
  y: number,
  text: string,
  more: Partial<Omit<Words, 'kind' | 'x' | 'y' | 'text'>>,
): Words {
  return { kind: 'words', x, y, text, anchor: 'start', ink: 'soft', size: 11, bold: false, ...more };
}

/** About how wide a text is: Chinese characters are as wide as high, others a little more than half of that. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const char of text) width += char > '\u2e7f' ? size : size * 0.6;
  return width;
}

/** The text, cut with … where it is wider than there is room. */
export function cutTo(text: string, size: number, room: number): string {
  if (widthOf(text, size) <= room) return text;
  let cut = [...text];
  while (cut.length > 1 && widthOf(cut.join(''), size) + size > room) cut = cut.slice(0, -1);
  return `${cut.join('')}…`;
}

/** The drawing as an SVG file that needs nothing beside it. */
export function svgOf({ width, height, title, parts }: Drawing, palette: Record<Ink, string> = ON_PAPER): string {
  const [wide, high] = [width + 2 * FILE_MARGIN, height + 2 * FILE_MARGIN];
  const colour = (ink: Ink | null) => (ink ? palette[ink] : 'none');
  const lines = parts.map((part) => {
    if (part.kind === 'words') {
      const { x, y, anchor, ink, size, bold, text } = part;
      const weight = bold ? ' font-weight="700"' : '';
      return `<text x="${short(x)}" y="${short(y)}" text-anchor="${anchor}" font-size="${size}"${weight} fill="${colour(ink)}">${inXml(text)}</text>`;
    }
    const { d, x, y, stroke, fill, width, dash, opacity, title } = part;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    const fade = opacity < 1 ? ` opacity="${opacity}"` : '';
    const moved = x !== 0 || y !== 0 ? ` transform="translate(${short(x)},${short(y)})"` : '';
    const open = `<path d="${d}"${moved} fill="${colour(fill)}" stroke="${colour(stroke)}" stroke-width="${width}"${dashes}${fade}`;
    return title ? `${open}><title>${inXml(title)}</title></path>` : `${open}/>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="${-FILE_MARGIN} ${-FILE_MARGIN} ${wide} ${high}" role="img" font-family="${inXml(FONTS)}">`,
    `<title>${inXml(title)}</title>`,
    `<rect x="${-FILE_MARGIN}" y="${-FILE_MARGIN}" width="${wide}" height="${high}" fill="${palette.paper}"/>`,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Characters that XML 1.0 has no way to write are left out. */
function inXml(text: string): string {
  return (
    text
      .toWellFormed()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not stand in the file.
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"]/g, (char) => ENTITIES[char]!)
  );
}
