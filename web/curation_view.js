// What a curator sees: the menu that corrects an entity, what a correction would
// change, all judgements, and what may be worth one.
import { html } from "./html.js";
import { emptyNotice } from "./notice_view.js";
import { dated, entityLink, inScript, meta } from "./parts.js";
import { articleHref, entityHref, judgementsHref } from "./route.js";
import { count, entityTypes, relationVerb, typeName } from "./words.js";

/**
 * @typedef {import("./judgement_types.js").Judgement} Judgement
 * @typedef {import("./judgement_types.js").JudgementPreview} JudgementPreview
 * @typedef {import("./judgement_types.js").JudgementsAnswer} JudgementsAnswer
 * @typedef {import("./judgement_types.js").Candidates} Candidates
 * @typedef {import("./api_types.js").Edge} Edge
 * @typedef {import("./api_types.js").Entity} Entity
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 * @typedef {import("./api_types.js").Evidence} Evidence
 * @typedef {import("./html.js").Html} Html
 */

/** @param {Record<string, string | undefined>} values */
const hiddenFields = (values) =>
  Object.entries(values).map(
    ([name, value]) =>
      html`<input type="hidden" name="${name}" value="${value ?? ""}">`,
  );

/**
 * One correction: its own field, who makes it, a preview before it.
 * @param {Record<string, string | undefined>} values  that are not asked for
 * @param {Html | string} field
 */
const judgeForm = (values, field) => html`
  <form class="judge" data-judge>
    ${hiddenFields(values)}${field}
    <label class="judge-field">Your name
      <input class="input" name="by" required autocomplete="name"></label>
    <label class="judge-field">Why
      <input class="input" name="note" autocomplete="off"></label>
    <p class="judge-buttons">
      <button class="button" name="step" value="preview">Preview</button>
      <button class="button" name="step" value="apply">Apply</button>
    </p>
    <output class="judge-effect" aria-live="polite"></output>
  </form>`;

/** @param {string} label  @param {string} name  @param {string} hint */
const textField = (label, name, hint) => html`
  <label class="judge-field">${label}
    <input class="input" name="${name}" required autocomplete="off"
      placeholder="${hint}"></label>`;

/** @param {string} title  @param {Html} form */
const choice = (title, form) => html`
  <details class="correct-choice" name="correct-choice">
    <summary>${title}</summary>${form}
  </details>`;

/** @param {Entity} entity */
export const correctMenu = ({ id, name, type }) => html`
  <details class="correct">
    <summary class="correct-summary">Correct</summary>
    <div class="correct-menu">
      ${choice(
        "Same as…",
        judgeForm(
          { action: "same", entity: id },
          textField("It is the same as", "other", "name or id; it stays"),
        ),
      )}
      ${choice(
        "Not the same as…",
        judgeForm(
          { action: "different", entity: id },
          textField("It is never", "other", "name or id"),
        ),
      )}
      ${choice(
        "Rename",
        judgeForm(
          { action: "rename", entity: id },
          textField("Its name is", "name", name),
        ),
      )}
      ${choice(
        "Retype",
        judgeForm(
          { action: "retype", entity: id },
          html`<label class="judge-field">It is a
            <select class="input" name="type">${entityTypes.map(
              (one) =>
                html`<option value="${one}" ${
                  one === type && html`selected`
                }>${typeName(one)}</option>`,
            )}</select></label>`,
        ),
      )}
      ${choice("Hide", judgeForm({ action: "hide", entity: id }, ""))}
      <p><a href="${judgementsHref(id)}">What was judged of it</a></p>
    </div>
  </details>`;

/**
 * Under a sentence that does not say what was read in it.
 * @param {Edge} edge
 * @param {Evidence} evidence
 */
export const rejectMenu = (edge, evidence) => html`
  <details class="correct reject">
    <summary class="correct-summary">Reject</summary>
    ${judgeForm(
      {
        action: "reject",
        relation: edge.type,
        source: edge.source.id,
        target: edge.target.id,
        article: evidence.article,
        sentence: evidence.sentence,
      },
      html`<p>The sentence does not say that ${edge.source.name}
        <b>${relationVerb(edge.type)}</b> ${edge.target.name}.</p>`,
    )}
  </details>`;

/** @param {Entity[]} entities */
const entityLines = (entities) =>
  entities.length === 0
    ? html`<li>nothing</li>`
    : entities.map(
        (entity) =>
          html`<li>${inScript(entity.name)} ${meta([
            typeName(entity.type),
            count(entity.article_count ?? 0, "article"),
            count(entity.edge_count ?? 0, "relation"),
          ])}</li>`,
      );

/** @param {Judgement} judgement */
const statusText = ({ status, conflicts_with, waits_for_build }) =>
  [
    status === "conflict" && `It contradicts judgement ${conflicts_with}.`,
    status === "dormant" && "Nothing in the archive is concerned yet.",
    waits_for_build &&
      "It shows after the next build: run lode judge apply, or index again.",
  ]
    .filter(Boolean)
    .join(" ");

/** @param {JudgementPreview} preview */
export const previewView = ({
  judgement,
  before,
  after,
  edge_before,
  edge_after,
}) => html`
  <div class="effect">
    ${
      edge_before
        ? html`<p>${count(edge_before.stories, "story", "stories")} now say it,
            ${edge_after ? edge_after.stories : "none"} would.</p>`
        : html`<p class="effect-title">Now</p>
            <ul>${entityLines(before)}</ul>
            <p class="effect-title">Then</p>
            <ul>${entityLines(after)}</ul>`
    }
    ${statusText(judgement) && html`<p>${statusText(judgement)}</p>`}
  </div>`;

/** @param {{id: string, name?: string, type?: string}} one */
const judged = ({ id, name, type }) =>
  name && type
    ? entityLink({ id, name, type })
    : html`<a href="${entityHref(id)}">${id}</a>`;

/** @param {Judgement} judgement */
const judgementText = ({ action, entity, other, name, type, evidence }) => {
  if (evidence) {
    return html`${judged(evidence.source)} does not
      <b>${relationVerb(evidence.relation)}</b> ${judged(evidence.target)} by
      “${inScript(evidence.sentence)}”
      <a href="${articleHref(evidence.article)}">article</a>`;
  }
  const subject = entity && judged(entity);
  const object = other && judged(other);
  switch (action) {
    case "same":
      return html`${subject} ${
        entity?.was && html`(was <code>${entity.was}</code>)`
      } is the same as ${object}`;
    case "different":
      return html`${subject} is not ${object}`;
    case "rename":
      return html`${subject} is called ${inScript(name ?? "")}`;
    case "retype":
      return html`${subject} is a ${typeName(type ?? "")}`;
    default:
      return html`${subject} is hidden`;
  }
};

/** @param {string} id */
export const undoForm = (id) => html`
  <form class="undo" data-undo>
    <input type="hidden" name="id" value="${id}">
    <button class="button">Undo</button>
  </form>`;

/** Says what was done, and offers to take it back. @param {Judgement} judgement */
export const doneNotice = (judgement) => html`
  <div class="notice done" role="status">
    <p>${judgementText(judgement)}. ${statusText(judgement)}</p>
    ${judgement.id && undoForm(judgement.id)}
  </div>`;

/** @param {Judgement} judgement */
const judgementItem = (judgement) => html`
  <li class="judgement judgement-${judgement.status}">
    <p>${judgementText(judgement)}</p>
    ${judgement.note && html`<p class="judgement-note">${judgement.note}</p>`}
    <p class="judgement-meta">${meta([
      judgement.id,
      judgement.by,
      dated(judgement.at),
      judgement.status !== "applied" &&
        html`<span class="badge">${judgement.status}</span>`,
      judgement.undone && html`by ${judgement.undone.by}`,
      statusText(judgement),
    ])}</p>
    ${judgement.id && !judgement.undone && undoForm(judgement.id)}
  </li>`;

const reasonWords = /** @type {Record<string, string>} */ ({
  same_name: "one name",
  initials: "initials",
  spelling: "one letter apart",
  longer_name: "a longer name",
  other_script: "another script, the same neighbours",
});

/** @param {EntitySummary[]} entities */
const names = (entities) =>
  entities.map(
    (entity, i) => html`${i > 0 && ", "}${inScript(entity.name)}`,
  );

/** @param {Candidates["merges"][number]} merge */
const mergeItem = ({ entity, other, reason, shared }) => html`
  <li class="candidate">
    <p>${entityLink(entity)} <span class="candidate-meta">${typeName(
      entity.type,
    )}</span> = ${entityLink(other)} <span class="candidate-meta">${typeName(
      other.type,
    )}</span>?</p>
    <p class="candidate-meta">${meta([
      reasonWords[reason] ?? reason,
      shared.length > 0 && html`both near ${names(shared)}`,
    ])}</p>
    <details class="correct">
      <summary class="correct-summary">Judge</summary>
      ${choice(
        "The same",
        judgeForm({ action: "same", entity: entity.id, other: other.id }, ""),
      )}
      ${choice(
        "Different",
        judgeForm(
          { action: "different", entity: entity.id, other: other.id },
          "",
        ),
      )}
    </details>
  </li>`;

/** @param {Candidates["splits"][number]} split */
const splitItem = ({ entity, groups }) => html`
  <li class="candidate">
    <p>${entityLink(entity)}: several people?</p>
    ${groups.map(
      (group) => html`<p class="candidate-meta">near ${names(group)}</p>`,
    )}
  </li>`;

/** @param {Candidates} candidates */
const candidateLists = ({ merges, splits }) => html`
  <section class="candidates">
    <h2 class="section-title">May be one</h2>
    ${
      merges.length === 0
        ? html`<p>None was found.</p>`
        : html`<ul>${merges.map(mergeItem)}</ul>`
    }
    <h2 class="section-title">May be several</h2>
    ${
      splits.length === 0
        ? html`<p>None was found.</p>`
        : html`<ul>${splits.map(splitItem)}</ul>`
    }
  </section>`;

/**
 * @param {string} about  entity id, or ""
 * @param {JudgementsAnswer} answer
 * @param {Candidates | null} candidates
 */
export const curationView = (about, answer, candidates) => html`
  <div class="curation">
    <h1 class="curation-title" tabindex="-1">Judgements${
      about && html` on <a href="${entityHref(about)}">${about}</a>`
    }</h1>
    ${answer.problems.map(
      (problem) => html`<p class="notice notice-error">${problem}</p>`,
    )}
    ${
      answer.judgements.length === 0
        ? emptyNotice(
            "No judgement yet",
            "Correct an entity on its page, or a sentence among its relations.",
          )
        : html`<ol class="judgements">${answer.judgements.map(judgementItem)}</ol>`
    }
    ${candidates && candidateLists(candidates)}
  </div>`;
