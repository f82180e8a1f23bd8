// What several views show: an entity, a date, an article's meta line, a
// sentence that is evidence.
import { html } from "./html.js";
import { articleHref, entityHref } from "./route.js";
import { marked } from "./text_spans.js";
import {
  count,
  day,
  entityTypes,
  languageName,
  reservations,
  scriptLanguage,
  typeName,
} from "./words.js";

/**
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").ArticleHead} ArticleHead
 * @typedef {import("./api_types.js").Evidence} Evidence
 * @typedef {import("./html.js").Html} Html
 */

// Drawn in a box of 16 by 16; the graph uses the same shapes.
const typeShapes = /** @type {Record<string, Html>} */ ({
  person: html`<circle cx="8" cy="8" r="6"/>`,
  company: html`<rect x="2" y="2" width="12" height="12" rx="3"/>`,
  government: html`<path d="M8 1.5 14.5 6.3 12 14H4L1.5 6.3Z"/>`,
  organization: html`<path d="M4.5 2h7L15 8l-3.5 6h-7L1 8Z"/>`,
  place: html`<path d="M8 1 15 8 8 15 1 8Z"/>`,
  facility: html`<path d="M8 1.5 15 14H1Z"/>`,
  commodity: html`<path d="M5 1.5h6L14.5 5v6L11 14.5H5L1.5 11V5Z"/>`,
  agreement: html`<path d="M2 2h8.5L15 8l-4.5 6H2Z"/>`,
  product: html`<path d="m8 1 2.1 4.700 5.1.5-3.900 3.400 1.200 5L8 12l-4.5 2.600 1.200-5L.8 6.200l5.1-.5Z"/>`,
});

/** @param {string} type */
export const knownType = (type) =>
  entityTypes.includes(type) ? type : "unknown";

/** @param {string} type */
export const typeMark = (type) =>
  html`<svg class="type-mark type-${knownType(type)}" viewBox="0 0 16 16"
    aria-hidden="true">${typeShapes[type] ?? typeShapes.person}</svg>`;

/** @param {EntitySummary} entity */
export const entityLink = ({ id, name, type }) =>
  html`<a class="entity-link" href="${entityHref(id)}"
    lang="${scriptLanguage(name) ?? "en"}">${typeMark(type)}${name}</a>`;

/** A name in the language of its script. @param {string} text */
export const inScript = (text) =>
  html`<span lang="${scriptLanguage(text) ?? "en"}">${text}</span>`;

/** @param {EntitySummary} entity */
export const entityMeta = ({ type, article_count, story_count }) =>
  meta([
    typeName(type),
    article_count !== undefined && count(article_count, "article"),
    story_count !== undefined &&
      story_count !== article_count &&
      count(story_count, "story", "stories"),
  ]);

/**
 * Values in a row with quiet dots between them; what is absent is left out.
 * @param {unknown[]} values
 */
export const meta = (values) =>
  html`${values
    .filter((value) => value)
    .map((value) => html`<span class="meta-part">${value}</span>`)}`;

/** @param {string | null | undefined} published */
export const dated = (published) =>
  published &&
  day(published) &&
  html`<time datetime="${published}">${day(published)}</time>`;

/** @param {ArticleHead} article */
export const titleOf = ({ title }) => title || "Without a title";

/** @param {ArticleHead} article */
export const articleMeta = ({ source, published, language, kind }) =>
  meta([
    source,
    dated(published),
    language && language !== "en" && languageName(language),
    kind === "brief" && html`<span class="badge">brief</span>`,
  ]);

/** @param {{modality?: string, negated?: boolean}} said */
export const reservationBadges = (said) =>
  reservations(said).map(
    (word) => html` <span class="badge badge-${word}">${word}</span>`,
  );

/** @param {Evidence} evidence */
export const evidenceQuote = (evidence) => {
  const language = scriptLanguage(evidence.sentence);
  const href = articleHref(evidence.article, evidence);
  return html`<blockquote class="evidence">
    <p class="evidence-sentence" lang="${language ?? "en"}">
      ${marked(evidence.sentence, evidence.marks)}
      ${reservationBadges(evidence)}</p>
    <p class="evidence-source"><a href="${href}" title="${evidence.title}">${meta(
      [
        evidence.source ?? "article",
        dated(evidence.published),
        evidence.in_title && "headline",
      ],
    )}</a></p>
  </blockquote>`;
};
