import { foldText, type NormalText } from '../text/fold';
import type { Detection, Verdict } from './types';

/** What the page around the text says of it. */
export interface PageHints {
  /** document.title, or the page's main heading. */
  title?: string;
  url?: string;
}

/** 政府工作报告, 镇政府2024年工作报告, and its like of a prefecture's office, a zone's committee, a street's office. */
export const NAME =
  /政府(?:\d{4}年度?)?工作的?报告|(?:国务院|行署|行政公署|管委会|管理委员会|办事处)(?:\d{4}年度?)?工作的?报告/;
/** The formula with which a head of government begins: 现在，我代表市人民政府，向大会报告工作，请予审议. */
const OPENING =
  /(?:我(?:谨|荣幸地)?(?:代表|受)|[，。：\n](?:代表|受)(?=[^。\n]{0,80}审议))[^。！\n]{0,30}?(?:国务院|政府|行署|行政公署|管委会|管理委员会|办事处)[^。！\n]{0,60}?(?:报告|汇报)|我向(?:大会|会议)[^。\n]{0,6}(?:作|报告)[^。\n]{0,12}工作/;
/** The same formula in the mouth of somebody else, or about something else. */
const OTHER_MATTER = /计划执行|计划草案|预算执行|预算（?草案|决算/;
const OTHER_ORGAN =
  /(?:代表|受)[^。\n]{0,30}?(?:人民法院|人民检察院|常务委员会|常委会|主席团|纪律检查|中国共产党|中共|党委|[市县区省州镇乡]委|政协)[^。\n]{0,40}?(?:报告|汇报)/;
/** 我代表公司, 受校务委员会委托: the formula in the mouth of somebody who speaks for no part of the state. */
const SPEAKER =
  /(?:我(?:谨|荣幸地)?|[，。：\n])(?:代表|受)([^，。\n]{2,30}?)(?:的?委托|，|[向作就将对把])[^。\n]{0,40}?(?:报告|汇报)/;
const UNOFFICIAL =
  /公司|集团|企业|厂|学校|学院|大学|中学|小学|医院|村民?委|居民?委|支部|工会|协会|商会|学会|联合会|理事会|董事会|(?:[局厅部所站队]|(?<!办事)处)$/;
const UNOFFICIAL_TITLE =
  /(?:经理|校长|院长|厂长|董事[会长]|理事会|工会|学校|公司|村委会|村民委员会|居民委员会|协会|[局厅])[^。\n]{0,8}工作报告$/;
/** The call with which a report ends. */
const CALL = /让我们|奋斗|奋进|前进|篇章|辉煌|献礼|美好|胜利|贡献/;
const CALLERS = ['各位代表', '同志们', '让我们', '我们坚信', '我们相信', '我们深信'];
/** A report that only looks back is the first page of one. */
const PLAN =
  /预期目标|总体要求|总的要求|主要指标|奋斗指标|[\d一二三四五六七八九〇○零]年的?(?:主要|工作|目标)?任务|任务和措施|指导思想|工作安排|工作打算|奋斗目标|主要任务|重点(?:工作|任务)|总体思路|工作思路|今后[三五]年的?(?:工作|目标|任务)|政府工作的?建议/;
/** What may follow a report's end: a glossary, an attachment, a page's imprint. */
const APPENDED = /[\n。！](?:附件|附：|名词|注释|责任编辑|[^\n。]{0,20}(?:解释|注释|说明|实事)[^\n。]{0,12}\n)/;
/** A paper's marks: （下转第四版）, （上接A1版）. */
const CARRIED_ON = /(?:下转|文转|[（〈【]转)第?[A-Z]?[\d一二三四五六七八九十]{1,3}版/;
const CARRIED_OVER = /(?:上接|紧接|[（〈【]接)第?[A-Z]?[\d一二三四五六七八九十]{1,3}版/;
const THIRD_PERSON =
  /报告》?(?:指出|提出|强调|认为|明确|显示|总结|回顾了)|(?:会议|代表们|大家)(?:一致)?(?:认为|指出|强调|号召|决定)/g;
const PRONOUNS = /[^其]他[^们国乡山方人]|她|说道|笑道|心[里中]/g;
/** Verbs of plans and reviews; the second half is how reports of the eighties and nineties speak. */
const IMPERATIVES = /加快|推进|加强|推动|完善|实施|深化|提升|强化|促进|抓好|搞好|办好|大力|坚持|巩固|稳定/g;

/** Phrases that reports share and little else does. */
const TRAITS: readonly RegExp[] = [
  /各位代表/,
  /工作回顾|回顾过去|过去[一五]年/,
  /预期目标|主要目标/,
  /总体要求|指导思想/,
  /政府自身建设|建设[^。，]{0,12}(?:服务型|法治|满意的?)政府|政府[^。，]{0,6}(?:执行力|公信力)/,
  /人大代表(?:议案|建议)|政协(?:委员)?提案|法律监督|民主监督/,
  /[诚衷]心?挚?的?感谢/,
  /清醒地?(?:认识|看到)|困难和(?:问题|挑战)/,
  /民生实事|双拥|优抚|国防动员/,
  /城镇(?:居民|登记)|人均可支配收入|固定资产投资|生产总值/,
  /营商环境|非公有制|民营(?:企业|经济)|放管服/,
  /三农|乡村振兴|新农村|粮食/,
  /棚户区|老旧小区|保障性住房|廉租/,
  /(?:老龄|妇女|儿童|残疾人|民族宗教|外事|侨务)[^。]{0,20}(?:工作|事业)/,
];

/** Titles of other official writing, which shares the reports' language. */
const OTHER_TITLE =
  /(?:^|\n)[^\n。]{2,60}(?:通知|意见|方案|总结|规划|纲要|办法|条例|公告|通告|讲话|决定|纪要|致辞|计划|行动|措施|白皮书)(?:[和及与暨][^\n。]{0,24})?(?:（[^\n]{0,12}）)?(?:\n|$)/;

/** The same where the title has run together with its speaker and the first paragraph. */
const OTHER_WORDS = /讲话|通知|意见|方案|总结|规划|纲要|办法|公告|致辞|述职/;

/** What a title makes of a text that speaks of reports: [its words, what it is]. */
const KIN: readonly [RegExp, string][] = [
  [/决\s*议/, '关于报告的决议'],
  [/摘要|摘登|摘编|要点|概要/, '报告的摘要'],
  [
    /解读|读懂|看点|热词|亮点|图解|速览|一图|答卷|访谈|侧记|热议|反响|综述|贯彻|起草|说明|征求|座谈/,
    '对报告的解读或报道',
  ],
  [/分[解工]|督查|督办|台账|责任|落实情况|完成情况|通知/, '分解报告任务的文件'],
  [/国民经济和社会发展[^。\n]{0,24}(?:计划|规划)|计划执行/, '计划报告'],
  [/预算|决算/, '预算报告'],
  [/统计公报/, '统计公报'],
  [/党代会|中国共产党|党代表大会|全体会议|全会/, '党代会报告'],
  [/法院|检察院|常务?委员?会|政协|主席团|纪律检查|纪委/, '其他机关的报告'],
];
/** 主任、各位副主任、各位委员: a standing committee hears special reports, the congress hears the government's. */
const COMMITTEE = /主任[、，][^\n]{0,16}(?:副主任|委员)[^\n]{0,12}[：:]/;
/** （本报有删节）, 现将报告摘要刊登如下: a digest that keeps the report's title, formula and call. */
const ABRIDGED = /（[^）]{0,6}(?:有|略作)?删[节减][^）]{0,30}）|(?:摘要|节选|摘编)(?:刊[登发]|发表|如下)|摘登如下/;
const MATTER = /报告|公报|党代会|代表大会|人代会|国民经济和社会发展|预算/;

/** Text this short is not worth a look. */
const SHORTEST = 200;
/** A report with its formula, its plan and its last call is whole, however short a township keeps it. */
const SHORTEST_REPORT = 500;
const PARAGRAPH = 40;
/** A line of a column that was not put together again. */
const WRAPPED = 30;

/** The traditional characters of the cues below; the whole table would weigh more than this script. */
const VARIANTS =
  '與与業业為为爲为鄉乡書书於于產产們们優优會会體体側侧僑侨兒儿黨党關关興兴農农決决況况齣出劃划製制辦办務务動动區区昇升陞升協协縣县雙双發发髮发檯台臺台颱台號号後后聽听員员響响睏困國国圖图堅坚處处奮奋婦妇實实審审對对導导強强徹彻徵征誌志總总戰战戶户執执撫抚報报擁拥鬥斗舊旧顯显機机條条標标檢检殘残匯汇彙汇註注濟济滿满點点熱热獻献環环監监確确禮礼糧粮緊紧紀纪綱纲經经結结統统綜综編编勝胜緻致營营見见規规覽览計计認认討讨讓让議议記记講讲論论設设訪访識识詞词誠诚話话說说請请讀读調调談谈謝谢謹谨貢贡責责賬账貫贯資资轉转輝辉輯辑辭辞過过進进釋释裏里裡里鎮镇問问難难顧顾預预題题齡龄';

/** True where a page may be more than nothing; costs a few searches, no normal form. */
export function mayBeReport(rawText: string, hints: PageHints = {}): boolean {
  if (rawText.length < SHORTEST) return false;
  return (
    /工作的?[报報]告|统计公报|統計公報|党代会|大[报報]告/.test(hints.title ?? '') ||
    /各位代表|府\s{0,4}(?:\d{4}年度?)?工\s{0,4}作\s{0,4}的?[报報]\s{0,4}告|[署处處]工作[报報]告|委[员員]?[会會]工作[报報]告|统计公报|统計公報|党代会|大[报報]告/.test(
      rawText,
    )
  );
}

/** Detection for a page that is most likely no report: it looks before it normalises. */
export function detectPage(rawText: string, hints: PageHints = {}): Detection {
  if (!mayBeReport(rawText, hints)) return { verdict: 'none', confidence: 1, evidence: [] };
  return detect(foldText(rawText, VARIANTS), hints);
}

/** Weighs what a document is. Linear in its length; site navigation before and after the document does no harm. */
export function detect(normal: NormalText, hints: PageHints = {}): Detection {
  const { text } = normal;
  const evidence: string[] = [];
  const decide = (verdict: Verdict, confidence: number): Detection => ({
    verdict,
    confidence: Math.round(Math.min(1, Math.max(0, confidence)) * 100) / 100,
    evidence,
  });
  const per1000 = (pattern: RegExp) => ((text.match(pattern)?.length ?? 0) * 1000) / Math.max(400, text.length);

  const formula = OPENING.exec(text);
  // In a novel somebody says it: “现在，我代表市人民政府…”.
  const opening = formula && !isQuoted(text, formula.index) ? formula : null;
  const body = opening ? text.slice(opening.index) : text;
  const titles = titlesOf(text, opening?.index ?? null, hints);
  const salutation = Math.max(0, text.slice(0, 6000).search(/各位代表|同志们/));
  const kin = kinOf(
    titles,
    opening
      ? text.slice(Math.max(text.lastIndexOf('\n', opening.index) + 1, opening.index - 60), opening.index + 200)
      : text.slice(salutation, salutation + 300),
    opening !== null,
  );
  const title = titles.find((line) => NAME.test(line));
  const named =
    title !== undefined &&
    /报告(?:（[^）]{0,20}）|全文|[\d\s_-])*$/.test(title) &&
    !/作|听取|审议|讨论/.test(title.replace(NAME, ''));
  const traits = TRAITS.filter((trait) => trait.test(text)).length;
  const headings =
    text.match(/(?:^|[\n。！？])(?:[一二三四五六七八九十]{1,2}、|（[一二三四五六七八九十]{1,3}）)/g)?.length ?? 0;
  const prose = proseOf(text);
  const closing = closes(body);
  const filed = /gzbg|work-?report/i.test(hints.url ?? '');
  const on = CARRIED_ON.test(text);
  const over = CARRIED_OVER.test(text);

  if (per1000(PRONOUNS) > 3 && text.length > 300) {
    evidence.push('叙事文字，不是公文');
    return decide('none', 0.9);
  }
  if (named) evidence.push('标题是“政府工作报告”');
  if (opening) evidence.push('开头代表政府向大会报告工作');
  if (headings > 2) evidence.push(`${headings} 个编号标题`);
  if (traits > 3) evidence.push(`报告常用语 ${traits} 种`);
  if (closing) evidence.push('结尾有“各位代表”的号召');
  if (on || over) evidence.push('报纸的转版、接版标记');
  if (filed) evidence.push('网址属于政府工作报告栏目');
  const weight =
    (named ? 0.15 : 0) +
    (opening ? 0.3 : 0) +
    (closing ? 0.2 : 0) +
    Math.min(5, traits) * 0.05 +
    Math.min(5, headings) * 0.02;

  const thirdPerson = opening ? 0 : (text.match(THIRD_PERSON)?.length ?? 0);
  if (kin && prose >= 100) {
    evidence.push(`标题表明是${kin}`);
    return decide('related', 0.9);
  }
  if (COMMITTEE.test(text.slice(0, 3000)) && !/各位代表/.test(text)) {
    evidence.push('向人大常委会所作的专项报告');
    return decide('related', 0.8);
  }
  if (ABRIDGED.test(text.slice(0, 1500)) || ABRIDGED.test(text.slice(-1500))) {
    evidence.push('编者说明这是报告的摘要');
    return decide('related', 0.8);
  }
  const speaker = opening ? null : SPEAKER.exec(text.slice(salutation, salutation + 400))?.[1];
  if (
    (speaker && UNOFFICIAL.test(speaker) && !/政府|国务院/.test(speaker)) ||
    (!opening && !title && titles.some((line) => UNOFFICIAL_TITLE.test(line)))
  ) {
    evidence.push('报告工作的不是政府');
    return decide('none', 0.8);
  }
  const style = per1000(IMPERATIVES) >= 6 && traits >= 2 && thirdPerson < 2;
  const whole = opening
    ? body.length >= SHORTEST_REPORT && (style || headings >= 2)
    : style && named && traits >= 6 && headings >= 3 && text.length >= 4000;
  if (whole && closing && PLAN.test(body)) return decide('report', 0.2 + weight);
  if ((text.match(/请予审议/g)?.length ?? 0) > 2 && !closing) {
    evidence.push('列出了好几份报告的开头');
    return decide('none', 0.7);
  }
  if (opening && prose >= 300) return decide('excerpt', 0.3 + weight);
  const first = text.length > 300 && !text.slice(0, 300).includes('\n') ? titleIn(text, 0) : '';
  const other = first ? OTHER_WORDS.test(first) : OTHER_TITLE.test(text.slice(0, 300));
  const marked = named || filed || on || over || /(?:^|[^“])各位代表/.test(text);
  const enough = on || over ? 200 : marked ? 300 : 500;
  if (style && prose >= enough && (marked || (!other && traits >= 4 && headings >= 2 && per1000(IMPERATIVES) >= 10))) {
    return decide('excerpt', 0.35 + weight);
  }
  const mentions = mentionsOf(text);
  if (
    prose >= 100 &&
    (title !== undefined || mentions >= 2 || (mentions > 0 && prose < 1500 && SPOKEN_OF.test(text)))
  ) {
    evidence.push('谈到政府工作报告');
    return decide('related', title ? 0.8 : 0.6);
  }
  return decide('none', 1 - weight);
}

/**
 * The lines that name the document: the page's title, and the nearest line above its opening or its first paragraph that
 * speaks of a report. Lines further up may be the site's menu.
 */
function titlesOf(text: string, opening: number | null, hints: PageHints): string[] {
  const lines = text.slice(0, opening ?? 6000).split('\n');
  const paragraph =
    opening === null ? lines.findIndex((line) => line.length >= PARAGRAPH && /[，。].*[，。]/.test(line)) : -1;
  const above = withoutMenus(paragraph < 0 ? lines : lines.slice(0, paragraph + 1)).slice(-12);
  const own = above
    .map(titleIn)
    .reverse()
    .find((line) => line.length > 5 && MATTER.test(line) && !/[>»]|^[^报]*(?:会议|大会)上?$/.test(line));
  const page = (hints.title ?? '').split(/[_|]| - /).filter((part) => MATTER.test(part));
  return [own ?? '', ...page].map((line) => line.replace(/\s/g, '')).filter(Boolean);
}

/** A line that is no sentence; of a page that has lost its line breaks, what stands before the salutation. */
function titleIn(line: string, i: number): string {
  if (line.length > 300 && NAME.test(line.slice(0, 40))) return line.slice(0, 60).split(/各位代表|。/, 1)[0]!;
  // Only a text's first line may have run its title and its paragraphs together.
  if (line.length > 300 && i === 0) return line.slice(0, 60).split(/各位|同志们|[。，：]|（?\d{4}年\d/, 1)[0]!;
  return line.length > 80 || line.includes('。') ? '' : line.split('各位代表', 1)[0]!;
}

/** Leaves out runs of short lines: a site's menu, not a title with its date and speaker. */
function withoutMenus(lines: readonly string[]): string[] {
  const kept: string[] = [];
  let run: string[] = [];
  for (const line of [...lines, '']) {
    if (line !== '' && line.length <= 10) {
      run.push(line);
      continue;
    }
    if (run.length < 6) kept.push(...run);
    run = [];
    if (line !== '') kept.push(line);
  }
  return kept;
}

function kinOf(titles: readonly string[], opening: string, opened: boolean): string | null {
  for (const title of titles) {
    // Once the formula stands, a title makes a digest of the text, or names another report; its session is no matter.
    const found = KIN.find(([words], i) => words.test(title) && (!opened || i === 1 || (i > 3 && !NAME.test(title))));
    if (found) return found[1];
  }
  if (OTHER_MATTER.test(opening) && !/政府工作|报告工作|工作报告/.test(opening)) return '计划或预算报告';
  return OTHER_ORGAN.test(opening) && !/政府|国务院/.test(opening.slice(0, 120)) ? '其他机关的报告' : null;
}

/** Whether a quotation mark stands open before an offset. */
function isQuoted(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 80), at);
  return before.lastIndexOf('“') > before.lastIndexOf('”');
}

/** A last call to the deputies, with no more than notes, furniture and appendices behind it. */
function closes(body: string): boolean {
  const last = Math.max(...CALLERS.map((caller) => body.lastIndexOf(caller)));
  if (last < body.length * 0.3 || last < SHORTEST_REPORT / 2) return false;
  const call = body.slice(last, last + 500);
  if (!CALL.test(call) || (/感谢|敬意/.test(call) && !call.includes('让我们'))) return false;
  const [own, ...behind] = body.slice(last).split(APPENDED, 1)[0]!.split('\n');
  const paragraphs = behind.filter((line) => line.length >= 60 && /[，。]/.test(line));
  return own!.length < 1500 && paragraphs.length <= 3;
}

function proseOf(text: string): number {
  let prose = 0;
  for (const line of text.split('\n')) if (line.length >= WRAPPED && /[，。；]/.test(line)) prose += line.length;
  return prose;
}

/** A report that a text speaks of, not one in a list of what an office has published. */
const SPOKEN_OF =
  /报告》|报告[^。；、]{0,12}(?:[指提]出|明确|强调|部署|安排|要求|宣布|审议|通过|确定|起草|贯彻|落实)|(?:审议|听取|作[了的出]?|贯彻|落实|围绕)[^。；、]{0,12}(?:政府工作|党代会|大会)(?:工作)?报告/;

/** How often running text, not a link of the site's menu, speaks of a report. */
function mentionsOf(text: string): number {
  let mentions = 0;
  for (const line of text.split('\n')) {
    if (line.length < PARAGRAPH || !/[，。]/.test(line)) continue;
    mentions += line.match(/政府工作的?报告|党代会(?:工作)?报告|统计公报/g)?.length ?? 0;
  }
  return mentions;
}
