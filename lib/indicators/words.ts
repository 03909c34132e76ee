/** The alternatives of a pattern, from lists of words with a space between two of them. */
export function anyOf(lists: readonly string[]): string {
  return lists.join(' ').replaceAll(' ', '|');
}

/**
 * Words of one character that say how something stands or went, as patterns that leave out the nouns and the other verbs which
 * begin with them: 居第三位, not 居民; 再创新高, not 再生资源; 创新高, not 创新企业.
 */
export const VERB = {
  再: '再(?!生|就业|贷|融|保)',
  居: '居(?![民家住委])',
  创: '创(?!汇|投|收|新(?!高|低)|业|意|建|造)',
  受: '受(?!理|益|训|灾|助|援|教)',
  因: '因(?![素地])',
  均: '均(?!价|衡|等)',
  都: '都(?!市)',
  超: '超(?![高市低大长])',
  比: '比(?![例重特亚])',
  占: '占(?![地补道])',
} as const;

/** Places to be had at school, in care, in hospital and for cars, which are a quantity however they came about. */
export const SLOTS = '学位|园位|托位|托额|床位|停车位|停车泊位';
/** Posts of work that are made for somebody. */
export const POSTS = '(?:就业|公益性?|见习)岗位';
