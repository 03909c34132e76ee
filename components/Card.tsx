import type { ComponentChildren } from 'preact';
import type { Messages } from '../lib/locales/zh_CN';

interface CardProps {
  title: string;
  /** The title is quoted from a report, whatever the language of the interface. */
  quoted?: boolean;
  /** Chips beside the title. */
  chips?: ComponentChildren;
  /** What can be done from here; Escape is always there. */
  actions?: ComponentChildren;
  children: ComponentChildren;
  t: Messages;
  onClose: () => void;
}

/** The frame of every card: one thought, who says so, a quiet row of actions. */
export function Card({ title, quoted, chips, actions, children, t, onClose }: CardProps) {
  return (
    <div class="card" role="dialog" aria-label={title} lang={t.lang} tabIndex={-1}>
      <header>
        <h2 lang={quoted ? 'zh-CN' : undefined}>{title}</h2>
        {chips}
      </header>
      <div class="body">{children}</div>
      <footer>
        {actions}
        <button
          type="button"
          class="quiet end"
          onClick={onClose}
          aria-label={`${t.close} ${t.escape}`}
          aria-keyshortcuts="Escape"
        >
          {t.escape}
        </button>
      </footer>
    </div>
  );
}
