// The answer to a question that the server understood.
import { html } from "./html.js";
import { graphFigure } from "./graph_view.js";
import { entityLink, meta } from "./parts.js";
import { entityHref, graphHref, searchHref } from "./route.js";
import { relatedList } from "./related_view.js";
import { count, number } from "./words.js";

/**
 * @typedef {import("./api.js").EntitySummary} EntitySummary
 * @typedef {import("./api.js").Reading} Reading
 * @typedef {import("./api.js").RelatedAnswer} RelatedAnswer
 * @typedef {import("./api.js").Neighbourhood} Neighbourhood
 */

/** @param {EntitySummary[]} others */
const ambiguous = (others = []) =>
  others.length > 0 &&
  html`<p class="reading">The name also fits ${others.map(
    (entity) =>
      html`<span class="question-other">${entityLink(entity)}</span> `,
  )}</p>`;

/**
 * An answer to a question is its first part only.
 * @param {RelatedAnswer} answer
 */
const restLink = ({ entity, related, total, next_cursor }) =>
  !next_cursor &&
  related.length < total &&
  html`<p class="question-rest"><a href="${entityHref(entity.id)}">All
    ${number(total)} related to ${entity.name}</a></p>`;

/**
 * @param {string} q
 * @param {Reading} reading
 * @param {RelatedAnswer} answer
 * @param {Neighbourhood | null} graph
 */
export const questionView = (q, { entity, ambiguous: others }, answer, graph) =>
  html`<div class="question">
    <header class="question-head">
      <h1 class="question-title" tabindex="-1">Related to
        ${entityLink(entity)}</h1>
      <p class="question-meta">${meta([
        `${count(answer.total, "entity", "entities")}, the strongest first`,
        html`<a href="${searchHref({ q, words: true })}">search for the words
          instead</a>`,
      ])}</p>
      ${ambiguous(others)}
    </header>
    <section class="question-main">
      <h2 class="unseen">Related, because…</h2>
      ${relatedList(answer)} ${restLink(answer)}
    </section>
    ${
      graph &&
      html`<aside class="question-side" aria-label="Neighbourhood">
      <p class="question-draw"><a href="${graphHref(entity.id, 2)}">Draw it
        larger</a></p>
      ${graphFigure(graph)}
    </aside>`
    }
  </div>`;
