import { z } from "zod";
import { withPlaces } from "./decimals";

// What numbers of the record are measured in, and how far each is rounded.

/** 0 … 1. */
export const share = withPlaces(4, z.number().min(0).max(1));
/** 0 = a guess, 1 = certain. */
export const confidence = withPlaces(4, z.number().min(0).max(1));
/** Decibels, LU, LUFS, dBFS and dBTP. */
export const decibels = withPlaces(2);
export const hertz = withPlaces(2, z.number().nonnegative());
/** Deviation from a pitch. */
export const cents = withPlaces(1, z.number().min(-50).max(50));
/** A point in time, or a length that may be 0. */
export const seconds = withPlaces(4, z.number().nonnegative());
/** Where something ends, which is after it began. */
export const endSeconds = withPlaces(4, z.number().positive());
/** Events a second. */
export const perSecond = withPlaces(3, z.number().nonnegative());
/** A plain number of the analyser, in no unit that anybody reads. */
export const coefficient = withPlaces(4);
