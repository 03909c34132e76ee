import type { Clause } from './clauses';
import type { Dimension } from './units';

/** A verb, a quantity and what was done to it: 完成130公里架空线入地, 安排1000亿元专项奖补资金. */
const DONE: { verb: RegExp; dimensions: readonly (Dimension | string)[]; noun: RegExp }[] = [
  {
    verb: /(?:完成|建成|新建|改造|改建|新改建|新改扩建|改扩建|治理|整治|修复|硬化|修建|新修|铺设|疏浚|加固|淘汰|退出|化解)了?$/,
    dimensions: ['length', 'area', 'land', 'mass'],
    noun: /^[\u4e00-\u9fff“”]{2,20}$/,
  },
  {
    verb: /(?:安排|下达|发放|投放|拨付|减免|争取|落实|筹集|筹措|兑现|清偿|发行|引进)了?$/,
    dimensions: ['money'],
    noun: /^[\u4e00-\u9fff“”]{2,16}(?:资金|贷款|保险|债券|补助|补贴|国债|专项债|税费|经费|基金|外资|内资|账款|养老金|低保金|奖金)$/,
  },
  {
    verb: /(?:支持|帮助|帮扶|带动|扶持|吸纳|吸引|转移|实现|促进|推动|组织)$/,
    dimensions: ['people', 'visits', 'households'],
    noun: /^(?:就业|创业|再就业|就业创业|创业就业|脱贫|增收|转移就业|就近就业|稳定就业)$/,
  },
  { verb: /解决了?$/, dimensions: ['people', 'households'], noun: /^的[\u4e00-\u9fff]{2,12}$/ },
];

/** Nouns of which the quantity before them is a property: 30万吨铜项目, 200公里高速公路工程. */
const THING = /(?:项目|工程|企业|基地|生产线|园区|电站|机组|产能|装置|线路)$/;
/** Words that go on with the sentence after the noun. */
const GOES_ON = /予以|用于|支持|竣工|投产|开工|投用|启动|通车|完工|落地|以上的|左右的/;

const BOUND = /(?:不低于|不少于|至少|不超过|超过|超|逾|约|近|将近|接近|突破)$/;

/**
 * Puts the object of such a clause before its quantity, where the rules look for the name: 完成架空线入地130公里. What
 * is an attribute of the noun (30万吨铜项目) stays where it is.
 */
export function withObjectFirst(clause: Clause): void {
  const [figure, second] = clause.figures;
  if (!figure || second || figure.kind !== 'quantity' || clause.trail === '') return;
  if (THING.test(clause.trail) || GOES_ON.test(clause.trail)) return;
  const bound = BOUND.exec(clause.lead)?.[0] ?? '';
  const words = clause.lead.slice(0, clause.lead.length - bound.length);
  const rule = DONE.find(
    ({ verb, dimensions, noun }) =>
      dimensions.includes(figure.dimension) && verb.test(words) && noun.test(clause.trail),
  );
  if (!rule) return;
  const noun = clause.trail.replace(/^的/, '');
  clause.lead = words.replace(/了$/, '') + noun + bound;
  // Offsets of the bound words are counted from the lead's start, and the lead must still end at the figure.
  clause.leadStart = figure.start - clause.lead.length;
  clause.trail = '';
}
