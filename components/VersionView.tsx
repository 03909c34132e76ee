import { readerHash } from '../lib/corpus/address';
import { snippet } from '../lib/corpus/lookup';
import type { BundledReport } from '../lib/corpus/types';
import type { Messages } from '../lib/locales/zh_CN';
import { type Difference, numbersFirst, type Passage } from '../lib/report/compare';

interface VersionViewProps {
  before: BundledReport;
  after: BundledReport;
  differences: readonly Difference[];
  t: Messages;
}

/** Where two versions of a report differ, side by side, numbers first. */
export function VersionView({ before, after, differences, t }: VersionViewProps) {
  const ordered = numbersFirst(differences);
  const count = (matter: Difference['matter']) => ordered.filter((difference) => difference.matter === matter).length;
  return (
    <main class="versions" lang={t.lang}>
      <header>
        <h1>{t.reader.versions}</h1>
        <p>{t.reader.versionCounts(ordered.length, count('number'), count('words'), count('punctuation'))}</p>
      </header>
      <table lang="zh-CN">
        <thead>
          <tr>
            <th scope="col">
              <a href={readerHash({ reportId: before.id })}>{before.short}</a>
            </th>
            <th scope="col">
              <a href={readerHash({ reportId: after.id })}>{after.short}</a>
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((difference) => (
            <tr key={`${difference.before.start}-${difference.after.start}`}>
              <Side report={before} passage={difference.before} matter={difference.matter} mark="del" />
              <Side report={after} passage={difference.after} matter={difference.matter} mark="ins" />
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  );
}

interface SideProps {
  report: BundledReport;
  passage: Passage;
  matter: Difference['matter'];
  mark: 'del' | 'ins';
}

function Side({ report, passage, matter, mark: Words }: SideProps) {
  const { start, end } = passage;
  const [left, words, right] = snippet(report.text, start, end, 20);
  // A gap has no characters to go to: its neighbours are gone to.
  const place =
    start === end ? { start: Math.max(0, start - 1), end: Math.min(report.text.length, end + 1) } : { start, end };
  return (
    <td>
      <a href={readerHash({ reportId: report.id, ...place })}>
        {left}
        <Words class={matter}>{words}</Words>
        {right}
      </a>
    </td>
  );
}
