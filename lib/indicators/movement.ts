import type { Entry, Lexicon } from './lexicon';
import { isCleanName, mayCloseQuantity, QUANTITY } from './names';
import { anyOf, VERB } from './words';

/**
 * What tells how a quantity moved, as the first words after its name: 固定资产投资顶住压力, 财政收入平稳增长. The words are
 * verbs, prepositions and adverbs; a noun there makes another quantity of it (固定资产投资结构).
 */
const MOVES = [
  VERB.受,
  VERB.因,
  VERB.再,
  VERB.均,
  VERB.都,
  VERB.创,
  VERB.居,
  // In what circumstances, and why.
  '在(?!建|职|校|册|岗|库|外|线|孵|读|营|编) 由 由于 从(?!业|事) 经(?!费|营|济|贸) 历经 经过 面对 随着',
  '虽然? 尽管 顶住 顶着 扛住 抗住 稳住 守住 克服 战胜 抵御 承压 承受 经受 经住 应对 摆脱 走出 扭转 化解 消化',
  // How it went.
  '增速 增幅 涨幅 涨势 降幅 增势 增长(?!率|点|极|面|质量) 势头 态势 走势 走高 走低 走强 走弱 活力 动力 步伐 力度 运行 形势 总量 总体 整体',
  '基本 全面 历史 止跌 触底 企稳 回暖 回升 回落 向好 逆势 逆流 逆境 迎难 稳(?!岗|产保) 平稳 持续 不断 逐 日益 日趋 大幅 小幅 略有? 继续 异军突起 蓬勃 迅猛 迅速 健康',
  '微增 微降 明显 显著 快速 高速 较快 较大 稍 加快 加速 放缓 减速 收窄 恢复 反弹 保持 维持 延续 呈 表现 连续? 接连 先后 相继',
  '屡创 迭创 首[次破度] 又 仍 依然 依旧 却 双双 强劲 强力 有力 有效 有序 有所 有新 有较 有望 圆满 [两三四五六七八九十]次 多次',
  '顺利 如期 提前 成功 一举 一路 进一步 更(?!新|换) 喜 取得 得到 获得 实现 完成(?!率|额|量|值) 超额 超过 超出 超全 超预期 突破 跨[上越过入进] 连跨',
  '迈[上过入进] 站[上稳] 登上 跃[上升居至] 跑赢 跑出 领跑 领先 翻 高于 低于 好于 快于 优于 位居 位列 排名 名列 列全',
  '进入 进位 跻身 达到预期 符合 扩大 提升 提高 上升 下降 下滑 减少 增加(?!值) 净增 拉动(?!.*(?:经济|生产总值|GDP|消费)) 支撑有 贡献突 同比 比上 较上',
  '将 可(?!再生|支配|持续) 预计 力争 与(?:经济|生产总值|GDP)[^、]{0,4}同步',
];
const MOVES_ON = new RegExp(`^(?:${anyOf(MOVES)})`);

/** The last character of nouns that are counted, owned or paid: 出口创汇, 存款保险金. What moved ends otherwise. */
const ENDS_A_NOUN =
  /[税费金款券债权品物业户家园区县镇村人员队站场库厂店车机桥网线房田林粮棉油奖牌证卡法案制会院校所局处科班组汇额量率值数比积程型类器具药材料产贸资收支入出者汛价钱货食菜果书船电气煤矿钢铝铜纸布衣片块带圈群链港岛湾江河湖海山岸坝渠井泵塘棚舍学育病医险粉药]$|(?:项目|能力|规模|标准|水平|指数|系数|强度|浓度|密度|成本|价格|质量|效益|结构|支出|投入|资金)$/;

/** 较高水平, 新能力: what a quantity was kept at is no quantity of its own. */
const KEPT_AT = /(?:保持|维持|稳定|处于|达到|创|位居|居)[^，、]{0,16}(?:水平|行列|区间|位次|目标任务)$/;

/** Whether the words after a quantity's name tell how it moved and name nothing more. */
export function isMovement(words: string): boolean {
  return (
    MOVES_ON.test(words) &&
    // 五年粮食总产四次超过500亿斤: how often it did.
    !words.endsWith('次') &&
    !/占|(?<![温缓平])[和与](?!经济|生产总值|GDP)/.test(words) &&
    (!ENDS_A_NOUN.test(words) || KEPT_AT.test(words))
  );
}

/** The indicator whose name words begin with, where the rest of them tells how it moved; null where it is another thing. */
export function movedIn(words: string, lexicon: Lexicon): { name: string; entry: Entry } | null {
  const known = lexicon.startOf(words);
  return known && isMovement(words.slice(known.name.length)) ? known : null;
}

/** Characters of the longest name that is looked for. */
const MOST = 20;

/** The same where the lexicon does not know the name (生猪出栏量再创新高): a noun of quantity closes it, null when none does. */
export function quantityMovedIn(words: string): string | null {
  for (let end = 3; end < Math.min(words.length, MOST); end++) {
    if (!mayCloseQuantity(words.charAt(end - 1))) continue;
    const name = words.slice(0, end);
    if ((QUANTITY.test(name) || /(?:实力|竞争力)$/.test(name)) && isMovement(words.slice(end)) && isCleanName(name))
      return name;
  }
  return null;
}
