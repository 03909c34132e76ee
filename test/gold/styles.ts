import type { Fixture } from './fixture';

/**
 * The ways in which reports print the same outline: each takes a fixture whose chapters are 一、 and whose items are （一）
 * and prints them otherwise, in the text and in the outline alike. The levels stay the same.
 */

const HAN = '[一二三四五六七八九十]{1,3}';
const CHAPTER = new RegExp(`^([ \\u3000]*)(${HAN})、`, 'gm');
const ITEM = new RegExp(`^([ \\u3000]*)（(${HAN})）`, 'gm');
/** An item whose heading is run in: its heading, and the sentence behind it. */
const RUN_IN = new RegExp(`^([ \\u3000]*（${HAN}）[^。\\n]{2,50})。(?=[^\\n]{20})`, 'gm');

const digits = (numeral: string) => {
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['0', numeral];
  const of = (char: string | undefined, empty: number) => (char ? '零一二三四五六七八九'.indexOf(char) : empty);
  return String((numeral.includes('十') ? of(tens, 1) : 0) * 10 + of(ones, 0));
};

const both =
  (change: (text: string) => string) =>
  (fixture: Fixture): Fixture => ({
    ...fixture,
    text: change(fixture.text),
    ...(fixture.outline === undefined ? {} : { outline: change(fixture.outline) }),
  });
const textOnly =
  (change: (text: string) => string) =>
  (fixture: Fixture): Fixture => ({ ...fixture, text: change(fixture.text) });

export const STYLES: Record<string, (fixture: Fixture) => Fixture> = {
  '一．': both((text) => text.replace(CHAPTER, '$1$2．')),
  '一.': both((text) => text.replace(CHAPTER, '$1$2.')),
  '一，': both((text) => text.replace(CHAPTER, '$1$2，')),
  '一　': both((text) => text.replace(CHAPTER, '$1$2　')),
  '第一部分　': both((text) => text.replace(CHAPTER, '$1第$2部分　')),
  '第一部分：': both((text) => text.replace(CHAPTER, '$1第$2部分：')),
  '第一章 ': both((text) => text.replace(CHAPTER, '$1第$2章 ')),
  '一 、': both((text) => text.replace(CHAPTER, '$1$2 、')),
  '(一)': both((text) => text.replace(ITEM, '$1($2)')),
  '(一）': both((text) => text.replace(ITEM, '$1($2）')),
  '〈一〉': both((text) => text.replace(ITEM, '$1〈$2〉')),
  '（一）、': both((text) => text.replace(ITEM, '$1（$2）、')),
  '( 一 )': both((text) => text.replace(ITEM, '$1( $2 )')),
  '1.': both((text) => text.replace(ITEM, (_, indent, n) => `${indent}${digits(n)}.`)),
  '1、': both((text) => text.replace(ITEM, (_, indent, n) => `${indent}${digits(n)}、`)),
  '１．': both((text) =>
    text.replace(
      ITEM,
      (_, indent, n) => `${indent}${digits(n).replace(/\d/g, (d) => '０１２３４５６７８９'[Number(d)]!)}．`,
    ),
  ),
  '1)': both((text) => text.replace(ITEM, (_, indent, n) => `${indent}${digits(n)})`)),
  '(1)': both((text) => text.replace(ITEM, (_, indent, n) => `${indent}(${digits(n)})`)),
  '①': both((text) => text.replace(ITEM, (_, indent, n) => indent + String.fromCharCode(0x245f + Number(digits(n))))),
  '第一，': both((text) => text.replace(ITEM, '$1第$2，')),
  '第一、': both((text) => text.replace(ITEM, '$1第$2、')),
  '——': both((text) => text.replace(ITEM, '$1——')),
  '●': both((text) => text.replace(ITEM, '$1●')),
  '■ ': both((text) => text.replace(ITEM, '$1■ ')),
  'own line': textOnly((text) => text.replace(RUN_IN, '$1\n')),
  'bold, run in': textOnly((text) => text.replace(RUN_IN, (_, heading) => `**${heading.trim()}。**`)),
  'bold, own line': textOnly((text) => text.replace(RUN_IN, (_, heading) => `**${heading.trim()}**\n\n`)),
  '### own line': textOnly((text) => text.replace(RUN_IN, (_, heading) => `### ${heading.trim()}\n\n`)),
  '# own line': textOnly((text) => text.replace(RUN_IN, (_, heading) => `# ${heading.trim()}\n\n`)),
  colon: textOnly((text) => text.replace(RUN_IN, '$1：')),
  'double blank lines': textOnly((text) => text.replace(/\n/g, '\n\n\n')),
  'carriage returns': textOnly((text) => text.replace(/\n/g, '\r\n')),
  'wide indents': textOnly((text) => text.replace(/^[ \u3000]*/gm, '　　')),
  'letter-spaced title': both((text) => text.replace(/^([ \u3000]*)政府工作报告$/m, '$1政 府 工 作 报 告')),
  'two salutations': textOnly((text) => text.replace('各位代表：', '各位代表、同志们：')),
  'exclaimed salutation': textOnly((text) => text.replace(/各位代表，让我们/, '各位代表！让我们')),
  'spaces between characters and numbers': textOnly((text) =>
    text.replace(/(?<=[\u4e00-\u9fff])(?=\d)|(?<=[\d%])(?=[\u4e00-\u9fff])/g, ' '),
  ),
};
