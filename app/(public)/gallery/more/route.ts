import { answerMore } from "@/lib/gallery/listing/answers";

/** The next cards of a list, for pages that run scripts. All others follow the link. */
export async function GET(request: Request): Promise<Response> {
  return answerMore(request);
}
