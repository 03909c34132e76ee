import { parseHTML } from 'linkedom';
import { render } from 'preact';
import { describe, expect, it, vi } from 'vitest';
import { TermCard } from '../../components/TermCard';
import { compileIndex } from '../../lib/corpus/compile';
import { lookUpTerm } from '../../lib/corpus/lookup';
import { zh_CN } from '../../lib/locales/zh_CN';

const index = compileIndex();
vi.stubGlobal('document', parseHTML('<!doctype html><html><body></body></html>').document);
const nothing = () => {};

function card(
  term: string,
  page: { place: string; year: number } | null,
  onWrong: (meaning: string) => void = nothing,
) {
  const root = document.createElement('div');
  const entry = lookUpTerm(index, term, page);
  const actions = {
    onGo: nothing,
    onNote: nothing,
    onKnown: nothing,
    onTerm: nothing,
    onPage: nothing,
    onClose: nothing,
    onWrong,
  };
  render(<TermCard entry={entry} own={null} t={zh_CN} {...actions} />, root);
  const title = [...root.querySelectorAll('header .chip')].map((chip) => chip.textContent);
  return { root, title, text: root.textContent! };
}

describe('the card of a term', () => {
  it('tells official definitions from ours, and says where there is none', () => {
    expect(card('四到四零', null).title).toEqual(['官方释义']);
    expect(card('三重一大', null).title).toEqual(['本项目释义']);
    expect(card('衡阳群众', null).title).toEqual(['未收录释义']);
    expect(card('三重一大', null).text).toContain('依据：一般知识');
    expect(card('衡阳群众', null).text).toContain('见于 2020 至 2021 年的收录报告');
  });

  it('does not show what holds in Hunan as official in Guangdong', () => {
    expect(card('百千万工程', { place: '湖南省', year: 2021 }).title).toEqual(['官方释义']);
    const { title, text } = card('百千万工程', { place: '广东省', year: 2025 });
    expect(title).toEqual(['本项目释义']);
    expect(text.indexOf('百县千镇万村')).toBeLessThan(text.indexOf('百企千社万户'));
  });

  it('says when it cannot tell', () => {
    const { text } = card('百千万工程', { place: '浙江省', year: 2025 });
    expect(text).toContain('看不出是哪一种');
    expect(text).toContain('广东省');
    expect(text).toContain('湖南省');
  });

  it('hands over what it says when it is wrong', () => {
    const wrong: string[] = [];
    const { root } = card('三重一大', null, (meaning) => wrong.push(meaning));
    [...root.querySelectorAll('button')].find((button) => button.textContent === '这条有误')!.click();
    expect(wrong[0]).toContain('大额资金使用');
  });
});
