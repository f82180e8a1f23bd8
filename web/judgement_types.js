// The shapes of what curators' requests answer (docs/ledger.md).

/**
 * @typedef {import("./api_types.js").Entity} Entity
 * @typedef {import("./api_types.js").EntitySummary} EntitySummary
 *
 * An entity that a judgement names; without a name it is not in the archive.
 * @typedef {{id: string, name?: string, type?: string, was?: string}} Judged
 *
 * @typedef {object} Judgement
 * @property {string} [id]
 * @property {string} [at]
 * @property {string} by
 * @property {string} action
 * @property {Judged} [entity]
 * @property {Judged} [other]
 * @property {string} [name]
 * @property {string} [type]
 * @property {{relation: string, source: Judged, target: Judged,
 *   article: string, sentence: string}} [evidence]
 * @property {string} [note]
 * @property {"applied" | "undone" | "dormant" | "conflict"} status
 * @property {string} [conflicts_with]
 * @property {boolean} [waits_for_build]
 * @property {{at: string, by: string, note?: string}} [undone]
 *
 * @typedef {object} JudgementsAnswer
 * @property {Judgement[]} judgements
 * @property {number} total
 * @property {string[]} problems
 *
 * @typedef {object} JudgementPreview
 * @property {Judgement} judgement
 * @property {Entity[]} before
 * @property {Entity[]} after
 * @property {{stories: number}} [edge_before]
 * @property {{stories: number}} [edge_after]
 *
 * @typedef {object} Candidates
 * @property {{entity: EntitySummary, other: EntitySummary, score: number,
 *   reason: string, shared: EntitySummary[]}[]} merges
 * @property {{entity: EntitySummary, groups: EntitySummary[][]}[]} splits
 */

export {};
