import { join } from "node:path";

/** What is rendered and measured stays here, so that a second training takes minutes instead of hours. */
export const cacheFolder = process.env.TRAIN_CACHE ?? join(process.cwd(), ".cache/train");
