import { Canvas, useFrame, useThree } from "@react-three/fiber";
import { useEffect, useRef, useState } from "react";
import { Color } from "three";
import { Scope } from "@/components/ui/scope";
import { QualityGovernor } from "@/components/visualizer/engine/quality-governor";
import type { Scene } from "@/components/visualizer/engine/scene";
import { GlowPass } from "./glow-pass";
import type { PictureProps } from "./picture-props";

/** If the graphics processor does not come back within this time, the flat picture is drawn. */
const COMES_BACK_MS = 8000;

/** Runs a scene on the graphics processor. */
export function Stage(props: PictureProps & { onFailed: () => void }) {
  const [governor] = useState(() => new QualityGovernor(window.devicePixelRatio));
  const [quality, setQuality] = useState(governor.quality);
  return (
    <Canvas
      flat
      aria-hidden
      className="absolute! inset-0"
      frameloop={props.isRunning ? "always" : "demand"}
      dpr={quality.pixelRatio}
      gl={{ antialias: false, alpha: false, powerPreference: "high-performance" }}
    >
      <SceneView {...props} {...quality} governor={governor} onQuality={() => setQuality(governor.quality)} />
    </Canvas>
  );
}

interface SceneViewProps extends PictureProps {
  detail: number;
  hasGlow: boolean;
  governor: QualityGovernor;
  onQuality: () => void;
  onFailed: () => void;
}

function SceneView(props: SceneViewProps) {
  const { kind, piece, seed, isCalm, colours, driver, detail, hasGlow, isRunning, at } = props;
  const gl = useThree((state) => state.gl);
  const size = useThree((state) => state.size);
  const invalidate = useThree((state) => state.invalidate);
  const held = useRef<{ scene: Scene; glow: GlowPass } | null>(null);
  const { isLost, life } = useContextLife(props.onFailed);
  const draw = useRef((_deltaSeconds: number) => {});

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

/** Whether the context is gone, and how often it has come back. */
function useContextLife(onFailed: () => void): { isLost: boolean; life: number } {
  const gl = useThree((state) => state.gl);
  const [state, setState] = useState({ isLost: false, life: 0 });
  useEffect(() => {
    const scope = new Scope();
    const canvas = gl.domElement;
    let timer: ReturnType<typeof setTimeout> | undefined;
    scope.add(() => clearTimeout(timer));
    // The renderer has asked for it back already.
    scope.listen(canvas, "webglcontextlost", () => {
      setState(({ life }) => ({ isLost: true, life }));
      timer = setTimeout(onFailed, COMES_BACK_MS);
    });
    scope.listen(canvas, "webglcontextrestored", () => {
      clearTimeout(timer);
      setState(({ life }) => ({ isLost: false, life: life + 1 }));
    });
    return scope.dispose;
  }, [gl, onFailed]);
  return state;
}
