/** Firms and whoever else does business, as a name ends in them. */
const FIRM =
  /(?:企业|公司|(?:法人|“?四上”?|(?:限上|限额以上|规上)(?:商贸|批发|零售|住宿|餐饮|服务)?)单位|首店|市场主体|经营主体|创业主体|合作社|示范社|家庭农场|工商户|商户|网店|村镇银行|(?:地区|职能型)总部|外资研发中心|“?小巨人”?|“?独角兽”?|“?瞪羚”?|“?单项冠军”?)$/;

/** Verbs by which firms come into being, into a register or into a rank: 新登记, 新认定, 新入规. */
export const NEWLY = [
  '新增加?',
  '净增加?',
  '新登记(?:注册)?',
  '新注册(?:登记)?',
  '新设立?',
  '新办',
  '新开办',
  '新创办',
  '新成立',
  '新批准?',
  '新认定',
  '新评定',
  '新获批',
  '新培[育植]',
  '新发展',
  '新晋升?',
  '新[入升上]规',
  '新进规',
  '新[入纳]统',
  '新入库',
  '认定',
].join('|');

/** Firms of a grade that is awarded, which are told with the verb that brought them up: 培育省级专精特新中小企业. */
const GRADED =
  /^培育(?:认定|壮大)?(?:(?:国家|[省市州县])级(?:及?以上)?|.*(?:专精特新|小巨人|单项冠军|瞪羚|独角兽|科技型中小企业|创新型中小企业|龙头企业))/;

const NEW = new RegExp(`^(?:${NEWLY})`);
/** The same with the zone that they are in: 自贸试验区新设企业. */
const NEW_IN_ZONE = new RegExp(`^[\\u4e00-\\u9fff]{2,8}(?:区|园|港)(?:${NEWLY})`);

/** 科技型中小企业入库1130家: firms in a register, with the verb after them. */
const LISTED = /企业(?:评价)?入库$|^入库(?=.{2,}企业$)|企业(?:实现)?(?:“?小升规”?|[升上]规(?:入统)?|入规)$/;

/** Whether a name counts firms or other market entities. */
export function isFirm(name: string): boolean {
  return FIRM.test(name);
}

/** The verb of 新登记市场主体, null where a name says nothing of being new. */
export function newlyIn(name: string): string | null {
  return NEW.exec(name)?.[0] ?? (name.startsWith('培育') && GRADED.test(name) && isFirm(name) ? '培育' : null);
}

/** Whether a name counts new firms, which yearbooks tabulate as they do the firms themselves. */
export function isNewFirm(name: string): boolean {
  return (isFirm(name) && (NEW.test(name) || GRADED.test(name) || NEW_IN_ZONE.test(name))) || LISTED.test(name);
}

/**
 * Firms of a size that statistics set (规上服务业企业), firms that the customs count (有进出口实绩企业) and firms that have come
 * together (集聚上下游企业): how many there are, without a verb that says so.
 */
const STANDING =
  /^(?:规模以上|规上|限额以上|限上)[\u4e00-\u9fff]{2,12}企业$|有(?:进出口|外贸)实绩的?(?:外贸)?企业$|^已?(?:集聚|聚集|汇聚)[\u4e00-\u9fff]{2,14}企业$/;

/** Whether a name counts firms that are there, and tells no deed. */
export function isStandingFirm(name: string): boolean {
  return STANDING.test(name);
}

/** What new ones are added to: 新登记市场主体 is 市场主体. */
export function withoutNewly(name: string): string {
  return name.replace(NEW, '');
}
