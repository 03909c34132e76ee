import type { Indicator } from './types';
import { type Dimension, dimensionOf } from './units';

/** An indicator with what reading needs to know of it. */
export interface Entry extends Indicator {
  dimensions: ReadonlySet<Dimension | 'ratio'>;
  /** Its level is itself a rate or a share: 4% is a level, and a rise is counted in percentage points. */
  rate: boolean;
}

/** The lexicon by name. Matching is of whole names only: a name with one more word in it is another indicator. */
export interface Lexicon {
  find(name: string): Entry | null;
  /** A name that stands for the indicator only where a growth is said of it (经济增长5%, 进出口增长5%). */
  findForGrowth(name: string): Entry | null;
  byId(id: string): Entry | null;
  /** False where no name that `find` knows can end like a phrase: it costs nothing to ask, while a name not found costs much. */
  mayEnd(phrase: string): boolean;
  /** The longest name as it stands in the lexicon that a phrase begins with. */
  startOf(phrase: string): { name: string; entry: Entry } | null;
}

/** Words inside a name that change nothing in what it names. */
const SILENT = /[“”"·的\s]|年末|期末|本外币|总量$|总数$|总规模$|规模$|均值$|数量$|总额$|总值$|人数$/g;

/**
 * Spellings that change nothing in what a name says, folded in this order. What is left must still be a whole name of
 * the lexicon, folded the same way. Before each pattern stands what every match of it has in it: a word is looked for
 * much faster than a pattern is made and tried.
 */
const FOLDS: [sign: string, pattern: RegExp, by: string][] = [
  ['', SILENT, ''],
  ['人平', /人平(?!均)/, '人均'],
  ['人均', /年人均|人均年(?=纯收入|可支配)/, '人均'],
  ['按常住', /^按常住人口(?:计算)?的?(?=人均)/, ''],
  ['家庭', /(?<=居民|农民|牧民)家庭(?=人均)/, ''],
  [
    '',
    /^(?:全社会)?(?:研究与试验发展|研究与开发|研究开发|研发|R&?D)(?:经费|费用)?(?:投入|支出)?(?:总量)?(?=相当于|占|强度)/,
    '研发',
  ],
  ['相当于', /相当于/, '占'],
  ['税', /^(?:地方)?(?:一般公共预算|公共财政预算|公共财政|一般预算|财政)收入中的?税收(?:收入)?(?=占比$|比重$)/, '税收'],
  [
    '民生',
    /^(?:地方)?(?:一般公共预算|公共财政|一般预算|财政)支出(?:用于|投向|投入)(?:保障和改善)?民生(?:领域|事业|方面|支出)?$/,
    '民生支出占财政支出比重',
  ],
  // 服务业在国内生产总值中的比重
  ['在', /(?<=^[^占在]{2,12})在([^占在中]{2,12})中(?:所占)?(?=比重$|比例$|份额$)/, '占$1'],
  ['增加值占', /增加值(?=占)/, ''],
  ['产业', /^([一二三])产业/, '第$1产业'],
  [
    '民生',
    /^(?:财政用于[^占]{2,24}等|累计)?(?:(?:各级)?财政|一般公共预算)?(?:投入|用于|投向)?民生(?:方面|领域|事业|类)?(?:支出|资金|投入)(?=占)/,
    '民生支出',
  ],
  [
    '民生支出占',
    /(?<=^民生支出占)(?:全[市县区])?(?:地方)?(?:一般公共预算|一般预算|公共财政预算|公共财政|财政总|财政)支出/,
    '财政支出',
  ],
  [
    '占',
    /^(?:地方)?税(?:收|性)?(?:收入)?占(?:地方)?(?:一般公共预算|一般公共财政预算|公共财政预算|公共财政|一般预算|财政一般预算)收入(?=比重|比例)/,
    '税收占一般公共预算收入',
  ],
  // One budget under the names of 1994, 2002, 2012 and 2015.
  [
    '预算',
    /^(?=.{0,4}(?:一般|公共|地方财政))(?:地方)?(?:公共)?(?:财政)?(?:一般)?(?:公共)?(?:财政)?预算内?(?:财政)?(?=(?:收入|支出)$)/,
    '一般公共预算',
  ],
  ['占全', /(?<=占)全[国省市县区州]/, ''],
  ['比例', /(?<=占.{1,12})比例$/, '比重'],
  ['经济', /(?<=占)(?:国民经济|经济总量|经济)(?=比重$)/, '生产总值'],
  ['', /地区生产总值|国内生产总值|GDP/g, '生产总值'],
  ['消费', /^(?:最终)?消费(?:支出)?对(?:经济|生产总值)(?:增长)?的?贡献率$/, '消费对经济增长贡献率'],
  ['人口', /^(?:城镇人口占(?:总|常住)人口的?(?:比重|比例)|(?:常住)?人口城[镇市]化(?:率|水平))$/, '城镇化率'],
  ['居民消费价格', /^(?:城市|城镇|城乡)(?=居民消费价格)/, ''],
  // Both are counted among the firms of designated size and nowhere else.
  ['技术', /^(?:规模以上|规上)(?=(?:高新技术产业|高技术产业|高技术制造业)增加值$)/, ''],
  ['投资', /(?<=投资)(?:完成)?额$/, ''],
  ['企业', /(?<=企业)(?:户数|家数|个数)$/, ''],
  ['商事', /商事(?:登记)?主体/, '市场主体'],
  ['能', /综合能耗|能源消耗/, '能耗'],
  ['生产总值能耗', /^(?:万元|单位)(?=生产总值能耗)/, '单位'],
  // Until 2006 the industry of designated size took in every state-owned firm, and its name said so.
  ['国有', /^(?:全部)?国有(?:企业)?[及和与]规模以上非国有(?=工业)/, '规模'],
  ['工业', /规模以上(?=工业)|规上(?=工业)/, '规模'],
  ['规模工业', /(?<=^规模工业)(?:企业)?(?:工业)?(?=增加值)/, ''],
  [
    '转移',
    /^(?=.*转移)(?=.*(?:农|富余|剩余))(?:新增)?(?:转移)?(?:就业)?(?:农村|农业|农牧区)?(?:富余|剩余)?劳动?力(?:实现)?(?:转移)?(?:就业)?$/,
    '农村劳动力转移就业',
  ],
  ['贫困', /^(?:剩余|其余|最后)的?(?=贫困(?:人口|群众))/, ''],
  ['脱贫', /(?<=贫困人口|贫困群众|^)(?:实现|稳定|全部|全面|如期|顺利){1,2}(?=脱贫$)/, ''],
  ['贫困群众', /(?<=贫困)群众(?=脱贫$)/, '人口'],
  ['主体', /^(?:实有|存量|登记在册|在册|在营|登记注册|注册登记|各类){1,3}(?=(?:市场|经营)(?:经营)?主体)/, ''],
  ['主体', /(?<=(?:市场|经营)主体)(?:保有量|存量)$/, ''],
  [
    '接待',
    /^接待(?:国内外|海内外|境内外|省内外|中外|各类|各地|八方|四方)?(?:游客|旅游者|旅游(?=总?人))(?:总?(?:人次数?|人数|数量?|量))?$/,
    '接待游客',
  ],
  [
    '',
    /^(?:地级(?:及以上|以上)?城市|[市州]{1,3}所在城市|设区城市|设区市)?(?:空气|环境空气)?(?:细颗粒物|PM2\.5)(?:年?平?均)?(?:浓度)?均?值?$/,
    'PM2.5浓度',
  ],
  ['游', /^(?:游客|旅游者?)(?:接待)?总?(?:人数|人次数?)$/, '接待游客'],
  ['旅客', /^(?:民用|民航|运输|航空港|空港){1,3}(?:机场)?(?=旅客(?:年)?吞吐量$)/, '机场'],
  ['技术合同', /^(?:认定登记)?(?:的)?技术合同(?:认定)?(?:登记)?(?:成交|交易)总?(?:金额|额)$/, '技术合同成交额'],
  [
    '千',
    /^每?千名?(?:常住)?人口?(?:均)?(?:拥有)?(?:医疗(?:卫生)?(?:服务)?(?:机构)?)(?:床位|病床)数?$/,
    '千人医疗床位数',
  ],
  ['常住居民', /常住(?=居民)/, ''],
  [
    '款余额',
    /^(?:全部|各|辖[区内]|境内)?(?:银行业?|银行业金融机构|银行机构|金融机构)?(?:年末)?(?:本外币|人民币)?(?:各项)?(?=[存贷]款余额$)/,
    '',
  ],
  ['空气', /环境空气|空气质量/, '空气'],
  [
    '空气',
    /^(?:设区城市|设区市|(?:县级|地级)(?:及以上|以上)?城市|[市州]{1,3}(?:政府)?(?:所在|中心)城市|城市|市区)?(?=空气)|^空气质量/,
    '',
  ],
  ['流域', /^(?:主要|重点)流域(?=国[考控]断面)/, ''],
  [
    '类',
    /(?:达到或好于)?(?:I|Ⅰ)[-—–~至到]{1,2}(?:III|Ⅲ)类(?:以上)?(?:水质|水体|断面)(?:断面)?(?=比例|占比|率)/,
    '优良水质',
  ],
  [
    '',
    /^(?=.*(?:地表水|国[考控]|国家考核))(?:主要|重点)?(?:流域)?(?:国家考核|国[考控])?(?:地表水)?(?:国家考核|国[考控]|考核|监测)?(?:断面)?(?:水质|水体)?(?:优良|(?:水质)?达到或?(?:好于|优于)(?:Ⅲ|III|三)类)(?:水质|水体|断面){0,2}(?:比例|比率|率|占比)$/,
    '国考断面优良水质比例',
  ],
  [
    '天数占',
    /^(?:市区|城区|城市)?(?:空气)?(?:质量)?(?:(?:达到或)?好于二级|二级和好于二级|二级以上|优良)(?:以上)?(?:标准)?的?天数占全年总?天数(?=比重$|比例$)/,
    '空气优良天数',
  ],
  ['优良', /优良天数(?:比例|比重|比率|占比|率)$|(?<=空气)优良(?:比例|比率|占比)$/, '优良率'],
  ['口', /^(?:对外贸易|外贸|货物贸易|货物|海关)(?=进出口|出口|进口)/, ''],
  ['实际', /^实际(?:利用|使用|吸收|到位|到账)(?:外资|外商(?:直接)?投资|境外资金)(?:金额|额|资金)?$/, '实际利用外资'],
  [
    '产',
    /^(?:国民经济)?(?:三次产业|三大产业|一、?二、?三次?产业?|第一、第?二、第?三次?产业)(?:增加值)?(?:结构|构成)?(?:比例|比重|比值|之比|比|结构|构成)(?:关系)?$/,
    '三次产业结构',
  ],
  ['口', /(?<=进出口|出口|进口)(?:贸易)?(?:额|贸易|总金额|值)?$/, ''],
];

/** What the foldings take off a name's end, or put another ending in place of, ends with one of these. */
const FOLDED_ENDS = '“”"·的末币量数模额值例率比易 \t\n\r';

function key(name: string): string {
  let folded = name;
  for (const [sign, pattern, by] of FOLDS) if (folded.includes(sign)) folded = folded.replace(pattern, by);
  return folded;
}

/** For its name and each of its aliases the folded spelling, '' where folding changes nothing. */
export function foldedNames({ name, aliases }: Indicator): string[] {
  return [name, ...aliases].map((spelling) => (key(spelling) === spelling ? '' : key(spelling)));
}

/** No name of an indicator comes near this. */
const LONGEST_NAME = 40;
/** Phrases whose answer is kept: a few reports' worth. */
const REMEMBERED = 20_000;

const built = new WeakMap<readonly Indicator[], Lexicon>();

/** The lookup of a lexicon, built once for each list of entries; parsing the YAML is the compiler's work. */
export function lexiconOf(indicators: readonly Indicator[]): Lexicon {
  const known = built.get(indicators);
  if (known) return known;
  const lexicon = buildLexicon(indicators);
  built.set(indicators, lexicon);
  return lexicon;
}

function buildLexicon(indicators: readonly Indicator[]): Lexicon {
  const exact = new Map<string, Entry>();
  const loose = new Map<string, Entry>();
  const growth = new Map<string, Entry>();
  const ids = new Map<string, Entry>();
  for (const indicator of indicators) {
    const dimensions = new Set<Dimension | 'ratio'>();
    for (const unit of indicator.unit) {
      const dimension = unit === 'ratio' ? 'ratio' : dimensionOf(unit);
      if (dimension) dimensions.add(dimension);
    }
    const rate = dimensions.has('percent') && indicator.kind !== 'change';
    const entry: Entry = { ...indicator, dimensions, rate };
    ids.set(entry.id, entry);
    const folded = entry.folded ?? foldedNames(entry);
    [entry.name, ...entry.aliases].forEach((name, i) => {
      if (!exact.has(name)) exact.set(name, entry);
      if (!loose.has(folded[i] || name)) loose.set(folded[i] || name, entry);
    });
    for (const name of entry.growthAliases ?? []) growth.set(name, entry);
  }
  const ends = new Set([
    ...FOLDED_ENDS,
    ...[...exact.keys(), ...loose.keys()].map((name) => name.charAt(name.length - 1)),
  ]);
  const mayEnd = (phrase: string) => ends.has(phrase.charAt(phrase.length - 1));
  const seen = new Map<string, Entry | null>();
  const find = (name: string) => {
    if (name.length > LONGEST_NAME) return null;
    const known = seen.get(name);
    if (known !== undefined) return known;
    const entry = exact.get(name) ?? (mayEnd(name) ? loose.get(key(name)) : null) ?? null;
    if (seen.size >= REMEMBERED) seen.clear();
    seen.set(name, entry);
    return entry;
  };
  const byStart = new Map<string, string[]>();
  for (const name of [...exact.keys()].sort((a, b) => b.length - a.length)) {
    const start = name.slice(0, 2);
    const names = byStart.get(start);
    if (names) names.push(name);
    else byStart.set(start, [name]);
  }
  return {
    find,
    findForGrowth: (name) => find(name) ?? growth.get(name) ?? null,
    byId: (id) => ids.get(id) ?? null,
    mayEnd,
    startOf: (phrase) => {
      const name = byStart.get(phrase.slice(0, 2))?.find((one) => phrase.startsWith(one));
      return name === undefined ? null : { name, entry: exact.get(name)! };
    },
  };
}
