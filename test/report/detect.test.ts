import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect, detectPage, mayBeReport } from '../../lib/report/detect';
import { normalise } from '../../lib/text/normal';
import { TRADITIONAL } from '../../lib/text/traditional';
import { KIN, TOWNSHIP } from './kin';

function seed(name: string): string {
  return readFileSync(new URL(`../../seeds/reports/${name}.txt`, import.meta.url), 'utf8');
}

const REPORTS = ['hengyang-2012', 'hengyang-2020', 'shigu-2021'];
const MENU =
  '首页\n政务公开\n政策解读\n图解政府工作报告\n政府工作报告\n统计公报\n您现在的位置：首页 > 政府信息公开 > 政府工作报告\n字体：大 中 小\n打印\n';
const FOOT =
  '\n责任编辑：某某\n分享到\n相关链接\n关于国民经济和社会发展计划执行情况的报告\n2020年统计公报\n版权所有 某市人民政府办公室\n';

function traditional(text: string): string {
  const back = new Map<string, string>();
  for (let i = 0; i < TRADITIONAL.length; i += 2) back.set(TRADITIONAL[i + 1]!, TRADITIONAL[i]!);
  return [...text].map((char) => back.get(char) ?? char).join('');
}

function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [''])
    .join('\n');
}

describe.each(REPORTS)('%s is a report in every form', (name) => {
  const text = seed(name);
  const salutation = text.indexOf('各位代表');
  test.each([
    ['as it is', text],
    ['without its title', text.slice(salutation)],
    ['among a site’s menus', MENU + text + FOOT],
    ['without its salutation and formula', `${MENU}2019年政府工作报告\n${text.slice(salutation + 200)}${FOOT}`],
    ['wrapped at 32 columns', wrapped(text, 32)],
    ['wrapped at 20 columns', wrapped(text, 20)],
    ['in one line', text.replace(/\s+/g, ' ')],
    ['in traditional characters', traditional(text)],
    ['with the title letter-spaced', text.replace('政府工作报告', '政 府 工 作 报 告')],
  ])('%s', (_, version) => {
    expect(detect(normalise(version)).verdict).toBe('report');
    expect(detectPage(version).verdict).toBe('report');
  });

  const length = text.length;
  test.each([
    ['its first third', text.slice(0, length * 0.3)],
    ['its first half', text.slice(0, length * 0.5)],
    ['page 1 of 4 on a site', `${MENU}${text.slice(0, length * 0.3)}\n上一页 1 2 3 4 下一页${FOOT}`],
    [
      'page 2 of 4 on a site',
      `${MENU}政府工作报告\n${text.slice(length * 0.4, length * 0.7)}\n上一页 1 2 3 4 下一页${FOOT}`,
    ],
    ['a paper’s first page', `${text.slice(0, length * 0.4)}（下转第四版）`],
    ['a paper’s fourth page', `（上接第一版）${text.slice(length * 0.6)}`],
    ['a paper’s page by letter', `(上接A2版)${text.slice(length * 0.6)}(下转 A4 版)`],
    ['its last half', text.slice(length * 0.55)],
  ])('%s is an excerpt', (_, version) => {
    expect(detect(normalise(version)).verdict).toBe('excerpt');
    expect(detectPage(version).verdict).toBe('excerpt');
  });
});

describe.each(['related', 'none'] as const)('what is %s is never called a report', (verdict) => {
  test.each(Object.entries(KIN[verdict]))('%s', (_, text) => {
    expect(detect(normalise(text)).verdict).toBe(verdict);
    expect(detect(normalise(MENU + text + FOOT)).verdict).toBe(verdict);
    // The detector on a page only asks whether it may be a report, so it may overlook what is merely related.
    expect([verdict, 'none']).toContain(detectPage(text).verdict);
  });
});

test.each([
  ['as typed, indented', TOWNSHIP],
  ['without indents', TOWNSHIP.replace(/\n\s*/g, '\n')],
  ['without its title', TOWNSHIP.slice(TOWNSHIP.indexOf('各位代表'))],
  ['in one line', TOWNSHIP.replace(/\n+/g, '')],
])('a township’s report of 1998 %s', (_, text) => {
  expect(detect(normalise(text)).verdict).toBe('report');
});

test.each(['plan', 'budget', 'congress', 'court'] as const)('%s without its title is still no report', (name) => {
  const text = KIN.related[name];
  const headless = text.slice(text.search(/各位代表|同志们/));
  expect(detect(normalise(headless + headless.slice(200).repeat(8))).verdict).toBe('related');
});

describe('at full length, what makes a text a report is its formula and its title', () => {
  const t = seed('hengyang-2020');
  const body = t.slice(t.indexOf('## 一、'));
  const FULL: [string, string, string][] = [
    [
      'plan',
      'related',
      '关于衡阳市2019年国民经济和社会发展计划执行情况与2020年国民经济和社会发展计划（草案）的报告\n——2020年1月5日在衡阳市第十五届人民代表大会第五次会议上\n衡阳市发展和改革委员会主任 某某\n各位代表：\n受市人民政府委托，现将衡阳市2019年国民经济和社会发展计划执行情况与2020年国民经济和社会发展计划（草案）提请大会审议，并请各位政协委员和其他列席人员提出意见。\n' +
        body,
    ],
    [
      'plan2',
      'related',
      '各位代表：\n受市人民政府委托，现将衡阳市2019年国民经济和社会发展计划执行情况与2020年国民经济和社会发展计划（草案）提请大会审议，并请各位政协委员和其他列席人员提出意见。\n' +
        body,
    ],
    [
      'budget',
      'related',
      '衡阳市2019年预算执行情况和2020年预算草案的报告\n各位代表：\n受市人民政府委托，现向大会提出2019年全市和市级预算执行情况与2020年预算草案的报告，请予审议。\n' +
        body,
    ],
    [
      'congress',
      'related',
      '在中国共产党衡阳市第十二次代表大会上的报告\n同志们：\n现在，我代表中国共产党衡阳市第十一届委员会向大会作报告。\n' +
        body.replaceAll('各位代表', '同志们'),
    ],
    [
      'congress2',
      'related',
      `同志们：\n现在，我代表中共衡阳市第十一届委员会向大会作报告。\n${body.replaceAll('各位代表', '同志们')}`,
    ],
    [
      'npc',
      'related',
      `衡阳市人民代表大会常务委员会工作报告\n各位代表：\n我受市人大常委会委托，向大会报告工作，请予审议。\n${body}`,
    ],
    ['npc2', 'related', `各位代表：\n受市人大常委会委托，我向大会作市人大常委会工作报告，请予审议。\n${body}`],
    [
      'cppcc',
      'related',
      '政协衡阳市委员会常务委员会工作报告\n各位委员：\n我受政协衡阳市第十二届委员会常务委员会委托，向大会报告工作，请予审议。\n' +
        body.replaceAll('各位代表', '各位委员'),
    ],
    [
      'task',
      'related',
      '衡阳市人民政府关于印发《2020年政府工作报告》重点工作任务分工方案的通知\n各县市区人民政府，市直各部门：\n市十五届人大五次会议审议通过的《政府工作报告》，明确了今年的目标任务。现将任务分解如下：\n' +
        body.replace(/各位代表[^\n]*\n/g, '').replaceAll('\n\n', '（责任单位：市发展改革委）\n'),
    ],
    [
      'outline',
      'related',
      `衡阳市国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要\n${body.replace(/各位代表[^\n]*\n?/g, '')}`,
    ],
    ['plan3', 'none', `衡阳市“十四五”产业发展规划\n${body.replace(/各位代表[^\n]*\n?/g, '')}`],
    [
      'speech',
      'none',
      '在全市经济工作会议上的讲话\n同志们：\n这次会议的主要任务是贯彻落实中央经济工作会议精神，总结去年工作，部署今年任务。下面，我讲几点意见。\n' +
        body.replaceAll('各位代表', '同志们'),
    ],
    ['summary', 'none', `市发展和改革委员会2019年工作总结和2020年工作打算\n${body.replace(/各位代表[^\n]*\n?/g, '')}`],
    [
      'digest',
      'related',
      `衡阳市政府工作报告（摘要）\n各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。\n${body}`,
    ],
    ['digest2', 'related', `聚焦两会 | 市政府工作报告摘登\n${body}`],
    ['reader', 'related', `一图读懂2020年衡阳市政府工作报告\n${body.slice(0, 3000)}`],
    [
      'news',
      'related',
      '衡阳市十五届人大五次会议开幕 市长作政府工作报告\n本报讯 1月5日上午，市人大会议开幕。市长代表市人民政府作政府工作报告。报告指出，' +
        body.slice(0, 3000).replaceAll('我们', '全市'),
    ],
    [
      'report',
      'report',
      `衡阳市人民政府工作报告（草案）\n各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。\n${body}`,
    ],
    [
      'reportTitleBySession',
      'report',
      '在衡阳市第十五届人民代表大会第五次会议上的政府工作报告\n各位代表：现在，我代表市人民政府，向大会报告工作，请予审议。\n' +
        body,
    ],
    [
      'officially',
      'report',
      '衡阳市人民政府关于印发2020年政府工作报告的通知\n临政发〔2020〕1号\n各县市区人民政府：\n《2020年政府工作报告》已经市十五届人大五次会议审议通过，现印发给你们，请认真贯彻执行。\n' +
        t,
    ],
    ['relay', 'report', `全文来了！衡阳市2020年政府工作报告\n来源：衡阳日报 时间：2020-01-06\n${t}`],
  ];

  test.each(FULL)('%s is %s', (_, verdict, text) => {
    expect(detect(normalise(text)).verdict).toBe(verdict);
    expect(detect(normalise(MENU + text + FOOT)).verdict).toBe(verdict);
    expect(detectPage(MENU + text).verdict).toBe(verdict);
  });
});

test('a list of the beginnings of reports is no report', () => {
  const item = (year: number) =>
    `${year}年政府工作报告\n各位代表：现在，我代表市人民政府，向大会报告工作，请予审议，并请市政协委员和其他列席人员提出意见。一、工作回顾。过去一年，全市上下坚持稳中求进，加快推进产业升级，完善基础设施……\n`;
  expect(detect(normalise([2019, 2020, 2021, 2022, 2023].map(item).join(''))).verdict).toBe('none');
});

test('a page without any of the words costs no normal form', () => {
  expect(mayBeReport('市场监督管理局发布公告。'.repeat(1000))).toBe(false);
  expect(mayBeReport('')).toBe(false);
  expect(detectPage('短'.repeat(10))).toEqual({ verdict: 'none', confidence: 1, evidence: [] });
});

test('the title of the page helps where the text begins without one', () => {
  const text = seed('hengyang-2020').slice(5000, 9000);
  expect(detect(normalise(text), { title: '政府工作报告_衡阳市人民政府' }).verdict).toBe('excerpt');
  expect(
    detect(normalise(text), { url: 'http://www.example.gov.cn/zwgk/zfgzbg/202001/t20200106_1_2.html' }).evidence,
  ).toContain('网址属于政府工作报告栏目');
});
