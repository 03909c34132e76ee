import { knowledge } from 'virtual:report-knowledge';
import { analyze } from '../../../lib/analyze';

/**
 * Stands in for the background in the benchmark's pages: a thread beside the page that reads texts, handed to and fro as
 * the extension's messages are, in JSON.
 */
(globalThis as unknown as SharedWorkerScope).onconnect = ({ ports: [port] }) => {
  port!.onmessage = ({ data }) => {
    const { text: _, ...analysis } = analyze(JSON.parse(data), knowledge());
    port!.postMessage(JSON.stringify(analysis));
  };
};

interface SharedWorkerScope {
  onconnect: (event: MessageEvent) => void;
}
