import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { describe, expect, it, vi } from 'vitest';
import type { OpenPdf } from '../../lib/library/intake/pdf';
import { readPdf } from '../../lib/library/intake/pdf';
import { openDocument } from '../../lib/library/intake/pdfEngine';
import { Refusal } from '../../lib/library/intake/refusal';
import { makePdf, type PdfFont, type PdfText } from '../fixtures/pdf';

/** The build of pdf.js for Node; browsers get the other one, which test/e2e/library.test.ts reads with. */
const open: OpenPdf = (bytes) => openDocument(getDocument as never, bytes, {});
const never = new AbortController().signal;
const read = (bytes: Uint8Array, signal = never) => readPdf(bytes, open, signal, () => {});
const reasonOf = (work: Promise<string>) =>
  work.then(
    (text) => `read: ${text.slice(0, 40)}`,
    (error: Error) => (error instanceof Refusal ? error.reason : `threw ${error}`),
  );

/** A page of lines of 28 characters at most: A4 with 16 point type. */
function setPage(lines: string[], { top = 740, font = 'ucs2' as PdfFont, left = 70, pitch = 26 } = {}): PdfText[] {
  return lines.map((text, i) => {
    const indent = /^\u3000+/.exec(text)?.[0].length ?? 0;
    return { text: text.slice(indent), x: left + indent * 16, y: top - i * pitch, font };
  });
}

const PARAGRAPHS = [
  '\u3000\u3000过去的一年，我们坚持稳中求进，地区生产总值达到1985亿元，',
  '增长8%以上，城镇新增就业五万二千人，完成全年目标任务的104%，',
  '群众的日子越过越好。',
  '\u3000\u3000新的一年，我们要把稳增长放在更加突出的位置，全力以赴抓项',
  '目、促投资，力争固定资产投资增长9%左右。',
];
const JOINED = [
  '过去的一年，我们坚持稳中求进，地区生产总值达到1985亿元，增长8%以上，城镇新增就业五万二千人，完成全年目标任务的104%，群众的日子越过越好。',
  '新的一年，我们要把稳增长放在更加突出的位置，全力以赴抓项目、促投资，力争固定资产投资增长9%左右。',
];

describe('a PDF', () => {
  it.each(['gbk', 'ucs2', 'mapped'] as const)('in Chinese, by %s', async (font) => {
    expect(await read(makePdf([setPage(PARAGRAPHS, { font })]))).toBe(JOINED.join('\n'));
  });

  it.each(['gbk', 'ucs2'] as const)('keeps the marks of Chinese setting, by %s', async (font) => {
    const text = '——“六稳”……《纲要》（一）【注】·1～2％、‘三高四新’；〔2021〕：①Ⅲ';
    expect(await read(makePdf([[{ text, x: 60, y: 700, size: 12, font }]]))).toBe(text);
  });

  it('has the characters that are meant, where a browser has named others of the same shape', async () => {
    const text = '⼈⺠的⽣活⻓期向好，⻅⻋⻩⾦，橡㬵⻰⻢';
    expect(await read(makePdf([[{ text, x: 70, y: 700, font: 'mapped' }]]))).toBe(
      '人民的生活长期向好，见车黄金，橡胶龙马',
    );
  });

  it('in Latin letters', async () => {
    const lines = ['GDP grew by 8% in the year under review and', 'investment by 9%.'];
    expect(await read(makePdf([setPage(lines, { font: 'latin' })]))).toContain('GDP grew by 8%');
  });

  it('says so when its fonts do not tell what they show', async () => {
    const lines = Array.from({ length: 24 }, () => '各位代表现在我代表市人民政府向大会报告工作请予审议并请');
    expect(await reasonOf(read(makePdf([setPage(lines, { font: 'unmapped' })])))).toBe('pdf_without_text');
  });

  it('is refused as a scan when it has pictures only, or little more', async () => {
    expect(await reasonOf(read(makePdf([[], [], []], { picture: true })))).toBe('pdf_without_text');
    const stamped = [1, 2, 3].map((page) => setPage([`第${page}页`], { top: 40 }));
    expect(await reasonOf(read(makePdf(stamped, { picture: true })))).toBe('pdf_without_text');
    const half = [setPage(PARAGRAPHS), [], [], []];
    expect(await reasonOf(read(makePdf(half, { picture: true })))).toBe('pdf_without_text');
  });

  it('with a password is refused, with an empty one opened', async () => {
    const page = [{ text: 'Report of the year', x: 70, y: 700, font: 'latin' as const }];
    expect(await reasonOf(read(makePdf([page], { password: 'secret' })))).toBe('encrypted_pdf');
    expect(await read(makePdf([page], { password: '' }))).toBe('Report of the year');
  });

  it('is refused when broken, and when the reader has had enough', async () => {
    const whole = makePdf([setPage(PARAGRAPHS)]);
    expect(await reasonOf(read(whole.slice(0, 300)))).toBe('broken_file');
    expect(await reasonOf(read(new TextEncoder().encode('%PDF-1.7\nnothing')))).toBe('broken_file');
    const stop = new AbortController();
    stop.abort();
    expect(await reasonOf(read(whole, stop.signal))).toBe('cancelled');
  });
});

describe('a PDF that has been made to take its time', () => {
  const slow = (page: () => Promise<never>, pages = 3) => {
    let closed = false;
    const open: OpenPdf = async (_, signal) => {
      signal.addEventListener('abort', () => {
        closed = true;
      });
      return { pages, page };
    };
    return { open, isClosed: () => closed };
  };
  const forever = () => new Promise<never>(() => {});

  it('is given up, and what works on it is ended', async () => {
    vi.useFakeTimers();
    try {
      const { open, isClosed } = slow(forever);
      const reason = reasonOf(readPdf(new Uint8Array(), open, never, () => {}));
      await vi.advanceTimersByTimeAsync(20_000);
      expect(await reason).toBe('bomb');
      expect(isClosed()).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });

  it('ends at once when the reader has had enough', async () => {
    const stop = new AbortController();
    const { open, isClosed } = slow(forever);
    const reason = reasonOf(readPdf(new Uint8Array(), open, stop.signal, () => {}));
    setTimeout(() => stop.abort(), 10);
    expect(await reason).toBe('cancelled');
    expect(isClosed()).toBe(true);
  });

  it('is not begun when it has thousands of pages', async () => {
    const { open } = slow(forever, 5000);
    expect(await reasonOf(readPdf(new Uint8Array(), open, never, () => {}))).toBe('too_long');
  });
});

describe('the pages of a PDF', () => {
  const body = (page: number) =>
    Array.from({ length: 12 }, (_, i) =>
      `${i % 4 === 0 ? '\u3000\u3000' : ''}第${page}页第${i}行的文字，排得满满当当直到这一行的最末尾处为止`.slice(
        0,
        i % 4 === 3 ? 14 : 28,
      ),
    );
  const framed = (page: number, lines: string[]): PdfText[] => [
    { text: '政府工作报告', x: 240, y: 800, size: 10 },
    ...setPage(lines),
    { text: `- ${page} -`, x: 285, y: 40, size: 10 },
  ];

  it('lose their running heads and numbers', async () => {
    const text = await read(makePdf([1, 2, 3, 4].map((page) => framed(page, body(page)))));
    expect(text).not.toMatch(/政府工作报告|- \d -/);
    expect(text.split('\n')).toHaveLength(12);
  });

  it('keep a title that stands at the head of one page, and a figure alone on a line', async () => {
    const pages = [
      [{ text: '2021年政府工作报告', x: 180, y: 790, size: 22 }, ...setPage(body(1))],
      [...setPage(body(2)), { text: '1985', x: 70, y: 400 }],
      setPage(body(3)),
    ];
    const lines = (await read(makePdf(pages))).split('\n');
    expect(lines[0]).toBe('2021年政府工作报告');
    expect(lines).toContain('1985');
  });

  it('join a paragraph that runs over them, with its footnotes at the end', async () => {
    const first = [
      ...framed(1, [
        ...Array.from({ length: 20 }, () => '我们坚持稳字当头、稳中求进统筹推进各项工作取得新的成绩'),
        '全市上下齐心协力，打好三大攻坚战①，经济运行总体平稳、稳中',
      ]).slice(0),
      { text: '①三大攻坚战：防范化解重大风险、精准脱贫、污染防治。', x: 70, y: 90, size: 10 },
    ];
    const second = framed(2, ['向好，社会大局和谐稳定。', ...body(2)]);
    const lines = (await read(makePdf([first, second, framed(3, body(3))]))).split('\n');
    expect(lines.some((line) => line.endsWith('经济运行总体平稳、稳中向好，社会大局和谐稳定。'))).toBe(true);
    expect(lines.at(-1)).toBe('①三大攻坚战：防范化解重大风险、精准脱贫、污染防治。');
  });

  it('are read column by column, and tables row by row', async () => {
    const column = (side: string, left: number): PdfText[] =>
      Array.from({ length: 10 }, (_, i) => ({
        text: `${side}栏第${i}行写满了整整一栏的文字`,
        x: left,
        y: 700 - i * 26 - (side === '右' ? 3 : 0),
      }));
    const pages = [[{ text: '两栏排的报告', x: 220, y: 760, size: 24 }, ...column('左', 60), ...column('右', 330)]];
    const text = await read(makePdf(pages));
    expect(text.indexOf('左栏第9行')).toBeLessThan(text.indexOf('右栏第0行'));
    expect(text.startsWith('两栏排的报告\n')).toBe(true);

    const cells = [
      ['指标', '目标', '完成'],
      ['地区生产总值', '8%', '8.1%'],
      ['固定资产投资', '9%', '9.3%'],
    ];
    const table = cells.flatMap((row, i) => row.map((text, j) => ({ text, x: 70 + j * 180, y: 700 - i * 26 })));
    expect(await read(makePdf([table]))).toBe(cells.map((row) => row.join('\t')).join('\n'));
  });

  it('never join figures that stand apart', async () => {
    const page = [
      { text: '12', x: 70, y: 700 },
      { text: '345', x: 90, y: 700 },
      { text: '678', x: 70, y: 674 },
    ];
    expect(await read(makePdf([page]))).toBe('12 345\n678');
  });
});
