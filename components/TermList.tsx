/** Terms to press, one after the other, with a word before them that says what they are. */
export function TermList({ title, terms, onTerm }: { title: string; terms: string[]; onTerm: (term: string) => void }) {
  if (terms.length === 0) return null;
  return (
    <p class="terms">
      <span class="source">{title}</span>
      {terms.map((term) => (
        <button type="button" lang="zh-CN" key={term} onClick={() => onTerm(term)}>
          {term}
        </button>
      ))}
    </p>
  );
}
