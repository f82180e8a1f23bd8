// How two entities are connected: every way step by step, each step with what
// is said and the sentence that says it.
import { html } from "./html.js";
import { emptyNotice } from "./notice_view.js";
import { entityLink, evidenceQuote, meta, reservationBadges } from "./parts.js";
import { count, relationVerb, times } from "./words.js";

/**
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").Path} Path
 * @typedef {import("./api_types.js").PathEdge} PathEdge
 * @typedef {import("./api_types.js").PathAnswer} PathAnswer
 */

/**
 * A form that asks how an entity is connected with another.
 * @param {{from?: string, to?: string, id?: string}} ends  `id` instead of
 *     `from` where the one end is settled
 */
export const connectForm = ({ from = "", to = "", id }) => html`
  <form class="connect" action="/" method="get">
    ${
      id
        ? html`<input type="hidden" name="connect" value="${id}">`
        : html`<label class="connect-field">From
        <input class="connect-input" name="connect" value="${from}" required
          autocomplete="off"></label>`
    }
    <label class="connect-field">${id ? "Connected with" : "To"}
      <input class="connect-input" name="with" value="${to}" required
        autocomplete="off" placeholder="another name"></label>
    <button class="button" type="submit">How?</button>
  </form>`;

/** @param {PathEdge} edge */
const stepText = (edge) =>
  edge.kind === "association"
    ? html`${edge.source.name} is named together with ${edge.target.name}
      ${times(edge.lift)} times more often than chance`
    : html`${edge.source.name} <b class="reason-verb">${relationVerb(
        edge.type ?? "",
      )}</b> ${edge.target.name}${reservationBadges(edge)}`;

/** @param {PathEdge} edge */
const stepMeta = (edge) =>
  meta([
    count(edge.stories, "story", "stories"),
    edge.more_relations && count(edge.more_relations, "more relation"),
  ]);

/**
 * @param {Path} path
 * @param {number} i
 */
const step = (path, i) => html`
  <li class="path-step path-step-${path.edges[i].kind}">
    <p class="path-said">${stepText(path.edges[i])}
      <span class="path-meta">${stepMeta(path.edges[i])}</span></p>
    ${path.edges[i].evidence.slice(0, 1).map(evidenceQuote)}
    <p class="path-node">${entityLink(path.nodes[i + 1])}</p>
  </li>`;

/** @param {Path} path */
export const pathItem = (path) => html`
  <li class="path">
    <h2 class="path-title">${count(path.edges.length, "step")}</h2>
    <p class="path-node">${entityLink(path.nodes[0])}</p>
    <ol class="path-steps">${path.edges.map((_, i) => step(path, i))}</ol>
  </li>`;

/** @param {PathAnswer} answer */
const pathList = (answer) =>
  answer.paths.length === 0
    ? emptyNotice("No connection", answer.message ?? "None was found.")
    : html`${answer.message && html`<p class="path-note">${answer.message}</p>`}
      <ol class="paths">${answer.paths.map(pathItem)}</ol>`;

/**
 * @param {{from: string, to: string}} route
 * @param {PathAnswer | null} answer  null where an end is still missing
 */
export const pathView = ({ from, to }, answer) => html`
  <div class="path-view">
    <h1 class="question-title" tabindex="-1">${
      answer
        ? html`How ${answer.from.name} and ${answer.to.name} are connected`
        : "How are two entities connected?"
    }</h1>
    ${connectForm({
      from: answer?.from.name ?? from,
      to: answer?.to.name ?? to,
    })}
    ${answer && pathList(answer)}
  </div>`;
