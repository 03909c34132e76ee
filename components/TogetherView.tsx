import { readerHash } from '../lib/corpus/address';
import type { BundledReport } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import type { ReadingStyle } from '../lib/platform/readingStyle';
import { ReadingChoice } from './ReadingChoice';
import { ReportText } from './ReportText';

/** A report to choose. */
export type Choice = Pick<BundledReport, 'id' | 'short'>;

/** One of the two reports. */
export interface Column {
  report: BundledReport;
  /** Where the other report treats each section; null until that is known. */
  counterparts: ReadonlyMap<string, string | null> | null;
  /** The section that is being read, or what is said of the place that corresponds to it. */
  where: string;
}

interface TogetherViewProps {
  columns: readonly [Column, Column];
  /** All reports that there are, those of the columns among them. */
  choices: readonly Choice[];
  locked: boolean;
  /** The column that a narrow screen shows. */
  shown: 0 | 1;
  /** What is to be said about the address, '' for nothing. */
  word: string;
  style: ReadingStyle;
  t: Messages;
  onChoose: (column: 0 | 1, id: string) => void;
  onLock: (locked: boolean) => void;
  onShow: (column: 0 | 1) => void;
  onAlign: (column: 0 | 1, sectionId: string) => void;
  onFind: () => void;
  onStyle: (change: Partial<ReadingStyle>) => void;
  onPrint: () => void;
}

/** Two reports side by side; one at a time where there is no room for both. */
export function TogetherView(props: TogetherViewProps) {
  const { columns, choices, locked, shown, word, style, t } = props;
  return (
    <main class="together" lang={t.lang} data-shown={shown}>
      <header class="bar">
        <h1>{columns.map(({ report }) => report.short).join(' · ')}</h1>
        {columns.map(({ report: { id, short } }, i) => (
          <button
            type="button"
            key={id}
            class="show"
            aria-pressed={shown === i}
            onClick={() => props.onShow(i as 0 | 1)}
          >
            {short}
          </button>
        ))}
        <label class="lock">
          <input type="checkbox" checked={locked} onChange={(event) => props.onLock(event.currentTarget.checked)} />
          {t.reader.locked}
        </label>
        <button type="button" aria-keyshortcuts="/" onClick={props.onFind}>
          {t.reader.find} <kbd>/</kbd>
        </button>
        <ReadingChoice style={style} t={t} onChange={props.onStyle} onPrint={props.onPrint} />
      </header>
      {columns.map(({ report, counterparts, where }, i) => {
        const others = choices.filter(({ id }) => columns.every((column) => column.report.id !== id));
        return (
          <div key={report.id} class="column">
            <div class="head">
              <h2>
                <select
                  aria-label={i === 0 ? t.reader.left : t.reader.right}
                  value={report.id}
                  onChange={(event) => props.onChoose(i as 0 | 1, event.currentTarget.value)}
                >
                  {[report, ...others].map(({ id, short }) => (
                    <option key={id} value={id}>
                      {short}
                    </option>
                  ))}
                </select>
              </h2>
              <p>{where}</p>
              <a href={readerHash({ reportId: report.id })}>{t.reader.alone}</a>
            </div>
            {/* What scrolls by itself must be reached by the keyboard. */}
            <section class="scroller" tabindex={0} aria-label={report.title}>
              <ReportText
                report={report}
                base={3}
                counterparts={counterparts}
                t={t}
                onAlign={(id) => props.onAlign(i as 0 | 1, id)}
              />
            </section>
          </div>
        );
      })}
      <p class="word" role="status">
        {word}
      </p>
    </main>
  );
}
