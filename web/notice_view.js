// What stands where an answer would: an error, nothing found, not yet there.
import { html } from "./html.js";

/**
 * @typedef {import("./html.js").Html} Html
 */

/** @param {unknown} error */
const problemOf = (error) => {
  const { title, detail, status, request_id } =
    /** @type {import("./api.js").ApiError} */ (error);
  if (status === 404) return { title: "Not in this archive", detail };
  if (status === 0) return { title: "The server is silent", detail };
  if (status) return { title, detail, request_id };
  return { title: "This view failed", detail: String(error) };
};

/**
 * A failed request, with the detail of its problem and a way to try again.
 * @param {unknown} error
 */
export const errorNotice = (error) => {
  const { title, detail, request_id } = problemOf(error);
  return html`<div class="notice notice-error" role="alert">
    <h2 class="notice-title">${title}</h2>
    <p>${detail}</p>
    ${
      request_id &&
      html`<p class="notice-detail">Request <code>${request_id}</code></p>`
    }
    <p><button class="button" type="button" data-action="retry"
      >Try again</button></p>
  </div>`;
};

/**
 * A failed request for the whole of a view, which has no heading otherwise.
 * @param {unknown} error
 */
export const errorView = (error) => html`
  <h1 class="unseen" tabindex="-1">No answer</h1>
  ${errorNotice(error)}`;

/**
 * @param {string} title
 * @param {Html | string} advice
 */
export const emptyNotice = (title, advice) =>
  html`<div class="notice">
    <h2 class="notice-title">${title}</h2>
    <p>${advice}</p>
  </div>`;

/** Grey lines of about the size of what is coming. */
export const skeleton = () => {
  const block = html`<div class="skeleton-block">
    <div class="skeleton-line skeleton-short"></div>
    <div class="skeleton-line skeleton-tall"></div>
    <div class="skeleton-line"></div>
    <div class="skeleton-line"></div>
  </div>`;
  return html`<div class="skeleton" aria-hidden="true"
    >${Array(5).fill(block)}</div>`;
};
