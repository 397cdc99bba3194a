import { PITCH_CLASSES } from "./tonnetz";

/** Notes beside each other and above each other that are always seen: among them is every chord. */
const SEEN = { columns: 4.6, rows: 4.2 };
/** Rows of the plane are slanted, so that its triangles have equal sides. */
const SLANT = 0.5;
const ROW_HEIGHT = Math.sqrt(3) / 2;

/** Where the notes are on the canvas: the tonic is in the middle. */
export class Plane {
  side = 1;
  columns = 0;
  rows = 0;
  #middleX = 0;
  #middleY = 0;

  constructor(private readonly tonic: number) {}

  fit(width: number, height: number): void {
    this.side = Math.max(1, Math.min(width / SEEN.columns, height / SEEN.rows / ROW_HEIGHT));
    this.rows = Math.ceil(height / 2 / (this.side * ROW_HEIGHT)) + 1;
    this.columns = Math.ceil(width / 2 / this.side + this.rows * SLANT) + 1;
    this.#middleX = width / 2;
    this.#middleY = height / 2;
  }

  x(column: number, row: number): number {
    return this.#middleX + (column + row * SLANT) * this.side;
  }

  y(row: number): number {
    return this.#middleY - row * ROW_HEIGHT * this.side;
  }

  noteAt(column: number, row: number): number {
    return (((this.tonic + column * 7 + row * 4) % PITCH_CLASSES) + PITCH_CLASSES) % PITCH_CLASSES;
  }

  /** The triad above a note. The minor third is a fifth up and a major third down. */
  traceTriad(context: CanvasRenderingContext2D, column: number, row: number, isMinor: boolean): void {
    const thirdColumn = isMinor ? column + 1 : column;
    const thirdRow = isMinor ? row - 1 : row + 1;
    context.beginPath();
    context.moveTo(this.x(column, row), this.y(row));
    context.lineTo(this.x(thirdColumn, thirdRow), this.y(thirdRow));
    context.lineTo(this.x(column + 1, row), this.y(row));
    context.closePath();
  }
}
