// @vitest-environment happy-dom
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeNumber } from '../../lib/library/intake/numbering';
import { type FileReading, readFile } from '../../lib/library/intake/readFile';
import { makeDocx, numbered, p, r } from '../fixtures/docx';
import { encodeGbk } from '../fixtures/gbk';

const utf8 = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string, order: 'le' | 'be') => {
  const bytes = Buffer.from(text, 'utf16le');
  return new Uint8Array(order === 'le' ? bytes : bytes.swap16());
};
const textOf = (read: FileReading) => ('text' in read ? read.text : `refused: ${read.reason}`);
const read = async (name: string, bytes: Uint8Array) => textOf(await readFile(name, bytes));
const REPORT =
  '各位代表：\n现在，我代表市人民政府，向大会报告工作。\n一、过去一年的工作\n地区生产总值增长8%，完成全年目标。\n';

describe('a text file', () => {
  it('is read in the charset that it is in', async () => {
    expect(await read('a.txt', utf8(REPORT))).toBe(REPORT);
    expect(await read('a.txt', utf8(`\ufeff${REPORT}`))).toBe(REPORT);
    expect(await read('a.txt', encodeGbk(REPORT))).toBe(REPORT);
    for (const order of ['le', 'be'] as const) {
      expect(await read('a.txt', utf16(`\ufeff${REPORT}`, order))).toBe(REPORT);
      expect(await read('a.txt', utf16(REPORT, order)), order).toBe(REPORT);
    }
    // 各位代表，我們的工作。 in Big5.
    const big5 = [0xa6, 0x55, 0xa6, 0xec, 0xa5, 0x4e, 0xaa, 0xed, 0xa1, 0x41, 0xa7, 0xda, 0xad, 0xcc, 0xaa, 0xba];
    expect(await read('a.txt', Uint8Array.from([...big5, 0xa4, 0x75, 0xa7, 0x40, 0xa1, 0x43]))).toBe(
      '各位代表，我們的工作。',
    );
  });

  it('keeps its words as they stand, with line breaks of one kind', async () => {
    expect(await read('a.md', utf8('# 报告\r\n\r\n增长 **8%**\r'))).toBe('# 报告\n\n增长 **8%**\n');
  });

  it('forgives a character cut in two at the end', async () => {
    const bytes = utf8(REPORT.trim());
    expect(await read('a.txt', bytes.slice(0, -1))).toBe(REPORT.trim().slice(0, -1));
  });

  it('is known by its name, which is a title', async () => {
    expect(await readFile('2021年衡阳市政府工作报告.txt', utf8(REPORT))).toEqual({
      text: REPORT,
      origin: { kind: 'file', name: '2021年衡阳市政府工作报告.txt' },
      title: '2021年衡阳市政府工作报告',
    });
  });

  it('is refused when it is empty, too long or none', async () => {
    expect(await read('a.txt', new Uint8Array())).toBe('refused: empty');
    expect(await read('a.txt', utf8(' \n\t \n'))).toBe('refused: empty');
    expect(await read('a.txt', utf8('长'.repeat(2_000_001)))).toBe('refused: too_long');
    const noise = Uint8Array.from({ length: 5000 }, (_, i) => (i * 197 + (i >> 3) * 31) & 255);
    expect(await read('a.txt', noise)).toBe('refused: not_text');
    expect(await read('a.txt', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 1, 2, 3, 0))).toBe(
      'refused: not_text',
    );
    expect(await read('a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13))).toBe('refused: unknown_kind');
  });

  it('is not read once the reader has had enough', async () => {
    const stop = new AbortController();
    stop.abort();
    expect(await readFile('a.txt', utf8(REPORT), stop.signal)).toEqual({ reason: 'cancelled' });
  });
});

describe('a saved page', () => {
  const page = (charset: string) =>
    `<!DOCTYPE html><html><head><meta charset="${charset}"><title>政府工作报告_某市政府</title></head><body>
    <ul><li><a href="/">首页</a></li><li><a href="/a">政务公开</a></li></ul>
    <div class="c"><h1>2021年政府工作报告</h1><p>各位代表：</p><p>现在，我代表市人民政府，向大会报告工作，请予审议。</p>
    <p>地区生产总值增长8%，固定资产投资增长9%，完成全年目标任务。</p></div>
    <script>document.title = 'run'</script><img src="http://example.com/x.png" onerror="throw 1"></body></html>`;

  it('gives its main text, whatever its charset and its name', async () => {
    const expected = '2021年政府工作报告\n各位代表：\n现在，我代表市人民政府，向大会报告工作，请予审议。\n';
    for (const [name, bytes] of [
      ['a.html', utf8(page('utf-8'))],
      ['a.htm', encodeGbk(page('gb2312'))],
      ['a.txt', utf8(page('utf-8'))],
      ['a', encodeGbk(page('gbk'))],
    ] as const) {
      const found = await readFile(name, bytes);
      expect(textOf(found), name).toContain(expected);
      expect(textOf(found)).not.toMatch(/首页|run/);
      expect(found).toMatchObject({ title: expect.stringContaining('2021年政府工作报告') });
    }
  });

  it('leaves out what its own styles hide, and keeps every word that is about styles', async () => {
    const html = `<!doctype html><style>p { color: red }</style><body style="color: red"><p style='display:none'>藏起来的字。</p>
      <p STYLE=visibility:hidden>也藏起来。</p><p style="margin:0">看得见的字，写着 style="display:none" 的字。</p>
      <p title="a > b" style="color:red">另一段写得更长一些，也看得见，读的人要一个字也不少地读到。</p></body>`;
    expect((await read('a.html', utf8(html))).split('\n').filter((line) => line.trim())).toEqual([
      '看得见的字，写着 style="display:none" 的字。',
      '另一段写得更长一些，也看得见，读的人要一个字也不少地读到。',
    ]);
  });

  it('is refused when it holds nothing', async () => {
    expect(await read('a.html', utf8('<html><body><script>1</script></body></html>'))).toBe('refused: empty');
  });
});

describe('a .docx', () => {
  const body = (...parts: string[]) => read('a.docx', makeDocx(parts.join('')));

  it('gives its paragraphs, tabs and breaks', async () => {
    const broken = '<w:r><w:t>一行</w:t><w:br/><w:t>二行</w:t><w:tab/><w:t>三&amp;四</w:t></w:r>';
    expect(await body(p('各位代表：'), p(''), p(broken), p('增长8%。'))).toBe(
      '各位代表：\n一行\n二行\t三&四\n增长8%。',
    );
  });

  it('leaves out what was removed, keeps what was put in, and shows nothing hidden', async () => {
    const changed = `${r('增长')}<w:del w:id="1"><w:r><w:delText>8%</w:delText></w:r></w:del><w:ins w:id="2">${r('9%')}</w:ins>`;
    const moved = `<w:moveFrom w:id="3">${r('旧处')}</w:moveFrom><w:moveTo w:id="4">${r('新处')}</w:moveTo>`;
    const hidden = '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏</w:t></w:r>';
    const hiddenMark = '<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>可见</w:t></w:r></w:p>';
    expect(await body(p(changed), p(moved), p(hidden + r('显示')), hiddenMark)).toBe('增长9%\n新处\n显示\n可见');
  });

  it('reads tables row by row, and a page that is laid out as a table paragraph by paragraph', async () => {
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map((text) => p(text)).join('')}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const table = `<w:tbl>${row(cell('指标'), cell('目标'), cell('完成'))}${row(cell('增速'), cell(''), cell('8%'))}</w:tbl>`;
    expect(await body(p('前'), table, p('后'))).toBe('前\n指标\t目标\t完成\n增速\t\t8%\n后');
    const layout = `<w:tbl>${row(cell('各位代表：', '现在报告工作。'))}</w:tbl>`;
    expect(await body(layout)).toBe('各位代表：\n现在报告工作。');
    const nested = `<w:tbl>${row(`<w:tc>${p('外')}${table}</w:tc>`)}</w:tbl>`;
    expect(await body(nested)).toBe('外\n指标\t目标\t完成\n增速\t\t8%');
  });

  it('puts footnotes at the end, numbered as they are referred to', async () => {
    const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
    const note = (id: number, text: string) =>
      `<w:footnote w:id="${id}">${p(`<w:r><w:footnoteRef/></w:r>${r(text)}`)}</w:footnote>`;
    const footnotes = `<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="-1">${p('线')}</w:footnote>${note(2, '乙注')}${note(7, '甲注')}</w:footnotes>`;
    const text = p(`${r('六稳')}${reference(7)}${r('六保')}${reference(2)}`);
    expect(await read('a.docx', makeDocx(text, { footnotes }))).toBe('六稳[1]六保[2]\n[1] 甲注\n[2] 乙注');
  });

  it('writes automatic numbers out, by the paragraph or by its style', async () => {
    const level = (at: number, format: string, text: string) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'chineseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum><w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '●')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;
    const styles = `<w:styles xmlns:w="w"><w:style w:styleId="a"><w:name w:val="heading 1"/><w:pPr>${numbered(1)}</w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style><w:style w:styleId="11"><w:name w:val="toc 1"/></w:style></w:styles>`;
    const text = [
      p('过去一年的工作 1', '<w:pStyle w:val="11"/>'),
      p('过去一年的工作', '<w:pStyle w:val="a"/>'),
      p('稳增长', numbered(1, 1)),
      p('调结构', numbered(1, 1)),
      p('项目', numbered(1, 2)),
      p('今年的工作', '<w:pStyle w:val="b"/>'),
      p('开局', numbered(1, 1)),
      p('另起', numbered(2)),
      p('点', numbered(3)),
      p('没有号', numbered(0)),
    ];
    const lines = (await read('a.docx', makeDocx(text.join(''), { numbering, styles }))).split('\n');
    expect(lines).toEqual([
      '一、过去一年的工作',
      '（一）稳增长',
      '（二）调结构',
      '1.项目',
      '二、今年的工作',
      '（一）开局',
      '五、另起',
      '点',
      '没有号',
    ]);
  });

  it('counts as Word does', () => {
    expect([1, 10, 11, 20, 23, 100, 105, 110, 111].map((value) => writeNumber(value, 'chineseCounting'))).toEqual(
      '一 十 十一 二十 二十三 一百 一百零五 一百一十 一百一十一'.split(' '),
    );
    expect(writeNumber(3, 'decimalEnclosedCircle')).toBe('③');
    expect(writeNumber(14, 'upperRoman')).toBe('XIV');
    expect(writeNumber(28, 'lowerLetter')).toBe('bb');
  });

  it('puts the words of a frame before the paragraph that it hangs on, once', async () => {
    const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`;
    const frame = `<w:r><mc:AlternateContent><mc:Choice>${box('框里')}</mc:Choice><mc:Fallback>${box('框里')}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await body(p(`${frame}${r('正文')}`))).toBe('框里\n正文');
  });

  it('is refused when it is a bomb, by what comes out and not by what it says', async () => {
    const bomb = makeDocx(p('长'.repeat(40_000_000)));
    expect(bomb.length).toBeLessThan(500_000);
    expect(await read('a.docx', bomb)).toBe('refused: bomb');
    const styles = `<w:styles>${' '.repeat(70_000_000)}</w:styles>`;
    const declared = makeDocx(p('短'), { styles });
    // The sizes in the directory are lowered to what a small file would say.
    for (let i = 0; i + 46 < declared.length; i++) {
      if (declared[i] === 0x50 && declared[i + 1] === 0x4b && declared[i + 2] === 1 && declared[i + 3] === 2) {
        declared.set([10, 0, 0, 0], i + 24);
      }
    }
    expect(await read('a.docx', declared)).toBe('refused: bomb');
    expect(await read('a.docx', makeDocx(p('长'.repeat(2_000_001))))).toBe('refused: too_long');
    const many = zipSync(Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`f${i}`, new Uint8Array()])));
    expect(await read('a.docx', many)).toBe('refused: bomb');
  }, 60_000);

  it('is refused when it is broken, and nothing of it is taken', async () => {
    const whole = makeDocx(p('各位代表：'.repeat(200)));
    for (const length of [10, 60, 200, whole.length - 10]) {
      expect(await read('a.docx', whole.slice(0, length)), `${length}`).toBe('refused: broken_file');
    }
    const changed = makeDocx(p('增长8%'));
    const stored = zipSync({
      'word/document.xml': [strToU8('<w:document><w:p><w:r><w:t>增长8%</w:t></w:r></w:p></w:document>'), { level: 0 }],
    });
    // The 8 of the text: the archive's own clock may hold the same byte.
    const at = Buffer.from(stored).indexOf('8%');
    stored[at] = 0x39;
    expect(await read('a.docx', stored)).toBe('refused: broken_file');
    expect(await read('a.docx', changed)).toBe('增长8%');
    expect(await body('<w:p><w:r><w:t>没有关上</w:p>')).toBe('refused: broken_file');
    const doctype = zipSync({
      'word/document.xml': strToU8('<!DOCTYPE a [<!ENTITY b "c">]><w:document>&b;</w:document>'),
    });
    expect(await read('a.docx', doctype)).toBe('refused: broken_file');
  });

  it('is told from other archives and from old .doc files', async () => {
    expect(await read('a.docx', zipSync({ 'xl/workbook.xml': strToU8('<a/>') }))).toBe('refused: unknown_kind');
    expect(await read('a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0))).toBe(
      'refused: unknown_kind',
    );
    expect(await read('a.rtf', utf8('{\\rtf1 text}'))).toBe('refused: unknown_kind');
  });
});

describe('a file with a wrong name', () => {
  it('is read as what it is', async () => {
    expect(await read('a.pdf', makeDocx(p('增长8%')))).toBe('增长8%');
    expect(await read('a.docx', utf8(REPORT))).toBe(REPORT);
    expect(await read('a.pdf', encodeGbk(REPORT))).toBe(REPORT);
  });
});

describe('hostile markup', () => {
  it('is read in linear time', async () => {
    const start = performance.now();
    const long = 400_000;
    for (const inside of [
      `<w:p ${'a'.repeat(long)}>`,
      '<w:p '.repeat(long / 4),
      '<w:r>'.repeat(long / 4),
      '&'.repeat(long),
      `<!--${'-'.repeat(long)}`,
    ]) {
      expect(await read('a.docx', makeDocx(inside))).toMatch(/refused/);
    }
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
