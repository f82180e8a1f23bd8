// Copies the graph library from node_modules/ to vendor/, from where the page
// loads it: `npm ci --omit=dev && node vendor.mjs`.
import { copyFileSync, existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const library = `${here}node_modules/cytoscape/`;

if (!existsSync(library)) {
  console.error(`${library} is missing: run \`npm ci\` in ${here}`);
  process.exit(1);
}
mkdirSync(`${here}vendor`, { recursive: true });
copyFileSync(
  `${library}dist/cytoscape.esm.min.mjs`,
  `${here}vendor/cytoscape.js`,
);
copyFileSync(`${library}index.d.ts`, `${here}vendor/cytoscape.d.ts`);
copyFileSync(`${library}LICENSE`, `${here}vendor/cytoscape.LICENSE`);
