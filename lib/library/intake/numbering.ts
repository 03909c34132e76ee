import { stepsThrough } from './xml';

/** One level of a list, as word/numbering.xml says. */
interface Level {
  start: number;
  format: string;
  /** 第%1章, （%1）, %1.%2: the level's number where its figure stands. */
  text: string;
  /** All numbers in it are written in Arabic figures, whatever their own format. */
  legal: boolean;
}

/** Counts the automatic numbers of a document's lists, in the order of its paragraphs. */
export interface Numbering {
  /** What Word shows before the next paragraph of that list and level; '' for bullets and unknown lists. */
  next(list: string, level: number): string;
}

interface List {
  abstract: string;
  starts: Map<number, number>;
  /** Whether its own starts have been set. */
  begun: boolean;
}

const DIGITS = '零一二三四五六七八九';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/**
 * The automatic numbers of a .docx: 一、 and （一） are often not in its text but counted by the program that shows it, and a
 * report's sections hang on them. `xml` is word/numbering.xml.
 */
export function readNumbering(xml: string): Numbering {
  const abstracts = new Map<string, Map<number, Level>>();
  const lists = new Map<string, List>();
  let levels: Map<number, Level> | null = null;
  let level: Level | null = null;
  let list: List | null = null;
  let overridden = 0;
  for (const step of stepsThrough(xml)) {
    if (step.kind === 'close') {
      if (step.name === 'abstractNum') levels = null;
      if (step.name === 'lvl') level = null;
      if (step.name === 'num') list = null;
    }
    if (step.kind !== 'open') continue;
    const { name, attributes } = step;
    const value = attributes.get('val') ?? '';
    if (name === 'abstractNum') {
      levels = new Map();
      abstracts.set(attributes.get('abstractNumId') ?? '', levels);
    } else if (name === 'num') {
      list = { abstract: '', starts: new Map(), begun: false };
      lists.set(attributes.get('numId') ?? '', list);
    } else if (name === 'abstractNumId' && list) list.abstract = value;
    else if (name === 'lvlOverride') overridden = Number(attributes.get('ilvl'));
    else if (name === 'startOverride' && list) list.starts.set(overridden, Number(value));
    else if (name === 'lvl' && levels) {
      level = { start: 1, format: 'decimal', text: '', legal: false };
      levels.set(Number(attributes.get('ilvl')), level);
    } else if (name === 'start' && level) level.start = Number(value);
    else if (name === 'numFmt' && level) level.format = value;
    else if (name === 'lvlText' && level) level.text = value;
    else if (name === 'isLgl' && level) level.legal = value !== '0' && value !== 'false';
  }
  return counting(abstracts, lists);
}

function counting(abstracts: ReadonlyMap<string, Map<number, Level>>, lists: ReadonlyMap<string, List>): Numbering {
  /** The last number of each level; lists of the same kind go on counting together. */
  const counts = new Map<string, Map<number, number>>();
  return {
    next(id, at) {
      const list = lists.get(id);
      const levels = list && abstracts.get(list.abstract);
      const level = levels?.get(at);
      if (!list || !levels || !level) return '';
      const count = counts.get(list.abstract) ?? new Map<number, number>();
      counts.set(list.abstract, count);
      if (!list.begun) {
        list.begun = true;
        for (const [each, start] of list.starts) count.set(each, start - 1);
      }
      count.set(at, (count.get(at) ?? level.start - 1) + 1);
      for (const deeper of [...count.keys()]) if (deeper > at) count.delete(deeper);
      if (level.format === 'bullet' || level.format === 'none') return '';
      const label = level.text.replace(/%([1-9])/g, (_, figure) => {
        const other = Number(figure) - 1;
        const { start = 1, format = 'decimal' } = levels.get(other) ?? {};
        return writeNumber(count.get(other) ?? start, level.legal ? 'decimal' : format);
      });
      // 1 and the words after it would grow together, 一、 and （1） do not.
      return /[A-Za-z\d]$/.test(label) ? `${label} ` : label;
    },
  };
}

/** A number in one of the formats of ECMA-376 part 1, 17.18.59; Arabic figures for those that Chinese texts don't use. */
export function writeNumber(value: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'chineseLegalSimplified':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
      return chinese(value);
    case 'ideographTraditional':
      return STEMS[(value - 1) % 10] ?? String(value);
    case 'ideographZodiac':
      return BRANCHES[(value - 1) % 12] ?? String(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return value >= 1 && value <= 20 ? String.fromCodePoint(0x245f + value) : String(value);
    case 'decimalEnclosedParen':
      return `（${value}）`;
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return String(value).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    case 'upperLetter':
      return letters(value);
    case 'lowerLetter':
      return letters(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'lowerRoman':
      return roman(value).toLowerCase();
    default:
      return String(value);
  }
}

/** 一, 十, 十一, 二十三, 一百零五. */
function chinese(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > 999) return String(value);
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const digit = (each: number) => DIGITS.charAt(each);
  const head = hundreds > 0 ? `${digit(hundreds)}百` : '';
  const middle = tens > 0 ? `${tens === 1 && !head ? '' : digit(tens)}十` : head && ones > 0 ? '零' : '';
  return head + middle + (ones > 0 ? digit(ones) : '');
}

/** A, B … Z, AA, BB: Word doubles the letter. */
function letters(value: number): string {
  if (value < 1) return String(value);
  return String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.min(8, Math.ceil(value / 26)));
}

function roman(value: number): string {
  if (value < 1 || value > 399) return String(value);
  const signs = [
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const;
  let rest = value;
  let text = '';
  for (const [size, sign] of signs) {
    while (rest >= size) {
      text += sign;
      rest -= size;
    }
  }
  return text;
}
