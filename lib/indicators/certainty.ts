import type { Lead } from './lead';
import type { Calendar } from './periods';
import type { State } from './state';
import type { Status } from './types';

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

/** Actual, estimate or target: by the clause's own words, by what the sentence opened, by the part and its years. */
export function statusOf(lead: Lead, state: State, calendar: Calendar): Status {
  const said = counting(lead.status, state.part.plan) ?? state.status;
  if (said) return said;
  if (lead.already) return 'actual';
  if (!state.part.plan) return state.estimates ? 'estimate' : 'actual';
  const year = state.moment?.to;
  return year != null && calendar.year !== null && year < calendar.year ? 'actual' : 'target';
}
