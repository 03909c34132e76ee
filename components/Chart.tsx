import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Drawing } from '../lib/indicators/drawing';

interface ChartProps {
  /** Draws for a width in CSS pixels, so that words keep their size on narrow screens. */
  draw: (width: number) => Drawing;
  /** The id of the table that says the same in words. */
  table: string;
  children?: ComponentChildren;
}

const FIRST_WIDTH = 640;
const NARROWEST = 280;

/** A chart as wide as its place. Who cannot see it hears what it shows and is led to the table. */
export function Chart({ draw, table, children }: ChartProps) {
  const figure = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(FIRST_WIDTH);
  useLayoutEffect(() => {
    const measure = () => setWidth(Math.max(NARROWEST, Math.floor(figure.current!.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(figure.current!);
    return () => observer.disconnect();
  }, []);
  const { height, title, parts } = draw(width);
  const name = (ink: string | null) => (ink ? `var(--${ink})` : 'none');
  return (
    <figure class="chart" ref={figure}>
      <svg viewBox={`0 0 ${width} ${height}`} height={height} role="img" aria-label={title} aria-describedby={table}>
        {parts.map((part, i) =>
          part.kind === 'words' ? (
            <text
              key={i}
              x={part.x}
              y={part.y}
              text-anchor={part.anchor}
              font-size={part.size}
              font-weight={part.bold ? 700 : 400}
              fill={name(part.ink)}
            >
              {part.text}
            </text>
          ) : (
            <path
              key={i}
              d={part.d}
              transform={part.x || part.y ? `translate(${part.x},${part.y})` : undefined}
              stroke={name(part.stroke)}
              fill={name(part.fill)}
              stroke-width={part.width}
              stroke-dasharray={part.dash.length > 0 ? part.dash.join(' ') : undefined}
              opacity={part.opacity < 1 ? part.opacity : undefined}
            >
              {part.title && <title>{part.title}</title>}
            </path>
          ),
        )}
      </svg>
      {children && <figcaption>{children}</figcaption>}
    </figure>
  );
}
