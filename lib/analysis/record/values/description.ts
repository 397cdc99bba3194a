import { z } from "zod";
import { describeValue } from "./describe-value";

/** A few plain sentences about the sound. */
export const descriptionValue = describeValue("description", z.string());
