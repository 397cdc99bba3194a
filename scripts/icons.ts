import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";

// `npm run icons`: the pictures by which an installed SampleMind is known, drawn from the two SVG files beside them.

const ICONS = [
  { from: "favicon.svg", to: "icon-192.png", side: 192 },
  { from: "favicon.svg", to: "icon-512.png", side: 512 },
  // Its edge may be cut to any shape.
  { from: "icon-maskable.svg", to: "icon-maskable-512.png", side: 512 },
  { from: "icon-maskable.svg", to: "apple-touch-icon.png", side: 180 },
];

for (const { from, to, side } of ICONS) {
  const drawing = readFileSync(`public/${from}`);
  // A drawing of 64 points is drawn at the size that is wanted, not enlarged.
  const picture = sharp(drawing, { density: (72 * side) / 64 }).resize(side, side);
  writeFileSync(`public/${to}`, await picture.png({ compressionLevel: 9, palette: true }).toBuffer());
}
