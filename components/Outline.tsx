import { readerHash } from '../lib/corpus/address';
import type { BundledReport } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import type { Section } from '../lib/report/types';

interface OutlineProps {
  report: BundledReport;
  /** The section that is being read. */
  current: Section | null;
  t: Messages;
}

/** The chapters and sections of a report, and which of them is being read. */
export function Outline({ report, current, t }: OutlineProps) {
  const listed = report.sections.filter(({ level }) => level <= 2);
  // The reader may be in a section too small to be listed: then its parent is.
  const here = listed.findLast(({ start, end }) => current && start <= current.start && current.start < end);
  return (
    <nav class="outline" aria-label={t.outline}>
      <h2>{t.outline}</h2>
      <ol>
        {listed.map((section) => (
          <li key={section.id} class={`level-${section.level}`}>
            <a
              href={readerHash({ reportId: report.id, sectionId: section.id })}
              title={section.heading}
              aria-current={section === here ? 'location' : undefined}
            >
              {section.heading}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
