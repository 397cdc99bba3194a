import { classScores, type GenreModel } from "@/lib/analysis/derived/genre-model";
import { GENRE_STYLES } from "@/training/compose/styles/genre-styles";
import { GENRE_PARTS, type GenrePiece, genrePieces } from "@/training/corpus/genre-evidence";
import { CLASSES, examplesOf, type GenreExample } from "@/training/corpus/genre-examples";
import { fitTemperature } from "@/training/learn/scaling";
import { trainSoftmax } from "@/training/learn/softmax-training";
import { defineModel } from "@/training/learn/trainer";
import { asWritten, type WeightFile } from "@/training/learn/weight-file";
import { type Judged, reportGenres } from "./reports/genre-report";

const OPTIONS = { classes: CLASSES, epochs: 40, decay: 0.02, seed: 1 };
/** Each genre's styles are held out in turn, all genres at once. */
const FOLDS = 3;
/** Digits of the weights. */
const DIGITS = 4;

type Examples = {
  learned: GenreExample[];
  /** The pieces learned from without wrong counts of their beats, and those that are only tried on. */
  plain: GenreExample[];
  tried: GenreExample[];
};
type Weights = { model: GenreModel; temperature: number };

/** Which genre, and what its confidence is worth for ways of playing that were not heard. */
export const genres = defineModel<Examples, Weights, { unheard: Judged[] }>({
  name: "genres",
  examples: async () => {
    const heard = await genrePieces(GENRE_PARTS.learned);
    const tried = asTheyAre(await genrePieces([GENRE_PARTS.tried]));
    return { learned: heard.flatMap(examplesOf), plain: asTheyAre(heard), tried };
  },
  train: ({ learned, plain }) => {
    const unheard = judgedUnheard(learned, plain);
    const temperature = fitTemperature(
      unheard.map(({ scores }) => scores),
      unheard.map(({ label }) => label),
    );
    return { weights: { model: learn(learned), temperature }, findings: { unheard } };
  },
  report: ({ weights: { model, temperature }, findings: { unheard } }, { learned, tried }) =>
    [
      `temperature ${temperature}\n`,
      reportGenres("styles left out", unheard, temperature),
      reportGenres("styles, seeds and sound font left out", judgedUnheard(learned, tried), temperature),
      reportGenres("seeds and sound font left out", judge(model, tried), temperature),
    ].join(""),
  weightFiles,
});

const asTheyAre = (pieces: readonly GenrePiece[]) => pieces.flatMap((piece) => examplesOf(piece).slice(0, 1));

const learn = (examples: readonly GenreExample[]): GenreModel => asWritten(trainSoftmax(examples, OPTIONS), DIGITS);

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

function weightFiles({ model, temperature }: Weights): WeightFile[] {
  const source = `import type { GenreModel } from "./genre-model";

/** Written by \`training/models/genres.ts\`: what belief is divided by so that it holds for unheard ways of playing. */
export const GENRE_TEMPERATURE = ${temperature};

export const GENRE_MODEL: GenreModel = ${JSON.stringify(model)};
`;
  return [{ path: "lib/analysis/derived/genre-weights.ts", source }];
}
