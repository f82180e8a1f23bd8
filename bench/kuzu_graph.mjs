// The questions of peers_bench, put to Kùzu.
//
//   npm ci --prefix bench
//   build/bench/peers_bench --write-csv DIR
//   node bench/kuzu_graph.mjs DIR [REQUESTS]
//
// DIR has what bench/graph_csv.h writes; the database is made beside it and
// removed at the end. Each piece of evidence is a relationship of its own.
// REQUESTS are the first so many draws (400 by default): two hops take long.

import { readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import kuzu from "kuzu";

const YEAR = { from: 1650000000, to: 1681536000 };
const COMPANY = 1;
const SOURCE = "MATCH (a:Entity {number: $entity})-[t:Tie]-(b:Entity)";

const QUESTIONS = {
  related: `${SOURCE} RETURN b.id, b.name, b.type, t.type, t.confidence,
    t.article, t.published, t.sentence, t.modality
    ORDER BY t.confidence DESC LIMIT 20`,
  "related, type + period": `${SOURCE} WHERE b.type = ${COMPANY}
    AND t.published >= ${YEAR.from} AND t.published < ${YEAR.to}
    RETURN b.id, b.name, t.confidence, t.article, t.sentence
    ORDER BY t.confidence DESC LIMIT 20`,
  "one hop": `${SOURCE} RETURN b.id, b.name, b.type, t.confidence
    ORDER BY t.confidence DESC LIMIT 20`,
  "two hops, top 20": `MATCH (a:Entity {number: $entity})-[s:Tie]-(b:Entity)
    -[t:Tie]-(c:Entity) WHERE c.number <> $entity
    RETURN c.number, max(s.confidence * t.confidence) AS weight
    ORDER BY weight DESC LIMIT 20`,
  path: `MATCH p = (a:Entity {number: $entity})
    -[t:Tie* SHORTEST 1..4]-(b:Entity {number: $other}) RETURN length(p)`,
};

const SCHEMA = [
  `CREATE NODE TABLE Entity(number INT64, id STRING, type INT64, name STRING,
    PRIMARY KEY(number))`,
  `CREATE REL TABLE Tie(FROM Entity TO Entity, type INT64, article INT64,
    published INT64, sentence INT64, modality INT64, confidence DOUBLE)`,
];

const cpuSeconds = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};

/** @param {kuzu.Connection} connection @param {string} directory */
const build = async (connection, directory) => {
  for (const table of SCHEMA) await connection.query(table);
  for (const [table, file] of [["Entity", "entities"], ["Tie", "ties"]]) {
    const path = join(directory, `${file}.csv`);
    await connection.query(`COPY ${table} FROM '${path}' (HEADER = true)`);
  }
  await connection.query("CHECKPOINT");
};

/** @param {string} directory @param {number} requests */
const readDraws = (directory, requests) =>
  readFileSync(join(directory, "draws.csv"), "utf8")
    .trim()
    .split("\n")
    .slice(1, requests + 1)
    .map((line) => line.split(",").map(Number))
    .map(([entity, other]) => ({ entity, other }));

const measure = async (connection, name, draws) => {
  const statement = await connection.prepare(QUESTIONS[name]);
  const milliseconds = [];
  for (const { entity, other } of draws) {
    const values = name === "path" ? { entity, other } : { entity };
    const ask = async () =>
      (await connection.execute(statement, values)).getAll();
    await ask();
    const start = performance.now();
    await ask();
    milliseconds.push(performance.now() - start);
  }
  milliseconds.sort((one, two) => one - two);
  const at = (share) =>
    milliseconds[Math.floor(milliseconds.length * share)].toFixed(3).padStart(9);
  console.log(`Kùzu     ${name.padEnd(24)} ${at(0.5)} ms ${at(0.95)} ms`);
};

const [directory, requests = "400"] = process.argv.slice(2);
const path = join(directory, "kuzu");
rmSync(path, { force: true, recursive: true });
const connection = new kuzu.Connection(new kuzu.Database(path));
const [start, cpu] = [performance.now(), cpuSeconds()];
await build(connection, directory);
const seconds = ((performance.now() - start) / 1000).toFixed(1);
const megabytes = (statSync(path).size / 1e6).toFixed(0);
console.log(
  `Kùzu     build ${seconds.padStart(8)} s, ` +
    `${(cpuSeconds() - cpu).toFixed(1)} s of CPU, ${megabytes} MB`,
);
const draws = readDraws(directory, Number(requests));
for (const name of Object.keys(QUESTIONS)) {
  await measure(connection, name, draws);
}
rmSync(path, { force: true, recursive: true });
