import type { Figure } from './figures';
import type { Lead } from './lead';
import type { Subject } from './names';
import type { Calendar } from './periods';
import type { Sense } from './rules';
import type { State } from './state';
import type { Status } from './types';
import { sizeOf } from './units';

const AIMS = /目标(?:任务)?(?:是|为|如下|建议为)?[：，]?$/;
const EXPECTED_AIMS = /预期目标(?:是|为|如下|建议为)[：，]?$/;

/** Whether words open a list of targets; looking back, only 预期目标是 does. */
export function opensAims(words: string, plan: boolean): boolean {
  return (plan ? AIMS : EXPECTED_AIMS).test(words);
}

/** Whether an aside marks the figure before it as an estimate: （预计数，下同）. */
export function marksEstimate(aside: string): boolean {
  return /预计|快报数|预测/.test(aside) && !/\d/.test(aside.replace(/(?:19|20)\d{2}年/g, ''));
}

/** A word of certainty, or null where the part does not let it count: looking back, 力争 tells how a thing was done. */
export function counting(status: Status | null, plan: boolean): Status | null {
  return status === 'target' && !plan ? null : status;
}

/** 人均存款1850元，比年初增加1.6亿元: a rise greater than what it led to is of something else. */
export function outgrows({ measure, sign }: Sense, figure: Figure, subject: Subject, { stood }: State): boolean {
  if (measure !== 'change' || sign < 0 || stood?.name !== subject.name) return false;
  const level = stood.figure;
  return level.dimension === figure.dimension && amountOf(figure) > amountOf(level) * (level.bound === null ? 1 : 1.1);
}

function amountOf({ value, unit }: Figure): number {
  return value * sizeOf(unit);
}

/** 今年高校毕业生820多万人，再创历史新高: how many there will be is known, and nobody's aim. */
const COMING = /^(?:应届)?(?:普通)?(?:高校|高等院校|大学|大中专)(?:应届)?毕业生(?:人数|总数|规模)?$/;

/** Actual, estimate or target: by the clause's own words, by what the sentence opened, by the part and its years. */
export function statusOf(name: string, lead: Lead, state: State, calendar: Calendar): Status {
  if (lead.aim) return 'target';
  if (state.part.plan && COMING.test(name)) return 'estimate';
  const said = counting(lead.status, state.part.plan) ?? state.status;
  if (said) return said;
  if (lead.already) return 'actual';
  const year = state.moment?.to;
  // 到2025年，城镇化率达到60%: what is to come was not looked back on, whatever heading it stands under.
  const ahead = year != null && calendar.year !== null && year > calendar.year;
  if (!state.part.plan && !ahead) return state.estimates ? 'estimate' : 'actual';
  return year != null && calendar.year !== null && year < calendar.year ? 'actual' : 'target';
}
