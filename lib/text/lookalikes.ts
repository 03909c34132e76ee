/**
 * Characters that share a glyph with a common one, each before that one: most are of the block CJK Radicals Supplement, which
 * has no compatibility mappings. A PDF that a browser prints names the first code of a glyph, so that 人民 is ⼈⺠ there. The
 * pairs are those that share a glyph in the simplified faces of Noto Sans CJK or Noto Serif CJK and end in GB 2312.
 */
export const LOOKALIKES: string =
  '⺅亻⺉刂⺎兀⺐尢⺒巳⺓幺⺕彐⺖忄⺘扌⺙攵⺟母⺠民⺡氵⺣灬⺦丬⺨犭⺭礻⺰纟⺺肀⺾艹⺿艹⻁虎⻂衤⻄西⻅见⻆角⻈讠⻉贝⻋车⻌辶' +
  '⻍辶⻎辶⻐钅⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻬齐⻮齿⻰龙⻳龟㬵胶';
