import fc from 'fast-check';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { mapText } from '../../lib/page/textMap';

const bodyOf = (html: string) => parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;

function textOfSpan(span: NonNullable<ReturnType<ReturnType<typeof mapText>['span']>>): string {
  const { startContainer, startOffset, endContainer, endOffset } = span;
  if (startContainer === endContainer) return (startContainer as Text).data.slice(startOffset, endOffset);
  return `${(startContainer as Text).data.slice(startOffset)}…${(endContainer as Text).data.slice(0, endOffset)}`;
}

describe('mapText', () => {
  it('gives each block, cell and <br> a line, and joins what inline tags split', () => {
    const body = bodyOf(
      '<p>地区<span>生产</span>总值</p><table><tr><td>增长</td><td>9%</td></tr></table>一<br>二<div>三</div>',
    );
    expect(mapText(body).text).toBe('地区生产总值\n增长\n9%\n一\n二\n三\n');
  });

  it('collapses the white space of the source and keeps that of the text', () => {
    expect(mapText(bodyOf('<p>\n  增长\n  8%　以上\n</p>')).text).toBe('增长 8%　以上 \n');
  });

  it('leaves out what is no text of the page', () => {
    const body = bodyOf(
      '一<script>var a</script><style>b{}</style><template>c</template><textarea>d</textarea><p hidden>e</p>' +
        '<p style="display: none">f</p><noscript>g</noscript><report-margins>h</report-margins>二',
    );
    expect(mapText(body).text).toBe('一二\n');
  });

  it('leads from offsets to the DOM and back', () => {
    const body = bodyOf('<p>全市<b>地区生产</b>总值增长 <i>8%</i></p>');
    const map = mapText(body);
    const start = map.text.indexOf('地区');
    const span = map.span(start, start + 6)!;
    expect(textOfSpan(span)).toBe('地区生产…总值');
    expect(map.offset(span.startContainer, span.startOffset)).toBe(start);
    expect(map.offset(span.endContainer, span.endOffset)).toBe(start + 6);
    expect(map.offset(body.firstChild!, 1)).toBe(start);
    expect(map.span(start, start)).toBeNull();
  });

  it('leads every range of a random page to nodes with the same characters', () => {
    const piece = fc.constantFrom(
      '增长',
      ' ',
      '\n  ',
      '8%',
      '<b>实际</b>',
      '<br>',
      '<p>全市</p>',
      '<span> 目标 </span>',
      '<td>值</td>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(60), fc.nat(8), (pieces, start, length) => {
        const map = mapText(bodyOf(pieces.join('')));
        const end = start + length;
        if (end > map.text.length) return;
        const span = map.span(start, end);
        const wanted = map.text.slice(start, end).replace(/\n/g, '').trim();
        if (!span) {
          expect(wanted).toBe('');
          return;
        }
        expect(map.offset(span.startContainer, span.startOffset)).toBeGreaterThanOrEqual(start);
        expect(map.offset(span.endContainer, span.endOffset)).toBeLessThanOrEqual(end);
        if (span.startContainer === span.endContainer)
          expect(textOfSpan(span).replace(/\s+/g, ' ').trim()).toBe(wanted);
      }),
    );
  });

  it('walks 100,000 nested elements', () => {
    const { document } = parseHTML('<!doctype html><html><body></body></html>');
    let at: Element = document.body;
    for (let i = 0; i < 100_000; i++) {
      const child = document.createElement('span');
      at.appendChild(child);
      at = child;
    }
    at.appendChild(document.createTextNode('深处'));
    expect(mapText(document.body).text).toBe('深处\n');
  });
});
