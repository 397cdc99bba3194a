import { descriptionStep, wordsStep } from "@/lib/analysis/derived/description";
import { embeddingStep } from "@/lib/analysis/derived/embedding";
import { genresStep } from "@/lib/analysis/derived/genres";
import { kindStep } from "@/lib/analysis/derived/kind";
import { moodsStep } from "@/lib/analysis/derived/moods";
import { perceptualStep } from "@/lib/analysis/derived/perceptual";
import { atonalityStep } from "@/lib/analysis/extractors/atonality";
import { beatGridStep } from "@/lib/analysis/extractors/beat-grid";
import { beatsStep } from "@/lib/analysis/extractors/beats";
import { chordSpansStep, chordsStep } from "@/lib/analysis/extractors/chords";
import { downbeatsStep } from "@/lib/analysis/extractors/downbeats";
import { fingerprintStep } from "@/lib/analysis/extractors/fingerprint";
import { harmonyStep } from "@/lib/analysis/extractors/harmony";
import { instrumentsStep } from "@/lib/analysis/extractors/instruments";
import { keyStep } from "@/lib/analysis/extractors/key";
import { keyChangesStep } from "@/lib/analysis/extractors/key-changes";
import { levelShapeStep } from "@/lib/analysis/extractors/level-shape";
import { loudnessStep } from "@/lib/analysis/extractors/loudness";
import { meterStep } from "@/lib/analysis/extractors/meter";
import { movementStep } from "@/lib/analysis/extractors/movement";
import { beatActivationStep, onsetEvidenceStep, onsetsStep } from "@/lib/analysis/extractors/onsets";
import { peaksStep } from "@/lib/analysis/extractors/peaks";
import { pitchStep } from "@/lib/analysis/extractors/pitch";
import { pitchClassesStep } from "@/lib/analysis/extractors/pitch-classes";
import { rhythmStep } from "@/lib/analysis/extractors/rhythm";
import { sectionsStep } from "@/lib/analysis/extractors/sections";
import { spectralStep } from "@/lib/analysis/extractors/spectral";
import { spectrogramStep } from "@/lib/analysis/extractors/spectrogram";
import type { Step } from "@/lib/analysis/extractors/step";
import { stereoStep } from "@/lib/analysis/extractors/stereo";
import { tempoEstimateStep, tempoStep } from "@/lib/analysis/extractors/tempo";
import { timbreStep } from "@/lib/analysis/extractors/timbre";
import { tonalityStep } from "@/lib/analysis/extractors/tonality";
import { tuningStep } from "@/lib/analysis/extractors/tuning";

/**
 * Everything the engine can find. The reasons in a record are listed in this order. The order of computation is another
 * matter: the engine works it out from what each step needs.
 */
export const STEPS: readonly Step[] = [
  onsetEvidenceStep,
  onsetsStep,
  beatActivationStep,
  movementStep,
  levelShapeStep,
  tonalityStep,
  harmonyStep,
  chordSpansStep,
  tempoEstimateStep,
  tempoStep,
  keyStep,
  keyChangesStep,
  chordsStep,
  tuningStep,
  atonalityStep,
  spectralStep,
  stereoStep,
  fingerprintStep,
  pitchClassesStep,
  beatGridStep,
  meterStep,
  beatsStep,
  downbeatsStep,
  rhythmStep,
  kindStep,
  timbreStep,
  pitchStep,
  instrumentsStep,
  sectionsStep,
  perceptualStep,
  genresStep,
  moodsStep,
  embeddingStep,
  loudnessStep,
  wordsStep,
  descriptionStep,
  peaksStep,
  spectrogramStep,
];
