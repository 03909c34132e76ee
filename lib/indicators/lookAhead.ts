import type { Clause } from './clauses';
import { groupStatement } from './groups';
import { leadWith, withObjectFirst } from './objects';
import { standsAlone } from './rules';
import { withoutQuarter } from './timing';
import { VERB } from './words';

/** A comparison with the year before. */
const YEARLY = /^(?:分别)?(?:同比|[比较]上一?年)/;

/** What the next clause begins with when it goes on about the same stock: 企业1226家，比2007年净增484家; 增加床位1200张 does not. */
const GOES_ON = new RegExp(
  `^(?:${VERB.比}|${VERB.居}|较|同比|(?:增长|净增|增加)(?:了|[近约超]|超过)?$|位居|位列|总量居|是(?:19|20)|为(?:19|20))`,
);

/** 国有企业由上年净亏损3.2亿元转为盈利6.8亿元: what was lost in one year, and what was earned in the next. */
const LOST = /^(.{2,24}?)[由从]((?:上年|去年|(?:19|20)\d{2}年)的?)(净?亏损)$/;
const EARNED = /^(?:转而|转变?为|变为|扭转为)(?:实现)?(净?(?:盈利|盈余))$/;

/** Several names that the figures share. */
const LISTS = /分别|、/;

/** 把增长预期目标定在7.5%左右: a growth that is aimed at, and of the economy where nothing else is named. */
const AIMED = /^(.*?)(?:的)?增长(?:预期)?目标(?:定在|定为|设定为|设定在|确定为|为|是)$/;

/** Money that was laid out, with who or when before it. */
const LAID_OUT =
  /^(.*?)((?:投入|筹集|筹措|整合|安排|争取|落实)(?:各级|各类|财政|专项|涉农|中央|省级|国债|社会|自筹)*(?:资金|经费|投资)|投入)$/;
/** What was built or repaired with it. */
const DEED =
  /^(?:用于)?(?:新建|改建|扩建|新修|改造|修建|建设|建成|治理|整治|维修|加固|硬化|铺设|新增|完成|除险加固|疏浚)[\u4e00-\u9fff“”]{2,14}$/;

const AT_PACE =
  /^的(?:年均|平均)?(?:速度|增速|幅度|速率)(?:持续|稳定|快速|高速)?(?:增长|递增|提高|攀升|(下降|递减|降低))$/;

/** 经济保持6%左右的年均增速 */
const KEPT_PACE = /^的(年均|平均)?(?:增速|增长速度|增长率|增长)$/;

/** 投资1.6亿元，续建淮河大道12公里: what the sum was for is told after it, and a list of works is told nothing of singly. */
function workPaid(lead: string, after: string): string | null {
  const paid = /^(.*?)(?:完成)?(投[资入])([超近约]?)$/.exec(lead);
  const work =
    paid && /^(?:今年|全年|去年|计划|拟|将|要|总|共|累计){0,3}$/.test(paid[1]!) ? PAID_FOR.exec(after)?.[1] : undefined;
  return work === undefined ? null : `${paid![1]!.replace(/总$/, '')}${work}${paid![2]!}${paid![3]!}`;
}
const PAID_FOR =
  /^，((?:新建|续建|改建|扩建|新改建|改造|实施|建设|建成|开工建设|完成|硬化|修建|整治|治理)[\u4e00-\u9fff“”]{4,18}?)(?:\d|[；。]|$)/;

/** 按5%的比例稳步提标 */
const RAISED =
  /^(?:的(?:比例|幅度|标准|增速))?(?:稳步|逐年)?(?:(?:提标|提高|上调|增长|递增|增加)|(下调|下降|降低|递减|压减|减少))$/;
/** 5236户18974人稳定脱贫: what became of households and the people in them. */
const FATE =
  /^(?:建档立卡|农村)?(?:贫困人口|贫困群众|群众|农民)?(?:全部|全面|稳定|如期|顺利|实现){0,3}(脱贫|减贫|搬迁|受益)$/;
const OF_WHOM =
  /^(?:全[县市区乡镇州])?(?:累计|共有?|已有?|有|又有|实现|确保|力争|完成){0,3}(?:剩余|其余|最后)?的?(?:建档立卡)?(?:贫困户)?$/;
/** Who was left of those that a place had, as the end of a lead. */
const LEFT = /有?(?:剩余|其余|最后)?的?(?:建档立卡)?(?:贫困户)?$/;

const OF_PLACES = /^的(?:城市|县|县市|县区|市县|乡镇|街道|行政村|村|社区|地区|省份)$/;

/**
 * What a statement is set into, in front of it and behind: 对冲了对美出口下滑两成多的影响; 为到2035年…翻一番打下基础, which
 * tells by its year that it is to come.
 */
const WRAPS: [RegExp, RegExp][] = [
  [
    /^(?:有效|积极|基本|全面|成功|逐步)?(?:对冲|抵消|消化|克服|弥补)了?(?=[\u4e00-\u9fff“]{3})/,
    /^(?:的|所?带来的)(?:不利|负面)?(?:影响|冲击)$/,
  ],
  [/^为(?=到20\d\d年)/, /^(?:打下|奠定|夯实|筑牢)了?(?:坚实|决定性|良好|扎实)?的?基础$/],
];

function unwrap(clause: Clause): void {
  for (const [front, back] of WRAPS) {
    if (!back.test(clause.trail) || !front.test(clause.lead)) continue;
    leadWith(clause, clause.lead.replace(front, ''));
    clause.trail = '';
    clause.apart = true;
  }
}

/** Whether a clause compares with the year before. */
export function isYearly({ lead }: Clause): boolean {
  return YEARLY.test(lead);
}

/** What only the next clause tells of one, and the words `after` it in its line. */
export function lookAhead(clause: Clause, next: Clause | undefined, after: string): void {
  if (next && /[，、]/.test(next.opened) && next.lead.startsWith('占')) clause.shared = next.lead;
  const quarterly = next?.opened === '' ? withoutQuarter(clause.lead, next.lead) : null;
  if (quarterly) {
    leadWith(clause, quarterly.from);
    clause.ofQuarter = true;
    clause.trail = quarterly.to;
    leadWith(next!, quarterly.to);
  }
  const lost = next?.opened === '' ? LOST.exec(clause.lead) : null;
  const earned = lost && EARNED.exec(next!.lead)?.[1];
  if (lost && earned) {
    // The year before the one that is looked back on is 前年 by the words of the day on which the report is given.
    leadWith(clause, lost[2]!.replace(/^(?:上年|去年)的?$/, '前年') + lost[1]! + lost[3]!);
    clause.trail = '';
    leadWith(next!, `全年${lost[1]!}${earned}`);
    next!.opened = '，';
  }
  clause.yearly = next !== undefined && /[，、]/.test(next.opened) && isYearly(next);
  // 改造老旧小区716个26.95万户, 组织出访447批、1955人次: both are said of them.
  const [figure, second] = clause.figures;
  const listed = next?.opened === '、' && clause.trail === '' && next.trail === '' && !LISTS.test(clause.lead);
  const alike =
    listed &&
    figure!.dimension === 'count' &&
    /people|visits|households|length|area|land|power|volume/.test(next.figures[0]!.dimension);
  const fate = next?.adjacent && figure!.dimension === 'households' ? FATE.exec(next.trail) : null;
  const told =
    !fate &&
    (next?.adjacent || (next?.opened === '、' && clause.trail === '' && OF_WHOM.test(clause.lead))) &&
    next.lead === '' &&
    figure!.dimension === 'households' &&
    next.figures[0]!.dimension === 'people'
      ? groupStatement(clause.lead, next.figures[0]!, { trail: next.trail, statement: next.trail })
      : null;
  if (told !== null) {
    // 2164户8326人搬出穷窝
    leadWith(clause, told);
    leadWith(next!, told);
    next!.trail = '';
    next!.adjacent = false;
    next!.opened = clause.opened;
  } else if (fate && next!.figures[0]!.dimension === 'people' && OF_WHOM.test(clause.lead)) {
    leadWith(clause, `${clause.lead.replace(LEFT, '')}${fate[1]!}户`);
    leadWith(next!, `${fate[1]!}人口`);
    next!.trail = '';
    next!.adjacent = false;
    next!.opened = clause.opened;
  } else if (
    next?.adjacent &&
    next.lead === '' &&
    figure!.dimension === 'households' &&
    /[脱减]贫$/.test(clause.lead)
  ) {
    // 减贫1230户4510人
    leadWith(next, clause.lead);
    next.opened = clause.opened;
    next.adjacent = false;
    leadWith(clause, `${clause.lead}户`);
  } else if (
    next &&
    (next.adjacent || alike) &&
    next.lead === '' &&
    !second &&
    /count|households/.test(figure!.dimension)
  ) {
    leadWith(next, clause.lead);
    next.opened = clause.opened;
    next.adjacent = false;
    clause.trail = '';
  }
  const aimed = AIMED.exec(clause.lead);
  if (aimed && figure!.dimension === 'percent')
    leadWith(clause, `${aimed[1]!.replace(/^[把将]$/, '') || '经济'}增长目标为`);
  const bare = clause.trail === '';
  // 投入资金3200万元改造中低产田1.8万亩: the money was for what the next figure tells.
  const laidOut =
    figure!.dimension === 'money' &&
    !second &&
    next?.opened === '' &&
    next.lead === clause.trail &&
    DEED.test(next.lead);
  const spent = laidOut ? LAID_OUT.exec(clause.lead) : null;
  if (spent) {
    leadWith(clause, `${spent[1]!}${clause.trail}${spent[2]!}`);
    clause.trail = '';
  }
  const work =
    figure!.dimension === 'money' && !second && clause.trail === ''
      ? workPaid(clause.lead, next?.opened === '，' ? `，${next.lead}0` : after)
      : null;
  if (work !== null) leadWith(clause, work);
  // 总投资86亿元的28个技改项目
  const works =
    figure!.dimension === 'money' &&
    figure!.bound === null &&
    /总投资$/.test(clause.lead) &&
    next?.lead === '的' &&
    next.figures[0]!.dimension === 'count'
      ? /^[\u4e00-\u9fff“”]{2,16}?(?:项目|工程)/.exec(next.trail)?.[0]
      : undefined;
  if (works !== undefined) {
    leadWith(clause, `${works}总投资达`);
    clause.trail = '';
  }
  unwrap(clause);
  const { lead } = clause;
  withObjectFirst(clause, next, after);
  clause.listed = next?.opened === '、' || (next?.opened === '' && /^[和与及]/.test(clause.trail));
  clause.followed = next !== undefined && /[，、]/.test(next.opened) && GOES_ON.test(next.lead);
  // 年收入过100亿元、过500亿元的企业: what the last of them is an attribute of, all are.
  // 3126户11840人稳定脱贫、27个贫困村退出: what became of the people has been told.
  const settled = FATE.test(lead.replace(/人口$/, ''));
  if (
    bare &&
    !settled &&
    lead === clause.lead &&
    next?.opened === '、' &&
    /^[过超近约]?$/.test(next.lead) &&
    !standsAlone(next)
  )
    clause.trail = next.trail;
  const first = clause.figures[0]!.dimension;
  // 城乡低保分别按3%、7%稳步提标: the verb that the figures lean on stands after them.
  const raise = first === 'percent' && /按$/.test(clause.lead) ? RAISED.exec(clause.trail) : null;
  if (raise) {
    leadWith(clause, clause.lead.replace(/按$/, raise[1] ? '下降' : '提高'));
    clause.trail = '';
  }
  // 经济以年均10%的速度增长
  const pace = first === 'percent' && clause.figures.length === 1 ? AT_PACE.exec(clause.trail) : null;
  const kept = first === 'percent' && clause.figures.length === 1 ? KEPT_PACE.exec(clause.trail) : null;
  if (kept && /(?:保持|实现|达到)[超近约]?$/.test(clause.lead)) {
    leadWith(clause, clause.lead.replace(/(?:保持|实现|达到)(?=[超近约]?$)/, `${kept[1] ?? ''}增长`));
    clause.trail = '';
  }
  if (pace && /以(?:年均|平均每年)?[超近约]?$/.test(clause.lead)) {
    leadWith(clause, clause.lead.replace(/以(年均|平均每年)?(?=[超近约]?$)/, `$1${pace[1] ? '下降' : '增长'}`));
    clause.trail = '';
  }
  // 试点范围扩大到23%的县: what the share is of stands after it.
  if (
    first === 'percent' &&
    /(?:扩大|推广|拓展|延伸|提高)[到至](?:全[国省市县区州])?$/.test(clause.lead) &&
    OF_PLACES.test(clause.trail)
  ) {
    clause.trail = '';
    const field = /全[国省市县区州](?=[超过近约]*$)/.exec(clause.lead);
    if (field) leadWith(clause, clause.lead.slice(0, field.index) + clause.lead.slice(field.index + 2));
  }
  // 赤字率拟按2.8%左右安排
  if (clause.trail.startsWith('安排')) clause.lead = clause.lead.replace(/按$/, '');
}
