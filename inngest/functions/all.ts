import { accountDelete } from "./account-delete";
import { accountExport } from "./account-export";
import { accountSweep } from "./account-sweep";
import { duplicateSweep } from "./duplicate-sweep";
import { fileTagSweep } from "./file-tag-sweep";
import { importScan, importSweep } from "./import-scan";
import { mailSend } from "./mail-send";
import { objectSweep } from "./object-sweep";
import { outboxSend } from "./outbox-send";
import { playableSweep } from "./playable-sweep";
import { sampleAnalyze } from "./sample-analyze";
import { samplePurge } from "./sample-purge";
import { sampleSweep } from "./sample-sweep";
import { searchCheck, searchIndex } from "./search-index";
import { soundVectors } from "./sound-vectors";
import { tagSweep } from "./tag-sweep";

/** Every durable function. One that is missing here does not run. */
export const functions = [
  accountDelete,
  accountExport,
  accountSweep,
  duplicateSweep,
  fileTagSweep,
  importScan,
  importSweep,
  mailSend,
  objectSweep,
  outboxSend,
  playableSweep,
  sampleAnalyze,
  samplePurge,
  sampleSweep,
  searchCheck,
  searchIndex,
  soundVectors,
  tagSweep,
];
