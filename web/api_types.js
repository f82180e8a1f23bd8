// The shapes of what the JSON API answers and takes (docs/api.md).

/**
 * Offsets and marks are code points, half-open. What is absent is not known.
 *
 * @typedef {[number, number]} Mark
 *
 * @typedef {object} EntitySummary
 * @property {string} id
 * @property {string} name
 * @property {string} type
 * @property {number} [article_count]
 * @property {number} [story_count]
 * @property {string} [matched]  the name or alias that fits the query
 *
 * @typedef {EntitySummary & EntityMore} Entity
 * @typedef {object} EntityMore
 * @property {string[]} [aliases]
 * @property {string} [first_reported]
 * @property {string} [last_reported]
 * @property {number} [edge_count]
 *
 * @typedef {object} ArticleHead
 * @property {string} id
 * @property {string} [title]
 * @property {string} [url]
 * @property {string} [source]
 * @property {string} [published]
 * @property {string} [language]
 * @property {"article" | "brief"} [kind]
 * @property {string[]} [authors]
 *
 * @typedef {ArticleHead & ArticleMore} Article
 * @typedef {object} ArticleMore
 * @property {string} [modified]
 * @property {string} [section]
 * @property {string} [body]
 * @property {string} [archive]
 * @property {number} [record]
 *
 * @typedef {ArticleHead & HitMore} Hit
 * @typedef {object} HitMore
 * @property {number} [score]
 * @property {Mark[]} [title_marks]
 * @property {{text: string, marks: Mark[]}} [snippet]
 * @property {{article_count: number, others: ArticleHead[]}} [story]
 * @property {ScorePart[]} [explanation]  with `explain`, most first
 *
 * @typedef {{text: string, how: string, score: number, field?: "title"}}
 *   ScorePart
 *
 * @typedef {object} SearchAnswer
 * @property {string} query
 * @property {string} [read_as]
 * @property {string[]} [notes]
 * @property {number} total
 * @property {"eq" | "gte"} [total_relation]
 * @property {Hit[]} hits
 * @property {EntitySummary[]} [entities]
 * @property {{words: string, entity: EntitySummary}[]} [names]  words that found
 *   what names the entity, too
 * @property {{query: string, marks: Mark[], searched: boolean}} [suggestion]
 * @property {Record<string, Facet>} [facets]
 * @property {Histogram} [histogram]
 * @property {string} [next_cursor]
 *
 * @typedef {object} Facet
 * @property {FacetValue[]} values
 * @property {number} values_left_out
 *
 * @typedef {object} FacetValue
 * @property {string} value  as a filter takes it
 * @property {number} count
 * @property {boolean} [chosen]
 * @property {string} [name]  of an entity
 * @property {string} [type]
 *
 * @typedef {object} Histogram
 * @property {string} interval  "day", "week", "month" or "year"
 * @property {number} undated
 * @property {{date: string, count: number}[]} buckets
 *
 * @typedef {ArticleHead & {shared?: EntitySummary[]}} SimilarArticle
 *
 * @typedef {object} ChangedSentences
 * @property {{begin: number, end: number, text: string}[]} sentences
 * @property {number} total
 *
 * @typedef {ArticleHead & {resemblance?: number, added?: ChangedSentences,
 *   removed?: ChangedSentences}} Report  compared with the first report
 *
 * @typedef {object} Story
 * @property {Report[]} reports  the first one first
 * @property {number} total
 *
 * @typedef {object} Suggestion
 * @property {string} kind  "entity", "phrase" or "title"
 * @property {string} [tier]  "exact", "prefix", "alias" or "fuzzy"
 * @property {string} [text]  the name, phrase or title that fits
 * @property {Mark[]} [marks]  of `text`: what was typed
 * @property {string} [article]  of a title
 * @property {EntitySummary} [entity]
 * @property {string} [matched]
 * @property {string} [match]
 *
 * @typedef {object} Evidence
 * @property {string} article
 * @property {string} [title]
 * @property {string} [source]
 * @property {string} [published]
 * @property {string} sentence
 * @property {Mark[]} [marks]
 * @property {number} [begin]
 * @property {number} [end]
 * @property {boolean} [in_title]
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [confidence]
 * @property {string} [date]
 * @property {string} [rule]
 *
 * @typedef {object} RelationReason
 * @property {"relation"} kind
 * @property {string} type
 * @property {"in" | "out"} direction
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} stories
 *
 * @typedef {object} AssociationReason
 * @property {"association"} kind
 * @property {number} lift  observed / expected stories that name both
 * @property {number} stories
 *
 * @typedef {object} SharedReason
 * @property {"shared"} kind
 * @property {string} type
 * @property {"in" | "out"} direction  out: both are its sources
 * @property {EntitySummary} entity  the third one
 *
 * @typedef {RelationReason | AssociationReason | SharedReason} Reason
 *
 * @typedef {object} Related
 * @property {EntitySummary} entity
 * @property {number} score
 * @property {Reason[]} reasons
 * @property {Evidence[]} evidence
 *
 * @typedef {object} RelatedAnswer
 * @property {EntitySummary} entity
 * @property {Related[]} related
 * @property {number} total
 * @property {string} [next_cursor]
 *
 * @typedef {object} Edge
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {"in" | "out"} direction
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [confidence]
 * @property {number} stories
 * @property {string} [first_reported]
 * @property {string} [last_reported]
 * @property {Evidence[]} evidence
 *
 * @typedef {object} RelationsAnswer
 * @property {Edge[]} relations
 * @property {number} total
 * @property {string} [next_cursor]
 *
 * @typedef {object} Neighbourhood
 * @property {EntitySummary[]} nodes
 * @property {GraphEdge[]} edges
 * @property {number} [nodes_left_out]
 * @property {number} [edges_left_out]
 *
 * An edge without a type: the two are named together.
 * @typedef {object} GraphEdge
 * @property {string} source
 * @property {string} target
 * @property {string} [type]
 * @property {number} [weight]  0..1
 * @property {string} [modality]
 * @property {boolean} [negated]
 *
 * @typedef {object} RelationSummary
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} stories
 * @property {Evidence[]} [evidence]
 *
 * A step: a relation, or two names that stand together.
 * @typedef {object} PathEdge
 * @property {"relation" | "association"} kind
 * @property {string} [type]
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {number} [more_relations]
 * @property {number} lift  of an association
 * @property {number} stories
 * @property {Evidence[]} evidence
 *
 * @typedef {{score: number, nodes: EntitySummary[], edges: PathEdge[]}} Path
 *
 * @typedef {object} PathAnswer
 * @property {EntitySummary} from
 * @property {EntitySummary} to
 * @property {Path[]} paths
 * @property {string} [message]
 *
 * @typedef {object} TimelineEvent
 * @property {string} relation  its id
 * @property {string} type
 * @property {EntitySummary} source
 * @property {EntitySummary} target
 * @property {string} [published]
 * @property {string} modality
 * @property {boolean} negated
 * @property {Evidence} evidence
 *
 * @typedef {object} TimelineAnswer
 * @property {TimelineEvent[]} events
 * @property {number} total
 *
 * @typedef {object} FactPoint
 * @property {number} value
 * @property {string} [date]
 * @property {boolean} [disputed]
 * @property {Evidence} evidence
 *
 * @typedef {object} FactSeries
 * @property {EntitySummary} entity
 * @property {string} measure
 * @property {EntitySummary} [commodity]
 * @property {string} unit
 * @property {FactPoint[]} points  oldest first
 *
 * @typedef {object} FactsAnswer
 * @property {EntitySummary} entity
 * @property {FactSeries[]} series
 * @property {number} total
 *
 * @typedef {object} Community
 * @property {string} id
 * @property {string} name
 * @property {number} member_count
 * @property {EntitySummary[]} members
 *
 * @typedef {object} CentralAnswer
 * @property {{entity: EntitySummary, score: number, stories: number}[]} entities
 *
 * @typedef {object} NewAnswer
 * @property {string} [from]
 * @property {string} [to]
 * @property {EntitySummary[]} entities
 * @property {RelationSummary[]} relations
 *
 * @typedef {object} Mention
 * @property {number} begin
 * @property {number} end
 * @property {boolean} [in_title]
 * @property {string} type
 * @property {string} entity
 * @property {string} [name]
 * @property {boolean} [nominal]
 *
 * @typedef {object} ArticleRelation
 * @property {string} type
 * @property {string} source
 * @property {string} target
 * @property {string} [source_name]
 * @property {string} [target_name]
 * @property {number} begin
 * @property {number} end
 * @property {boolean} [in_title]
 * @property {string} [modality]
 * @property {boolean} [negated]
 * @property {string} [date]
 *
 * @typedef {object} ArticleAnswer
 * @property {Article} article
 * @property {Mention[]} [mentions]
 * @property {ArticleRelation[]} [relations]
 *
 * @typedef {object} Reading
 * @property {"related" | "path" | "entities" | "placed" | "facts" | "events"
 *   | "both"} kind
 * @property {EntitySummary} [entity]
 * @property {EntitySummary} [other]
 * @property {EntitySummary} [place]
 *
 * Some words of a question, what they were taken for, and what else they may
 * mean: each alternative is a whole question.
 * @typedef {object} QuestionPart
 * @property {string} text
 * @property {string} role
 * @property {string} value
 * @property {EntitySummary} [entity]
 * @property {{label: string, question: string}[]} [alternatives]
 *
 * @typedef {object} AnsweredFact
 * @property {EntitySummary} entity
 * @property {string} measure
 * @property {EntitySummary} [commodity]
 * @property {number} value
 * @property {string} unit
 * @property {string} [date]
 * @property {boolean} [disputed]
 * @property {Evidence} evidence
 *
 * What an answer has depends on the kind of its question.
 * @typedef {object} Answer
 * @property {EntitySummary} [entity]
 * @property {Related[]} [related]
 * @property {number} [total]
 * @property {{entity: EntitySummary, edges: StatedEdge[]}[]} [entities]
 * @property {StatedEdge[]} [edges]
 * @property {Path[]} [paths]
 * @property {AnsweredFact[]} [facts]
 * @property {TimelineEvent[]} [events]
 * @property {Evidence[]} [articles]
 *
 * An edge as seen from neither end.
 * @typedef {Omit<Edge, "direction">} StatedEdge
 *
 * @typedef {object} AskAnswer
 * @property {string} question
 * @property {Reading | null} reading
 * @property {QuestionPart[]} [parts]
 * @property {Answer} [answer]
 * @property {string} [not_understood]
 * @property {string} [message]  why there is no answer
 * @property {string[]} [suggestions]
 *
 * @typedef {object} Stats
 * @property {number} articles
 * @property {number} [briefs]
 * @property {number} [stories]
 * @property {number} [entities]
 * @property {number} [edges]
 * @property {number} [evidence]
 * @property {number} [facts]
 * @property {number} [mentions]
 * @property {{source: string, count: number}[]} [by_source]
 * @property {{language: string, count: number}[]} [by_language]
 * @property {string} [generation]
 * @property {string} [created]
 *
 * @typedef {object} SearchRequest
 * @property {string} [q]
 * @property {string[]} [entity]
 * @property {string[]} [source]
 * @property {string[]} [lang]
 * @property {string[]} [kind]
 * @property {string[]} [year]
 * @property {string} [fold]
 * @property {string[]} [facet]
 * @property {string} [histogram]
 * @property {string} [from]
 * @property {string} [to]
 * @property {string} [sort]
 * @property {string} [exact]  "true": the words as they are spelt
 * @property {string} [explain]  "true": what adds up to each score
 * @property {number} [limit]
 * @property {string} [cursor]
 */

export {};
