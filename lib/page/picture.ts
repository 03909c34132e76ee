import { type Drawing, FILE_MARGIN, FONTS, type Ink, ON_PAPER } from '../indicators/drawing';

/** Screens and printers show twice as many dots as CSS pixels. */
const DENSITY = 2;

/**
 * A drawing as a PNG file. It is painted on a canvas shape by shape: an SVG turned into a picture would need an image with
 * a blob: or data: address, which the policy of the extension's pages forbids. Rejects where the browser makes no picture.
 */
export async function pngOf({ width, height, parts }: Drawing, palette: Record<Ink, string> = ON_PAPER): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = (width + 2 * FILE_MARGIN) * DENSITY;
  canvas.height = (height + 2 * FILE_MARGIN) * DENSITY;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('浏览器没有给出画布，图没有存成。请改存 SVG。');
  context.fillStyle = palette.paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(DENSITY, DENSITY);
  context.translate(FILE_MARGIN, FILE_MARGIN);
  for (const part of parts) {
    context.save();
    if (part.kind === 'words') {
      context.font = `${part.bold ? 700 : 400} ${part.size}px ${FONTS}`;
      context.textAlign = part.anchor === 'middle' ? 'center' : part.anchor;
      context.fillStyle = palette[part.ink];
      context.fillText(part.text, part.x, part.y);
    } else {
      context.globalAlpha = part.opacity;
      context.translate(part.x, part.y);
      const path = new Path2D(part.d);
      if (part.fill) {
        context.fillStyle = palette[part.fill];
        context.fill(path);
      }
      if (part.stroke) {
        context.strokeStyle = palette[part.stroke];
        context.lineWidth = part.width;
        context.setLineDash(part.dash);
        context.stroke(path);
      }
    }
    context.restore();
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('浏览器没有画成图。请改存 SVG。');
  return blob;
}
