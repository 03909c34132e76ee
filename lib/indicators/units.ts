/** What a unit measures; figures are compared, listed and checked against the lexicon by it. */
export type Dimension =
  | 'percent'
  | 'point'
  | 'times'
  | 'money'
  | 'people'
  | 'visits'
  | 'households'
  | 'length'
  | 'area'
  | 'land'
  | 'mass'
  | 'volume'
  | 'power'
  | 'energy'
  | 'concentration'
  | 'years'
  | 'days'
  | 'count'
  | 'computing'
  | 'bare';

/** Base units by dimension. A magnitude (万, 亿) may stand before any of them and belongs to the unit as written. */
const BASES: Record<Dimension, readonly string[]> = {
  percent: ['%', '‰'],
  point: ['个百分点', '百分点', '个千分点', '千分点'],
  times: ['倍'],
  money: ['元', '美元', '美金', '港元', '欧元', '日元'],
  people: ['人', '名'],
  visits: ['人次', '户次'],
  households: ['户'],
  length: ['公里', '千米', '米', '海里', '华里', '里'],
  area: ['平方公里', '平方千米', '平方米', '公顷'],
  land: ['亩次', '亩'],
  mass: [
    '吨标准煤',
    '吨标煤',
    '吨',
    '公斤',
    '千克',
    '斤',
    '担',
    '公担',
    '克',
    '标箱',
    '标准箱',
    'TEU',
    '载重吨',
    '综合吨',
    '总吨',
  ],
  volume: ['立方米', '方', '立方'],
  power: ['千瓦', '瓦', '千伏安', '兆瓦'],
  energy: ['千瓦时', '瓦时', '度'],
  concentration: [
    '微克',
    '毫克',
    '微克/立方米',
    '毫克/立方米',
    '毫克/升',
    '吨/日',
    '立方米/日',
    '吨/年',
    '件/万人',
    '元/人',
    '元/平方米',
    '元/吨',
    '元/公斤',
    '元/千瓦时',
    '元/立方米',
    '分/千瓦时',
    '分/立方米',
    '分/公斤',
    '公斤/亩',
    '斤/亩',
    '立方米/秒',
    '吨/小时',
    '人/平方公里',
    '平方米/人',
    '/10万',
  ],
  years: ['岁', '年'],
  days: ['天'],
  count: [
    ...[
      '家',
      '个',
      '所',
      '件',
      '项',
      '条',
      '座',
      '处',
      '条段',
      '类',
      '宗',
      '批',
      '艘',
      '架',
      '列',
      '辆',
      '台',
      '部',
      '张',
    ],
    ...['套', '间', '头只', '头', '只', '羽', '册', '篇', '株', '棵', '片', '场', '例', '起', '次', '支'],
    ...['种', '款', '笔', '幢', '栋', '架次', '列次', '辆次', '场次', '班次', '批次', '件次', '门', '期', '袋', '锭'],
  ],
  // 算力规模突破10万P
  computing: ['EFLOPS', 'EFlops', 'Eflops', 'PFLOPS', 'PFlops', 'P'],
  // 人口1.5亿左右, 突破5万关口: the name says of what.
  bare: [],
};

const DIMENSION = new Map<string, Dimension>();
for (const [dimension, bases] of Object.entries(BASES)) {
  for (const base of bases) DIMENSION.set(base, dimension as Dimension);
}

const escaped = [...DIMENSION.keys()].sort((a, b) => b.length - a.length).join('|');
const UNIT = new RegExp(
  `(多|余)?(万[多余]亿|万亿|千亿|百亿|亿|千万|百万|十万|万|千|百)?(多|余)?(${escaped})(?!(?<=台)[阶胞商]|(?<=户)籍|(?<=个)(?:月|季度|小时|工作日|交易日)|(?<=个)体(?=工商|私营|经营|户)|(?<=名)[师校优特]|(?<=P)[A-Za-z\\d])(?:人民币)?`,
  'y',
);

/** A magnitude alone, where nothing that it could count follows. */
const BARE =
  /(多|余)?(万亿|亿|万)(多|余)?(?=$|[，；、]|左右|以上|以内|以下|[两三四]?个?大?(?:大关|关口|台阶)|(?:增加|提高|上升|增长|扩大|减少|下降)[到至])/y;

/** A magnitude before people or households that are named by a noun and no unit: 4386万异地务工人员, 510万沼气用户. A measure word after it is none of them. */
const HEADS =
  /(多|余)?(万|亿)(多|余)?(?=(?!国(?!有|企)|[平级吨盏枚颗顶双副桌桶袋瓶箱盒包本幅块面粒窝匹峰尾股期轮届时分秒字页卷杯步口])[\u4e00-\u9fff“”]{0,10}?(?:人员|学生|孩子|儿童|农民|农牧民|游牧民|渔民|[茶果菜棉蔗烟药花咖胶蚕]农|群众|居民|市民|人口|毕业生|职工|工人|劳动力|劳动者|老人|老年人|妇女|残疾人|青年|党员|干部|志愿者|务工者|移民|群体|游客|考生|在校生|大学生|纳税人|消费者|(农户|用户|贫困户|住户)))/y;

export interface Unit {
  /** As written, without 多 and 余: '万亿元', '个百分点'. */
  text: string;
  dimension: Dimension;
  /** 多 or 余 stands in it: the number is a floor. */
  over: boolean;
  end: number;
}

/** The unit that starts exactly at `start`, or null. */
export function unitAt(text: string, start: number): Unit | null {
  UNIT.lastIndex = start;
  const match = text.startsWith('个亿', start) ? null : UNIT.exec(text);
  if (!match) return bareAt(text, start);
  const base = match[4]!;
  // 3万多亿元
  const magnitude = (match[2] ?? '').replace(/[多余]/, '');
  return {
    text: magnitude + base,
    dimension: DIMENSION.get(base)!,
    over: Boolean(match[1] || match[3]) || magnitude !== (match[2] ?? ''),
    // Some sites print the sign twice.
    end: start + match[0].length + (base === '%' && text[start + match[0].length] === '%' ? 1 : 0),
  };
}

const SIZES: Record<string, number> = { 万亿: 1e12, 亿: 1e8, 千万: 1e7, 百万: 1e6, 万: 1e4, 千: 1e3, 百: 100 };
const SIZE = /^(?:万亿|千万|百万|[亿万千百])/;

/** How many of the base unit one of `unit` is: 10000 of 万元, 1 of 元. */
export function sizeOf(unit: string): number {
  const magnitude = SIZE.exec(unit)?.[0];
  return magnitude === undefined ? 1 : SIZES[magnitude]!;
}

/** 2个亿: money, where nothing that it could count follows. */
const HUNDRED_MILLIONS = /个亿(?:元)?(?=$|[，；、。]|左右|以上|以内|以下)/y;

function bareAt(text: string, start: number): Unit | null {
  HUNDRED_MILLIONS.lastIndex = start;
  if (HUNDRED_MILLIONS.test(text))
    return { text: '亿元', dimension: 'money', over: false, end: HUNDRED_MILLIONS.lastIndex };
  HEADS.lastIndex = start;
  const heads = HEADS.exec(text);
  if (heads) {
    const end = start + heads[0].length;
    const over = Boolean(heads[1] || heads[3]);
    return heads[4] === undefined
      ? { text: `${heads[2]!}人`, dimension: 'people', over, end }
      : { text: `${heads[2]!}户`, dimension: 'households', over, end };
  }
  BARE.lastIndex = start;
  const match = BARE.exec(text);
  if (!match) return null;
  return { text: match[2]!, dimension: 'bare', over: Boolean(match[1] || match[3]), end: start + match[0].length };
}

/** The dimension of a unit as the lexicon or an observation writes it, null for 'ratio' and unknown units. */
export function dimensionOf(unit: string): Dimension | null {
  const found = unitAt(unit, 0);
  return found && found.end === unit.length ? found.dimension : null;
}

const MAGNITUDES: Record<string, number> = {
  百: 1e2,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
};

/**
 * Units that are fixed multiples of another one, by the State Council's order on legal units of measurement of 1984 and
 * its order of 1959, which sets the 斤 at half a kilogram. Currencies are none: nobody but a bank converts them.
 */
const SAME_AS: Record<string, [base: string, factor: number]> = {
  名: ['人', 1],
  百分点: ['个百分点', 1],
  '‰': ['%', 0.1],
  美金: ['美元', 1],
  千米: ['公里', 1],
  米: ['公里', 1e-3],
  里: ['公里', 0.5],
  华里: ['公里', 0.5],
  平方千米: ['平方公里', 1],
  公顷: ['平方公里', 1e-2],
  平方米: ['平方公里', 1e-6],
  吨标煤: ['吨标准煤', 1],
  公斤: ['吨', 1e-3],
  千克: ['吨', 1e-3],
  斤: ['吨', 5e-4],
  克: ['吨', 1e-6],
  标准箱: ['标箱', 1],
  TEU: ['标箱', 1],
  方: ['立方米', 1],
  立方: ['立方米', 1],
  千瓦: ['瓦', 1e3],
  兆瓦: ['瓦', 1e6],
  千瓦时: ['瓦时', 1e3],
  度: ['瓦时', 1e3],
};

/**
 * What a unit counts and how many of it, as the lexicon or an observation writes it: 万亿元 is 1e12 of 元, 亿斤 5e4 of 吨.
 * Units of one base convert into one another. Null for 'ratio', ranks and unknown units.
 */
export function scaleOf(unit: string): { base: string; factor: number } | null {
  UNIT.lastIndex = 0;
  const match = UNIT.exec(unit);
  if (!match || UNIT.lastIndex !== unit.length || /[多余]/.test(unit)) return null;
  const [base, factor] = SAME_AS[match[4]!] ?? [match[4]!, 1];
  return { base, factor: factor * (match[2] ? MAGNITUDES[match[2]]! : 1) };
}

/** A value in another unit, rounded to twelve digits (1.2 万亿元 is 12000 亿元); null where the units don't convert. */
export function convert(value: number, from: string, to: string): number | null {
  if (from === to) return value;
  const [have, want] = [scaleOf(from), scaleOf(to)];
  if (!have || !want || have.base !== want.base) return null;
  return Number(((value * have.factor) / want.factor).toPrecision(12));
}
