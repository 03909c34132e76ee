import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detect, detectPage, mayBeReport } from '../../lib/report/detect';
import { normalise } from '../../lib/text/normal';
import { TRADITIONAL } from '../../lib/text/traditional';
import { KIN } from './kin';

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

test('a page without any of the words costs no normal form', () => {
  expect(mayBeReport('市场监督管理局发布公告。'.repeat(1000))).toBe(false);
  expect(mayBeReport('')).toBe(false);
  expect(detectPage('短'.repeat(10))).toEqual({ verdict: 'none', confidence: 1, evidence: [] });
});

test('the title of the page helps where the text begins without one', () => {
  const text = seed('hengyang-2020').slice(5000, 9000);
  expect(detect(normalise(text), { title: '政府工作报告_衡阳市人民政府' }).verdict).toBe('excerpt');
});
