import { CanvasTexture, LinearFilter, LinearMipmapLinearFilter, Texture } from "three";

const CELL = 128;
const COLUMNS = 4;
const ROWS = 3;

/** The names of the twelve notes in white on black, four in a row from the lower left: cell n is note n. Blank in a test. */
export function makeNameAtlas(names: readonly string[]): Texture {
  if (typeof document === "undefined") return new Texture();
  const canvas = document.createElement("canvas");
  canvas.width = CELL * COLUMNS;
  canvas.height = CELL * ROWS;
  const context = canvas.getContext("2d");
  if (context) {
    context.fillStyle = "#fff";
    context.textAlign = "center";
    context.textBaseline = "middle";
    context.font = `600 ${CELL * 0.46}px "Space Grotesk", Inter, system-ui, sans-serif`;
    names.forEach((name, note) => {
      const row = ROWS - 1 - Math.floor(note / COLUMNS);
      context.fillText(name, (note % COLUMNS) * CELL + CELL / 2, row * CELL + CELL * 0.53);
    });
  }
  const texture = new CanvasTexture(canvas);
  texture.minFilter = LinearMipmapLinearFilter;
  texture.magFilter = LinearFilter;
  texture.anisotropy = 4;
  return texture;
}
