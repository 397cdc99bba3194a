import { z } from "zod";

const confidence = z.number().min(0).max(1);

/** What the operator's CLAP model found. Confidences are the model's softmax over the labels and not calibrated. */
export const clapResultSchema = z.object({
  tags: z.array(z.object({ label: z.string(), confidence })),
  /** Of length 1. Can be compared with the embedding of a text by the same model. */
  embedding: z.array(z.number()),
  /** The name of the model's folder, and a digest of its configuration. */
  model: z.string(),
});

export const rewriteResultSchema = z.object({
  description: z.string(),
  model: z.string(),
});

/** The stored result of each plug-in, by name. */
export const pluginResultsSchema = z.object({ clap: clapResultSchema, description: rewriteResultSchema }).partial();

export type ClapResult = z.infer<typeof clapResultSchema>;
export type RewriteResult = z.infer<typeof rewriteResultSchema>;
export type PluginResults = z.infer<typeof pluginResultsSchema>;
export type PluginName = keyof PluginResults;
