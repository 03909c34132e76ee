import { describe, expect, test } from 'vitest';
import { identify } from '../../lib/report/identity';
import { PREFECTURES, PROVINCES, shortName } from '../../lib/report/places';
import { normalise } from '../../lib/text/normal';

const BODY = `各位代表：
现在，我代表人民政府，向大会报告工作，请予审议。
`;

function told(head: string, body = '一、2021年工作回顾\n二、2022年工作安排\n'): string {
  const found = identify(normalise(`${head}\n${BODY}${body}`));
  return found ? `${found.place} ${found.level} ${found.year} ${found.reviewYear}` : 'nothing';
}

describe('whose report, of which year', () => {
  test.each([
    ['政府工作报告\n——2022年1月6日在祁东县第十八届人民代表大会第一次会议上\n祁东县人民政府县长 某某', '祁东县 county'],
    ['衡阳市石鼓区2022年政府工作报告', '衡阳市石鼓区 county'],
    ['2022年湖南省衡阳市祁东县人民政府工作报告', '衡阳市祁东县 county'],
    ['政府工作报告\n（2021年12月28日在长沙市雨花区第六届人民代表大会第一次会议上）', '长沙市雨花区 county'],
    [
      '政府工作报告\n二〇二二年一月十日在恩施土家族苗族自治州第九届人民代表大会第一次会议上',
      '恩施土家族苗族自治州 prefecture',
    ],
    ['政府工作报告\n2022年1月5日在大化瑶族自治县第十届人民代表大会第二次会议上', '大化瑶族自治县 county'],
    ['2022年内蒙古自治区政府工作报告', '内蒙古自治区 province'],
    [
      '2022年新疆政府工作报告\n2022年1月在新疆维吾尔自治区第十三届人民代表大会第五次会议上\n自治区主席 某某',
      '新疆维吾尔自治区 province',
    ],
    ['重庆市綦江区人民政府工作报告（2022年）', '重庆市綦江区 county'],
    ['吉林省吉林市2022年政府工作报告', '吉林市 prefecture'],
    ['上海市2022年政府工作报告', '上海市 province'],
    ['政府工作报告\n——在鄂尔多斯市东胜区第五届人民代表大会第一次会议上', '鄂尔多斯市东胜区 county'],
    ['阿拉善左旗人民政府工作报告\n2022年2月在阿拉善左旗第十八届人民代表大会第一次会议上', '阿拉善左旗 county'],
    ['神农架林区政府工作报告', '神农架林区 county'],
    ['城关镇人民政府工作报告\n——2022年1月8日在城关镇第十九届人民代表大会第二次会议上', '城关镇 township'],
    ['政府工作报告\n2022年1月18日在市第十五届人民代表大会第一次会议上\n衡阳市市长 某某', '衡阳市 prefecture'],
    [
      '首页\n政务公开\n衡阳市人民政府\n政府工作报告\n来源：湖南日报\n——在郴州市第五届人民代表大会第六次会议上',
      '郴州市 prefecture',
    ],
  ])('%s', (head, place) => {
    expect(told(head)).toBe(`${place} 2022 2021`);
  });

  test.each([
    [
      '政府工作报告\n——一九九八年二月十日在衡阳市第十届人民代表大会第六次会议上',
      '一、一九九七年工作回顾\n二、一九九八年工作安排',
      1998,
    ],
    [
      '政府工作报告\n（二○○五年一月八日在祁东县第十四届人民代表大会第三次会议上）',
      '一、2004年工作回顾\n二、2005年工作任务',
      2005,
    ],
    ['二00三年衡阳县政府工作报告', '一、二00二年工作回顾\n二、二00三年主要任务', 2003],
    [
      '政府工作报告\n2006年12月26日在郴州市北湖区第四届人民代表大会第一次会议上',
      '一、过去四年的工作\n二、2007年工作安排',
      2007,
    ],
    [
      '2012年衡阳市政府工作报告',
      '2012年，全市实现地区生产总值1985亿元，完成财政总收入185亿元。\n三、努力实现2013年良好开局\n做好2013年的工作',
      2013,
    ],
    [
      '衡阳市政府工作报告',
      '今年是“十四五”开局之年。2020年，全市完成固定资产投资2000亿元。2021年全市经济社会发展的主要预期目标是：地区生产总值增长8%。',
      2021,
    ],
  ])('%s', (head, body, year) => {
    expect(told(head, body).endsWith(`${year} ${year - 1}`)).toBe(true);
  });

  test('the nation by the formula of its head of government', () => {
    const text =
      '各位代表：\n现在，我代表国务院，向大会报告政府工作，请予审议。\n一、2021年工作回顾\n二、2022年工作任务\n';
    expect(identify(normalise(text))).toMatchObject({ place: '全国', level: 'nation', year: 2022 });
  });

  test('a page’s title tells what a page in the middle does not', () => {
    const middle =
      '全市加快推进产业升级，市委、市政府统筹推进。衡阳市、衡阳市、衡阳市。区委、区政府抓好落实，全区上下齐心。';
    const hints = {
      title: '2021年石鼓区政府工作报告（2）_衡阳市石鼓区人民政府',
      url: 'http://example.gov.cn/2021-03/25/content_2.html',
    };
    expect(identify(normalise(middle), hints)).toMatchObject({ level: 'county', year: 2021 });
  });

  test('without a year or a place nothing is told', () => {
    expect(identify(normalise('加快推进产业升级，完善基础设施。'))).toBeNull();
    expect(identify(normalise(''))).toBeNull();
  });
});

test('every prefecture has a province and a short name', () => {
  expect(PROVINCES).toHaveLength(33);
  expect(PREFECTURES).toHaveLength(333);
  for (const { name, short, province } of PREFECTURES) {
    expect(PROVINCES).toContain(province);
    expect(name.startsWith(short) && short.length >= 2).toBe(true);
  }
  expect(['湖南省', '内蒙古自治区', '黔西南布依族苗族自治州', '西藏自治区', '大兴安岭地区'].map(shortName)).toEqual([
    '湖南',
    '内蒙古',
    '黔西南',
    '西藏',
    '大兴安岭',
  ]);
});
