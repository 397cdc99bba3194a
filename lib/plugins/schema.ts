import { z } from "zod";

const confidence = z.number().min(0).max(1);

/** What a CLAP model of the operator's thinks; confidences are its own softmax over the labels, not calibrated. */
export const clapResultSchema = z.object({
  tags: z.array(z.object({ label: z.string(), confidence })),
  /** Of length 1; a text's embedding by the same model can be compared with it. */
  embedding: z.array(z.number()),
  /** The model's folder and a digest of its configuration. */
  model: z.string(),
});

export const rewriteResultSchema = z.object({
  description: z.string(),
  model: z.string(),
});

/** What is stored of each plug-in, by its name. */
export const pluginResultsSchema = z.object({ clap: clapResultSchema, description: rewriteResultSchema }).partial();

export type ClapResult = z.infer<typeof clapResultSchema>;
export type RewriteResult = z.infer<typeof rewriteResultSchema>;
export type PluginResults = z.infer<typeof pluginResultsSchema>;
export type PluginName = keyof PluginResults;
