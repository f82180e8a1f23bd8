// Spans of a text: offsets count code points, half-open, as in the JSON.
import { html } from "./html.js";

/**
 * @typedef {import("./api_types.js").Mark} Mark
 * @typedef {import("./html.js").Html} Html
 * @typedef {{begin: number, end: number}} Span
 */

/**
 * A text that can be cut at code points.
 * @param {string} text
 */
export const codePoints = (text) => Array.from(text);

/**
 * @template {Span} S
 * @param {S[]} spans
 * @returns {S[]} by position; of two that overlap, the longer one
 */
export const withoutOverlaps = (spans) => {
  /** @type {S[]} */
  const kept = [];
  const longestFirst = [...spans].sort(
    (a, b) => b.end - b.begin - (a.end - a.begin) || a.begin - b.begin,
  );
  for (const span of longestFirst) {
    const free = kept.every((k) => span.end <= k.begin || k.end <= span.begin);
    if (span.begin < span.end && free) kept.push(span);
  }
  return kept.sort((a, b) => a.begin - b.begin);
};

/**
 * The text from `begin` to `end`, each span of it shown by `show`; spans that
 * reach beyond are cut.
 * @template {Span} S
 * @param {string[]} points
 * @param {Span} range
 * @param {S[]} spans  by position, not overlapping
 * @param {(text: Html, span: S) => Html} show
 * @param {(range: Span) => Html} [plain]  shows what is in the spans, and not
 * @returns {Html}
 */
export const showSpans = (points, range, spans, show, plain) => {
  const inside =
    plain ?? (({ begin, end }) => html`${points.slice(begin, end).join("")}`);
  const pieces = [];
  let at = range.begin;
  for (const span of spans) {
    const begin = Math.max(span.begin, at);
    const end = Math.min(span.end, range.end);
    if (begin >= end) continue;
    pieces.push(inside({ begin: at, end: begin }));
    pieces.push(show(inside({ begin, end }), span));
    at = end;
  }
  pieces.push(inside({ begin: at, end: range.end }));
  return html`${pieces}`;
};

/**
 * `text` with its marks as <mark>.
 * @param {string} text
 * @param {Mark[]} [marks]
 */
export const marked = (text, marks = []) => {
  const points = codePoints(text);
  const spans = withoutOverlaps(marks.map(([begin, end]) => ({ begin, end })));
  return showSpans(
    points,
    { begin: 0, end: points.length },
    spans,
    (piece) => html`<mark>${piece}</mark>`,
  );
};

/**
 * The paragraphs of a body, with their spans in it.
 * @param {string} body
 * @returns {Span[]}
 */
export const paragraphs = (body) => {
  const points = codePoints(body);
  const spans = [];
  let begin = 0;
  for (let at = 0; at <= points.length; ++at) {
    if (at < points.length && points[at] !== "\n") continue;
    if (points.slice(begin, at).join("").trim()) spans.push({ begin, end: at });
    begin = at + 1;
  }
  return spans;
};
