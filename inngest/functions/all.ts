import { sampleAnalyze } from "./sample-analyze";
import { samplePurge } from "./sample-purge";
import { sampleSweep } from "./sample-sweep";

/** Every durable function; what is not here does not run. */
export const functions = [sampleAnalyze, samplePurge, sampleSweep];
