// What is related to an entity, each with the reasons and the best sentence.
import { html } from "./html.js";
import { emptyNotice } from "./notice_view.js";
import {
  entityLink,
  entityMeta,
  evidenceQuote,
  reservationBadges,
} from "./parts.js";
import { count, relationVerb, relationVerbOfBoth, times } from "./words.js";

/**
 * @typedef {import("./api_types.js").Reason} Reason
 * @typedef {import("./api_types.js").SharedReason} SharedReason
 * @typedef {import("./api_types.js").Related} Related
 * @typedef {import("./api_types.js").RelatedAnswer} RelatedAnswer
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 */

/** @param {number} stories */
const inStories = (stories) => count(stories, "story", "stories");

/** @param {SharedReason} reason */
const sharedText = ({ type, direction, entity }) =>
  direction === "out"
    ? html`both <b class="reason-verb">${relationVerbOfBoth(type)}</b>
        ${entityLink(entity)}`
    : html`${entityLink(entity)}
        <b class="reason-verb">${relationVerb(type)}</b> both`;

/**
 * @param {Reason} reason
 * @param {EntitySummary} subject  the entity asked about
 */
export const reasonText = (reason, subject) => {
  if (reason.kind === "association") {
    return html`named together ${times(reason.lift)} times more often than
      chance <span class="reason-count">${inStories(reason.stories)}</span>`;
  }
  if (reason.kind === "shared") return sharedText(reason);
  const verb = relationVerb(reason.type);
  const said =
    reason.direction === "out"
      ? html`${subject.name} <b class="reason-verb">${verb}</b> it`
      : html`<b class="reason-verb">${verb}</b> ${subject.name}`;
  return html`${said}${reservationBadges(reason)} <span
    class="reason-count">${inStories(reason.stories)}</span>`;
};

/**
 * @param {Related} related
 * @param {EntitySummary} subject
 */
export const relatedItem = ({ entity, reasons, evidence }, subject) => html`
  <li class="related">
    <h3 class="related-name">${entityLink(entity)}</h3>
    <p class="related-meta">${entityMeta(entity)}</p>
    <ul class="reasons">${reasons.map(
      (reason) =>
        html`<li class="reason reason-${reason.kind}">${reasonText(
          reason,
          subject,
        )}</li>`,
    )}</ul>
    ${evidence.slice(0, 1).map(evidenceQuote)}
    ${
      evidence.length > 1 &&
      html`<details class="more-evidence">
      <summary>${count(evidence.length - 1, "more sentence")}</summary>
      ${evidence.slice(1).map(evidenceQuote)}
    </details>`
    }
  </li>`;

/** @param {RelatedAnswer} answer */
export const relatedList = (answer) =>
  answer.related.length === 0
    ? emptyNotice(
        "Nothing stands out",
        "It is named too rarely, or only in passing, to say what it is related to.",
      )
    : html`<ol class="related-list">${answer.related.map((one) =>
        relatedItem(one, answer.entity),
      )}</ol>
      ${
        answer.next_cursor &&
        html`<button class="button more" type="button" data-action="more"
        data-cursor="${answer.next_cursor}">More related</button>`
      }`;
