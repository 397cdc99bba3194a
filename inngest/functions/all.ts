import { accountDelete } from "./account-delete";
import { accountExport } from "./account-export";
import { accountSweep } from "./account-sweep";
import { batchSweep } from "./batch-sweep";
import { bulkEdit, bulkEditSweep } from "./bulk-edit";
import { duplicateSweep } from "./duplicate-sweep";
import { fileTagSweep } from "./file-tag-sweep";
import { galaxyFollow } from "./galaxy-follow";
import { galaxyLayout } from "./galaxy-layout";
import { importScan, importSweep } from "./import-scan";
import { mailSend } from "./mail-send";
import { noticeDigest } from "./notice-digest";
import { objectSweep } from "./object-sweep";
import { outboxSend } from "./outbox-send";
import { overviewSweep } from "./overview-sweep";
import { playRecount, playSweep } from "./play-sweep";
import { playableSweep } from "./playable-sweep";
import { publicationAnnounce } from "./publication-announce";
import { publicationPrepare, publicationSweep } from "./publication-prepare";
import { sampleAnalyze } from "./sample-analyze";
import { samplePurge } from "./sample-purge";
import { sampleSweep } from "./sample-sweep";
import { searchCheck, searchIndex } from "./search-index";
import { soundVectors } from "./sound-vectors";
import { tagSweep } from "./tag-sweep";
import { trySoundsMake } from "./try-sounds-make";

/** Every durable function. One that is missing here does not run. */
export const functions = [
  accountDelete,
  accountExport,
  accountSweep,
  batchSweep,
  bulkEdit,
  bulkEditSweep,
  duplicateSweep,
  fileTagSweep,
  galaxyFollow,
  galaxyLayout,
  importScan,
  importSweep,
  mailSend,
  noticeDigest,
  objectSweep,
  outboxSend,
  overviewSweep,
  playableSweep,
  publicationAnnounce,
  publicationPrepare,
  publicationSweep,
  playRecount,
  playSweep,
  sampleAnalyze,
  samplePurge,
  sampleSweep,
  searchCheck,
  searchIndex,
  soundVectors,
  tagSweep,
  trySoundsMake,
];
