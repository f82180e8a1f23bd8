// The answer to a question that the server understood.
import { html } from "./html.js";
import { entityLink } from "./parts.js";
import { entityHref, graphHref, searchHref } from "./route.js";
import { relatedList } from "./related_view.js";
import { count, number } from "./words.js";

/**
 * @typedef {import("./api.js").Reading} Reading
 * @typedef {import("./api.js").RelatedAnswer} RelatedAnswer
 */

/**
 * @param {string} q
 * @param {Reading} reading
 * @param {RelatedAnswer} answer
 */
export const questionView = (q, reading, answer) => html`
  <div class="question">
    <h1 class="question-title" tabindex="-1">Related to ${entityLink(
      reading.entity,
    )}</h1>
    <p class="question-meta">${count(
      answer.total,
      "entity",
      "entities",
    )}, the strongest first ·
      <a href="${graphHref(reading.entity.id, 1)}">draw it</a> ·
      <a href="${searchHref({ q, words: true })}">search for the words
        instead</a></p>
    ${reading.ambiguous?.length
      ? html`<p class="reading">The name also fits ${reading.ambiguous.map(
          (entity) => html`<span class="question-other">${entityLink(entity)}</span> `,
        )}</p>`
      : ""}
    ${relatedList(answer)}
    ${!answer.next_cursor &&
    answer.related.length < answer.total &&
    html`<p><a href="${entityHref(reading.entity.id)}">All ${number(
      answer.total,
    )} related to ${reading.entity.name}</a></p>`}
  </div>`;
