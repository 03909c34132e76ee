import type { Clause } from './clauses';
import type { Figure } from './figures';
import { isFirm, isNewFirm, newlyIn } from './firms';
import type { Front } from './front';
import { isSizeAlone, namesPart } from './heads';
import type { Lead } from './lead';
import type { Lexicon } from './lexicon';
import { isRateName, type Subject } from './names';
import { leadWith } from './objects';
import type { State } from './state';

// What a clause tells of some of those that the clauses before it told of, or of a part or a share of them.

/** 规上工业企业达213家，其中产值10亿元以上企业16家: some of what there is are there as well. */
export function amongStock({ lead, before }: Clause, { rest }: Front, { unit }: Figure, { stood }: State): boolean {
  // 科技型中小企业达到5万家，其中科技小巨人企业2380家
  if (!stood || baseOf(stood.figure.unit) !== baseOf(unit)) return false;
  // 高新技术企业达46家，科技型中小企业136家
  if (isFirm(rest) && isFirm(stood.name) && rest === lead)
    return newlyIn(rest) === null && newlyIn(stood.name) === null;
  return lead.startsWith('其中') || before.at(-1) === '其中' || isSizeAlone(rest);
}

function baseOf(unit: string): string {
  return unit.replace(/^[十百千万亿]+/, '');
}

/** 工农业总产值年均递增7.8%，其中工业9.5%、农业3.6%: the verb is said once, where no level was told that a share could be of. */
export function growsOn({ lead: words, opened, figures }: Clause, lead: Lead, front: Front, state: State): boolean {
  const [whole, second] = state.subjects ?? [];
  const part = words.startsWith('其中') || (state.parts && opened === '、');
  const bare =
    lead.direction === 0 && !lead.level && lead.shareOf === null && !lead.comparison && words.endsWith(front.rest);
  const grew = state.lead !== null && state.lead.direction !== 0 && !state.lead.toward && !state.lead.rateOfChange;
  return (
    part &&
    bare &&
    grew &&
    whole !== undefined &&
    !second &&
    state.stood?.name !== whole.name &&
    figures[0]!.dimension === 'percent' &&
    front.rest !== '' &&
    namesPart(front.rest, whole.name) &&
    !isRateName(front.rest)
  );
}

/** 省实验室27家、产业研究院55家。 A sentence that opens with institutions and their number, without a verb, tells what there is. */
export function isInstitutions(
  { lead, leadStart, opened, trail }: Clause,
  rest: string,
  { unit }: Figure,
  { part }: State,
): boolean {
  return (
    !part.plan &&
    leadStart === 0 &&
    opened === '' &&
    trail === '' &&
    unit === '家' &&
    lead.endsWith(rest) &&
    INSTITUTIONS.test(rest)
  );
}

const INSTITUTIONS =
  /^(?!.*(?:新|建|设|获|增|批|认|培|引|入|创[办立]|组|打造|布局|挂牌|成立|争取|推|支持|启动))[\u4e00-\u9fff“”]{0,14}(?:实验室|研究院|研究所|(?:研究|创新|技术)中心|科研平台|创新平台|科研机构|研发机构|孵化器|众创空间|医院|高校|院校)$/;

/** What a sector has a share of without 其中: 实际使用外资12亿美元，服务业占比61%. */
const SHARED_OUT = /外资|外商|贷款|减税|退税|用电/;

/**
 * 实际使用外资12亿美元，其中服务业占比61%: 服务业占比 by itself is an indicator of the whole economy, and of what was just told
 * it is another share.
 */
export function isOtherShare(clause: Clause, { subject }: Lead, whole: Subject | undefined, lexicon: Lexicon): boolean {
  const part = /^(?:其中)?(.+)(占比|比重)$/.exec(subject);
  if (!part || !/^(?:percent|point)$/.test(clause.figures[0]!.dimension)) return false;
  const among = clause.lead.startsWith('其中') || clause.before.at(-1) === '其中';
  if (!among && !(part[1]!.endsWith('业') && whole && SHARED_OUT.test(whole.name))) return false;
  const known = lexicon.find(part[1]! + part[2]!);
  return known !== null && (!whole || lexicon.find(`${part[1]!}占${whole.name}比重`) !== known);
}

/** What came true of some of those that were counted. */
const COME_TRUE =
  /^(?:均?已经?|现已|全部)(?!到位|完成)[\u4e00-\u9fff]{2,14}$|^(?:实现|完成)(?:转移就业|再?就业|创业|脱贫|搬迁|落户|改造|整改)$|^达到[\u4e00-\u9fff]{2,12}(?:标准|水平|要求)$|^(?:进入|参加|纳入|享受|领取|布局在|分布在|集中在|落户在)[\u4e00-\u9fff]{3,14}$/;

/** 识别监测对象61.7万人，其中76.3%已消除风险; 分流职工6.8万人，其中5.1万人实现再就业: how many of those that were counted. */
export function someOfCounted(clause: Clause, { subjects, stood }: State): void {
  const [figure, second] = clause.figures;
  const [only, other] = subjects ?? [];
  const bound = /^其中(?:已?有)?([近约超]?|超过)$/.exec(clause.lead)?.[1];
  if (bound === undefined || !only || other || second || stood?.name !== only.name) return;
  const { dimension } = stood.figure;
  const isShare = figure!.dimension === 'percent' && /^(?:people|households|count|area|land|length)$/.test(dimension);
  const isPart = figure!.dimension === dimension && /^(?:people|households)$/.test(dimension);
  if ((!isShare && !isPart) || !COME_TRUE.test(clause.trail)) return;
  leadWith(clause, `${clause.trail}的${only.name}${isShare ? '占比' : ''}达${bound}`);
  clause.trail = '';
}

/** 新登记企业增长20%，平均每天新增1.2万户: how many of them there were by the day. */
export function newByDay(clause: Clause, { subjects }: State): void {
  const [figure, second] = clause.figures;
  const [only, other] = subjects ?? [];
  const bound = /^(?:平均每天|日均)(?:新增|新登记|新设立?|净增)([近约超]?|超过)$/.exec(clause.lead)?.[1];
  if (bound === undefined || clause.trail !== '' || second || !only || other || !isNewFirm(only.name)) return;
  if (/[户家]$/.test(figure!.unit)) leadWith(clause, `日均${only.name}达${bound}`);
}

/** 其中用于产业发展7.9亿元、占58%: a share of the whole, which the sentence has named before. */
export function isBareShare({ lead, figures, opened }: Clause, { whole, subjects, stood }: State): boolean {
  const [figure, second] = figures;
  const [only, other] = subjects ?? [];
  return (
    /^[只仅]?占到?[近约超]?$/.test(lead) &&
    /[，、]/.test(opened) &&
    figure?.dimension === 'percent' &&
    !second &&
    whole === null &&
    only !== undefined &&
    !other &&
    stood?.name === only.name
  );
}

/** 吸纳就业1.2万人，其中三分之一以上是渔农民: what a share of those just told is. */
export function kindAmong(
  { lead: words, figures, trail }: Clause,
  lead: Lead,
  { subjects, stood }: State,
): string | null {
  const [figure, second] = figures;
  const [only, another] = subjects ?? [];
  const among = /^其中/.test(words) && lead.subject === '其中' && figure!.dimension === 'percent' && !second;
  if (!among || !only || another || stood?.name !== only.name || figure!.range) return null;
  return (
    /^(?:均|都)?(?:是|为|属于)(?:[本我全][县市区镇乡]的?)?([\u4e00-\u9fff“”]{2,14})(?<!的)$/.exec(trail)?.[1] ?? null
  );
}

/** 建有研发机构的规模以上工业企业不到两成, 接受过培训的农户超过八成: of all of them so many are as the words before 的 say. */
export function isShareOfThings({ figures, trail }: Clause, lead: Lead): boolean {
  const plain = lead.direction === 0 && lead.shareOf === null && !lead.away && !lead.comparison && !lead.multipleOf;
  const [figure, second] = figures;
  return (
    plain &&
    figure!.dimension === 'percent' &&
    !second &&
    trail === '' &&
    (lead.reached || lead.bound === 'at_most') &&
    THINGS.test(lead.subject)
  );
}

/** Things or people with what is true of them before them. */
const THINGS =
  /^[\u4e00-\u9fff“”]{2,14}的[\u4e00-\u9fff“”]{0,10}(?:企业|单位|学校|医院|机构|村|社区|乡镇|家庭|农户|居民|群众|人员|教师|学生|职工|老人|青年|劳动力|干部|党员|产品|车辆)$/;
