import type { Messages } from '../lib/locales/zh_CN';
import type { ReadingStyle } from '../lib/platform/readingStyle';

interface ReadingChoiceProps {
  style: ReadingStyle;
  t: Messages;
  onChange: (change: Partial<ReadingStyle>) => void;
  onPrint: () => void;
}

/** The typeface, the size of the text, day or night, and printing. */
export function ReadingChoice({ style, t, onChange, onPrint }: ReadingChoiceProps) {
  const choices = [
    ['face', t.reader.face, Object.entries(t.reader.faces)],
    ['size', t.reader.size, Object.entries(t.reader.sizes)],
    ['theme', t.reader.theme, Object.entries(t.reader.themes)],
  ] as const;
  return (
    <>
      <button type="button" popovertarget="reading-choice">
        {t.reader.style}
      </button>
      <div id="reading-choice" class="choice" popover="auto" role="dialog" aria-label={t.reader.style}>
        {choices.map(([name, legend, options]) => (
          <fieldset key={name}>
            <legend>{legend}</legend>
            {options.map(([value, words]) => (
              <label key={value}>
                <input
                  type="radio"
                  name={name}
                  checked={String(style[name]) === value}
                  onChange={() => onChange({ [name]: name === 'size' ? Number(value) : value })}
                />
                {words}
              </label>
            ))}
          </fieldset>
        ))}
        <button type="button" onClick={onPrint}>
          {t.reader.print}
        </button>
      </div>
    </>
  );
}
