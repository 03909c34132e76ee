import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserNames } from '../../tools/browser';
import { ownWorld, type View } from '../../tools/ownWorld';
import { address, sitePages } from '../../tools/pages';
import { painted } from '../../tools/reading';
import { launchOnSite, type WatchedBrowser } from './watched';

type Colour = [red: number, green: number, blue: number];

interface Ground {
  name: string;
  style: string;
  ground: Colour;
  text: Colour;
}

/** Grounds that official pages have, and the colours of the text on them. */
const grounds: Ground[] = [
  { name: 'white', style: '', ground: [255, 255, 255], text: [51, 51, 51] },
  {
    name: 'red on cream',
    style: 'body, .article { background: #fef6ec } .TRS_Editor { color: #c00 }',
    ground: [254, 246, 236],
    text: [204, 0, 0],
  },
  {
    name: 'cream behind a picture',
    style:
      'html { background: #fef6ec } body { background: url("data:,") no-repeat } .article { background: none } .TRS_Editor { color: #c00 }',
    ground: [254, 246, 236],
    text: [204, 0, 0],
  },
  {
    name: 'pale green for tired eyes',
    style: 'body, .article { background: #c7edcc }',
    ground: [199, 237, 204],
    text: [51, 51, 51],
  },
  {
    name: 'night',
    style: 'body, .article { background: #191919 } .TRS_Editor { color: #d4d4d4 }',
    ground: [25, 25, 25],
    text: [212, 212, 212],
  },
  {
    name: 'night as a gradient',
    style:
      'body { background: linear-gradient(#222, #1a1a1a) } .article { background: none } .TRS_Editor { color: #d4d4d4 }',
    ground: [34, 34, 34],
    text: [212, 212, 212],
  },
];

const urlOf = (i: number) => address.report.replace('.html', `-ground-${i}.html`);

describe.each(browserNames)('the colours of the marks in %s', (name) => {
  let browser: WatchedBrowser;

  beforeAll(async () => {
    const pages = sitePages();
    const { body } = pages[address.report]!;
    const dressed = grounds.map(({ style }, i) => [
      urlOf(i),
      { body: body.replace('</head>', `<style>${style}</style></head>`) },
    ]);
    browser = await launchOnSite(name, { ...pages, ...Object.fromEntries(dressed) });
  });
  afterAll(() => browser?.close());

  it.each(grounds.map((ground, i) => ({ ...ground, url: urlOf(i) })))(
    'can be read on $name',
    async ({ url, ground, text }) => {
      const page = await browser.open(url);
      await painted(page, 'actual');
      const styles = await stylesOf(page);
      expect(styles.size).toBe(11);
      for (const [layer, { line, fill, decoration }] of styles) {
        // WCAG 1.4.11 for lines, 1.4.3 for the page's own text on our grounds.
        if (line) expect(contrast(line, ground), `${layer} line`).toBeGreaterThanOrEqual(3);
        if (fill) {
          const under = fill.colour.map((c, i) => c * fill.alpha + ground[i]! * (1 - fill.alpha)) as Colour;
          expect(contrast(text, under), `${layer} ground`).toBeGreaterThanOrEqual(4.5);
          expect(contrast(under, ground), `${layer} ground is seen`).toBeGreaterThan(1.05);
        }
        expect(line ?? fill, layer).toBeTruthy();
        if (layer === 'target') expect(decoration).toContain('dashed');
      }
      // Target and actual differ in shape: a line under the one, a ground behind the other.
      expect(styles.get('target')?.fill).toBeNull();
      expect(styles.get('actual')?.line).toBeNull();
      await page.close();
    },
  );
});

interface Style {
  line: Colour | null;
  fill: { colour: Colour; alpha: number } | null;
  decoration: string;
}

/** What the extension's sheet says of each layer, in the colours that the browser makes of it. */
async function stylesOf(view: View): Promise<Map<string, Style>> {
  const found = await ownWorld(view).evaluate(() => {
    const layers: [string, string, string, string][] = [];
    const probe = document.createElement('i');
    document.documentElement.append(probe);
    const computed = (colour: string) => {
      probe.style.color = '';
      probe.style.color = colour;
      return colour ? getComputedStyle(probe).color : '';
    };
    for (let s = 0; s < document.adoptedStyleSheets.length; s += 1) {
      const [media] = Array.from(document.adoptedStyleSheets[s]!.cssRules) as CSSMediaRule[];
      for (const rule of Array.from(media!.cssRules) as CSSStyleRule[]) {
        const layer = /report-margins-([\w-]+)/.exec(rule.selectorText)?.[1] ?? '';
        const { backgroundColor, textDecorationColor, textDecorationStyle } = rule.style;
        layers.push([layer, computed(textDecorationColor), computed(backgroundColor), textDecorationStyle]);
      }
    }
    probe.remove();
    return layers;
  });
  return new Map(
    found.map(([layer, line, fill, decoration]) => {
      const background = parse(fill);
      return [
        layer,
        {
          line: parse(line)?.colour ?? null,
          fill: background && background.alpha > 0 ? background : null,
          decoration,
        },
      ];
    }),
  );
}

/** rgb(1, 2, 3), rgba(1, 2, 3, 0.4) and color(srgb 0.1 0.2 0.3 / 0.4). */
function parse(text: string): { colour: Colour; alpha: number } | null {
  const [red, green, blue, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
  if (blue === undefined) return null;
  const scale = text.startsWith('color(') ? 255 : 1;
  return { colour: [red! * scale, green! * scale, blue * scale], alpha };
}

/** WCAG 2.2, contrast ratio. */
function contrast(a: Colour, b: Colour): number {
  const light = (colour: Colour) => {
    const [red, green, blue] = colour.map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    }) as Colour;
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y) as [number, number];
  return (bright + 0.05) / (dark + 0.05);
}
