export interface ScreenCanvas {
  context: CanvasRenderingContext2D;
  /** Canvas pixels per CSS pixel. */
  scale: number;
}

/** Clears a canvas and gives it the resolution of the screen. The size is in CSS pixels; null while it is unknown. */
export function prepareCanvas(canvas: HTMLCanvasElement | null, width: number, height: number): ScreenCanvas | null {
  const context = canvas?.getContext("2d");
  if (!canvas || !context || width <= 0) return null;
  const scale = window.devicePixelRatio || 1;
  const [columns, rows] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width === columns && canvas.height === rows) {
    // Another bitmap would be several times as slow.
    context.resetTransform();
    context.clearRect(0, 0, columns, rows);
  } else {
    canvas.width = columns;
    canvas.height = rows;
  }
  return { context, scale };
}
