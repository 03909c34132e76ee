import { render } from 'preact';
import { type Choice, type Column, TogetherView } from '../../components/TogetherView';
import { type ReaderPlace, readerHash } from '../../lib/corpus/address';
import { type Alignment, alignInSteps, counterpartAt } from '../../lib/corpus/alignSections';
import { makeMatcher } from '../../lib/corpus/match';
import type { BundledReport } from '../../lib/corpus/types';
import { inSlices } from '../../lib/page/inSlices';
import { startOverlay } from '../../lib/page/overlay';
import { makePositions } from '../../lib/page/positions';
import { readHere } from '../../lib/page/readHere';
import { scrollTogether } from '../../lib/page/scrollTogether';
import { onMessage } from '../../lib/platform/messages';
import { markKnown } from '../../lib/platform/settings';
import { sectionAt } from '../../lib/report/sectionAt';
import { describe } from '../../lib/text/quote';
import { setUpFind } from './find';
import { matchAdded } from './matchAdded';
import { notesOf } from './notesOf';
import { openPage } from './openPage';
import { placeIn } from './placeIn';
import { showShelf } from './shelf';
import { keepStanding } from './standing';
import { changeStyle } from './style';
import type { Parts, Shown } from './view';

type Which = 0 | 1;
const otherOf = (side: Which): Which => (side === 0 ? 1 : 0);

/** Shows two reports side by side, each alive, what corresponds in them at the same height. */
export async function readTogether(place: ReaderPlace | null, parts: Parts): Promise<Shown> {
  const { app, index, find, list, t, signal } = parts;
  const { reportId = '', beside = '' } = place ?? {};
  const found = await Promise.all([find(reportId), find(beside)]);
  if (signal.aborted) return {};
  const [first, second] = found;
  if (!first || !second || first === second) return showShelf({ reportId: first ? beside : reportId }, parts);
  const reports: readonly [BundledReport, BundledReport] = [first, second];
  document.title = `${first.short} · ${second.short} · ${t.name}`;

  let { settings, style } = parts;
  let locked = true;
  let shown: Which = 0;
  let word = '';
  let choices: readonly Choice[] = index.reports;
  let where: [string, string] = ['', t.reader.aligning];
  const counterparts: Column['counterparts'][] = [null, null];
  const alignments: (Alignment | null)[] = [null, null];

  const draw = () => {
    if (signal.aborted) return;
    const column = (side: Which): Column => ({
      report: reports[side],
      counterparts: counterparts[side] ?? null,
      where: where[side],
    });
    render(
      <TogetherView
        columns={[column(0), column(1)]}
        choices={choices}
        locked={locked}
        shown={shown}
        word={word}
        style={style}
        t={t}
        onChoose={(side, id) => {
          const [a, b] = side === 0 ? [id, second.id] : [first.id, id];
          location.hash = readerHash({ reportId: a, beside: b });
        }}
        onLock={(wanted) => {
          locked = wanted;
          if (locked) alignAt(pair.leader, pair.here(pair.leader));
          draw();
        }}
        onShow={(side) => show(side)}
        onAlign={(side, id) => align(side, id)}
        onFind={() => openFind()}
        onStyle={(change) => void changeStyle(change)}
        onPrint={() => print()}
      />,
      app,
    );
  };
  draw();

  const scrollers = [...app.querySelectorAll<HTMLElement>('.scroller')] as [HTMLElement, HTMLElement];
  const articles = scrollers.map((scroller) => scroller.querySelector('article')!) as [HTMLElement, HTMLElement];
  const standing = keepStanding<{ side: Which; offset: number }>(signal);
  let hasArrived = false;
  const sides = ([0, 1] as const).map((side) => ({
    scroller: scrollers[side],
    positions: makePositions(articles[side], reports[side].text.length),
    counterpart: (offset: number) => counterpartAt(alignments[side]?.passages ?? [], offset),
  }));
  const headingAt = (side: Which, offset: number) => sectionAt(reports[side].sections, offset)?.heading ?? '';
  const pair = scrollTogether([sides[0]!, sides[1]!], {
    isLocked: () => locked && alignments[0] !== null,
    onPlace(leader, offset, other) {
      if (hasArrived) standing.keep({ side: leader, offset });
      const across = otherOf(leader);
      const said = other === null ? t.reader.noCounterpart : t.reader.counterpart(headingAt(across, other));
      const now: [string, string] = ['', ''];
      now[leader] = headingAt(leader, offset);
      now[across] = alignments[0] ? said : t.reader.aligning;
      if (now[0] === where[0] && now[1] === where[1]) return;
      where = now;
      draw();
    },
    signal,
  });
  /** The side that keys mean: the one with the focus, whatever has scrolled since; without a focus, the one used last. */
  const atHand = (): Which => {
    const focused = scrollers.findIndex((scroller) => scroller.contains(document.activeElement));
    return focused < 0 ? pair.leader : (focused as Which);
  };
  const openFind = setUpFind(() => articles[atHand()], t, signal);

  const alignAt = (side: Which, offset: number, at?: 'once') =>
    pair.align(side, offset, counterpartAt(alignments[side]?.passages ?? [], offset), at);
  /** Brings a section and its counterpart to the same height. */
  const align = (side: Which, sectionId: string, at?: 'once') => {
    const section = alignments[side]?.sections.find(({ id }) => id === sectionId);
    if (section) pair.align(side, section.from.start, section.to?.start ?? null, at);
  };
  /** Shows the other report, on a narrow screen, at what corresponds to the place that is left. */
  const show = (side: Which) => {
    if (side === shown) return;
    const offset = pair.here(shown);
    const other = counterpartAt(alignments[shown]?.passages ?? [], offset);
    shown = side;
    draw();
    if (other !== null) pair.align(side, other, null, 'once');
  };

  const overlays = ([0, 1] as const).map((side) =>
    startOverlay({
      scope: articles[side],
      index,
      notes: notesOf(reports[side], parts),
      settings,
      t,
      read: readHere(index, reports[side]),
      reportId: reports[side].id,
      matchAdded: matchAdded(reports[side], parts),
      openReader: (to) => {
        if (reports.some(({ id }) => id === to.reportId)) void arrive(to, null);
        else location.hash = readerHash(to);
      },
      openPage,
      onKnown: (term) => void markKnown(term),
      name: side === 0 ? '' : 'beside-',
      hasKeys: () => atHand() === side,
      signal,
    }),
  );

  const stopSteps = onMessage('step', ({ data }) => overlays[atHand()]?.step(data.by, data.kind));
  signal.addEventListener('abort', stopSteps);

  /** Goes to a place in one of the two, and takes the other along; back at an address, to where the reader stood. */
  const arrive = async (to: ReaderPlace | null, stood = standing.read()) => {
    hasArrived = false;
    await Promise.all([...overlays.map(({ ready }) => ready), aligned]);
    if (signal.aborted) return;
    const side: Which = to?.reportId === second.id ? 1 : 0;
    const { range, word: said } = placeIn(reports[side], to, t);
    word = said;
    hasArrived = true;
    shown = stood?.side ?? side;
    draw();
    // What was open over a report goes with it where there is room for one only.
    const hidden = ([0, 1] as const).find((each) => !articles[each].checkVisibility());
    if (hidden !== undefined) overlays[hidden]!.close();
    if (range) overlays[side]!.goTo(describe(reports[side].text, range.start, range.end));
    if (stood) alignAt(stood.side, stood.offset, 'once');
    else if (to?.sectionId && range) align(side, to.sectionId, 'once');
    else if (range) alignAt(side, range.start, 'once');
  };

  const ids = index.reports.map(({ id }) => id);
  const unknown = reports.filter(({ id }) => !ids.includes(id));
  const aligned = (async () => {
    // The first paint comes first: making a matcher takes some 30 ms.
    await new Promise((resolve) => setTimeout(resolve));
    const all = [...index.reports, ...unknown];
    const matcher = makeMatcher({ ...index, reports: all });
    for (const side of [0, 1] as const) {
      const [from, to] = [reports[side], reports[otherOf(side)]];
      const steps = alignInSteps(
        from,
        to,
        matcher,
        all.map(({ id }) => id),
      );
      const alignment = await inSlices(steps, signal);
      if (!alignment) return;
      alignments[side] = alignment;
      const heading = (id: string | null) => to.sections.find((section) => section.id === id)?.heading ?? to.short;
      counterparts[side] = new Map(
        alignment.sections.map((section) => [section.id, section.to ? heading(section.toId) : null]),
      );
    }
    draw();
    alignAt(pair.leader, pair.here(pair.leader));
  })();
  // The library has a worker to wake: that can wait until everything is there to read.
  void aligned
    .then(async () => {
      if (signal.aborted) return;
      choices = await list();
      draw();
    })
    .catch(() => {});
  for (const side of [0, 1] as const) {
    // The pointer's short cut to the button above a heading; a heading can still be selected and hovered.
    const onClick = ({ target }: Event) => {
      const heading = (target as Element).closest('h3, h4, strong')?.closest<HTMLElement>('[data-section]');
      if (heading && getSelection()?.isCollapsed) align(side, heading.dataset.section!);
    };
    articles[side].addEventListener('click', onClick, { signal });
  }

  signal.addEventListener('abort', () => render(null, app));
  void arrive(place);
  return {
    goTo: (to) => void arrive(to),
    configure(changed) {
      settings = changed;
      for (const overlay of overlays) overlay.configure(changed);
    },
    restyle(changed) {
      style = changed;
      draw();
      for (const overlay of overlays) overlay.configure(settings);
    },
  };
}
