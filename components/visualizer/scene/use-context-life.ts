import { useThree } from "@react-three/fiber";
import { useEffect, useState } from "react";
import { Scope } from "@/components/ui/scope";

/** If the graphics processor does not come back within this time, the flat picture is drawn. */
const COMES_BACK_MS = 8000;

export interface ContextLife {
  isLost: boolean;
  /** How often it has come back. */
  life: number;
}

/** Whether the WebGL context is gone, and how often it has come back. */
export function useContextLife(onFailed: () => void): ContextLife {
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
