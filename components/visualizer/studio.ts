/** Everything that needs three.js, loaded as one when a picture is to be seen. */
export { SCENES, sceneNamed } from "./engine/scenes/list";
export { FrameDriver, type Playhead } from "./scene/frame-driver";
export { Picture } from "./scene/picture";
