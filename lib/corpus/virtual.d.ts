declare module 'virtual:report-index' {
  export const index: import('./types').ReportIndex;
}
