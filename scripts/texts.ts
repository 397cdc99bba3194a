import { GERMAN } from "@/lib/language/german/studio";
import { root } from "@/runtime/root.mjs";
import { allTexts } from "@/tests/texts/all-texts";

// `npm run texts -- PATH…`: texts that no dictionary can reach, and those that have no German yet.

const only = process.argv.slice(2).map((path) => path.replace(/\/$/, ""));
let wrong = 0;
for (const [path, { keys, raw }] of allTexts(root, only)) {
  const lines = [
    ...raw.map(({ text, line }) => `${path}:${line}  not marked: ${text.slice(0, 100)}`),
    ...keys
      .filter(({ text }) => !Object.hasOwn(GERMAN, text))
      .map(({ text, line }) => `${path}:${line}  no German: ${text}`),
  ];
  wrong += lines.length;
  if (lines.length > 0) process.stdout.write(`${lines.join("\n")}\n`);
}
process.stdout.write(`${wrong} texts to look at\n`);
process.exitCode = wrong === 0 ? 0 : 1;
