import { useMemo } from 'preact/hooks';
import type { BundledReport } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import { normalise } from '../lib/text/normal';

interface ReportTextProps {
  report: BundledReport;
  /** The level of the chapters' headings on the page. */
  base: 2 | 3;
  /** Where another report treats each section, by the section's id; left out where none is read beside. */
  counterparts?: ReadonlyMap<string, string | null> | null;
  t?: Messages;
  onAlign?: (sectionId: string) => void;
}

/** The text of a report. Each paragraph says in `data-start` where it begins in the file. */
export function ReportText({ report, base, counterparts, t, onAlign }: ReportTextProps) {
  const paragraphs = useMemo(() => paragraphsOf(report), [report]);
  return useMemo(() => {
    const Chapter = `h${base}` as 'h2';
    const Section = `h${base + 1}` as 'h3';
    return (
      <article lang="zh-CN">
        {paragraphs.map(({ start, heading, id, level, rest }) => {
          const counterpart = counterparts?.get(id);
          // Buttons are no text of the report: the overlay reads past them.
          const align = heading && counterpart !== undefined && t && (
            <button
              type="button"
              class="align"
              disabled={counterpart === null}
              aria-label={counterpart === null ? undefined : t.reader.align(heading, counterpart)}
              onClick={() => onAlign?.(id)}
            >
              {counterpart === null ? t.reader.noCounterpart : t.reader.counterpart(counterpart)}
            </button>
          );
          const Heading = level === 1 ? Chapter : Section;
          if (heading && !rest) {
            return (
              <Heading key={start} data-start={start} data-section={id}>
                {align}
                {heading}
              </Heading>
            );
          }
          return (
            <p key={start} data-start={start} data-section={heading ? id : undefined}>
              {align}
              {heading && <strong>{heading}</strong>}
              {rest}
            </p>
          );
        })}
      </article>
    );
  }, [paragraphs, counterparts]);
}

interface Paragraph {
  start: number;
  /** The heading that it begins with, the id and the level of its section. */
  heading: string;
  id: string;
  level: number;
  rest: string;
}

/** The paragraphs that the reading works on, so that what is found in the file is found on the page. */
function paragraphsOf(report: BundledReport): Paragraph[] {
  const normal = normalise(report.text);
  const sections = new Map(report.sections.map((section) => [normal.fromSource(section.start), section]));
  /** The characters as they stand in the file, its Markdown marks and hard line breaks left out. */
  const shown = (from: number, to: number) => {
    const { start, end } = normal.toSource(from, to);
    return report.text.slice(start, end).replace(/\*\*|\s*\n\s*/g, '');
  };
  const paragraphs: Paragraph[] = [];
  let at = 0;
  for (const line of normal.text.split('\n')) {
    const end = at + line.length;
    const section = sections.get(at);
    const words = section ? normalise(section.heading).text : '';
    const named = section ? line.indexOf(words) : -1;
    let split = named >= 0 ? at + named + words.length : at;
    // A full stop alone after the heading belongs to it.
    if (split === end - 1) split = end;
    const { start } = normal.toSource(at, end);
    if (line) {
      const { id = '', level = 0 } = section ?? {};
      paragraphs.push({ start, heading: shown(at, split), id, level, rest: shown(split, end) });
    }
    at = end + 1;
  }
  return paragraphs;
}
