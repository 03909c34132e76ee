import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSections } from '../../lib/report/sections';
import { normalise } from '../../lib/text/normal';

const LONG =
  '加快推进产业升级，完善基础设施，推动乡村全面振兴，深化重点领域改革，加强生态环境治理，促进就业增收，提升公共服务水平。';

function outline(source: string): string[] {
  return readSections(normalise(source)).map(({ id, heading }) => `${id} ${heading}`);
}

describe('sections', () => {
  test('the numbering of official documents, four deep', () => {
    expect(
      outline(
        `一、2020年工作\n（一）产业。${LONG}\n1.工业。${LONG}\n（1）园区。${LONG}\n2.农业。${LONG}\n（二）城乡。${LONG}\n二、2021年安排\n${LONG}`,
      ),
    ).toEqual([
      '1 一、2020年工作',
      '1.1 （一）产业',
      '1.1.1 1.工业',
      '1.1.1.1 （1）园区',
      '1.1.2 2.农业',
      '1.2 （二）城乡',
      '2 二、2021年安排',
    ]);
  });

  test('a level that a chapter leaves out is not counted', () => {
    expect(
      outline(`一、回顾\n（一）产业。${LONG}\n1.工业。${LONG}\n二、安排\n1.农业。${LONG}\n2.工业。${LONG}`),
    ).toEqual(['1 一、回顾', '1.1 （一）产业', '1.1.1 1.工业', '2 二、安排', '2.1 1.农业', '2.2 2.工业']);
  });

  test('parts above chapters', () => {
    expect(outline(`第一部分 过去五年工作回顾\n一、经济。${LONG}\n第二部分 今后五年目标\n一、思路。${LONG}`)).toEqual([
      '1 第一部分 过去五年工作回顾',
      '1.1 一、经济',
      '2 第二部分 今后五年目标',
      '2.1 一、思路',
    ]);
  });

  test.each([
    [
      '—、 and （—）, as scans read them',
      `—、回顾\n（—）产业。${LONG}\n（二）城乡。${LONG}\n二、安排\n${LONG}`,
      ['1 —、回顾', '1.1 （—）产业', '1.2 （二）城乡', '2 二、安排'],
    ],
    ['㈠', `一、回顾\n㈠产业。${LONG}\n㈡城乡。${LONG}`, ['1 一、回顾', '1.1 ㈠产业', '1.2 ㈡城乡']],
    ['a space instead of 、', `一　工作回顾\n${LONG}\n二　工作安排\n${LONG}`, ['1 一　工作回顾', '2 二　工作安排']],
    [
      'Markdown',
      `# 政府工作报告\n## 一、回顾\n### (一) 产业\n${LONG}\n### 城乡\n${LONG}\n## 二、安排\n${LONG}`,
      ['1 一、回顾', '1.1 (一) 产业', '1.2 城乡', '2 二、安排'],
    ],
    [
      'bold run-in headings',
      `一、回顾\n（一）产业。${LONG}**工业提质。**${LONG}**农业增效**。${LONG}`,
      ['1 一、回顾', '1.1 （一）产业', '1.1.1 工业提质', '1.1.2 农业增效'],
    ],
    [
      '一是…二是…',
      `一、问题\n${LONG}主要有：一是产业不强。${LONG}二是短板较多，有待补齐。三是环境不优；`,
      ['1 一、问题', '1.1 一是产业不强', '1.2 二是短板较多，有待补齐', '1.3 三是环境不优'],
    ],
    [
      'dashes',
      `一、回顾\n——产业跨越，实力提升。${LONG}\n——城乡改善。${LONG}\n（一）抓统筹。${LONG}`,
      ['1 一、回顾', '1.1 ——产业跨越，实力提升', '1.2 ——城乡改善', '1.3 （一）抓统筹'],
    ],
    [
      'ニ、 and （ニ）, as other scans read them',
      `ー、回顾\n${LONG}\nニ、安排\n（ー）产业。${LONG}\n（ニ）城乡。${LONG}`,
      ['1 ー、回顾', '2 ニ、安排', '2.1 （ー）产业', '2.2 （ニ）城乡'],
    ],
    [
      'a comma instead of 、, as typists of the nineties write',
      `一，1995年工作回顾\n${LONG}\n二，1996年工作任务\n1，抓农业。${LONG}\n2，抓工业。${LONG}`,
      ['1 一，1995年工作回顾', '2 二，1996年工作任务', '2.1 1，抓农业', '2.2 2，抓工业'],
    ],
    [
      'chapters with parts of their own, a wide space behind the numeral',
      `第一章  回顾\n第一节  经济\n${LONG}\n第二节  社会\n${LONG}\n第二章  安排\n${LONG}`,
      ['1 第一章  回顾', '1.1 第一节  经济', '1.2 第二节  社会', '2 第二章  安排'],
    ],
    [
      'bullets',
      `一、回顾\n${LONG}\n■ 城乡融合\n${LONG}\n■ 改革深化\n${LONG}`,
      ['1 一、回顾', '1.1 ■ 城乡融合', '1.2 ■ 改革深化'],
    ],
    [
      'a heading over two lines',
      `一、解放思想，开拓进取，\n过去五年各项工作取得显著成绩\n${LONG}\n二、安排\n${LONG}`,
      ['1 一、解放思想，开拓进取，过去五年各项工作取得显著成绩', '2 二、安排'],
    ],
    [
      'a list whose items commas part',
      `一、问题\n${LONG}主要是：一是产业不强，二是短板较多，三是作风不实。${LONG}`,
      ['1 一、问题', '1.1 一是产业不强', '1.2 二是短板较多', '1.3 三是作风不实'],
    ],
  ])('%s', (_, source, expected) => {
    expect(outline(source)).toEqual(expected);
  });

  test('一是 that opens a paragraph holds the run-in headings below it', () => {
    expect(
      outline(
        `一、重点工作\n一是聚焦内需\n提振消费。${LONG}\n扩大投资。${LONG}\n二是聚焦产业\n改造传统产业。${LONG}\n壮大新兴产业。${LONG}`,
      ),
    ).toEqual([
      '1 一、重点工作',
      '1.1 一是聚焦内需',
      '1.1.1 提振消费',
      '1.1.2 扩大投资',
      '1.2 二是聚焦产业',
      '1.2.1 改造传统产业',
      '1.2.2 壮大新兴产业',
    ]);
  });

  test('a table of contents is not read twice', () => {
    expect(
      outline(`目 录\n一、工作回顾……1\n二、工作安排……9\n各位代表：\n一、工作回顾\n${LONG}\n二、工作安排\n${LONG}`),
    ).toEqual(['1 一、工作回顾', '2 二、工作安排']);
  });

  test('lost line breaks', () => {
    expect(
      outline(
        `各位代表：${LONG}一、工作回顾。${LONG}（一）抓产业。${LONG}（二）抓城乡。${LONG}二、工作安排。${LONG}${LONG}`,
      ),
    ).toEqual(['1 一、工作回顾', '1.1 （一）抓产业', '1.2 （二）抓城乡', '2 二、工作安排']);
  });

  test('lost line breaks and spaces too, where a sentence opens with a time', () => {
    expect(
      outline(
        `各位代表：${LONG}一、1998年工作回顾1998年，在州委领导下，${LONG}二、1999年工作任务今年的目标是，${LONG}${LONG}${LONG}`,
      ),
    ).toEqual(['1 一、1998年工作回顾', '2 二、1999年工作任务']);
  });

  test('parts and digits in a text without line breaks', () => {
    expect(
      outline(
        `各位代表：${LONG}第一部分过去五年工作回顾2010年，${LONG}一、抓产业。${LONG}1.抓工业。${LONG}2.抓农业。${LONG}二、抓城乡。${LONG}1.抓规划。${LONG}${LONG}`,
      ),
    ).toEqual([
      '1 第一部分过去五年工作回顾',
      '1.1 一、抓产业',
      '1.1.1 1.抓工业',
      '1.1.2 2.抓农业',
      '1.2 二、抓城乡',
      '1.2.1 1.抓规划',
    ]);
  });

  test('appendices, and no sections inside a glossary', () => {
    expect(
      outline(
        `一、回顾\n${LONG}\n附件1\n2021年十件民生实事\n一、修路。${LONG}\n二、建校。${LONG}\n附件2：名词解释\n1.三高四新：三个高地。\n2.链长制：领导任链长。`,
      ),
    ).toEqual(['1 一、回顾', '2 2021年十件民生实事', '2.1 一、修路', '2.2 二、建校', '3 附件2：名词解释']);
  });

  test('in an excerpt what belongs to an unseen chapter keeps its depth', () => {
    expect(
      readSections(normalise(`（五）抓改革。${LONG}\n二、安排\n（一）抓产业。${LONG}`)).map(({ id, level }) => [
        id,
        level,
      ]),
    ).toEqual([
      ['0.1', 2],
      ['1', 1],
      ['1.1', 2],
    ]);
  });

  test('what only looks like a heading', () => {
    expect(outline(`一、二、三产业增加值分别增长3%、4%、5%。\n2.5万人脱贫。\n三产比重提高。\n${LONG}`)).toEqual([]);
  });

  test('what a page prints in bold behind the document is no section of it', () => {
    expect(outline('附件1\n责任编辑：\n**政府工作报告**')).toEqual(['1 附件1']);
  });

  test('sections nest, and siblings follow one another', () => {
    const line = fc.constantFrom(
      '一、回顾',
      '二、安排',
      '（一）产业。',
      '（二）城乡。',
      '1.工业。',
      '——目标。',
      '**重点。**',
      '名词解释',
      '附件1',
      '一是强。二是弱。',
      '## 小结',
      LONG,
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const source = lines.join('\n');
        const sections = readSections(normalise(source));
        sections.forEach((section, i) => {
          expect(section.start).toBeLessThan(section.end);
          const next = sections[i + 1];
          if (!next) return;
          expect(next.start).toBeGreaterThan(section.start);
          if (next.level > section.level) expect(next.end).toBeLessThanOrEqual(section.end);
          else expect(section.end).toBe(next.start);
        });
        expect(new Set(sections.map(({ id }) => id)).size).toBe(sections.length);
      }),
    );
  });
});

const OPENS = '政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议，并请政协委员提出意见。\n';
const CLOSES = '各位代表，让我们为建设美丽临江而努力奋斗！\n';

const SHAPES: [name: string, text: string, outline: string][] = [
  [
    'restart',
    `${OPENS}过去五年工作回顾\n${LONG}\n一、产业兴旺\n${LONG}\n二、城乡融合\n${LONG}\n2024年工作安排\n${LONG}\n一、抓产业\n${LONG}\n二、抓城乡\n${LONG}\n${CLOSES}`,
    '1 过去五年工作回顾/2 一、产业兴旺/2 二、城乡融合/1 2024年工作安排/2 一、抓产业/2 二、抓城乡',
  ],
  [
    'wechat',
    `${OPENS}一\n2024年工作回顾\n${LONG}\n二\n2025年工作安排\n${LONG}\n（一）抓产业。${LONG}\n（二）抓城乡。${LONG}\n${CLOSES}`,
    '1 一2024年工作回顾/1 二2025年工作安排/2 （一）抓产业/2 （二）抓城乡',
  ],
  [
    'part alone',
    `${OPENS}第一部分\n2024年工作回顾\n${LONG}\n第二部分\n2025年工作安排\n${LONG}\n一、抓产业。${LONG}\n二、抓城乡。${LONG}\n${CLOSES}`,
    '1 第一部分2024年工作回顾/1 第二部分2025年工作安排/2 一、抓产业/2 二、抓城乡',
  ],
  [
    'split',
    `${OPENS}一、2023年和过去五年\n工作回顾\n${LONG}\n二、今后五年和2024年\n工作安排\n${LONG}\n${CLOSES}`,
    '1 一、2023年和过去五年工作回顾/1 二、今后五年和2024年工作安排',
  ],
  [
    'two series',
    `${OPENS}一、2023年工作回顾\n${LONG}\n二、2024年工作安排\n（一）总体要求。${LONG}\n（二）主要目标。${LONG}\n三、2024年重点工作\n（一）抓产业。${LONG}\n1.工业。${LONG}\n2.农业。${LONG}\n（二）抓城乡。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/1 二、2024年工作安排/2 （一）总体要求/2 （二）主要目标/1 三、2024年重点工作/2 （一）抓产业/3 1.工业/3 2.农业/2 （二）抓城乡',
  ],
  [
    'deeds',
    `${OPENS}一、2023年工作回顾\n${LONG}\n二、2024年工作安排\n（一）办好民生实事\n1.新建学校3所。\n2.改造危房320户。\n3.建设停车场5处。\n（二）抓城乡。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/1 二、2024年工作安排/2 （一）办好民生实事/3 1.新建学校3所/3 2.改造危房320户/3 3.建设停车场5处/2 （二）抓城乡',
  ],
  [
    'note marks',
    `${OPENS}一、2023年工作回顾[1]\n${LONG}\n二、2024年工作安排\n（一）打造“三区”[2]。${LONG}\n（二）抓城乡①。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾[1]/1 二、2024年工作安排/2 （一）打造“三区”[2]/2 （二）抓城乡①',
  ],
  [
    'dashes and bullets',
    `${OPENS}一、2023年工作回顾\n${LONG}\n——产业更强。${LONG}\n——城乡更美。${LONG}\n二、2024年工作安排\n${LONG}\n▪ 抓产业。${LONG}\n▪ 抓城乡。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/2 ——产业更强/2 ——城乡更美/1 二、2024年工作安排/2 ▪抓产业/2 ▪抓城乡',
  ],
  [
    '一是 paragraphs',
    `${OPENS}一、2023年工作回顾\n${LONG}\n一是产业更强。${LONG}\n二是城乡更美。${LONG}\n二、2024年工作安排\n${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/2 一是产业更强/2 二是城乡更美/1 二、2024年工作安排',
  ],
  [
    '一要 in text',
    `${OPENS}一、2023年工作回顾\n${LONG}\n二、2024年工作安排\n（一）抓产业。一要强链条。${LONG}二要育企业。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/1 二、2024年工作安排/2 （一）抓产业/3 一要强链条/3 二要育企业',
  ],
  [
    'ocr',
    `${OPENS}—、2023年工作回顾\n${LONG}\n二.2024年工作安排\n（ー）抓产业。${LONG}\n（二〉抓城乡。${LONG}\n三，加强自身建设\n${LONG}\n${CLOSES}`,
    '1 —、2023年工作回顾/1 二.2024年工作安排/2 （—）抓产业/2 （二〉抓城乡/1 三，加强自身建设',
  ],
  [
    '1，',
    `${OPENS}一、2023年工作回顾\n${LONG}\n1,产业。${LONG}\n2,城乡。${LONG}\n二、2024年工作安排\n${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/2 1，产业/2 2，城乡/1 二、2024年工作安排',
  ],
  [
    'own-line under numbers',
    `${OPENS}一、2023年工作回顾\n${LONG}\n产业更强\n${LONG}\n城乡更美\n${LONG}\n二、2024年工作安排\n${LONG}\n抓好产业\n${LONG}\n抓好城乡建设\n${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/2 产业更强/2 城乡更美/1 二、2024年工作安排/2 抓好产业/2 抓好城乡建设',
  ],
  [
    '壹',
    `${OPENS}壹、2023年工作回顾\n${LONG}\n贰、2024年工作安排\n${LONG}\n（一）抓产业。${LONG}\n（二）抓城乡。${LONG}\n${CLOSES}`,
    '1 壹、2023年工作回顾/1 贰、2024年工作安排/2 （一）抓产业/2 （二）抓城乡',
  ],
  [
    'roman',
    `${OPENS}Ⅰ、2023年工作回顾\n${LONG}\nⅡ、2024年工作安排\n${LONG}\n${CLOSES}`,
    '1 Ⅰ、2023年工作回顾/1 Ⅱ、2024年工作安排',
  ],
  [
    'quotes',
    `${OPENS}一、2023年工作回顾\n${LONG}\n二、2024年工作安排\n（一）突出“稳”字，夯实基础。${LONG}\n（二）突出“进”字，争先进位。${LONG}\n${CLOSES}`,
    '1 一、2023年工作回顾/1 二、2024年工作安排/2 （一）突出“稳”字，夯实基础/2 （二）突出“进”字，争先进位',
  ],
  [
    'colon after chapter',
    `${OPENS}一：2023年工作回顾\n${LONG}\n二：2024年工作安排\n${LONG}\n${CLOSES}`,
    '1 一：2023年工作回顾/1 二：2024年工作安排',
  ],
  [
    'long heading',
    `${OPENS}一、坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，过去五年工作取得历史性成就\n${LONG}\n二、2024年工作安排\n${LONG}\n${CLOSES}`,
    '1 一、坚持以习近平新时代中国特色社会主义思想为指导，深入贯彻党的二十大精神，过去五年工作取得历史性成就/1 二、2024年工作安排',
  ],
];

test.each(SHAPES)('an outline’s shape: %s', (_, text, expected) => {
  const found = readSections(normalise(text)).map(
    ({ level, heading }) => `${level} ${normalise(heading).text.replace(/\s/g, '')}`,
  );
  expect(found).toEqual(expected.split('/'));
});
