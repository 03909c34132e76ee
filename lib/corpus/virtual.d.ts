declare module 'virtual:report-index' {
  export const index: import('./types').ReportIndex;
}
declare module 'virtual:report-knowledge' {
  /** What reading leans on of the index; parsed when it is first asked for. */
  export const knowledge: () => import('../analyze').Knowledge;
}
