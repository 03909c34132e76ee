import { groupBy } from '../groupBy';
import { isReport, type Sighting } from './sightings';
import type { Indicator, Observation } from './types';
import { convert } from './units';

/**
 * Why nothing is said of a target: `none` no later report gives an outcome, `measure` the outcome is of another kind
 * (a level for a growth), `unit` its unit does not convert, `second_hand` only an article gives it, `about` one of the
 * two is approximate and they lie on the wrong side of one another, `bound` the outcome is only known to lie above or
 * below something, `direction` nobody says which way is welcome, `differ` reports disagree about the outcome.
 */
export type Doubt = 'none' | 'measure' | 'unit' | 'second_hand' | 'about' | 'bound' | 'direction' | 'differ';

/** What came of a pledge: a verdict only where the words of both reports leave no other. */
export type Verdict = { kind: 'met' } | { kind: 'missed' } | { kind: 'open'; doubt: Doubt };

/** A place's target and what later reports say of the same period. */
export interface Pledge {
  area: string;
  from: number | null;
  to: number;
  target: Sighting;
  /** The upper end where the target is a range (6%—6.5%); `target` is then the lower one. */
  upTo: Sighting | null;
  /** What is shown as the outcome, comparable or not; null where there is none. */
  outcome: Sighting | null;
  verdict: Verdict;
}

/** The two numbers of a range stand this near to one another: 6%—6.5%, 6%左右到6.5%. */
const RANGE_GAP = 6;

/**
 * Pairs every target with the outcome of its period in the reports that look back on it: reports of a later year about
 * the same place. Latest years first, then by place.
 */
export function pledgesOf(sightings: readonly Sighting[], { better }: Pick<Indicator, 'better'>): Pledge[] {
  // A report cannot know the outcome of the year that it plans for.
  const told = sightings.filter(
    ({ holding, observation: { status, to } }) => status !== 'target' && to !== null && holding.year > to,
  );
  const outcomes = groupBy(told, keyOf);
  return targetsOf(sightings)
    .map(({ target, upTo }) => {
      const { from, to } = target.observation;
      return {
        area: target.area,
        from,
        to: to!,
        target,
        upTo,
        ...judge(target, upTo, outcomes.get(keyOf(target)) ?? [], better ?? null),
      };
    })
    .sort((a, b) => b.to - a.to || a.area.localeCompare(b.area, 'zh') || (b.from ?? 0) - (a.from ?? 0));
}

const keyOf = ({ area, observation: { from, to } }: Sighting) => `${area} ${from} ${to}`;

/** All targets, the ends of a range together, what a report says twice once. */
function targetsOf(sightings: readonly Sighting[]): { target: Sighting; upTo: Sighting | null }[] {
  const targets = sightings.filter(({ observation }) => observation.status === 'target' && observation.to !== null);
  const byReport = groupBy(targets, ({ holding }) => holding.id);
  const taken = new Set<Sighting>();
  const seen = new Set<string>();
  return targets.flatMap((target) => {
    if (taken.has(target)) return [];
    const upTo = byReport.get(target.holding.id)!.find((other) => isRange(target, other)) ?? null;
    if (upTo) taken.add(upTo);
    const ends = [target, upTo].map(
      (end) => end && [end.observation.value, end.observation.unit, end.observation.bound],
    );
    const said = JSON.stringify([keyOf(target), target.holding.id, target.observation.measure, ends]);
    if (seen.has(said)) return [];
    seen.add(said);
    return [{ target, upTo }];
  });
}

function isRange(low: Sighting, high: Sighting): boolean {
  const [a, b] = [low.observation, high.observation];
  return (
    keyOf(low) === keyOf(high) &&
    a.measure === b.measure &&
    a.unit === b.unit &&
    a.bound === 'at_least' &&
    b.bound === 'at_most' &&
    a.value < b.value &&
    b.start >= a.start &&
    b.start - a.end <= RANGE_GAP
  );
}

type Judged = Pick<Pledge, 'outcome' | 'verdict'>;

function judge(
  target: Sighting,
  upTo: Sighting | null,
  told: readonly Sighting[],
  better: Indicator['better'] | null,
): Judged {
  const open = (doubt: Doubt, outcome: Sighting | null): Judged => ({ outcome, verdict: { kind: 'open', doubt } });
  if (told.length === 0) return open('none', null);
  const alike = told.filter(({ observation }) => observation.measure === target.observation.measure);
  if (alike.length === 0) return open('measure', preferred(told));
  const inUnit = alike.filter(
    ({ observation }) => convert(observation.value, observation.unit, target.observation.unit) !== null,
  );
  if (inUnit.length === 0 || target.observation.measure === 'structure') return open('unit', preferred(alike));
  const own = inUnit.filter(({ holding }) => isReport(holding));
  if (own.length === 0) return open('second_hand', preferred(inUnit));
  const final = own.filter(({ observation }) => observation.status === 'actual');
  const weighed = final.length > 0 ? final : own;
  const outcome = preferred(weighed);
  const verdicts = weighed.map((each) =>
    compare(target.observation, upTo?.observation ?? null, each.observation, better),
  );
  const [first] = verdicts;
  const agree = verdicts.every((verdict) => JSON.stringify(verdict) === JSON.stringify(first));
  return agree ? { outcome, verdict: first! } : open('differ', outcome);
}

/** What the year's own look back says goes before what is recalled later, the final figure before the estimate. */
function preferred(list: readonly Sighting[]): Sighting {
  const estimated = ({ observation }: Sighting) => Number(observation.status === 'estimate');
  const second = ({ holding }: Sighting) => Number(!isReport(holding));
  return [...list].sort(
    (a, b) => second(a) - second(b) || estimated(a) - estimated(b) || a.holding.year - b.holding.year,
  )[0]!;
}

/** Numbers between which a value lies, both ends included; `exact` false where a 左右 blurs it. */
interface Span {
  low: number;
  high: number;
  exact: boolean;
}

const MET: Verdict = { kind: 'met' };
const MISSED: Verdict = { kind: 'missed' };
const doubtful = (doubt: Doubt): Verdict => ({ kind: 'open', doubt });

function compare(
  target: Observation,
  upTo: Observation | null,
  outcome: Observation,
  better: Indicator['better'] | null,
): Verdict {
  const aim = aimOf(target, upTo, welcome(target, better));
  if (!aim) {
    // Without a welcome direction only the very number keeps a pledge for certain.
    const same = convert(outcome.value, outcome.unit, target.unit) === target.value && outcome.bound === null;
    return same ? MET : doubtful('direction');
  }
  const came = spanOf(outcome, target.unit);
  if (came.low >= aim.low && came.high <= aim.high) return came.exact ? MET : doubtful('about');
  // A range or a number that is only approximate leaves open how far beside it is still kept.
  const outside = came.high < aim.low || came.low > aim.high;
  if (!outside) return doubtful(came.exact ? 'bound' : 'about');
  return came.exact && aim.exact ? MISSED : doubtful('about');
}

/** Which way is welcome: first places before last ones, else as the lexicon says. */
function welcome({ measure }: Observation, better: Indicator['better'] | null): Indicator['better'] | null {
  if (measure !== 'rank') return better;
  return better === 'up' ? 'down' : null;
}

/** What keeps the target; null where the words leave it open which side does. */
function aimOf(target: Observation, upTo: Observation | null, better: Indicator['better'] | null): Span | null {
  const { bound } = target;
  if (upTo) {
    const low = better === 'down' ? Number.NEGATIVE_INFINITY : target.value;
    const high = better === 'up' ? Number.POSITIVE_INFINITY : upTo.value;
    return { low, high, exact: true };
  }
  if (bound === 'at_least' || bound === 'at_most') return spanOf(target, target.unit);
  if (!better) return null;
  const span = better === 'up' ? above(target.value) : below(target.value);
  return { ...span, exact: bound === null };
}

/** The numbers that an observation leaves possible, in a unit that it converts into. */
function spanOf(observation: Observation, unit: string): Span {
  const value = convert(observation.value, observation.unit, unit)!;
  const { bound, measure } = observation;
  if (bound === null || bound === 'about') return { low: value, high: value, exact: bound === null };
  // 下降2%以上 is a fall of two percent and more: the bound is of the fall, not of the signed number.
  const falls = value < 0 && measure !== 'level';
  return (bound === 'at_least') !== falls ? above(value) : below(value);
}

const above = (value: number): Span => ({ low: value, high: Number.POSITIVE_INFINITY, exact: true });
const below = (value: number): Span => ({ low: Number.NEGATIVE_INFINITY, high: value, exact: true });
