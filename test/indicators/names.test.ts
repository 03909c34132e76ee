import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readFigures } from '../../lib/indicators/read';
import type { Indicator } from '../../lib/indicators/types';
import type { ReportIdentity } from '../../lib/report/types';
import { normalise } from '../../lib/text/normal';

const lexicon: Indicator[] = parse(readFileSync('seeds/indicators.yaml', 'utf8'));
const report: ReportIdentity = { title: '', place: '青石县', level: 'county', year: 2020, reviewYear: 2019 };

/** 'name value unit measure bound' of each observation. */
function read(text: string): string[] {
  const { observations } = readFigures(normalise(`一、2019年工作回顾\n${text}`), { lexicon, sections: [], report });
  return observations.map((o) => `${o.name} ${o.value} ${o.unit} ${o.measure} ${o.bound ?? '-'}`);
}

describe('shares and fractions', () => {
  test.each([
    ['全县三分之二的行政村通了水泥路。', ['行政村通了水泥路 66.67 % level -']],
    ['新能源汽车产量占全国近1/4。', ['新能源汽车产量占全国比重 25 % level about']],
    ['专项转移支付项目减少三分之一。', ['专项转移支付项目 -33.33 % growth -']],
    ['财政支出三分之二以上用于民生领域。', ['财政支出用于民生领域 66.67 % level at_least']],
    ['在80%的乡镇卫生院开展了中医服务。', ['乡镇卫生院开展了中医服务 80 % level -']],
    ['基本药物制度在30%的村卫生室实施。', ['村卫生室实施基本药物制度 30 % level -']],
    ['规划指标中超七成达到预期水平。', ['规划指标达到预期水平 70 % level at_least']],
    ['会议室有3/4的席位，24/7小时服务，5/8月开会。', []],
    ['以三分之二多数通过。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a verb after the figures', () => {
  test.each([
    ['城乡低保标准分别按3%、7%稳步提标。', ['城镇低保标准 3 % growth -', '农村低保标准 7 % growth -']],
    ['孤儿供养标准按8%的幅度提高。', ['孤儿供养标准 8 % growth -']],
    ['退休金按10%的比例发放。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what belongs to a name', () => {
  test.each([
    ['17个重点行业增加值增长8%。', ['17个重点行业增加值 8 % growth -']],
    ['10种有色金属产量占全省比重超1/10。', ['10种有色金属产量占全省比重 10 % level at_least']],
    ['18个重点镇地区生产总值增长12%。', ['18个重点镇地区生产总值 12 % growth -']],
    ['20户以上自然村通硬化路比例达95%。', ['20户以上自然村通硬化路比例 95 % level -']],
    ['农村生活污水治理（管控）率达48.3%。', ['农村生活污水治理（管控）率 48.3 % level -']],
    ['蔬菜（含食用菌）产量达95万吨。', ['蔬菜（含食用菌）产量 95 万吨 level -']],
    [
      '光伏并网装机40万千瓦，总规模突破100万千瓦、占全市电力装机50%以上。',
      [
        '光伏并网装机 40 万千瓦 level -',
        '光伏并网装机总规模 100 万千瓦 level at_least',
        '光伏并网装机占全市电力装机比重 50 % level at_least',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('whose a bare head is', () => {
  test.each([
    ['小学入学率、巩固率分别达到100%和99.2%。', ['小学入学率 100 % level -', '小学巩固率 99.2 % level -']],
    [
      '招商引资合同金额50亿元、到位资金12亿元。',
      ['招商引资合同金额 50 亿元 level -', '招商引资到位资金 12 亿元 level -'],
    ],
    [
      '风电装机30万千瓦，装机和发电量分别增长5%、8%。',
      ['风电装机 30 万千瓦 level -', '风电装机 5 % growth -', '风电发电量 8 % growth -'],
    ],
    ['工业投资、民间投资占比分别达30%、62%。', ['工业投资占比 30 % level -', '民间投资占比 62 % level -']],
    ['北港货物和集装箱吞吐量分别增长4%、11.3%。', ['北港货物吞吐量 4 % growth -', '北港集装箱吞吐量 11.3 % growth -']],
    ['对东盟、中东出口分别增长9.9%、10.5%。', ['对东盟出口 9.9 % growth -', '对中东出口 10.5 % growth -']],
    ['“白名单”项目总数、融资金额均居全市第一。', ['“白名单”项目总数 1 位 rank -', '“白名单”项目融资金额 1 位 rank -']],
    [
      '可再生能源发电量超10亿度、装机占比突破50%。',
      ['可再生能源发电量 10 亿度 level at_least', '可再生能源装机占比 50 % level at_least'],
    ],
    ['出让矿业权8个、收益2.9亿元。', ['出让矿业权收益 2.9 亿元 level -']],
    [
      '县属企业净资产增长8.9%、研发投入增长34.4%。',
      ['县属企业净资产 8.9 % growth -', '县属企业研发投入 34.4 % growth -'],
    ],
    [
      '完成燃煤锅炉脱硫改造150万千瓦、除尘改造18万千瓦。',
      ['燃煤锅炉脱硫改造 150 万千瓦 level -', '燃煤锅炉除尘改造 18 万千瓦 level -'],
    ],
    ['外贸出口增长9.5%，占全市份额提高到15.3%。', ['外贸出口 9.5 % growth -', '外贸出口占全市份额 15.3 % level -']],
    ['办结案件6965件，化解率达到90%。', []],
    ['新认定单项冠军企业4户、绿色工厂39户，创历史最好水平。', []],
    ['融资平台压降94户、下降35.9%。', ['融资平台 -94 户 change -', '融资平台 -35.9 % growth -']],
    [
      '道路交通、火灾事故死亡人数分别下降10%、25%。',
      ['道路交通事故死亡人数 -10 % growth -', '火灾事故死亡人数 -25 % growth -'],
    ],
    ['PM10、PM2.5平均浓度分别下降8.5%和10.2%。', ['PM10平均浓度 -8.5 % growth -', 'PM2.5平均浓度 -10.2 % growth -']],
    ['粮食、油料产量分别居全省第3、第5位。', ['粮食产量 3 位 rank -', '油料产量 5 位 rank -']],
    [
      '农村低保对象由1.8万人扩大到2.3万人，年保障标准由1600元提高到2200元。',
      [
        '农村低保对象 1.8 万人 level -',
        '农村低保对象 2.3 万人 level -',
        '农村低保年保障标准 1600 元 level -',
        '农村低保年保障标准 2200 元 level -',
      ],
    ],
    ['工业企业由68家增加到112家。', ['工业企业 68 家 level -', '工业企业 112 家 level -']],
    ['农民收入进入全市前三。', ['农民收入 3 位 rank at_most']],
    ['前三季度增长5%，前三。', []],
    [
      '数字经济规模突破2亿元、占GDP比重超过40%，总量居全市第9位。',
      ['数字经济规模 2 亿元 level at_least', '数字经济规模占GDP比重 40 % level at_least', '数字经济规模 9 位 rank -'],
    ],
    ['孤儿基本生活费标准提高到散居每月1100元、集中供养每月1500元。', []],
    [
      '医保财政补助标准提高30元，达到每人每年610元。',
      ['医保财政补助标准 30 元 change -', '医保财政补助标准 610 元 level -'],
    ],
    ['县属企业利润由负转正，增长12.3%。', ['县属企业利润 12.3 % growth -']],
    ['森林覆盖率、绿化率分别达到60%和38%。', ['森林覆盖率 60 % level -', '绿化率 38 % level -']],
    ['乡镇企业效益明显好转，利税增长12%。', ['乡镇企业利税 12 % growth -']],
    ['扎实推进新型农村养老保险试点，试点范围扩大到60%的乡镇。', ['新型农村养老保险试点范围 60 % level -']],
    [
      '集中供养孤儿基本生活标准提高到1800元，散居孤儿提高到1200元。',
      ['集中供养孤儿基本生活标准 1800 元 level -', '散居孤儿基本生活标准 1200 元 level -'],
    ],
    ['新增省级技术中心5家、累计23家。', ['省级技术中心 23 家 level -']],
    ['新增市级龙头企业5家、省级3家，累计28家。', []],
    [
      '建成高标准农田28万亩，绩效考核列全市第2位。',
      ['建成高标准农田 28 万亩 level -', '高标准农田绩效考核 2 位 rank -'],
    ],
    ['获奖数居全市第二。', []],
    ['城镇居民医保、新农合参保率均达99%。', ['城镇居民医保参保率 99 % level -', '新农合参保率 99 % level -']],
    ['实施基础设施、产业发展、社会事业、生态环保等重点项目120个、总投资300亿元。', ['重点项目总投资 300 亿元 level -']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('who did it, when and for whom', () => {
  test.each([
    [
      '中央财政去年安排补助资金251亿元，比上年增加42亿元。',
      ['中央财政安排补助资金 251 亿元 level -', '中央财政安排补助资金 42 亿元 change -'],
    ],
    ['与25家央企签署投资协议94亿元。', ['签署投资协议 94 亿元 level -']],
    [
      '铁路累计发送旅客45万人次、货物超50万吨。',
      ['铁路累计发送旅客 45 万人次 level -', '铁路累计发送货物 50 万吨 level at_least'],
    ],
    ['转移支付规模大幅增加、专项支付项目减少三分之二。', ['专项支付项目 -66.67 % growth -']],
    ['专利拥有量、商标申请量等稳居全市首位。', ['专利拥有量 1 位 rank -', '商标申请量 1 位 rank -']],
    ['改造排水、供水、燃气管网200公里以上。', ['改造排水、供水、燃气管网 200 公里 level at_least']],
    ['改造公园、健身绿道、燃气管网200公里以上。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('the deed of a list', () => {
  test.each([
    ['盘活闲置厂房12万平方米、低效用地300亩。', ['盘活闲置厂房 12 万平方米 level -', '盘活低效用地 300 亩 level -']],
    [
      '修复治理退化草原11万亩、废弃矿山9万亩。',
      ['修复治理退化草原 11 万亩 level -', '修复治理废弃矿山 9 万亩 level -'],
    ],
    ['建设用地整理4.8万亩、生态修复42.4万亩。', ['建设用地整理 4.8 万亩 level -', '生态修复 42.4 万亩 level -']],
    ['压减钢铁产能30万吨。', ['压减钢铁产能 30 万吨 level -']],
    ['义务植树超1858万株。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what a scan makes of digits', () => {
  test.each([
    ['农机总动力达25l万千瓦。', ['农机总动力 251 万千瓦 level -']],
    ['粮食总产量达3O万吨。', ['粮食总产量 30 万吨 level -']],
    ['粮食总产量达3B万吨。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('an aim that was set', () => {
  test('is an aim wherever it is told', () => {
    const { observations } = readFigures(normalise('一、2019年工作回顾\n经济增长预期目标定为8%左右。'), {
      lexicon,
      sections: [],
      report,
    });
    expect(observations.map((o) => `${o.indicator} ${o.value} ${o.measure} ${o.status}`)).toEqual([
      'gdp 8 growth target',
    ]);
  });

  test('is none that was reached', () => {
    const { observations } = readFigures(
      normalise('一、2019年工作回顾\n《规划》提出“十三五”期间单位GDP能耗降低15%、粮食产量提高5%等目标。'),
      { lexicon, sections: [], report },
    );
    expect(observations.map((o) => `${o.name} ${o.value} ${o.status} ${o.from}-${o.to}`)).toEqual([
      '单位GDP能耗 -15 target 2016-2020',
      '粮食产量 5 target 2016-2020',
    ]);
  });
});
