import { CustomBlending, OneFactor, OneMinusSrcAlphaFactor, Vector2, Vector3 } from "three";

/** What the shaders of the points and of their haze share: written once, seen by both. */
export const cloudUniforms = () => ({
  /** Of the way from the old places to the new ones. */
  uShare: { value: 1 },
  uReveal: { value: 0 },
  /** From where on what is far is lost in the background. */
  uFog: { value: new Vector2(1, 4) },
  /** How much of what is drawn adds to what is behind it, as light does. */
  uAdds: { value: 0 },
  uInk: { value: new Vector3(1, 1, 1) },
  uBackground: { value: new Vector3() },
});
export type CloudUniforms = ReturnType<typeof cloudUniforms>;

/** Premultiplied colours, one over the other. */
export const OVER = {
  transparent: true,
  depthTest: false,
  depthWrite: false,
  blending: CustomBlending,
  blendSrc: OneFactor,
  blendDst: OneMinusSrcAlphaFactor,
} as const;
