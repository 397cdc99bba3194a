import type { Page } from "@playwright/test";

/** What the renderers of a page hold: counted by three.js itself, and by the calls that make and delete objects. */
export interface GpuObjects {
  contexts: number;
  geometries: number;
  textures: number;
  programs: number;
  /** Buffers, textures, programs, shaders, framebuffers, renderbuffers and vertex arrays of WebGL. */
  webgl: number;
}

interface Renderer {
  isWebGLRenderer?: boolean;
  info: { memory: { geometries: number; textures: number }; programs: unknown[] | null };
}

/** Call it before the page is opened. */
export async function countGpuObjects(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const renderers: Renderer[] = [];
    let webgl = 0;
    const devtools = new EventTarget();
    // three.js tells this target of each renderer.
    devtools.addEventListener("observe", (event) => {
      const { detail } = event as CustomEvent<Renderer>;
      if (detail.isWebGLRenderer) renderers.push(detail);
    });
    const calls = WebGL2RenderingContext.prototype as unknown as Record<string, (...args: unknown[]) => unknown>;
    for (const kind of ["Buffer", "Texture", "Program", "Shader", "Framebuffer", "Renderbuffer", "VertexArray"]) {
      for (const [name, change] of [
        [`create${kind}`, 1],
        [`delete${kind}`, -1],
      ] as const) {
        const original = calls[name];
        if (!original) throw new Error(name);
        calls[name] = function (this: unknown, ...args) {
          // Nothing may be deleted, and that is nothing.
          if (change > 0 || args[0]) webgl += change;
          return original.apply(this, args);
        };
      }
    }
    const sum = (of: (renderer: Renderer) => number) => renderers.reduce((total, one) => total + of(one), 0);
    Object.assign(window, {
      __THREE_DEVTOOLS__: devtools,
      gpuObjects: (): GpuObjects => ({
        contexts: renderers.length,
        geometries: sum(({ info }) => info.memory.geometries),
        textures: sum(({ info }) => info.memory.textures),
        programs: sum(({ info }) => info.programs?.length ?? 0),
        webgl,
      }),
    });
  });
}

export const gpuObjects = (page: Page): Promise<GpuObjects> =>
  page.evaluate(() => (window as unknown as { gpuObjects: () => GpuObjects }).gpuObjects());
