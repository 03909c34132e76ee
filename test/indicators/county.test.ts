import { describe, expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const report: ReportIdentity = { title: '', place: '青石县', level: 'county', year: 2020, reviewYear: 2019 };

/** 'indicator name value unit measure' of each observation. */
function read(text: string): string[] {
  const observations = readText(text, report);
  return observations.map((o) => `${o.indicator ?? '-'} ${o.name} ${o.value} ${o.unit} ${o.measure}`);
}

describe('new firms are counted, whatever else is done is not', () => {
  test.each([
    [
      '全年新登记市场主体3400户，比上年增长12%，其中企业820户、个体工商户2510户。',
      [
        'market_entities 市场主体 3400 户 change',
        '- 新登记市场主体 12 % growth',
        '- 新登记企业 820 户 level',
        '- 新登记个体工商户 2510 户 level',
      ],
    ],
    [
      '新认定高新技术企业42家，净增31家，达到180家。',
      [
        'hightech_firms 高新技术企业 42 家 change',
        'hightech_firms 高新技术企业 31 家 change',
        'hightech_firms 高新技术企业 180 家 level',
      ],
    ],
    [
      '新增市场主体3484户，增幅排名全市第一。',
      ['market_entities 市场主体 3484 户 change', 'market_entities 市场主体 1 位 rank'],
    ],
    ['新增专精特新企业21家，累计达到120家。', ['- 新增专精特新企业 21 家 level', '- 专精特新企业 120 家 level']],
    [
      '新增专精特新企业21家、上市公司3家，累计达到120家。',
      ['- 新增专精特新企业 21 家 level', '- 新增上市公司 3 家 level'],
    ],
    [
      '新增规上工业企业30家、高新技术企业35家、专精特新企业15家，培育产值超50亿元企业1家。',
      [
        'designated_firms 规上工业企业 30 家 change',
        'hightech_firms 高新技术企业 35 家 change',
        '- 新增专精特新企业 15 家 level',
      ],
    ],
    [
      '净增市场主体2.3万户、增长8.2%。',
      ['market_entities 市场主体 2.3 万户 change', 'market_entities 市场主体 8.2 % growth'],
    ],
    [
      '2018年，新增高新技术企业12家，2019年新增15家。',
      ['hightech_firms 高新技术企业 12 家 change', 'hightech_firms 高新技术企业 15 家 change'],
    ],
    ['新增36家规上工业企业。', ['designated_firms 规上工业企业 36 家 change']],
    ['专精特新企业新增8家。', ['- 新增专精特新企业 8 家 level']],
    ['建成公园9个，新建学校20所，新增项目100个，引进项目30个，新引进企业20家。', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('what villages and towns tell', () => {
  test.each([
    [
      '5236户18974人稳定脱贫，剩余327户896人全部脱贫。',
      [
        '- 脱贫户 5236 户 level',
        'poverty_lifted 脱贫人口 18974 人 level',
        '- 脱贫户 327 户 level',
        'poverty_lifted 脱贫人口 896 人 level',
      ],
    ],
    [
      '年出栏生猪36.5万头、山羊1.9万只，家禽出笼120万羽。',
      ['- 年出栏生猪 36.5 万头 level', '- 年出栏山羊 1.9 万只 level', '- 家禽出笼 120 万羽 level'],
    ],
    ['累计脱贫2.6万户9.8万人。', ['- 脱贫户 2.6 万户 level', 'poverty_lifted 脱贫 9.8 万人 level']],
    ['解决了2.3万人和1.1万头大牲畜的饮水困难。', ['- 解决饮水困难 2.3 万人 level']],
    [
      '限上批发、零售业销售额和住宿、餐饮业营业额分别增长12.1%、9.8%、8.8%、10.6%。',
      [
        '- 限上批发业销售额 12.1 % growth',
        '- 限上零售业销售额 9.8 % growth',
        '- 限上住宿业营业额 8.8 % growth',
        '- 限上餐饮业营业额 10.6 % growth',
      ],
    ],
    ['发放低保金、五保供养金、救灾款等共计1043万元。', ['- 发放低保金、五保供养金、救灾款 1043 万元 level']],
    [
      '农民人均纯收入达到3680元，增长16.2%，其中劳务收入占48%。',
      [
        'income_rural 农民人均纯收入 3680 元 level',
        'income_rural 农民人均纯收入 16.2 % growth',
        '- 劳务收入占农民人均纯收入比重 48 % level',
      ],
    ],
    ['投入1.2亿元实施“全面改薄”项目73个。', ['- 投入实施“全面改薄”项目 1.2 亿元 level']],
    ['实施城建重点工程56项，完成投资85亿元。', ['- 城建重点工程投资 85 亿元 level']],
    ['为65岁以上老人免费体检1.2万人次。', ['- 65岁以上老人免费体检 1.2 万人次 level']],
    ['地区生产总值接连跨越三个百亿台阶，2019年达到336亿元。', ['gdp 地区生产总值 336 亿元 level']],
    [
      '新增养老床位300张、托位450个，新增公共停车泊位500个。',
      ['- 新增养老床位 300 张 level', '- 新增托位 450 个 level', '- 新增公共停车泊位 500 个 level'],
    ],
    ['3个国控断面水质优良比例达到100%。', ['surface_water 国控断面水质优良比例 100 % level']],
    [
      '平均办理时限压缩82%，刑事案件发案率下降8.4%。',
      ['- 平均办理时限 -82 % growth', '- 刑事案件发案率 -8.4 % growth'],
    ],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('whose a bare name is', () => {
  test.each([
    [
      '民营经济增加值占GDP比重达62.3%；实现税收4.6亿元，占税收总额的68%。',
      [
        '- 民营经济增加值占GDP比重 62.3 % level',
        '- 民营经济税收 4.6 亿元 level',
        '- 民营经济税收占税收总额比重 68 % level',
      ],
    ],
    [
      '社会消费品零售总额达9.8亿元，其中城镇6.2亿元，农村3.6亿元。',
      [
        'retail_sales 社会消费品零售总额 9.8 亿元 level',
        '- 城镇零售总额 6.2 亿元 level',
        '- 农村零售总额 3.6 亿元 level',
      ],
    ],
    ['新引进项目36个，其中亿元以上项目12个，合同引资82亿元。', ['- 合同引资 82 亿元 level']],
    ['发放小额信贷3600万元、惠及726户。', ['- 发放小额信贷 3600 万元 level', '- 发放小额信贷惠及 726 户 level']],
    ['高考二本以上上线1126人，上线率62%。', ['- 高考二本以上上线 1126 人 level', '- 高考二本以上上线率 62 % level']],
    ['发生生产安全事故18起、死亡7人。', ['- 生产安全事故死亡 7 人 level']],
    ['新建蔬菜大棚320座、面积860亩。', ['- 新建蔬菜大棚面积 860 亩 level']],
    ['新发展核桃3万亩、苹果1.5万亩。', ['- 新发展核桃 3 万亩 level', '- 新发展苹果 1.5 万亩 level']],
    ['新增学位2160个、普惠托位300个。', ['school_places 新增学位 2160 个 level', '- 新增普惠托位 300 个 level']],
    [
      '高新技术企业达46家，科技型中小企业136家。',
      ['hightech_firms 高新技术企业 46 家 level', '- 科技型中小企业 136 家 level'],
    ],
    ['新增高新技术企业6家，科技型中小企业36家。', ['hightech_firms 高新技术企业 6 家 change']],
    ['争取中央、省预算内资金3.6亿元。', ['- 争取中央、省预算内资金 3.6 亿元 level']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});
