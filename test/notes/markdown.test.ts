import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, type Inline, parseMarkdown } from '../../lib/notes/markdown';

const text = (words: string): Inline => ({ type: 'text', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });

describe('a note', () => {
  test.each<[string, string, Block[]]>([
    ['text', '核对：固投是 12.1%', [paragraph(text('核对：固投是 12.1%'))]],
    ['line breaks', '一\n二\n\n三', [paragraph(text('一'), { type: 'break' }, text('二')), paragraph(text('三'))]],
    ['bold', '是**全年**目标', [paragraph(text('是'), { type: 'strong', children: [text('全年')] }, text('目标'))]],
    [
      'emphasis in bold',
      '**a *b***',
      [paragraph({ type: 'strong', children: [text('a '), { type: 'emphasis', children: [text('b')] }] })],
    ],
    ['code', '`**9%**`', [paragraph({ type: 'code', text: '**9%**' })]],
    ['what is escaped', '\\*a\\*', [paragraph(text('*a*'))]],
    ['what is not closed', '**a `b [c](d', [paragraph(text('**a `b [c](d'))]],
    ['sums', '3 * 4 * 5', [paragraph(text('3 * 4 * 5'))]],
    [
      'a link',
      '见[公报](https://www.gov.cn/a?b=1)。',
      [paragraph(text('见'), { type: 'link', href: 'https://www.gov.cn/a?b=1', children: [text('公报')] }, text('。'))],
    ],
    [
      'a place in the reader',
      '[石鼓](#shigu-2021/3.1)',
      [paragraph({ type: 'link', href: '#shigu-2021/3.1', children: [text('石鼓')] })],
    ],
    [
      'a bare address',
      '见 http://www.gov.cn/a。',
      [
        paragraph(
          text('见 '),
          { type: 'link', href: 'http://www.gov.cn/a', children: [text('http://www.gov.cn/a')] },
          text('。'),
        ),
      ],
    ],
    ['a quote', '> 一\n> 二', [{ type: 'quote', children: [text('一'), { type: 'break' }, text('二')] }]],
    [
      'lists',
      '- 甲\n  续\n- 乙\n\n3. 丙',
      [
        { type: 'list', first: null, items: [[text('甲'), { type: 'break' }, text('续')], [text('乙')]] },
        { type: 'list', first: 3, items: [[text('丙')]] },
      ],
    ],
    ['figures that begin a line', '1.5%\n-3%', [paragraph(text('1.5%'), { type: 'break' }, text('-3%'))]],
    ['HTML', '<b>a</b>&amp;', [paragraph(text('<b>a</b>&amp;'))]],
  ])('reads %s', (_, source, blocks) => {
    expect(parseMarkdown(source)).toEqual(blocks);
  });

  test.each(['javascript:alert(1)', 'data:text/html,x', 'file:///x', '#/../x', '#<b>', 'HTTPS://', 'chrome://x'])(
    'never links to %s',
    (target) => {
      expect(JSON.stringify(parseMarkdown(`[a](${target}) ${target}`))).not.toContain('"link"');
    },
  );
});

const pieces = [
  '*',
  '**',
  '`',
  '[',
  ']',
  '(',
  '](',
  '](http://a.b)',
  '>',
  '- ',
  '1. ',
  '\n',
  '\\',
  '字',
  'a ',
  'http://',
];

test('loses no word and links only where it may', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), (parts) => {
      const source = parts.join('');
      const shown = JSON.stringify(parseMarkdown(source));
      for (const [, href] of shown.matchAll(/"href":"([^"]*)"/g)) expect(href).toMatch(/^https?:\/\//);
      expect(shown.replace(/"href":"[^"]*"/g, '').match(/字/g)?.length ?? 0).toBe(source.match(/字/g)?.length ?? 0);
    }),
  );
});

test('reads hostile text of the longest note in linear time', () => {
  const length = 50_000;
  for (const piece of [
    ...pieces,
    '[a](',
    '*a',
    '**a ',
    '`a',
    '](',
    '*[',
    '>>',
    '[*',
    'http://a',
    '   ',
    '[a]()',
    '**',
  ]) {
    const begun = performance.now();
    parseMarkdown(piece.repeat(Math.floor(length / piece.length)));
    expect(performance.now() - begun, piece).toBeLessThan(1000);
  }
});
