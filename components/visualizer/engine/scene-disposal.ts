import { Line, Mesh, Points, type Scene, type Texture } from "three";

/** Frees what a scene of ours holds on the graphics processor: geometries, materials and these textures. */
export function disposeScene(scene: Scene, textures: readonly Texture[] = []): void {
  scene.traverse((object) => {
    if (!(object instanceof Mesh || object instanceof Points || object instanceof Line)) return;
    object.geometry.dispose();
    for (const material of [object.material].flat()) material.dispose();
  });
  for (const texture of textures) texture.dispose();
  scene.clear();
}
