// What was reported of an entity when, newest first.
import { html } from "./html.js";
import { dated, entityLink, evidenceQuote, reservationBadges } from "./parts.js";
import { count, relationVerb } from "./words.js";

/**
 * @typedef {import("./api_types.js").TimelineEvent} TimelineEvent
 * @typedef {import("./api_types.js").TimelineAnswer} TimelineAnswer
 */

/**
 * Reprints, and other sentences of the same day, of one relation stand in one
 * entry, the first one told.
 * @param {TimelineEvent[]} events  newest first
 * @returns {TimelineEvent[][]}
 */
export const eventGroups = (events) => {
  /** @type {Map<string, TimelineEvent[]>} */
  const groups = new Map();
  for (const event of events) {
    const day = (event.published ?? "").slice(0, 10);
    const key = [day, event.relation, event.modality, event.negated].join("|");
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()];
};

/** @param {TimelineEvent[]} events  of one relation and day */
const eventItem = (events) => {
  const [first] = events;
  return html`<li class="event">
    <details class="event-details">
      <summary class="event-summary">
        <span class="event-date">${dated(first.published) || "undated"}</span>
        <span class="event-said">${entityLink(first.source)}
          ${relationVerb(first.type)} ${entityLink(first.target)}${reservationBadges(
            first,
          )}
          ${
            events.length > 1 &&
            html`<span class="event-count">${count(
              events.length,
              "report",
            )}</span>`
          }</span>
      </summary>
      ${events.map(({ evidence }) => evidenceQuote(evidence))}
    </details>
  </li>`;
};

/** @param {TimelineAnswer} answer */
export const timelineList = (answer) =>
  answer.events.length === 0
    ? html`<p class="graph-note">No relation of it was reported.</p>`
    : html`<ol class="events">${eventGroups(answer.events).map(eventItem)}</ol>
      ${
        answer.total > answer.events.length &&
        html`<p class="graph-note">The latest ${count(
          answer.events.length,
          "report",
        )} of ${count(answer.total, "report")}.</p>`
      }`;
