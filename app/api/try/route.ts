import { answerTryout } from "@/lib/tryouts/tryout-answer";

/** Measures a file without an account. */
export async function POST(request: Request): Promise<Response> {
  return answerTryout(request);
}
