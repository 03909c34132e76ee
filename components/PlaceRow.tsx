import { type Place, snippet } from '../lib/corpus/lookup';

/** A place in a bundled report as a row to press: the words there with a little of what stands around them. */
export function PlaceRow({ place, onGo }: { place: Place; onGo: (place: Place) => void }) {
  const [before, quote, after] = snippet(place.report.text, place.start, place.end);
  return (
    <button type="button" onClick={() => onGo(place)}>
      <span class="quote" lang="zh-CN">
        {before}
        <b>{quote}</b>
        {after}
      </span>
      <span class="where">{place.report.short}</span>
    </button>
  );
}
