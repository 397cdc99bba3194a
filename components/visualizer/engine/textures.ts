import {
  CanvasTexture,
  DataTexture,
  LinearFilter,
  RedFormat,
  RGBAFormat,
  SpriteMaterial,
  SRGBColorSpace,
  UnsignedByteType,
} from "three";
import { cssColour, type Rgb } from "./colour";

/** Bytes as a texture with values of 0 … 1, one or four of them a place. */
export function byteTexture(data: Uint8Array, width: number, height: number, channels: 1 | 4 = 1): DataTexture {
  const format = channels === 1 ? RedFormat : RGBAFormat;
  const texture = new DataTexture(data as Uint8Array<ArrayBuffer>, width, height, format, UnsignedByteType);
  texture.minFilter = LinearFilter;
  texture.magFilter = LinearFilter;
  texture.unpackAlignment = 1;
  texture.needsUpdate = true;
  return texture;
}

const LABEL_PIXELS = 96;

/** A word to be shown by sprites that face the camera. Null where nothing can be written, as in a test. */
export function labelMaterial(text: string, colour: Rgb): { material: SpriteMaterial; aspect: number } | null {
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
  context.fillStyle = cssColour(colour);
  context.fillText(text, canvas.width / 2, LABEL_PIXELS / 2);
  const map = new CanvasTexture(canvas);
  map.colorSpace = SRGBColorSpace;
  const material = new SpriteMaterial({ map, transparent: true, depthWrite: false, toneMapped: false });
  return { material, aspect: canvas.width / LABEL_PIXELS };
}

export function disposeLabel(material: SpriteMaterial): void {
  material.map?.dispose();
  material.dispose();
}
