import { knowledge } from 'virtual:report-knowledge';
import { analyzeInSteps } from '../../lib/analyze';
import { inSlices } from '../../lib/page/inSlices';
import { onMessage } from '../../lib/platform/messages';

/**
 * Reads the texts of pages. What a page sends is untrusted; the reading takes linear time, and goes on in slices so that a
 * long text keeps nobody else waiting. A later text of the same frame overtakes an earlier one.
 */
export function setupReading(): void {
  const readings = new Map<string, AbortController>();
  onMessage('read', async ({ data, sender }) => {
    const frame = `${sender.tab?.id}:${sender.frameId}`;
    const current = new AbortController();
    readings.get(frame)?.abort();
    readings.set(frame, current);
    const { title = '', url = '' } = Object(data.hints) as Record<string, unknown>;
    const hints = { title: String(title), url: String(url) };
    let spent = 0;
    try {
      const analysis = await inSlices(analyzeInSteps(String(data.text), knowledge(), hints), current.signal, {
        spent: (milliseconds) => {
          spent += milliseconds;
        },
      });
      if (!analysis) return null;
      const { text: _, ...read } = analysis;
      return { ...read, spent };
    } finally {
      if (readings.get(frame) === current) readings.delete(frame);
    }
  });
}
