/** Excel reads a file as UTF-8 only behind a byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';

/** Rows as CSV (RFC 4180, CRLF) for spreadsheet programs; the first row is the header. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

/**
 * One cell. A text that a spreadsheet would run as a formula (it starts with = + - @, a tab or a return) gets an
 * apostrophe in front, as OWASP's page on CSV injection advises; plain numbers, negative ones too, stay numbers.
 */
function cell(value: string): string {
  const number = /^-?\d+(?:\.\d+)?$/.test(value);
  const safe = !number && /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
