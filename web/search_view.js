// The articles that a query finds.
import { html } from "./html.js";
import { emptyNotice } from "./notice_view.js";
import { articleMeta, entityLink, entityMeta, titleOf } from "./parts.js";
import { articleHref, entityHref, searchHref } from "./route.js";
import { marked } from "./text_spans.js";
import { count, languageName, number } from "./words.js";

/**
 * @typedef {import("./api_types.js").Hit} Hit
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").SearchAnswer} SearchAnswer
 * @typedef {import("./api_types.js").AskAnswer} AskAnswer
 * @typedef {import("./api_types.js").Stats} Stats
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
  </li>`;

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

/**
 * A value that the address names stays choosable, known to the archive or not.
 * @param {string} value
 * @param {[string, string][]} options
 * @returns {[string, string][]}
 */
const withValue = (value, options) =>
  value && !options.some(([option]) => option === value)
    ? [...options, [value, value]]
    : options;

/**
 * @param {SearchRoute} route
 * @param {Stats | null} stats
 */
export const filterForm = (route, stats) => html`
  <form class="filters" action="/" method="get" aria-label="Filters">
    <input type="hidden" name="q" value="${route.q}">
    <input type="hidden" name="names" value="${route.names}">
    <input type="hidden" name="as" value="${route.words && "words"}">
    <input type="hidden" name="exact" value="${route.exact && "true"}">
    ${choice({
      name: "source",
      label: "Source",
      value: route.source,
      options: withValue(route.source, [
        ["", "All sources"],
        ...(stats?.by_source ?? []).map(
          ({ source, count: value }) =>
            /** @type {[string, string]} */ ([
              source,
              `${source} (${number(value)})`,
            ]),
        ),
      ]),
    })}
    ${choice({
      name: "lang",
      label: "Language",
      value: route.lang,
      options: withValue(route.lang, [
        ["", "All languages"],
        ...(stats?.by_language ?? []).map(
          ({ language, count: value }) =>
            /** @type {[string, string]} */ ([
              language,
              `${languageName(language)} (${number(value)})`,
            ]),
        ),
      ]),
    })}
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
    <button class="button filters-apply" type="submit">Apply</button>
    ${
      hasFilters(route) &&
      html`<a class="filters-clear" href="${searchHref({
        q: route.q,
        names: route.names,
      })}">Clear</a>`
    }
  </form>`;

/** @param {SearchRoute} route */
const hasFilters = ({ source, lang, from, to, sort }) =>
  Boolean(source || lang || from || to || sort);

/** @param {SearchAnswer} answer */
export const totalText = ({ total, total_relation }) =>
  `${total_relation === "gte" ? "At least " : ""}${count(total, "article")}`;

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

/** @param {SearchAnswer} answer */
const readingNotes = ({ query, suggestion, read_as, notes = [] }) => html`
  ${
    read_as &&
    words(read_as) !== words(suggestion?.searched ? suggestion.query : query) &&
    html`<p class="reading">Read as <code>${read_as}</code></p>`
  }
  ${notes.map((note) => html`<p class="reading">${note}</p>`)}`;

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
      <a href="${searchHref({ names: entity.id, sort: "newest" })}"
        >Articles that name it</a>
    </p>
  </li>`;

/**
 * @typedef {object} Results
 * @property {SearchRoute} route
 * @property {SearchAnswer} answer
 * @property {EntitySummary | null} named  the entity of `route.names`
 * @property {Stats | null} stats
 * @property {AskAnswer | null} asked  a question that was not understood
 */

/** @param {Results} results */
export const searchView = ({ route, answer, named, stats, asked }) => html`
  <div class="results">
    <div class="results-head">
      <h1 class="results-title" tabindex="-1"><span
        class="results-total">${totalText(answer)}</span>${
          named &&
          html` naming <span class="results-named">${entityLink(named)}
          <a class="results-drop" href="${searchHref({ ...route, names: "" })}"
          aria-label="Whatever they name">×</a></span>`
        }</h1>
      ${filterForm(route, stats)}
    </div>
    <div class="results-list">
      ${spellingNote(answer, route)} ${asked && notUnderstood(asked)}
      ${readingNotes(answer)}
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
      answer.entities?.length
        ? html`<aside class="results-side" aria-label="Named in the query">
          <h2 class="side-title">Named in your query</h2>
          <ul class="cards">${answer.entities.map(entityCard)}</ul>
        </aside>`
        : ""
    }
  </div>`;

/** @param {string} cursor */
export const moreButton = (cursor) =>
  html`<button class="button more" type="button" data-action="more"
    data-cursor="${cursor}">More articles</button>`;
