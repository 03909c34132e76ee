import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Holding, Identity } from '../lib/library/types';
import type { LibraryWords } from '../lib/locales/library';
import type { Level } from '../lib/report/types';

const LEVELS: readonly Level[] = ['nation', 'province', 'prefecture', 'county', 'township'];
const FIRST_YEAR = 1949;
const LAST_YEAR = 2199;

interface IdentityFormProps {
  holding: Holding;
  w: LibraryWords;
  onSave: (identity: Identity) => void;
  /** Left out where the reader must not leave without an answer. */
  onCancel?: () => void;
}

/** Puts place, year and title of a report right, where it stands. */
export function IdentityForm({ holding, w, onSave, onCancel }: IdentityFormProps) {
  const [title, setTitle] = useState(holding.title);
  const [place, setPlace] = useState(holding.place);
  const [level, setLevel] = useState(holding.level);
  const [year, setYear] = useState(holding.year > 0 ? String(holding.year) : '');
  const [fault, setFault] = useState<'place' | 'year' | null>(null);
  const id = useId();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    // Only a form that the reader has opened takes the keyboard.
    if (onCancel) form.current?.querySelector('input')?.focus();
  }, []);

  const submit = () => {
    const named = place.trim();
    const planned = /^\d{4}$/.test(year.trim()) ? Number(year) : 0;
    const wrong = named === '' ? 'place' : planned < FIRST_YEAR || planned > LAST_YEAR ? 'year' : null;
    setFault(wrong);
    if (wrong) {
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
      return;
    }
    onSave({ title: title.trim() || holding.title, place: named, level, year: planned, reviewYear: planned - 1 });
  };
  const hint = (field: 'place' | 'year') => (
    <small id={`${id}-${field}`} class={fault === field ? 'fault' : undefined}>
      {fault === field
        ? { place: w.needPlace, year: w.needYear }[field]
        : { place: w.placeHint, year: w.yearHint }[field]}
    </small>
  );
  return (
    <form
      ref={form}
      class="identity"
      aria-label={w.correctOf(holding.title)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel?.();
      }}
    >
      <label class="wide">
        {w.fields.title}
        <input name="title" value={title} maxLength={200} onInput={(event) => setTitle(event.currentTarget.value)} />
      </label>
      <label>
        {w.fields.place}
        <input
          name="place"
          value={place}
          maxLength={40}
          required
          aria-invalid={fault === 'place'}
          aria-describedby={`${id}-place`}
          onInput={(event) => {
            const named = event.currentTarget.value;
            setPlace(named);
            setLevel(levelOf(named.trim()) ?? level);
          }}
        />
        {hint('place')}
      </label>
      <label>
        {w.fields.level}
        <select name="level" value={level} onChange={(event) => setLevel(event.currentTarget.value as Level)}>
          {LEVELS.map((each) => (
            <option key={each} value={each}>
              {w.levels[each]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {w.fields.year}
        <input
          name="year"
          value={year}
          inputMode="numeric"
          maxLength={4}
          required
          aria-invalid={fault === 'year'}
          aria-describedby={`${id}-year`}
          onInput={(event) => setYear(event.currentTarget.value)}
        />
        {hint('year')}
      </label>
      <p class="wide">
        <button type="submit" class="primary">
          {w.save}
        </button>
        {onCancel && (
          <button type="button" onClick={onCancel}>
            {w.cancel}
          </button>
        )}
      </p>
    </form>
  );
}

/** What a name says of its level, null where it says nothing: 区 may be a county's, 市 under a city too. */
function levelOf(place: string): Level | null {
  if (/^(?:全国|国务院|中国)$/.test(place)) return 'nation';
  if (/(?:[镇乡]|街道|苏木)$/.test(place)) return 'township';
  if (/(?:省|自治区|特别行政区)$|^(?:北京|天津|上海|重庆)市?$/.test(place)) return 'province';
  if (/[县区旗]$/.test(place)) return 'county';
  if (/(?:自治州|地区|盟)$|^[^市州盟]{1,8}市$/.test(place)) return 'prefecture';
  return /.市.{1,8}市$/.test(place) ? 'county' : null;
}
