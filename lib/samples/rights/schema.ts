import { z } from "zod";
import { AI_TRAINING, LICENCES } from "@/lib/music/rights";

const SAMPLES_MAX = 1000;

const rights = z.strictObject({
  /** Null: nothing is known. Left out: stays as it is. */
  licence: z.enum(LICENCES).nullable().optional(),
  aiTraining: z.enum(AI_TRAINING).nullable().optional(),
});
/** What a person says about the rights in a sample. */
export type Rights = z.infer<typeof rights>;

const saysSomething = ({ licence, aiTraining }: Rights) => licence !== undefined || aiTraining !== undefined;
const SAYS_NOTHING = "name at least one of licence and aiTraining";

export const rightsSchema = rights.refine(saysSomething, SAYS_NOTHING);
export const setRightsSchema = rights
  .extend({ ids: z.array(z.uuid().toLowerCase()).min(1).max(SAMPLES_MAX) })
  .refine(saysSomething, SAYS_NOTHING);
export type SetRights = z.input<typeof setRightsSchema>;
