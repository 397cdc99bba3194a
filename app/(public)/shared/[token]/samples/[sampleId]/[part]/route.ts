import { answerLink } from "@/lib/collections/sharing/link-answers";

interface PartContext {
  params: Promise<{ token: string; sampleId: string; part: string }>;
}

export async function GET(request: Request, { params }: PartContext): Promise<Response> {
  return answerLink(request, await params);
}

/** Else a stream that nobody reads would never end. */
export async function HEAD(request: Request, { params }: PartContext): Promise<Response> {
  const answer = await answerLink(request, await params);
  await answer.body?.cancel();
  return new Response(null, answer);
}
