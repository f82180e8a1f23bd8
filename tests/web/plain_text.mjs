// What a reader sees of some markup: its text, on one line.

/** @param {{toString: () => string}} markup */
export const plainText = (markup) =>
  markup
    .toString()
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
