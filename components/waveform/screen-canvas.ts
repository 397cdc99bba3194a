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
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  return { context, scale };
}
