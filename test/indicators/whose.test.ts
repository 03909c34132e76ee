import { describe, expect, test } from 'vitest';
import type { ReportIdentity } from '../../lib/report/types';
import { readText } from './readText';

const report: ReportIdentity = { title: '', place: '清溪市', level: 'prefecture', year: 2021, reviewYear: 2020 };

/** '消费品以旧换新拉动消费 39 亿元 level' */
function read(text: string, part: { plan?: boolean } = {}): string[] {
  return readText(text, report, part).map(({ name, value, unit, measure, bound }) =>
    [name, value, unit, measure, ...(bound ? [bound] : [])].join(' '),
  );
}

/** 'air_quality_days 90 % 湘中城市群' */
function placed(text: string): string[] {
  return readText(text, report, {}).map(({ indicator, name, value, unit, refArea }) =>
    [indicator ?? name, value, unit, refArea].join(' '),
  );
}

describe('a figure that leans on the statement before is named with it', () => {
  test.each<[string, string[]]>([
    [
      '全面落实家电以旧换新政策，享受补贴4.3万人次、拉动消费近3.9亿元。',
      ['家电以旧换新享受补贴 4.3 万人次 level', '家电以旧换新拉动消费 3.9 亿元 level about'],
    ],
    ['成功举办第三届油茶博览会，签约总金额61亿元。', ['第三届油茶博览会签约总金额 61 亿元 level']],
    ['自贸片区建设高效推进，新增企业850家。', ['新增自贸片区企业 850 家 level']],
    ['各项任务全面铺开，新增企业850家。', ['新增企业 850 家 level']],
    ['建立残疾人护理补贴制度，惠及2.1万人。', ['残疾人护理补贴惠及 2.1 万人 level']],
    ['移动游戏产业从零起步，营业收入突破9亿元。', ['移动游戏产业营业收入 9 亿元 level at_least']],
    ['开展林权抵押贷款，年末余额达到8000万元。', ['林权抵押贷款余额 8000 万元 level']],
    ['中央安排3亿元国债资金支持乡镇卫生院建设。', ['国债资金支持乡镇卫生院建设 3 亿元 level']],
    ['安排1.2亿元技改专项资金支持中小企业。', ['技改专项资金 1.2 亿元 level']],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('a share among what was just told is a share of it', () => {
    expect(read('新增电力装机200万千瓦，其中绿色能源占比60%以上。')).toEqual([
      '新增电力装机 200 万千瓦 level',
      '绿色能源占新增电力装机比重 60 % level at_least',
    ]);
  });

  test('shares of two quantities told one after the other', () => {
    expect(read('主营业务收入12亿元，税收3.7亿元，分别占规模工业的68%和54%。').slice(2)).toEqual([
      '主营业务收入占规模工业比重 68 % level',
      '税收占规模工业比重 54 % level',
    ]);
  });
});

describe('names that share a word of the list', () => {
  test.each<[string, string[]]>([
    [
      '白水机场航空货邮和旅客吞吐量分别达到4.2万吨、125万人次。',
      ['白水机场航空货邮吞吐量 4.2 万吨 level', '白水机场旅客吞吐量 125 万人次 level'],
    ],
    [
      '单位生产总值用水量、能耗、二氧化碳排放量分别下降23%、15%、18%。',
      ['单位生产总值用水量 -23 % growth', '单位生产总值能耗 -15 % growth', '单位生产总值二氧化碳排放量 -18 % growth'],
    ],
    [
      '早籼稻、粳稻最低收购价每50公斤分别提高3元、10元。',
      ['早籼稻最低收购价 3 元 change', '粳稻最低收购价 10 元 change'],
    ],
    [
      '办理人大代表建议86件、政协提案12件，满意率、办结率达100%。',
      ['人大代表建议和政协提案满意率 100 % level', '人大代表建议和政协提案办结率 100 % level'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));
});

describe('where it was measured, and when', () => {
  test('the air of a group of cities is not that of the whole area', () => {
    expect(placed('湘中城市群空气质量明显改善，空气质量优良天数比例达90%，PM2.5下降14.9%。')).toEqual([
      'air_quality_days 90 % 湘中城市群',
      'pm25 -14.9 % 湘中城市群',
    ]);
  });

  test('全国 in the name of games is no area', () => {
    expect(placed('全国中学生运动会获奖数居第1位。')).toEqual(['全国中学生运动会获奖数 1 位 清溪市']);
  });

  test('the airport of the place is all the airports that it has', () => {
    expect(placed('清溪机场旅客吞吐量125万人次。')).toEqual(['airport_passengers 125 万人次 清溪市']);
  });

  test('近三年 inside a paragraph holds for its sentence', () => {
    const [, ...after] = readText(
      '公共卫生体系得到加强，近三年，市县财政投入疾控资金5亿元。合作医疗惠及农民177万人。',
      report,
      {},
    );
    expect(after.map(({ from, to }) => [from, to])).toEqual([[2020, 2020]]);
  });
});

describe('what is no figure, or none of the kind that it seems', () => {
  test.each<[string, string[]]>([
    ['重点项目完成投资140亿元、投资完成率129.6%。', ['重点项目投资 140 亿元 level']],
    ['开工改造老旧小区287个、居全省第5位。', ['开工改造老旧小区 5 位 rank']],
    [
      '规模工业企业由46家发展到97家，完成增加值28亿元。',
      ['规模工业企业 46 家 level', '规模工业企业 97 家 level', '规模工业企业增加值 28 亿元 level'],
    ],
    ['人均地区生产总值突破5万关口。', ['人均地区生产总值 5 万元 level at_least']],
    ['贫困发生率由11.3%降至零。', ['贫困发生率 11.3 % level', '贫困发生率 0 % level']],
    ['工商业电价下降1分/千瓦时。', ['工商业电价 -1 分/千瓦时 change']],
    ['旅游业在全市经济总量中占到三成。', ['旅游业占全市经济总量比重 30 % level']],
    [
      '科技型中小企业达到5万家，其中科技小巨人企业2380家。',
      ['科技型中小企业 5 万家 level', '科技小巨人企业 2380 家 level'],
    ],
    [
      '认定省级专精特新中小企业24户、“三高”企业47户。',
      ['认定省级专精特新中小企业 24 户 level', '认定“三高”企业 47 户 level'],
    ],
    [
      '集聚上下游企业140余家，1.2万户市场主体直接受益。',
      ['集聚上下游企业 140 家 level at_least', '市场主体直接受益 1.2 万户 level'],
    ],
    ['募集超600个就业见习岗位。', ['募集就业见习岗位 600 个 level at_least']],
    [
      '培育省级专精特新中小企业3家、瞪羚企业2家，培育家庭农场8家。',
      ['培育省级专精特新中小企业 3 家 level', '培育瞪羚企业 2 家 level'],
    ],
    ['每县至少培育1家省级龙头企业。', []],
    ['处置“僵尸企业”87户。', []],
    ['压减燃煤60万吨。', ['燃煤 -60 万吨 change']],
    ['会议费、招待费比上年压缩10%。', ['会议费、招待费 -10 % growth']],
    ['玉米面积由20万亩调减至15万亩。', ['玉米面积 20 万亩 level', '玉米面积 15 万亩 level']],
    ['新增幼儿园和义务教育学位1200个。', ['新增幼儿园和义务教育学位 1200 个 level']],
    ['3至11周岁人群疫苗接种率达到95%以上。', ['3至11周岁人群疫苗接种率 95 % level at_least']],
    ['推进老旧小区改造，年内完成改造面积86万平方米。', ['老旧小区改造面积 86 万平方米 level']],
    ['抓好城乡居民医疗保险征缴工作，参保率保持在98%以上。', ['城乡居民医疗保险参保率 98 % level at_least']],
    [
      '主营业务收入过百亿元的企业新增3家，达到9家。',
      ['新增主营业务收入过百亿元的企业 3 家 level', '主营业务收入过百亿元的企业 9 家 level'],
    ],
    ['每户至少培训1人、转移就业1人，农民人均纯收入增长8%。', ['农民人均纯收入 8 % growth']],
    ['平均每年城镇新增就业超过10万人、转移农业劳动力8万人。', []],
    ['每个贫困村安排不少于100万元的产业发展资金。', []],
    ['时速200公里以上铁路里程达到120公里。', []],
    ['两年改造5万平方米以上集中连片棚户区13片。', []],
    ['总投资2.8亿元的云陵大桥年内完成主体工程。', ['云陵大桥总投资 2.8 亿元 level']],
    ['投资860万元建成城关大桥。', ['城关大桥投资 860 万元 level']],
    ['党政机关共精简行政编制160名。', ['党政机关行政编制 -160 名 change']],
    ['增加普通高中学位3000个。', ['增加普通高中学位 3000 个 level']],
    [
      '500万元以上固定资产投资88亿元，增长24.3%。',
      ['500万元以上固定资产投资 88 亿元 level', '500万元以上固定资产投资 24.3 % growth'],
    ],
    ['粮食总产量连续5年超千亿斤。', ['粮食总产量 1000 亿斤 level at_least']],
    [
      'PM2.5年均浓度降至58微克/立方米，同比改善6.5%。',
      ['PM2.5年均浓度 58 微克/立方米 level', 'PM2.5年均浓度 -6.5 % growth'],
    ],
    ['地区生产总值连续跨越300亿元、400亿元台阶，达到436亿元。', ['地区生产总值 436 亿元 level']],
    [
      '高速公路完成投资48亿元，新增通车里程56公里，总里程突破450公里。',
      ['高速公路投资 48 亿元 level', '高速公路通车里程 56 公里 change', '高速公路总里程 450 公里 level at_least'],
    ],
    [
      '扩大农村低保范围，补差标准由每人每月30元提高到40元。',
      ['农村低保补差标准 30 元 level', '农村低保补差标准 40 元 level'],
    ],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test('a loss that became a profit is two amounts of two years', () => {
    const made = readText('国有工业企业由上年净亏损3.2亿元转为盈利6.8亿元。', report, {});
    expect(made.map(({ name, value, from }) => [name, value, from])).toEqual([
      ['国有工业企业净亏损', 3.2, 2019],
      ['国有工业企业盈利', 6.8, 2020],
    ]);
  });

  test('how many will leave the colleges is expected and nobody’s aim', () => {
    expect(readText('今年高校毕业生8.2万人，再创历史新高。', report, { plan: true })[0]).toMatchObject({
      status: 'estimate',
      from: 2021,
    });
  });
});
