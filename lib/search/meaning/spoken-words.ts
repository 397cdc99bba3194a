/** The words of a query as a person would say them: without operators, quotation marks, and words that must not be there. */
export function spokenWords(text: string): string {
  return text
    .replace(/(^|\s)-("[^"]*"?|\S+)/g, " ")
    .replace(/"/g, " ")
    .replace(/(^|\s)or(?=\s|$)/gi, " ")
    .replace(/\s+/g, " ")
    .trim();
}
