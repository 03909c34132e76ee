import type { ExportFormat } from '../indicators/table';

const TYPES: Record<ExportFormat, string> = { csv: 'text/csv;charset=utf-8', json: 'application/json' };

/** Hands the reader the figures as a file made on this machine; for the extension's own pages. */
export function downloadFigures(text: string, format: ExportFormat): void {
  const url = URL.createObjectURL(new Blob([text], { type: TYPES[format] }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `report-margins-figures.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
