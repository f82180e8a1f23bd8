// The articles that a query finds.
import { facetLists, histogramChart } from "./facet_view.js";
import { html } from "./html.js";
import { emptyNotice } from "./notice_view.js";
import { articleMeta, entityLink, entityMeta, titleOf } from "./parts.js";
import { articleHref, entityHref, facetFields, searchHref } from "./route.js";
import { marked } from "./text_spans.js";
import { count } from "./words.js";

/**
 * @typedef {import("./api_types.js").Hit} Hit
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").SearchAnswer} SearchAnswer
 * @typedef {import("./api_types.js").AskAnswer} AskAnswer
 * @typedef {import("./route.js").SearchRoute} SearchRoute
 */

/** @param {Hit} hit */
export const hitItem = (hit) => html`
  <li class="hit">
    <p class="hit-meta">${articleMeta(hit)}</p>
    <h2 class="hit-title" lang="${hit.language}"><a
      href="${articleHref(hit.id)}">${marked(titleOf(hit), hit.title_marks)}</a></h2>
    ${
      hit.snippet &&
      html`<p class="hit-snippet" lang="${hit.language}">${marked(
        hit.snippet.text,
        hit.snippet.marks,
      )}</p>`
    }
    ${hit.story && storyNote(hit.story)}
    ${hit.explanation && whyHere(hit.explanation)}
  </li>`;

/** @param {NonNullable<Hit["explanation"]>} parts */
const whyHere = (parts) => html`
  <details class="hit-why">
    <summary>Why here</summary>
    <ul>${parts.map(
      ({ text, how, field, score }) => html`<li>${text}
        <span class="hit-meta">${how}${field && html`, ${field}`}
        ${score.toFixed(2)}</span></li>`,
    )}</ul>
  </details>`;

/** @param {NonNullable<Hit["story"]>} story */
const storyNote = ({ article_count, others }) => html`
  <details class="hit-story">
    <summary>${count(article_count - 1, "more article")} of this
      story</summary>
    <ul>${others.map(
      (other) => html`<li><a href="${articleHref(other.id)}"
        lang="${other.language}">${titleOf(other)}</a>
        <span class="hit-meta">${articleMeta(other)}</span></li>`,
    )}</ul>
  </details>`;

/**
 * @param {{name: string, label: string, value: string,
 *   options: [value: string, text: string][]}} choice
 */
const choice = ({ name, label, value, options }) => html`
  <label class="filters-field"><span class="filters-label">${label}</span>
    <select class="filters-control" name="${name}">${options.map(
      ([option, text]) =>
        html`<option value="${option}"${
          option === value && html` selected`
        }>${text}</option>`,
    )}</select></label>`;

/**
 * @param {string} name
 * @param {string} label
 * @param {string} value
 */
const dayField = (name, label, value) => html`
  <label class="filters-field"><span class="filters-label">${label}</span>
    <input class="filters-control" type="date" name="${name}" value="${value}"
      min="1900-01-01" max="2999-12-31"></label>`;

/** @param {SearchRoute} route */
export const filterForm = (route) => html`
  <form class="filters" action="/" method="get" aria-label="Filters">
    <input type="hidden" name="q" value="${route.q}">
    <input type="hidden" name="as" value="${route.words && "words"}">
    <input type="hidden" name="exact" value="${route.exact && "true"}">
    <input type="hidden" name="explain" value="${route.explain && "1"}">
    ${facetFields.map((field) =>
      route[field].map(
        (value) =>
          html`<input type="hidden" name="${field}" value="${value}">`,
      ),
    )}
    ${dayField("from", "From", route.from)} ${dayField("to", "To", route.to)}
    ${choice({
      name: "sort",
      label: "Order",
      value: route.sort,
      options: [
        ["", "Best first"],
        ["newest", "Newest first"],
        ["oldest", "Oldest first"],
      ],
    })}
    <label class="filters-check"><input class="filters-fold" type="checkbox"
      name="fold" value="story"${route.fold && html` checked`}> One of each
      story</label>
    <button class="button filters-apply" type="submit">Apply</button>
    ${
      hasFilters(route) &&
      html`<a class="filters-clear" href="${searchHref({ q: route.q })}"
        >Clear</a>`
    }
  </form>`;

/** @param {SearchRoute} route */
const hasFilters = (route) =>
  Boolean(route.from || route.to || route.sort || route.fold) ||
  facetFields.some((field) => route[field].length > 0);

/**
 * @param {SearchAnswer} answer
 * @param {boolean} [fold]  whether one of each story is shown
 */
export const totalText = ({ total, total_relation }, fold = false) =>
  `${total_relation === "gte" ? "At least " : ""}${
    fold ? count(total, "story", "stories") : count(total, "article")
  }`;

/**
 * The words of a query; their order and the AND between them are understood.
 * @param {string} query
 */
const words = (query) =>
  query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "and")
    .sort()
    .join(" ");

/**
 * How the words alone were read.
 * @param {SearchAnswer} answer
 */
const wordsRead = ({ read_as = "", names = [] }) =>
  names.length === 0
    ? read_as
    : names
        .reduce(
          (read, { entity }) => read.replace(` OR entity:${entity.id}`, ""),
          read_as,
        )
        .replace(/[()]/g, "");

/**
 * @param {SearchAnswer} answer
 * @param {SearchRoute} route
 */
const namesNote = ({ names = [] }, route) =>
  names.length > 0 &&
  html`<p class="reading">Also under the other names of ${names.map(
    ({ entity }, i) => html`${i > 0 && ", "}${entityLink(entity)}`,
  )}. <a href="${searchHref({ ...route, exact: true })}">Only these words</a>
  </p>`;

/**
 * @param {SearchAnswer} answer
 * @param {SearchRoute} route
 */
const readingNotes = (answer, route) => {
  const { query, suggestion, read_as, notes = [] } = answer;
  const asked = suggestion?.searched ? suggestion.query : query;
  return html`
    ${
      read_as &&
      words(wordsRead(answer)) !== words(asked) &&
      html`<p class="reading">Read as <code>${read_as}</code></p>`
    }
    ${namesNote(answer, route)}
    ${notes.map((note) => html`<p class="reading">${note}</p>`)}`;
};

/**
 * What was searched for in place of what was typed, or might be.
 * @param {SearchAnswer} answer
 * @param {SearchRoute} route
 */
const spellingNote = ({ query, suggestion }, route) => {
  if (!suggestion) return "";
  const meant = html`<a class="spelling-meant" href="${searchHref({
    ...route,
    q: suggestion.query,
  })}">${marked(suggestion.query, suggestion.marks)}</a>`;
  if (!suggestion.searched) {
    return html`<p class="spelling">Did you mean ${meant}?</p>`;
  }
  return html`<p class="spelling">Showing results for ${meant}.
    Search instead for <a href="${searchHref({
      ...route,
      exact: true,
    })}">${query}</a></p>`;
};

/** @param {AskAnswer} asked */
const notUnderstood = ({ message, suggestions = [] }) => html`
  <div class="reading">
    <p>${message ?? "Not understood as a question."} These are the articles
      with its words. ${suggestions.length > 0 && "Questions that work:"}</p>
    <ul class="examples">${suggestions.map(
      (q) =>
        html`<li><a class="chip" href="${searchHref({ q })}">${q}</a></li>`,
    )}</ul>
  </div>`;

/** @param {EntitySummary} entity */
const entityCard = (entity) => html`
  <li class="card">
    <h3 class="card-title">${entityLink(entity)}</h3>
    <p class="card-meta">${entityMeta(entity)}</p>
    <p class="card-actions">
      <a href="${entityHref(entity.id)}">Related, because…</a>
      <a href="${searchHref({ names: [entity.id], sort: "newest" })}"
        >Articles that name it</a>
    </p>
  </li>`;

/**
 * @typedef {object} Results
 * @property {SearchRoute} route
 * @property {SearchAnswer} answer
 * @property {EntitySummary | null} named  the entity of `route.names`
 * @property {AskAnswer | null} asked  a question that was not understood
 */

/** @param {Results} results */
export const searchView = ({ route, answer, named, asked }) => html`
  <div class="results">
    <div class="results-head">
      <h1 class="results-title" tabindex="-1"><span
        class="results-total">${totalText(answer, route.fold !== "")}</span>${
          named &&
          html` naming <span>${entityLink(named)}
          <a class="results-drop" href="${searchHref({ ...route, names: [] })}"
          aria-label="Whatever they name">×</a></span>`
        }</h1>
      ${filterForm(route)}
    </div>
    <div class="results-list">
      ${spellingNote(answer, route)} ${asked && notUnderstood(asked)}
      ${readingNotes(answer, route)}
      ${
        answer.hits.length === 0 &&
        emptyNotice(
          "No article found",
          "Try fewer or other words, a name in another language, or no filters.",
        )
      }
      <ol class="hits">${answer.hits.map(hitItem)}</ol>
      ${answer.next_cursor && moreButton(answer.next_cursor)}
    </div>
    ${
      answer.entities &&
      answer.entities.length > 0 &&
      html`<section class="results-named">
        <h2 class="side-title">Named in your query</h2>
        <ul class="cards">${answer.entities.map(entityCard)}</ul>
      </section>`
    }
    <aside class="results-side" aria-label="Choose among them">
      ${
        (answer.histogram || answer.facets) &&
        html`<details class="results-facets" open>
          <summary class="results-narrow">Narrow it down</summary>
          ${answer.histogram && histogramChart(route, answer.histogram)}
          ${answer.facets && facetLists(route, answer.facets)}
        </details>`
      }
    </aside>
  </div>`;

/** @param {string} cursor */
export const moreButton = (cursor) =>
  html`<button class="button more" type="button" data-action="more"
    data-cursor="${cursor}">More articles</button>`;
