import { Canvas, useFrame, useThree } from "@react-three/fiber";
import { useEffect, useRef, useState } from "react";
import { Color } from "three";
import { QualityGovernor } from "@/components/visualizer/engine/quality-governor";
import type { Scene } from "@/components/visualizer/engine/scene";
import { GlowPass } from "./glow-pass";
import type { ShownPicture } from "./picture-props";
import { type ContextLife, useContextLife } from "./use-context-life";

/** A hidden canvas keeps its context, and next to no pixels. */
const HIDDEN_PIXEL_RATIO = 0.05;

export interface StageProps {
  /** Null while nothing is to be seen: the canvas and its context stay, without a scene. */
  shown: ShownPicture | null;
  onFailed: () => void;
}

/** Runs a scene on the graphics processor. */
export function Stage({ shown, onFailed }: StageProps) {
  const [governor] = useState(() => new QualityGovernor(window.devicePixelRatio));
  const [quality, setQuality] = useState(governor.quality);
  const onQuality = () => setQuality(governor.quality);
  return (
    <Canvas
      flat
      aria-hidden
      className="absolute! inset-0 [&_canvas]:transition-opacity [&_canvas]:duration-300"
      frameloop={!shown ? "never" : shown.isRunning ? "always" : "demand"}
      dpr={shown ? quality.pixelRatio : HIDDEN_PIXEL_RATIO}
      gl={{ antialias: false, alpha: false, powerPreference: "high-performance" }}
    >
      <Lasting {...{ shown, onFailed, governor, onQuality }} {...quality} />
    </Canvas>
  );
}

interface DrawnProps {
  detail: number;
  hasGlow: boolean;
  governor: QualityGovernor;
  onQuality: () => void;
}

/** What lasts as long as the context does, whatever is shown. */
function Lasting({ shown, onFailed, ...rest }: StageProps & DrawnProps) {
  const life = useContextLife(onFailed);
  return shown ? <SceneView {...shown} {...rest} {...life} /> : null;
}

function SceneView(props: ShownPicture & DrawnProps & ContextLife) {
  const { kind, piece, seed, isCalm, colours, driver, detail, hasGlow, isRunning, at, isLost, life } = props;
  const gl = useThree((state) => state.gl);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const held = useRef<{ scene: Scene; glow: GlowPass } | null>(null);
  const draw = useRef((_deltaSeconds: number) => {});

  useEffect(() => {
    // Until it is drawn the canvas has what it showed last, or nothing.
    gl.domElement.style.opacity = "0";
  }, [gl]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: after its context was lost, a scene is made anew.
  useEffect(() => {
    gl.setClearColor(new Color(colours.background));
    const scene = kind.make({ piece, seed, isCalm, detail, colours }, gl);
    const glow = new GlowPass(gl, detail >= 1 ? 4 : 0);
    const mine = { scene, glow };
    held.current = mine;
    return () => {
      scene.dispose();
      glow.dispose();
      // Else the renderer has hold of the last scene until it draws another one.
      gl.renderLists.dispose();
      if (held.current === mine) held.current = null;
    };
  }, [gl, kind, piece, seed, isCalm, detail, colours, life]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a picture that stands still is drawn again for each of these.
  useEffect(() => {
    held.current?.scene.resize(size.width, size.height);
    invalidate();
  }, [gl, kind, piece, seed, isCalm, detail, colours, life, size, hasGlow, at, driver, invalidate]);

  useEffect(() => {
    draw.current = (deltaSeconds) => {
      const now = held.current;
      if (!now || isLost) return;
      now.scene.update(driver.next(deltaSeconds));
      const { three, camera, bloom } = now.scene;
      if (hasGlow && bloom > 0) now.glow.render(three, camera, bloom);
      else {
        gl.setRenderTarget(null);
        gl.render(three, camera);
      }
      gl.domElement.style.opacity = "1";
    };
  }, [gl, driver, hasGlow, isLost]);

  useEffect(() => {
    props.onPicture({ canvas: gl.domElement, draw: () => draw.current(0) });
    return () => props.onPicture(null);
  }, [gl, props.onPicture]);

  useFrame((_, delta) => {
    draw.current(isRunning ? delta : 0);
    if (isRunning && props.governor.frame(delta * 1000)) props.onQuality();
  }, 1);
  return null;
}
