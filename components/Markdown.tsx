import type { ComponentChild } from 'preact';
import { type Inline, parseMarkdown } from '../lib/notes/markdown';

interface MarkdownProps {
  text: string;
  /** Opens a place in the reader, given as its hash; left out, such links are plain text. */
  onReader?: ((hash: string) => void) | undefined;
}

/** A note's words, each as a text node: what looks like HTML in them stays the characters that it is. */
export function Markdown({ text, onReader }: MarkdownProps) {
  return (
    <>
      {parseMarkdown(text).map((block, index) => {
        if (block.type === 'list') {
          const items = block.items.map((item, i) => <li key={i}>{inlines(item, onReader)}</li>);
          return block.first === null ? (
            <ul key={index}>{items}</ul>
          ) : (
            <ol key={index} start={block.first}>
              {items}
            </ol>
          );
        }
        const Block = block.type === 'quote' ? 'blockquote' : 'p';
        return <Block key={index}>{inlines(block.children, onReader)}</Block>;
      })}
    </>
  );
}

function inlines(nodes: readonly Inline[], onReader: MarkdownProps['onReader']): ComponentChild[] {
  return nodes.map((node, index) => inline(node, index, onReader));
}

function inline(node: Inline, key: number, onReader: MarkdownProps['onReader']): ComponentChild {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return <br key={key} />;
    case 'code':
      return <code key={key}>{node.text}</code>;
    case 'strong':
      return <strong key={key}>{inlines(node.children, onReader)}</strong>;
    case 'emphasis':
      return <em key={key}>{inlines(node.children, onReader)}</em>;
    case 'link': {
      const { href } = node;
      const words = inlines(node.children, onReader);
      if (!href.startsWith('#')) {
        return (
          <a key={key} href={href} target="_blank" rel="noopener noreferrer">
            {words}
          </a>
        );
      }
      if (!onReader) return <span key={key}>{words}</span>;
      return (
        <button type="button" class="link" key={key} onClick={() => onReader(href)}>
          {words}
        </button>
      );
    }
  }
}
