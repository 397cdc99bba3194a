import { classScores, type GenreModel, softmax } from "@/lib/analysis/derived/genre-model";
import { GENRE_STYLES } from "@/training/compose/styles/genre-styles";
import { type GenrePiece, genrePieces } from "@/training/corpus/genre-evidence";
import { CLASSES, examplesOf, type GenreExample } from "@/training/corpus/genre-examples";
import { soundFontPath } from "@/training/host/tools";
import { trainSoftmax } from "@/training/learn/softmax-training";
import type { WeightFile } from "@/training/learn/weight-file";
import { type Judged, reportGenres } from "./reports/genre-report";

/** Pieces of each style, by sound font; those of the last are only tried on. */
const LEARNED = [
  { font: "fluid", from: 0, to: 6 },
  { font: "musescore", from: 9, to: 13 },
] as const;
const TRIED = { font: "trial", from: 15, to: 18 } as const;
const OPTIONS = { classes: CLASSES, epochs: 40, decay: 0.02, seed: 1 };
/** Each genre's styles are held out in turn, all genres at once. */
const FOLDS = 3;
const TEMPERATURES = Array.from({ length: 40 }, (_, i) => 0.5 + i * 0.1);

/** Four figures: what is written is what was tried. */
function learn(examples: readonly GenreExample[]): GenreModel {
  return JSON.parse(JSON.stringify(trainSoftmax(examples, OPTIONS)), (_, value) =>
    typeof value === "number" ? Number(value.toPrecision(4)) : value,
  );
}

const judge = (model: GenreModel, examples: readonly GenreExample[]): Judged[] =>
  examples.map(({ label, features }) => ({ label, scores: classScores(model, features) }));

/** Place of a style among those of its genre: the fold in which it is held out. */
const placeOf = GENRE_STYLES.map(
  ({ genre }, index) => GENRE_STYLES.slice(0, index).filter((other) => other.genre === genre).length,
);

/** Examples judged by models that never heard a piece in their style. */
function judgedUnheard(learned: readonly GenreExample[], asked: readonly GenreExample[]): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => {
    const model = learn(learned.filter(({ styleIndex }) => placeOf[styleIndex] !== fold));
    return judge(
      model,
      asked.filter(({ styleIndex }) => placeOf[styleIndex] === fold),
    );
  }).flat();
}

/** The temperature at which the right classes of the judged are likeliest. */
function temperatureOf(list: readonly Judged[]): number {
  const loss = (temperature: number) =>
    list.reduce((sum, { label, scores }) => sum - Math.log(softmax(scores, temperature)[label] ?? 1e-12), 0);
  const losses = TEMPERATURES.map(loss);
  return Number((TEMPERATURES[losses.indexOf(Math.min(...losses))] ?? 1).toFixed(1));
}

function weightsFile(model: GenreModel, temperature: number): WeightFile {
  const source = `import type { GenreModel } from "./genre-model";

/** Written by \`training/models/genres.ts\`: what belief is divided by so that it holds for unheard ways of playing. */
export const GENRE_TEMPERATURE = ${temperature};

export const GENRE_MODEL: GenreModel = ${JSON.stringify(model)};
`;
  return { path: "lib/analysis/derived/genre-weights.ts", source };
}

/** Measures, tells how good the fit is on styles and a sound font left out, and returns the weights. */
export async function train(): Promise<WeightFile[]> {
  const heard: GenrePiece[] = [];
  for (const { font, from, to } of LEARNED) heard.push(...(await genrePieces(from, to, soundFontPath(font))));
  const learned = heard.flatMap(examplesOf);
  const asTheyAre = (pieces: readonly GenrePiece[]) => pieces.flatMap((piece) => examplesOf(piece).slice(0, 1));
  const tried = asTheyAre(await genrePieces(TRIED.from, TRIED.to, soundFontPath(TRIED.font)));
  const unheard = judgedUnheard(learned, asTheyAre(heard));
  const temperature = temperatureOf(unheard);
  process.stdout.write(`temperature ${temperature}\n`);
  reportGenres("styles left out", unheard, temperature);
  reportGenres("styles, seeds and sound font left out", judgedUnheard(learned, tried), temperature);
  const model = learn(learned);
  reportGenres("seeds and sound font left out", judge(model, tried), temperature);
  return [weightsFile(model, temperature)];
}
