// The colours and the font of the drawn graph, as the style sheet has them now.
import { entityTypes } from "./words.js";

export const graphPalette = () => {
  const style = getComputedStyle(document.documentElement);
  const token = (/** @type {string} */ name) =>
    style.getPropertyValue(name).trim();
  return {
    types: Object.fromEntries(
      entityTypes.map((type) => [type, token(`--type-${type}`)]),
    ),
    ink: token("--ink"),
    quiet: token("--ink-quiet"),
    line: token("--line-strong"),
    paper: token("--paper"),
    focus: token("--accent"),
    font: token("--font-ui"),
  };
};
