// Draws the points of a galaxy once while the page's scripts are still on their way. Runs in the page before everything
// else, as `dist/galaxy-first-picture.js`; what draws in space comes after it and takes its place.

import { isStillNow, themeNow } from "@/components/ui/document-look";
import { CameraRig } from "@/components/visualizer/galaxy/engine/camera-rig";
import { decodeGalaxy } from "@/lib/galaxy/schema";
import { GALAXY_ADDRESS, type GalaxyWindow, PHONE } from "./first-answer";
import { plotPoints } from "./plot-points";

const SHARPEST = 2;
/** By then whatever draws in space is there, or nothing will be. */
const AT_MOST_MS = 10_000;

const page = window as GalaxyWindow;

page.firstGalaxyPicture = begin()
  .then(shown)
  .catch(() => {});

async function begin(): Promise<void> {
  const isPhone = matchMedia(PHONE).matches;
  // The page reads the same answer as it arrives.
  const answers = fetch(GALAXY_ADDRESS).then((response) => ({ response, copy: isPhone ? null : response.clone() }));
  page.firstGalaxyAnswer = answers.then(({ response }) => response);
  // Whether it failed is for whoever reads it.
  page.firstGalaxyAnswer.catch(() => {});
  const { copy } = await answers;
  if (!copy?.ok) return;
  const [bytes, canvas] = await Promise.all([copy.arrayBuffer(), placedCanvas()]);
  const points = decodeGalaxy(bytes);
  const pen = canvas?.getContext("2d", { willReadFrequently: true });
  if (!canvas || !pen || canvas.hidden || points.count === 0) return;
  const ratio = Math.min(SHARPEST, devicePixelRatio);
  canvas.width = Math.round(canvas.clientWidth * ratio);
  canvas.height = Math.round(canvas.clientHeight * ratio);
  const picture = pen.createImageData(canvas.width, canvas.height);
  const rig = new CameraRig();
  // From where the flight to the galaxy begins.
  if (!isStillNow()) rig.enter();
  plotPoints(points, rig, picture, ratio, themeNow() === "light" ? "light" : "dark");
  pen.putImageData(picture, 0, 0);
}

/** Resolves once the screen has what was drawn: scripts that are read before would keep it away. */
function shown(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}

/** The canvas, once the page has come so far that it has a size. Null if it never does. */
function placedCanvas(): Promise<HTMLCanvasElement | null> {
  return new Promise((resolve) => {
    const look = () => {
      const canvas = document.querySelector<HTMLCanvasElement>("canvas[data-kind='first']");
      if (canvas && canvas.clientWidth > 0) resolve(canvas);
      else if (performance.now() > AT_MOST_MS) resolve(null);
      else requestAnimationFrame(look);
    };
    look();
  });
}
