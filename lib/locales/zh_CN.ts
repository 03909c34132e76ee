import type { Bound, Measure, Status } from '../indicators/types';
import type { Colour } from '../notes/colours';

const status: Record<Status, string> = { actual: '实际', estimate: '预计', target: '目标' };
const bound: Record<Bound, string> = { about: '左右', at_least: '以上', at_most: '以内' };
const measure: Record<Measure, string> = {
  level: '数值',
  growth: '增长',
  average_growth: '年均增长',
  multiple: '倍数',
  change: '变化',
  rank: '位次',
  structure: '结构',
};

function yearsOf(from: number | null, to: number | null): string {
  if (to === null) return '年份未明';
  return from === null || from === to ? `${to} 年` : `${from}–${to} 年`;
}

/** Everything that the interface says, Chinese first; other languages have the same shape. */
export const zh_CN = {
  lang: 'zh-CN',
  name: '报告旁注',
  official: '官方释义',
  ownDefinition: '本文释义',
  written: '本项目释义',
  noDefinition: '未收录释义',
  cannotTell: '这个词因地方或年份而异，从这个页面看不出是哪一种：',
  otherSenses: '别处的意思',
  scope: (place: string | null, from: number | null, to: number | null) =>
    [place, from === null && to === null ? null : `${from ?? ''}–${to ?? ''} 年`].filter(Boolean).join(' · ') || '一般',
  since: (by: string, year: number) => `出处：${by}（${year} 年）`,
  confused: (what: string) => `注意：${what}`,
  related: '相关',
  ground: {
    seed: '依据：收录报告原文',
    document: (title: string, year: number) => `依据：${title}（${year} 年）`,
    general: '依据：一般知识，没有对应到具体文件',
  },
  sure: { high: '', medium: '把握中等', low: '把握较低，请核对' },
  concordance: (first: number, last: number) =>
    first === last ? `见于 ${first} 年的收录报告` : `见于 ${first} 至 ${last} 年的收录报告`,
  goesWith: '常同段出现',
  reportError: '这条有误',
  correction: (term: string, meaning: string, where: string) =>
    `【名词释义更正】\n名词：${term}\n现有释义：${meaning}\n所在页面：${where}\n应改为：\n依据（文件名、年份）：\n`,
  appendix: (report: string, page: number | null) => `${report} 名词解释${page === null ? '' : ` · 第 ${page} 页`}`,
  alsoUsed: '也见于',
  moreUses: (count: number) => `另有 ${count} 处`,
  goToSource: '到原文',
  writeNote: '记一笔',
  copy: '复制',
  copied: '已复制',
  copyForm: { text: '文字', tsv: '表格一行', citation: '引文' },
  close: '关闭',
  escape: 'Esc',
  alsoHere: '此处还有',
  status,
  bound,
  measure,
  years: yearsOf,
  period: (kind: Measure, from: number | null, to: number | null): string => {
    const years = yearsOf(from, to);
    const isSpan = from !== null && from !== to;
    if (to === null) return measure[kind];
    if (kind === 'growth' && isSpan) return `${to} 年比 ${from - 1} 年`;
    if (kind === 'growth') return `${years}比上年`;
    if (kind === 'average_growth') return `${years}年均`;
    if (kind === 'multiple' && isSpan) return `${to} 年是 ${from - 1} 年的倍数`;
    if (kind === 'level') return years;
    return `${years}${measure[kind]}`;
  },
  plainFigure: '未读出完整含义的数字',
  unlisted: '未列入指标表',
  inBundled: '收录报告中的同一指标',
  trend: (place: string) => `${place} · 空心为目标`,
  notInBundled: '收录报告中没有这一指标。',
  column: { report: '报告', year: '年份', target: '目标', actual: '实际' },
  figures: {
    title: '全部数字',
    none: '没有读出数字。',
    indicator: '指标',
    value: '数值',
    status: '性质',
    csv: '导出 CSV',
    json: '导出 JSON',
    unread: (count: number) => `另有 ${count} 处数字没有把握读全，未列入。`,
  },
  note: '旁注',
  noteFor: (quote: string) => `为“${quote}”写旁注`,
  notePlaceholder: '写在页边……',
  save: '保存',
  saveHint: 'Ctrl+Enter 保存',
  cancel: '取消',
  edit: '修改',
  remove: '删除',
  removeSure: '确定删除',
  noteFailed: (reason: string) => `没有存下：${reason}文字还在这里，可以再试或先复制出去。`,
  removeFailed: (reason: string) => `没有删掉：${reason}`,
  orphanedNotes: (count: number) => `有 ${count} 条旁注在这个版面上找不到原来的位置`,
  noteState: {
    exact: '',
    moved: '',
    edited: '原文已改动',
    value_changed: '值已变',
    ambiguous: '位置不能确定',
    orphaned: '找不到原来的位置',
  },
  sections: '对应章节',
  sectionsOf: (heading: string) => `与“${heading}”对应的章节`,
  noSections: '收录的报告里没有对应的章节。',
  selectionBar: '所选文字',
  mark: (colour: Colour) => `划线（${{ red: '朱', yellow: '黄', green: '绿', blue: '蓝' }[colour]}）`,
  lookUp: '查',
  cite: '引用',
  known: '我懂了',
  termsInside: '其中的名词',
  saidAlike: '收录报告里的同样文字',
  of: (here: number, all: number) => `第 ${here} 处，共 ${all} 处`,
  outline: '目录',
  library: '收录的报告',
  toTop: '回到开头',
  panel: {
    open: '侧栏',
    tabs: { outline: '目录', marks: '标注', figures: '数字' },
    search: '在目录、标注和旁注里找',
    empty: '这一页没有标注。打开一份报告，或在工具栏按钮里标注这一页。',
    nothing: '没有找到。',
    kinds: { term: '名词', figure: '数字', number: '数', note: '旁注', difference: '版本' },
    lost: '找不到原处的旁注',
    hereAlso: '这一章在收录报告里的对应章节',
  },
  settings: {
    title: '设置',
    density: '标注多少',
    terms: '名词',
    figures: '数字',
    notes: '旁注',
    levels: { off: '不标', first: '每章第一处', all: '全部' },
    explain: '只解释不常见的名词（多数报告里都有的不标）',
    language: '界面语言',
    languages: { auto: '跟随浏览器', 'zh-CN': '中文', en: 'English' },
    siteOff: (host: string) => `不在 ${host} 上标注`,
    siteIsOff: (host: string) => `已在 ${host} 上关闭标注。`,
    siteOn: '在这里重新打开',
    known: '已经懂的名词',
    noneKnown: '还没有。在名词卡片上按“我懂了”，它就不再标出。',
    offSites: '不标注的网站',
    noneOff: '没有。',
    restore: '恢复',
    keys: '键盘',
    keyList: [
      ['Alt+J / Alt+K', '下一处、上一处标注'],
      ['Alt+Shift+J / Alt+Shift+K', '下一章、上一章'],
      ['Alt+L', '同一处的另一个标注'],
      ['Alt+M', '给所选文字或当前标注记一笔'],
      ['Alt+S', '查所选文字，或这一章的对应章节'],
      ['Ctrl+Enter', '保存旁注'],
      ['Esc', '关闭，回到原处'],
    ],
    moreKeys: '只走名词、数字、旁注或章节的命令，可在浏览器的扩展快捷键设置里指定按键。',
    data: '数据',
    stored: (notes: number, size: string) => `本机存有 ${notes} 条旁注，共用 ${size}。`,
    exportNotes: (format: string) => `导出全部旁注（${format}）`,
    noteFormats: { jsonld: '备份用 JSON-LD', md: '阅读用 Markdown', csv: '表格 CSV' },
    importNotes: '导入旁注',
    imported: (count: number) => `导入了 ${count} 条旁注。`,
    importFailed: (reason: string) => `没有导入任何旁注：${reason}`,
    wiped: (time: string) => `浏览器清空过旁注数据库（${time}发现）。如果有导出的备份，请在下面导入，旁注会回到原处。`,
    wipedSeen: '知道了',
    trash: '删除的旁注（保留 30 天）',
    noneInTrash: '没有。',
    restored: '旁注已放回原处。',
  },
  popup: {
    looking: '正在看这一页……',
    cannot: '浏览器不让扩展读这一页（例如浏览器自己的页面和扩展商店）。',
    none: '这一页不像政府工作报告。',
    report: '这一页是一份政府工作报告',
    excerpt: '这一页是政府工作报告的一部分',
    related: '这一页与政府工作报告有关',
    because: '判断的依据',
    counts: (terms: number, figures: number, notes: number) =>
      `名词 ${terms} 处 · 数字 ${figures} 处 · 旁注 ${notes} 条`,
    annotated: '已加标注。',
    openReader: '打开收录的报告',
    keys: '键盘：Alt+J / Alt+K 下一处、上一处，Alt+M 记一笔，Alt+S 对应章节，Esc 关闭',
  },
  differs: '与收录版本不同',
  differsInNumber: '数字不同',
  thisPage: '本页',
  nothingHere: '（无此文字）',
  reader: {
    versions: '两个版本的不同之处',
    versionCounts: (all: number, numbers: number, words: number, marks: number) =>
      `共 ${all} 处：数字 ${numbers} 处，文字 ${words} 处，标点 ${marks} 处。`,
    compareWith: (other: string) => `与“${other}”比较`,
    missing: (id: string) => `没有收录“${id}”这份报告。请从下面选一份。`,
    source: (name: string) => `原文件：seeds/reports/${name}.txt`,
  },
};

export type Messages = typeof zh_CN;
