import {
  CanvasTexture,
  DataTexture,
  LinearFilter,
  type MagnificationTextureFilter,
  type PixelFormat,
  RedFormat,
  RGBAFormat,
  Sprite,
  SpriteMaterial,
  UnsignedByteType,
} from "three";
import { cssOf, type Rgb } from "./palette";

/** Bytes as a texture with values of 0 … 1. */
export function byteTexture(
  data: Uint8Array,
  width: number,
  height: number,
  { channels = 1, filter = LinearFilter }: { channels?: 1 | 4; filter?: MagnificationTextureFilter } = {},
): DataTexture {
  const format: PixelFormat = channels === 1 ? RedFormat : RGBAFormat;
  const texture = new DataTexture(data as Uint8Array<ArrayBuffer>, width, height, format, UnsignedByteType);
  texture.minFilter = filter === LinearFilter ? LinearFilter : filter;
  texture.magFilter = filter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}

const LABEL_PIXELS = 96;

/** A word that stands in a scene and faces the camera. Null where nothing can be written, as in a test. */
export function labelSprite(text: string, colour: Rgb, height: number): Sprite | null {
  const canvas = typeof document === "undefined" ? null : document.createElement("canvas");
  const context = canvas?.getContext("2d");
  if (!canvas || !context) return null;
  const font = `600 ${LABEL_PIXELS * 0.62}px ui-sans-serif, system-ui, sans-serif`;
  context.font = font;
  canvas.width = Math.max(LABEL_PIXELS, Math.ceil(context.measureText(text).width + LABEL_PIXELS * 0.3));
  canvas.height = LABEL_PIXELS;
  context.font = font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = cssOf(colour);
  context.fillText(text, canvas.width / 2, LABEL_PIXELS / 2);
  const material = new SpriteMaterial({ map: new CanvasTexture(canvas), transparent: true, depthWrite: false });
  const sprite = new Sprite(material);
  sprite.scale.set((height * canvas.width) / LABEL_PIXELS, height, 1);
  return sprite;
}

export function disposeLabel(sprite: Sprite): void {
  sprite.material.map?.dispose();
  sprite.material.dispose();
}
