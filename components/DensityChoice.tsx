import type { Messages } from '../lib/locales/zh_CN';
import type { Density, Settings } from '../lib/platform/settings';

interface DensityChoiceProps {
  density: Settings['density'];
  t: Messages;
  onChange: (change: Partial<Settings['density']>) => void;
}

const KINDS: readonly (keyof Settings['density'])[] = ['terms', 'figures', 'notes'];
const LEVELS: readonly Density[] = ['off', 'first', 'all'];

/** How many of the terms, figures and notes are marked. */
export function DensityChoice({ density, t, onChange }: DensityChoiceProps) {
  return (
    <fieldset class="density">
      <legend>{t.settings.density}</legend>
      {KINDS.map((kind) => (
        <label key={kind}>
          {t.settings[kind]}
          <select
            value={density[kind]}
            onChange={(event) => onChange({ [kind]: event.currentTarget.value as Density })}
          >
            {LEVELS.map((level) => (
              <option key={level} value={level}>
                {t.settings.levels[level]}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  );
}
