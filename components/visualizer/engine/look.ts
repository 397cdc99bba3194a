import {
  CustomBlending,
  OneFactor,
  OneMinusSrcAlphaFactor,
  ShaderMaterial,
  type ShaderMaterialParameters,
} from "three";
import { fromOklch, hueOfPitchClass, luminance, parseColour, type Rgb } from "./colour";
import type { SceneColours } from "./scene";

/** The page's colours as numbers. On a light page scenes draw with ink, on a dark one with light. */
export interface Look extends Record<keyof SceneColours, Rgb> {
  isLight: boolean;
}

export function lookOf(colours: SceneColours): Look {
  const background = parseColour(colours.background);
  return {
    background,
    rhythm: parseColour(colours.rhythm),
    harmony: parseColour(colours.harmony),
    timbre: parseColour(colours.timbre),
    loudness: parseColour(colours.loudness),
    text: parseColour(colours.text),
    isLight: luminance(background) > 0.3,
  };
}

/** A hue as a light on a dark page or as an ink on a light one. */
export function paintOfHue(hue: number, isLight: boolean): Rgb {
  return isLight ? fromOklch(0.52, 0.16, hue) : fromOklch(0.76, 0.15, hue);
}

/** The colours of the twelve pitch classes from C. */
export function paintsOfPitchClasses(isLight: boolean): Rgb[] {
  return Array.from({ length: 12 }, (_, pitchClass) => paintOfHue(hueOfPitchClass(pitchClass), isLight));
}

/** `paint(colour, amount)`: light is added to what is behind, ink covers it. */
export const PAINT_GLSL = /* glsl */ `
uniform float uInk;
vec4 paint(vec3 colour, float amount) {
  float strength = mix(amount, clamp(amount, 0.0, 1.0), uInk);
  return vec4(colour * strength, strength * uInk);
}`;

/**
 * Last lines of each fragment shader: right on the way to the glow, which is in linear light, and on a canvas. There ink
 * is encoded before it is multiplied by its alpha: the browser mixes encoded colours.
 */
export const FINISH_GLSL = /* glsl */ `
float covered = mix(1.0, max(gl_FragColor.a, 0.0001), uInk);
gl_FragColor.rgb = linearToOutputTexel(vec4(gl_FragColor.rgb / covered, 1.0)).rgb * covered;`;

/** A material of light or ink. The shader writes colours already multiplied by their alpha. */
export function paintMaterial(look: Look, parameters: ShaderMaterialParameters): ShaderMaterial {
  return new ShaderMaterial({
    transparent: true,
    depthTest: false,
    depthWrite: false,
    toneMapped: false,
    blending: CustomBlending,
    blendSrc: OneFactor,
    blendDst: OneMinusSrcAlphaFactor,
    ...parameters,
    uniforms: { uInk: { value: look.isLight ? 1 : 0 }, ...parameters.uniforms },
  });
}
